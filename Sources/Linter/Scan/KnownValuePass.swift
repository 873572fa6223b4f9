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

  /// The known values in the build outputs of all projects, other than files that were looked at already; and which of
  /// these could not be searched.
  func matchesInBuildOutputs(
    of checkout: Checkout,
    except seen: Set<String>,
    maximumFileSize: Int,
    workers: Int
  ) -> (matches: [RuleMatch], unsearched: [UnsearchedFile]) {
    let folders = checkout.projects.flatMap { project in
      Self.outputFolders.map { FilePath.join(project.folder, $0) }
    }
    let paths = Set(folders.flatMap { checkout.tree.everyFile(inOrBelow: $0).map(\.path) }).subtracting(seen).sorted()
    let results = concurrentMap(paths, workers: workers, scratch: { TokenScanner.Scratch() }) {
      path,
      _ -> (matches: [RuleMatch], reason: SkipReason?) in
      if isDotenvFile(path) { return ([], nil) }
      do throws(FileProblem) {
        let bytes = try checkout.tree.read(path)
        if bytes.count > maximumFileSize { return ([], .tooLarge) }
        let hits = scanner.scan(bytes, of: path)
        return (hits.map { KnownValuePlace.built.match(for: $0, in: path, severity: nil) }, nil)
      } catch {
        switch error.kind {
        case .missing: return ([], nil)
        case .tooLarge: return ([], .tooLarge)
        default: return ([], .unreadable)
        }
      }
    }
    let unsearched = zip(paths, results).compactMap { path, result in
      result.reason.map { UnsearchedFile(path: path, reason: $0) }
    }
    return (results.flatMap(\.matches), unsearched)
  }
}
