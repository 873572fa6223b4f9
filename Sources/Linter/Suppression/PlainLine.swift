import Documents

/// A line of a file without a parser of ours, and whether it is sure to be no part of a longer text.
struct PlainLine {
  private let lines: [Substring]
  /// The index of the line.
  private let index: Int

  init(_ source: Source, _ line: Int) {
    let text = String(decoding: source.bytes, as: UTF8.self)
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    index = line - 1
  }

  private var line: Substring { lines[index] }
  private var before: ArraySlice<Substring> { lines[..<index] }

  private static func trimmed(_ line: Substring) -> Substring {
    let start = line.drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return start[...last]
  }

  private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

  /// Whether a comment can go on a line of its own above: the line before does not go on.
  ///
  /// - Parameters:
  ///   - hereDocuments: whether the kind has `<<EOF`.
  ///   - words: starts of lines after which another grammar may hold.
  func isAloneBefore(hereDocuments: Bool = false, words: [String] = []) -> Bool {
    guard lines.indices.contains(index) else { return false }
    return !(before.last?.hasSuffix("\\") ?? false) && !(hereDocuments && before.contains { $0.contains("<<") })
      && !before.contains { line in words.contains { Self.trimmed(line).hasPrefix($0) } }
  }

  /// Strings go over several lines only in triple quotes or after a backslash.
  var isPython: Bool {
    isAloneBefore() && !line.hasSuffix("\\")
      && !lines[...index].contains { $0.contains("\"\"\"") || $0.contains("'''") }
  }

  /// Only here documents go over several lines.
  var isTerraform: Bool {
    isAloneBefore(hereDocuments: true) && !line.contains("<<") && !line.contains("/*") && !isInBlock
  }

  private var isInBlock: Bool { before.contains { $0.contains("/*") } }

  /// The quotes of all lines up to here are closed, and there is no here document.
  var isShell: Bool {
    guard isAloneBefore(hereDocuments: true), !line.contains("<<"), !line.hasSuffix("\\") else { return false }
    var quote: Character?
    for line in lines[...index] {
      var isEscaped = false
      var last: Character = " "
      for character in line {
        defer { last = character }
        if isEscaped {
          isEscaped = false
        } else if character == "\\", quote != "'" {
          isEscaped = true
        } else if let open = quote {
          if character == open { quote = nil }
        } else if character == "#", last == " " || last == "\t" {
          break
        } else if "'\"`".contains(character) {
          quote = character
        }
      }
    }
    return quote == nil
  }

  /// A line of the form `key: value` or `- value`, of which the value ends there, in no block of text.
  var isYAML: Bool {
    guard lines.indices.contains(index), !line.contains("\t"), !isInYAMLBlock else { return false }
    var rest = Self.trimmed(line)
    while rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
    let isItem = rest.startIndex != Self.trimmed(line).startIndex
    if let colon = rest.firstRange(of: ": "), !rest.hasPrefix("\""), !rest.hasPrefix("'"),
      rest[..<colon.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || "-_./ ".contains($0) })
    {
      rest = rest[colon.upperBound...].drop { $0 == " " }
    } else if !isItem || rest.hasSuffix(":") || rest.contains(": ") {
      return false
    }
    guard let first = rest.first, !"|>&*!%@`{[,]}?#".contains(first) else { return false }
    if first == "\"" || first == "'" {
      guard rest.count > 1, rest.last == first,
        !rest.dropFirst().dropLast().contains(where: { $0 == first || $0 == "\\" })
      else { return false }
    } else if rest.contains(" #") {
      return false
    }
    // What is indented more would belong to the value.
    let next = lines[(index + 1)...].first { !Self.trimmed($0).isEmpty }
    guard let next else { return true }
    let keyIndent = line.count - line.drop { $0 == " " || $0 == "-" }.count
    return Self.indent(next) <= keyIndent && !isInYAMLFlow
  }

  /// Whether a line before starts a block of text that reaches here.
  private var isInYAMLBlock: Bool {
    var isOpen = false
    var level = 0
    for line in lines[...index] where !Self.trimmed(line).isEmpty {
      if isOpen, Self.indent(line) > level { continue }
      isOpen = Self.trimmed(line).startsYAMLBlock
      level = Self.indent(line)
    }
    return isOpen && Self.indent(line) > level
  }

  /// Whether a bracket or quote before may still be open; one that stands in a text counts as well.
  private var isInYAMLFlow: Bool {
    var depth = 0
    var quotes = 0
    for line in before {
      for character in line {
        if "{[".contains(character) { depth += 1 }
        if "}]".contains(character) { depth -= 1 }
        if character == "\"" { quotes += 1 }
      }
    }
    return depth != 0 || quotes % 2 != 0
  }
}

extension Substring {
  /// Whether a line of YAML ends with the sign of a block of text, `|` or `>` with its modifiers.
  fileprivate var startsYAMLBlock: Bool {
    let bare = firstRange(of: " #").map { self[..<$0.lowerBound] } ?? self
    let words = bare.split(separator: " ")
    guard let last = words.last, let sign = last.first, sign == "|" || sign == ">" else { return false }
    return last.dropFirst().allSatisfy { "+-123456789".contains($0) }
  }
}
