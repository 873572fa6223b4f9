/// A compiled pattern with wildcards; matches like git's `wildmatch` with WM_PATHNAME.
struct IgnoreGlob: Sendable {
  private enum Token {
    case byte(UInt8)
    /// `?`: any byte but a slash.
    case any
    /// `[…]`: an index into `sets`.
    case set(Int)
    /// `*`: any number of bytes but slashes.
    case star
    /// `**` at the end: any number of bytes.
    case deepStar
    /// `**/`: any number of folders.
    case folders
  }

  private var tokens: [Token] = []
  private var sets: [IgnoreByteSet] = []
  /// The least length of a matching text.
  private var minimumLength = 0

  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\")
  }

  /// Compiles a pattern.
  ///
  /// `nil` for one that matches nothing: an unclosed or unknown class, a backslash at the end.
  init?(_ pattern: ArraySlice<UInt8>) {
    var offset = pattern.startIndex
    while offset < pattern.endIndex {
      switch pattern[offset] {
      case UInt8(ascii: "*"): offset = appendStars(of: pattern, at: offset)
      case UInt8(ascii: "?"):
        tokens.append(.any)
        offset += 1
      case UInt8(ascii: "["):
        guard let (set, end) = IgnoreByteSet.parse(pattern, at: offset) else { return nil }
        tokens.append(.set(sets.count))
        sets.append(set)
        offset = end
      case UInt8(ascii: "\\"):
        guard offset + 1 < pattern.endIndex else { return nil }
        tokens.append(.byte(pattern[offset + 1]))
        offset += 2
      default:
        tokens.append(.byte(pattern[offset]))
        offset += 1
      }
    }
    for token in tokens {
      switch token {
      case .byte, .any, .set: minimumLength += 1
      case .star, .deepStar, .folders: break
      }
    }
  }

  /// The byte every match ends with, or -1.
  var lastByte: Int16 {
    guard case .byte(let byte) = tokens.last else { return -1 }
    return Int16(byte)
  }

  private mutating func appendStars(of pattern: ArraySlice<UInt8>, at start: Int) -> Int {
    let end = pattern[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? pattern.endIndex
    let beginsComponent = start == pattern.startIndex || pattern[start - 1] == UInt8(ascii: "/")
    guard end - start > 1, beginsComponent else {
      tokens.append(.star)
      return end
    }
    if end == pattern.endIndex {
      tokens.append(.deepStar)
    } else if pattern[end] == UInt8(ascii: "/") {
      tokens.append(.folders)
      return end + 1
    } else if pattern[end] == UInt8(ascii: "\\"), end + 1 < pattern.endIndex, pattern[end + 1] == UInt8(ascii: "/") {
      tokens.append(.deepStar)
    } else {
      tokens.append(.star)
    }
    return end
  }

  /// Whether the text from an offset matches.
  ///
  /// Backtracks only to the last `*` and the last `**`. That is enough: the earliest end of the part before a `**`
  /// leaves the most freedom, and slashes fix the components. So the time stays bounded.
  func matches(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard text.count - start >= minimumLength else { return false }
    var offset = start
    var index = 0
    var star: (index: Int, offset: Int)?
    var deep: (index: Int, offset: Int)?
    while true {
      if index == tokens.count {
        if offset == text.count { return true }
      } else {
        var isMatch = false
        switch tokens[index] {
        case .star:
          star = (index, offset)
          index += 1
          continue
        case .deepStar, .folders:
          deep = (index, offset)
          star = nil
          index += 1
          continue
        case .byte(let byte): isMatch = offset < text.count && text[offset] == byte
        case .any: isMatch = offset < text.count && text[offset] != UInt8(ascii: "/")
        case .set(let set):
          isMatch = offset < text.count && text[offset] != UInt8(ascii: "/") && sets[set].contains(text[offset])
        }
        if isMatch {
          index += 1
          offset += 1
          continue
        }
      }
      if let last = star, last.offset < text.count, text[last.offset] != UInt8(ascii: "/") {
        star = (last.index, last.offset + 1)
        index = last.index + 1
        offset = last.offset + 1
      } else if let last = deep, let next = nextStart(after: last.index, in: text, from: last.offset) {
        deep = (last.index, next)
        star = nil
        index = last.index + 1
        offset = next
      } else {
        return false
      }
    }
  }

  /// Where the part after a `**` may begin next.
  private func nextStart(after index: Int, in text: Span<UInt8>, from offset: Int) -> Int? {
    guard case .folders = tokens[index] else { return offset < text.count ? offset + 1 : nil }
    var offset = offset
    while offset < text.count {
      offset += 1
      if text[offset - 1] == UInt8(ascii: "/") { return offset }
    }
    return nil
  }
}
