import Documents
import System
import Text
import Workers

/// Looks for known values in the files of the shared pass, and in what builds have written.
struct KnownValuePass: Sendable {
  private let scanner: KnownValueScanner
  /// Whether rules of their own look at dotenv files, as they do outside of archives.
  var skipsDotenvFiles = true
  /// The dotenv files whose names do not say that they are such.
  private var named: Set<String> = []

  /// `nil` when no local file holds a secret.
  init?(of checkout: Checkout) {
    guard let scanner = checkout.knownValues else { return nil }
    self.scanner = scanner
    named = checkout.namedDotenvPaths
  }

  init(_ scanner: KnownValueScanner) { self.scanner = scanner }

  /// The known values in one file of the shared pass.
  func matches(in bytes: [UInt8], path: String, role: @autoclosure () -> FileRole) -> [RuleMatch] {
    if skipsDotenvFiles, isDotenvFile(path) { return [] }
    let hits = scanner.scan(bytes, of: path)
    if hits.isEmpty { return [] }
    let role = role()
    let place: KnownValuePlace = role == .published ? .published : .source
    return hits.map { place.match(for: $0, in: path, severity: role.severity(of: place.rule.severity)) }
  }

  private func isDotenvFile(_ path: String) -> Bool {
    DotenvFile.role(ofFileNamed: FilePath.name(of: path)) != nil || named.contains(path)
  }

  /// The folders that builds of Workers write to.
  private static let outputFolders = [
    "dist", "build", ".output", ".open-next", ".svelte-kit/cloudflare", ".vercel/output",
  ]

  /// The known values in the build outputs of all projects, other than files that were looked at already.
  func matchesInBuildOutputs(
    of checkout: Checkout,
    except seen: Set<String>,
    maximumFileSize: Int,
    workers: Int
  ) -> [RuleMatch] {
    let folders = checkout.projects.flatMap { project in
      Self.outputFolders.map { FilePath.join(project.folder, $0) }
    }
    let paths = Set(folders.flatMap { checkout.tree.everyFile(inOrBelow: $0).map(\.path) }).subtracting(seen).sorted()
    return concurrentMap(paths, workers: workers, scratch: { TokenScanner.Scratch() }) { path, _ -> [RuleMatch] in
      guard !isDotenvFile(path), let bytes = try? checkout.tree.read(path), bytes.count <= maximumFileSize
      else { return [] }
      return scanner.scan(bytes, of: path).map { KnownValuePlace.built.match(for: $0, in: path, severity: nil) }
    }.flatMap(\.self)
  }
}
