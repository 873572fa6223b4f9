package import Documents
import Text

/// A wrangler configuration file, read with its places.
package struct WranglerConfig: Sendable {
  /// The language of a configuration file, from its suffix.
  package enum Format: String, Sendable {
    case json, jsonc, toml
  }

  /// The file names wrangler looks for, highest precedence first (docs/facts/wrangler.md §1.1).
  package static let fileNames = ["wrangler.json", "wrangler.jsonc", "wrangler.toml"]

  package let source: Source
  package let format: Format
  package let document: ParsedDocument
  /// The top level, then the environments in document order.
  package let environments: [Environment]

  package init(source: Source) {
    self.source = source
    format = Self.format(of: source.path)
    document = format == .toml ? TOMLParser.parse(source.bytes) : JSONCParser.parse(source.bytes)
    let root = document.root
    let topLevel = Environment(
      name: nil,
      keyRegion: Region(start: 0, end: 0),
      own: root,
      topLevel: root
    )
    // Of two equal keys the last counts, in place of the first.
    var named: [Environment] = []
    var places: [String: Int] = [:]
    for member in root["env"]?.table?.members ?? [] {
      let environment = Environment(
        name: member.key,
        keyRegion: member.keyRegion,
        own: member.node,
        topLevel: root
      )
      if let place = places[member.key] {
        named[place] = environment
      } else {
        places[member.key] = named.count
        named.append(environment)
      }
    }
    environments = [topLevel] + named
  }

  package var root: Node { document.root }
  package var topLevel: Environment { environments[0] }
  /// The environments below `env`.
  package var namedEnvironments: ArraySlice<Environment> { environments.dropFirst() }

  package func environment(named name: String?) -> Environment? {
    environments.first { $0.name == name }
  }

  /// A file is a Pages configuration if and only if it has `pages_build_output_dir` (docs/facts/wrangler.md §1.4).
  package var isPages: Bool { root["pages_build_output_dir"] != nil }

  /// Whether a build has written this file: deploy tools keep what they came from in keys that no person writes
  /// (docs/facts/wrangler.md §1.2).
  package var isGenerated: Bool {
    let parts = source.path.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { String($0) ?? "" }
    return parts.contains { Self.generatedFolders.contains($0) }
      || (root.table?.members ?? []).contains { ConfigSchema.redirectedOnly.contains($0.key) }
  }

  private static let generatedFolders: Set<String> = [".wrangler", ".output", ".open-next", ".vercel", ".netlify"]

  /// The folder of the file, from the folder checked; "" for that folder itself.
  package var folder: String { FilePath.folder(of: source.path) }

  private static func format(of path: String) -> Format {
    if path.hasSuffix(".toml") { return .toml }
    return path.hasSuffix(".jsonc") ? .jsonc : .json
  }
}
