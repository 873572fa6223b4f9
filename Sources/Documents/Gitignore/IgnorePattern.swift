/// One line of an ignore file.
///
/// Reading and matching follow git's `dir.c` in every detail that gitignore(5) leaves open.
package struct IgnorePattern: Sendable {
  /// The pattern in its file, with `!` and a trailing `/` but without trailing spaces.
  package let region: Region
  /// The text of the region.
  package let text: String
  /// Whether it begins with `!` and re-includes what earlier patterns ignore.
  package let isNegated: Bool
  /// Whether it ends with `/` and matches folders only.
  package let isDirectoryOnly: Bool
  /// Whether it contains a `/` before its end: it then matches the path from its folder instead of any name below.
  package let isAnchored: Bool
  private let matcher: Matcher
  /// The byte every match ends with, or -1: rejects most paths quickly.
  private let lastByte: Int16

  private enum Matcher {
    case name([UInt8])
    /// `*.ext`: the part after the star.
    case nameSuffix([UInt8])
    case nameGlob(IgnoreGlob)
    case path([UInt8])
    case pathGlob(prefix: [UInt8], rest: IgnoreGlob)
  }

  /// Reads a line without its line ending.
  ///
  /// `nil` for a comment and for a pattern that matches nothing at all.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.first != UInt8(ascii: "#") else { return nil }
    // git stores lines as C strings.
    let line = Self.withoutTrailingSpaces(line.prefix { $0 != 0 })
    var rest = line
    isNegated = rest.first == UInt8(ascii: "!")
    if isNegated { rest = rest.dropFirst() }
    isDirectoryOnly = rest.last == UInt8(ascii: "/")
    if isDirectoryOnly { rest = rest.dropLast() }
    guard !rest.isEmpty else { return nil }
    isAnchored = rest.contains(UInt8(ascii: "/"))
    region = Region(start: line.startIndex, end: line.endIndex)
    text = String(decoding: line, as: UTF8.self)

    if isAnchored, rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    let literal = rest.prefix { !IgnoreGlob.isSpecial($0) }
    guard literal.count < rest.count else {
      guard let last = rest.last else { return nil }
      matcher = isAnchored ? .path(Array(rest)) : .name(Array(rest))
      lastByte = Int16(last)
      return
    }
    if !isAnchored, rest.first == UInt8(ascii: "*"), !rest.dropFirst().contains(where: IgnoreGlob.isSpecial) {
      matcher = .nameSuffix(Array(rest.dropFirst()))
      lastByte = rest.count > 1 ? rest.last.map(Int16.init) ?? -1 : -1
      return
    }
    // git compares the part before the first special byte itself, so `a/b**/c` is `a/b` and then `**/c`.
    guard let glob = IgnoreGlob(isAnchored ? rest.dropFirst(literal.count) : rest) else { return nil }
    matcher = isAnchored ? .pathGlob(prefix: Array(literal), rest: glob) : .nameGlob(glob)
    lastByte = glob.lastByte
  }

  /// Whether the pattern matches a path.
  ///
  /// - Parameters:
  ///   - path: the path from the root.
  ///   - start: where the part below the folder of the ignore file begins.
  ///   - nameStart: where the last component begins.
  func matches(_ path: Span<UInt8>, from start: Int, nameStart: Int, isDirectory: Bool) -> Bool {
    if isDirectoryOnly, !isDirectory { return false }
    if lastByte >= 0, Int16(path[path.count - 1]) != lastByte { return false }
    switch matcher {
    case .name(let name):
      return path.count - nameStart == name.count && Self.hasBytes(name, path, at: nameStart)
    case .nameSuffix(let suffix):
      return path.count - nameStart >= suffix.count && Self.hasBytes(suffix, path, at: path.count - suffix.count)
    case .nameGlob(let glob):
      return glob.matches(path, from: nameStart)
    case .path(let whole):
      return path.count - start == whole.count && Self.hasBytes(whole, path, at: start)
    case .pathGlob(let prefix, let rest):
      return path.count - start >= prefix.count && Self.hasBytes(prefix, path, at: start)
        && rest.matches(path, from: start + prefix.count)
    }
  }

  /// Whether the path continues with the given bytes; it must be long enough.
  private static func hasBytes(_ bytes: [UInt8], _ path: Span<UInt8>, at start: Int) -> Bool {
    for index in bytes.indices where path[start + index] != bytes[index] { return false }
    return true
  }

  /// Without trailing spaces, except one after a backslash.
  ///
  /// Tabs stay.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var offset = line.startIndex
    while offset < line.endIndex {
      if line[offset] == UInt8(ascii: "\\") {
        // A lone backslash at the end also keeps everything before it.
        guard offset + 1 < line.endIndex else { return line }
        offset += 2
        end = offset
      } else {
        if line[offset] != UInt8(ascii: " ") { end = offset + 1 }
        offset += 1
      }
    }
    return line[..<end]
  }
}
