import Text

/// One ignore file in gitignore syntax: `.gitignore`, `.git/info/exclude`, a global excludes file or `.assetsignore`.
package struct IgnoreFile: Sendable {
  /// The file's name in messages.
  package let path: String
  /// The folder its patterns are relative to, from the root and without slashes at its ends; empty for the root.
  package let folder: [UInt8]
  /// In document order, without those that match nothing at all (an empty line, a bare `!` or `/`).
  package let patterns: [IgnorePattern]
  /// Whether it applies to one clone or one person only: `.git/info/exclude` or a global excludes file.
  package let isPrivate: Bool

  /// Reads an ignore file; any bytes are accepted, as git does.
  package init(path: String, folder: String, bytes: [UInt8], isPrivate: Bool = false) {
    self.init(path: path, folder: folder.pathBytes, bytes: bytes, isPrivate: isPrivate)
  }

  /// Reads the ignore file of a folder whose name may not be valid UTF-8.
  package init(path: String, folder: [UInt8], bytes: [UInt8], isPrivate: Bool = false) {
    self.path = path
    self.folder = folder
    self.isPrivate = isPrivate
    var patterns: [IgnorePattern] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var end = lineEnd
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      if let pattern = IgnorePattern(bytes[start..<end]) { patterns.append(pattern) }
      start = lineEnd + 1
    }
    self.patterns = patterns
  }

  /// How many bytes of a path precede the part that patterns match.
  var prefixLength: Int { folder.isEmpty ? 0 : folder.count + 1 }
}
