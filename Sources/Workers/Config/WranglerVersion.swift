import Documents
import Text

/// The version of wrangler that a project asks for in its `package.json`.
///
/// Configurations of one version are refused by another: `node_compat` is a setting in wrangler 3 and an error in 4.
package enum WranglerVersion {
  /// The first number of the version, from the nearest `package.json` at or above the project that names wrangler.
  ///
  /// `nil` where none does, or where the number is left open: `latest`, `workspace:*`, `catalog:`.
  package static func major(for project: Project, in tree: FileTree) -> Int? {
    var folder = project.folder
    while true {
      let path = FilePath.join(folder, "package.json")
      if tree.contains(path), let bytes = try? tree.readAsStored(path),
        let range = range(in: JSONCParser.parse(bytes).root)
      {
        return major(of: range)
      }
      if folder.isEmpty { return nil }
      folder = FilePath.folder(of: folder)
    }
  }

  private static func range(in package: Node) -> String? {
    ["devDependencies", "dependencies"].lazy.compactMap { package[$0]?["wrangler"]?.string }.first
  }

  /// The first number of a range such as `^3.78.0`, `~3` or `>=2.0.0 <4`.
  static func major(of range: String) -> Int? {
    let digits = range.utf8.drop { "^~>=v ".utf8.contains($0) }.prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
