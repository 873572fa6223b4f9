/// Operations on paths relative to the folder checked: parts joined by `/`, "" for the folder itself.
package enum FilePath {
  /// The folder that contains a path: "a/b" for "a/b/c", "" for "c".
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// A path below a folder: "a/b" joined with "c".
  package static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : "\(folder)/\(name)"
  }

  /// Resolves `.`, `..` and a relative path against a folder.
  ///
  /// `nil` when it leaves the folder checked, or is absolute.
  package static func resolve(_ path: String, from folder: String) -> String? {
    if path.hasPrefix("/") { return nil }
    var parts = folder.isEmpty ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// Whether a path is a folder or is below it; everything is below "".
  package static func isPath(_ path: String, inOrBelow folder: String) -> Bool {
    folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
  }

  /// A path relative to a folder above it: "c" for "a/b/c" from "a/b".
  package static func relative(_ path: String, to folder: String) -> String {
    folder.isEmpty ? path : String(path[path.utf8.index(path.startIndex, offsetBy: folder.utf8.count + 1)...])
  }
}
