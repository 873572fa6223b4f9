package import Documents
import Text

/// A dotenv file of a project: `.dev.vars*`, `.env*`, or one that a command names with `--env-file`.
package struct DotenvFile: Sendable {
  /// What a dotenv file is for, told from its name (docs/facts/wrangler.md §5.1, §11.2).
  package enum Role: Sendable, Hashable {
    /// `.dev.vars`, or `.dev.vars.<environment>`.
    case devVars(environment: String?)
    /// `.env`, `.env.local`, `.env.<environment>` or `.env.<environment>.local`.
    case env(environment: String?, isLocal: Bool)
    /// `.dev.vars.example`, `.env.sample` and the like: meant to be committed.
    case example
    /// A file whose name says nothing, that a command passes to `--env-file`: read as an `.env` file is.
    case named
  }

  package let source: Source
  package let document: DotenvDocument
  package let role: Role

  package init?(source: Source) {
    guard let role = Self.role(ofFileNamed: FilePath.name(of: source.path)) else { return nil }
    self.init(source: source, role: role)
  }

  /// A file that a command passes to `--env-file`.
  package init(named source: Source) {
    self.init(source: source, role: Self.role(ofFileNamed: FilePath.name(of: source.path)) ?? .named)
  }

  private init(source: Source, role: Role) {
    self.source = source
    self.role = role
    document = DotenvDocument.parse(source.bytes)
  }

  package var path: String { source.path }
  package var name: String { FilePath.name(of: path) }

  package var isExample: Bool { role == .example }
  package var isDevVars: Bool { if case .devVars = role { true } else { false } }
  /// Whether wrangler reads it as an `.env` file: with expansion, and for itself too.
  package var isEnv: Bool {
    switch role {
    case .env, .named: true
    case .devVars, .example: false
    }
  }

  /// The environment in the file's suffix, if any.
  package var environment: String? {
    switch role {
    case .devVars(let environment), .env(let environment, _): environment
    case .example, .named: nil
    }
  }

  /// Every place where a part of a value may stand, whether or not dotenv reads it: never to be shown.
  package var hiddenRegions: [Region] {
    func restOfLine(from offset: Int) -> Region {
      let line = source.lines.region(ofLine: source.lines.lineNumber(at: offset))
      return Region(start: offset, end: max(offset, line?.end ?? offset))
    }
    return document.ignoredLines.map(\.region)
      + document.entries.flatMap { entry -> [Region] in
        // A line of a longer value is a piece of it even where it looks like a key.
        let value = Region(
          start: entry.isContinuation ? entry.keyRegion.start : entry.valueRegion.start,
          end: entry.valueRegion.end
        )
        return [value] + (entry.hashCut.map { [restOfLine(from: $0.start)] } ?? [])
      }
  }

  private static let exampleSuffixes: Set<String> = ["example", "sample", "template", "dist", "defaults", "schema"]

  /// The role of a file name, `nil` when it is no dotenv file.
  package static func role(ofFileNamed name: String) -> Role? {
    for (stem, isDevVars) in [(".dev.vars", true), (".env", false)] where name.hasPrefix(stem) {
      let suffix = name.dropFirst(stem.count)
      if suffix.isEmpty { return isDevVars ? .devVars(environment: nil) : .env(environment: nil, isLocal: false) }
      guard suffix.hasPrefix(".") else { continue }
      var parts = suffix.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      if parts.contains(where: { exampleSuffixes.contains($0) }) { return .example }
      // dotenv's encrypted vault holds no assignments in clear.
      if parts == ["vault"] || parts == ["keys"] { return nil }
      if isDevVars { return .devVars(environment: parts.joined(separator: ".")) }
      let isLocal = parts.last == "local"
      if isLocal { parts.removeLast() }
      return .env(environment: parts.isEmpty ? nil : parts.joined(separator: "."), isLocal: isLocal)
    }
    return nil
  }
}
