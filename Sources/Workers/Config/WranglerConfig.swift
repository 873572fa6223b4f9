package import Documents

/// A wrangler configuration file, read with its places.
package struct WranglerConfig: Sendable {
  /// The language of a configuration file, from its suffix.
  package enum Format: String, Sendable {
    case json, jsonc, toml
  }

  /// The file names wrangler looks for, highest precedence first (wrangler.md §1.1).
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
    var named: [Environment] = []
    for member in root["env"]?.table?.members ?? [] where !named.contains(where: { $0.name == member.key }) {
      // Of two equal keys the last counts, in place of the first.
      let last = root["env"]?.table?.member(member.key) ?? member
      named.append(Environment(name: last.key, keyRegion: last.keyRegion, own: last.node, topLevel: root))
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

  /// A file is a Pages configuration if and only if it has `pages_build_output_dir` (wrangler.md §1.4).
  package var isPages: Bool { root["pages_build_output_dir"] != nil }

  /// The folder of the file, from the folder checked; "" for that folder itself.
  package var folder: String { FilePath.folder(of: source.path) }

  private static func format(of path: String) -> Format {
    if path.hasSuffix(".toml") { return .toml }
    return path.hasSuffix(".jsonc") ? .jsonc : .json
  }
}
