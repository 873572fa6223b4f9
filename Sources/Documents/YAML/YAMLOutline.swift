/// Reads the part of YAML that workflow files are written in: nested mappings and sequences, plain, quoted and block
/// scalars, short flow sequences, comments.
///
/// Anchors, tags, several documents and flow mappings are not supported; what it does not understand is a plain string.
/// It never fails. The region of a scalar is its content, for a block scalar all of its lines. To be replaced:
/// `docs/decisions/yaml.md`.
package struct YAMLOutline {
  private struct Line {
    /// The column the content starts in.
    var indent: Int
    var start: Int
    /// Past the last byte that is not blank.
    let end: Int
    var isBlank: Bool { start >= end }
  }

  private let bytes: [UInt8]
  private var lines: [Line] = []
  private var index = 0
  private var depth = 0

  /// Nobody nests deeper; without a limit a line of dashes could exhaust the stack.
  private static let depthLimit = 64

  /// The document as a tree; a file without any content is an empty table.
  package static func parse(_ bytes: [UInt8]) -> Node {
    var reader = YAMLOutline(bytes)
    return reader.block(atLeast: 0) ?? Node(region: Region(start: 0, end: 0), value: .table(Table()))
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let content = bytes[start..<end].firstIndex { $0 != UInt8(ascii: " ") } ?? end
      var last = end
      while last > content, Self.isBlank(bytes[last - 1]) { last -= 1 }
      lines.append(Line(indent: content - start, start: content, end: last))
      start = end + 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  // MARK: Blocks

  /// The next line with content; blank lines, comments and document marks are skipped.
  private mutating func peek() -> Line? {
    while index < lines.count {
      let line = lines[index]
      let isMark = line.indent == 0 && (starts(line, "---") || starts(line, "...") || starts(line, "%"))
      if !line.isBlank, bytes[line.start] != UInt8(ascii: "#"), !isMark { return line }
      index += 1
    }
    return nil
  }

  private func starts(_ line: Line, _ text: String) -> Bool { bytes[line.start..<line.end].starts(with: text.utf8) }

  private mutating func block(atLeast indent: Int) -> Node? {
    guard let line = peek(), line.indent >= indent else { return nil }
    depth += 1
    defer { depth -= 1 }
    if depth < Self.depthLimit {
      if isItem(line) { return sequence(at: line.indent) }
      if key(in: line) != nil { return mapping(at: line.indent) }
    }
    index += 1
    return scalar(from: line.start, to: line.end, inside: indent - 1)
  }

  private func isItem(_ line: Line) -> Bool {
    bytes[line.start] == UInt8(ascii: "-")
      && (line.start + 1 == line.end || Self.isBlank(bytes[line.start + 1]))
  }

  private mutating func sequence(at indent: Int) -> Node {
    var nodes: [Node] = []
    let start = lines[index].start
    while let line = peek(), line.indent >= indent, line.indent > indent || isItem(line) {
      guard line.indent == indent else {
        // Left over from an element that ended early.
        index += 1
        continue
      }
      let content = bytes[(line.start + 1)..<line.end].firstIndex { !Self.isBlank($0) }
      if let content {
        // The rest of the line acts as a separate, more indented line.
        lines[index].indent = indent + content - line.start
        lines[index].start = content
        if bytes[content] == UInt8(ascii: "|") || bytes[content] == UInt8(ascii: ">") {
          index += 1
          nodes.append(blockScalar(inside: indent, isFolded: bytes[content] == UInt8(ascii: ">")))
        } else if let node = block(atLeast: indent + 1) {
          nodes.append(node)
        } else {
          index += 1
        }
      } else {
        index += 1
        nodes.append(block(atLeast: indent + 1) ?? Node(region: Region(start: line.end, end: line.end), value: .null))
      }
    }
    return Node(region: Region(start: start, end: nodes.last?.region.end ?? start), value: .array(nodes))
  }

  private mutating func mapping(at indent: Int) -> Node {
    var table = Table()
    let start = lines[index].start
    var end = start
    while let line = peek(), line.indent >= indent, line.indent > indent || !isItem(line) {
      index += 1
      // Skip a line that is not a member.
      guard line.indent == indent, let key = key(in: line) else { continue }
      let node = value(after: key.colon + 1, of: line, inside: indent)
      table.members.append(Member(key: key.text, keyRegion: key.region, node: node))
      end = max(key.region.end, node.region.end)
    }
    return Node(region: Region(start: start, end: end), value: .table(table))
  }

  /// The key of a line "key: …" or "key:", plain or quoted.
  private func key(in line: Line) -> (text: String, region: Region, colon: Int)? {
    var at = line.start
    var region: Region
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = bytes[(at + 1)..<line.end].firstIndex(of: quote) else { return nil }
      region = Region(start: at + 1, end: close)
      at = bytes[(close + 1)..<line.end].firstIndex { !Self.isBlank($0) } ?? line.end
    } else {
      if "[{#&*!|>%@`".utf8.contains(quote) { return nil }
      while at < line.end {
        if bytes[at] == UInt8(ascii: ":"), at + 1 == line.end || Self.isBlank(bytes[at + 1]) { break }
        if bytes[at] == UInt8(ascii: "#"), at > line.start, Self.isBlank(bytes[at - 1]) { return nil }
        at += 1
      }
      region = Region(start: line.start, end: at)
    }
    guard at < line.end, bytes[at] == UInt8(ascii: ":"), at + 1 == line.end || Self.isBlank(bytes[at + 1]) else {
      return nil
    }
    return (String(decoding: bytes[region.range], as: UTF8.self), region, at)
  }

  private mutating func value(after start: Int, of line: Line, inside indent: Int) -> Node {
    let content = bytes[start..<line.end].firstIndex { !Self.isBlank($0) } ?? line.end
    if content == line.end || bytes[content] == UInt8(ascii: "#") {
      if let next = peek(), next.indent > indent, let node = block(atLeast: indent + 1) { return node }
      // A sequence may be indented like its key.
      if let next = peek(), next.indent == indent, isItem(next) { return sequence(at: indent) }
      return Node(region: Region(start: content, end: content), value: .null)
    }
    switch bytes[content] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return blockScalar(inside: indent, isFolded: bytes[content] == UInt8(ascii: ">"))
    default: return scalar(from: content, to: line.end, inside: indent)
    }
  }

  // MARK: Scalars

  /// The lines of `|` and `>`: everything further in than the key.
  private mutating func blockScalar(inside indent: Int, isFolded: Bool) -> Node {
    let first = index
    while index < lines.count, lines[index].isBlank || lines[index].indent > indent { index += 1 }
    let body = lines[first..<index]
    let margin = body.first { !$0.isBlank }?.indent ?? 0
    let texts = body.map { line in
      line.isBlank
        ? ""
        : String(repeating: " ", count: line.indent - min(margin, line.indent))
          + String(decoding: bytes[line.start..<line.end], as: UTF8.self)
    }
    let start = body.first { !$0.isBlank }?.start ?? (body.first?.start ?? bytes.count)
    let end = body.last { !$0.isBlank }?.end ?? start
    return Node(
      region: Region(start: min(start, bytes.count), end: min(end, bytes.count)),
      value: .string(texts.joined(separator: isFolded ? " " : "\n"))
    )
  }

  /// A scalar in the line, or a flow sequence; a plain one may continue on more indented lines.
  private mutating func scalar(from start: Int, to end: Int, inside indent: Int) -> Node {
    let first = bytes[start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let close = Self.close(of: first, in: bytes[(start + 1)..<end]) ?? end
      let region = Region(start: start + 1, end: close)
      return Node(region: region, value: .string(unquoted(region, first)))
    }
    if first == UInt8(ascii: "["), bytes[end - 1] == UInt8(ascii: "]") { return flowSequence(start, end) }
    var last = contentEnd(from: start, to: end)
    var text = String(decoding: bytes[start..<last], as: UTF8.self)
    while last == end || text.isEmpty, index < lines.count, !lines[index].isBlank, lines[index].indent > indent {
      let line = lines[index]
      last = contentEnd(from: line.start, to: line.end)
      text += " " + String(decoding: bytes[line.start..<last], as: UTF8.self)
      index += 1
      if last < line.end { break }
    }
    return Node(region: Region(start: start, end: max(start, last)), value: text == "null" ? .null : .string(text))
  }

  /// Where a plain scalar ends before a comment.
  private func contentEnd(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      if bytes[at] == UInt8(ascii: "#"), at == start || Self.isBlank(bytes[at - 1]) { break }
      at += 1
    }
    while at > start, Self.isBlank(bytes[at - 1]) { at -= 1 }
    return at
  }

  private static func close(of quote: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 2
      } else if bytes[at] == quote {
        // A doubled single quote stands for one.
        guard quote == UInt8(ascii: "'"), at + 1 < bytes.endIndex, bytes[at + 1] == quote else { return at }
        at += 2
      } else {
        at += 1
      }
    }
    return nil
  }

  private func unquoted(_ region: Region, _ quote: UInt8) -> String {
    var text: [UInt8] = []
    var at = region.start
    while at < region.end {
      let next = at + 1 < region.end ? bytes[at + 1] : 0
      if quote == UInt8(ascii: "\""), bytes[at] == UInt8(ascii: "\\") {
        text.append(next == UInt8(ascii: "n") ? 0x0A : next == UInt8(ascii: "t") ? 0x09 : next)
        at += 2
      } else {
        text.append(bytes[at])
        at += quote == UInt8(ascii: "'") && bytes[at] == quote && next == quote ? 2 : 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func flowSequence(_ start: Int, _ end: Int) -> Node {
    var nodes: [Node] = []
    for part in bytes[(start + 1)..<(end - 1)].split(separator: UInt8(ascii: ",")) {
      guard let first = part.firstIndex(where: { !Self.isBlank($0) }),
        let last = part.lastIndex(where: { !Self.isBlank($0) })
      else { continue }
      let isQuoted = first < last && bytes[first] == bytes[last] && "\"'".utf8.contains(bytes[first])
      let region = isQuoted ? Region(start: first + 1, end: last) : Region(start: first, end: last + 1)
      nodes.append(Node(region: region, value: .string(String(decoding: bytes[region.range], as: UTF8.self))))
    }
    return Node(region: Region(start: start, end: end), value: .array(nodes))
  }
}
