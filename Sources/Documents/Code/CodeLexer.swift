/// Splits JavaScript and TypeScript into tokens (ECMA-262 §12), without comments.
struct CodeLexer {
  private let bytes: [UInt8]
  private var position = 0
  private(set) var tokens: [CodeToken] = []
  /// Whether every literal and comment so far was closed.
  private(set) var isClear = true
  /// For each open template, how many braces are open in its hole.
  private var holes: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if bytes[position...].starts(with: "#!".utf8) { skipLine() }
  }

  mutating func run() {
    while let byte = byte(at: position) {
      switch byte {
      case Byte.space, Byte.tab, Byte.newline, Byte.carriageReturn: position += 1
      case Byte.slash: readSlash()
      case Byte.quote, Byte.apostrophe: readString(byte)
      case Self.backtick: readTemplate(from: position)
      case Byte.closeBrace where holes.last == 0:
        add(.holeEnd, to: position + 1)
        holes.removeLast()
        readTemplate(from: position - 1)
      case _ where Byte.isDigit(byte): readNumber()
      case _ where Self.isNamePart(byte) || byte == Byte.hash: readName()
      case Byte.backslash:
        // A name with an escape in it: not used in practice.
        isClear = false
        position += 1
      default: readSign(byte)
      }
    }
    if !holes.isEmpty { isClear = false }
  }

  private static let backtick = UInt8(ascii: "`")

  private static func isNamePart(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.underscore || byte == Byte.dollar || byte >= 0x80
  }

  private func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func add(_ kind: CodeToken.Kind, to end: Int, text: Range<Int>? = nil) {
    let written = String(decoding: bytes[text ?? position..<end], as: UTF8.self)
    tokens.append(CodeToken(kind, written, at: Region(start: position, end: end)))
    position = end
  }

  private mutating func skipLine() {
    while let byte = byte(at: position), byte != Byte.newline { position += 1 }
  }

  // MARK: Names, numbers, signs

  private mutating func readName() {
    var end = position + 1
    while let byte = byte(at: end), Self.isNamePart(byte) { end += 1 }
    add(.name, to: end)
  }

  private mutating func readNumber() {
    var end = position + 1
    while let byte = byte(at: end) {
      let isSign = byte == Byte.plus || byte == Byte.minus
      guard Self.isNamePart(byte) || byte == Byte.dot || isSign && bytes[end - 1] | 0x20 == UInt8(ascii: "e") else {
        break
      }
      end += 1
    }
    add(.literal, to: end)
  }

  /// Signs of several characters, longest first; `>` stays a token by itself, because it closes type arguments.
  private static let longSigns = [
    "...", "===", "!==", "??=", "||=", "&&=", "**=", "=>", "?.", "??", "||", "&&", "==", "!=", "<=", "++", "--", "+=",
    "-=", "*=", "/=", "%=", "|=", "&=", "^=", "**",
  ].map { Array($0.utf8) }

  private mutating func readSign(_ byte: UInt8) {
    if let last = holes.indices.last {
      if byte == Byte.openBrace { holes[last] += 1 }
      if byte == Byte.closeBrace { holes[last] -= 1 }
    }
    let rest = bytes[position...]
    var length = Self.longSigns.first { $0[0] == byte && rest.starts(with: $0) }?.count ?? 1
    // `a?.5:b` is a conditional.
    if length == 2, rest.starts(with: "?.".utf8), let next = self.byte(at: position + 2), Byte.isDigit(next) {
      length = 1
    }
    add(.sign, to: position + length)
  }

  // MARK: Comments, regular expressions

  private mutating func readSlash() {
    switch byte(at: position + 1) {
    case Byte.slash: skipLine()
    case Byte.star:
      var end = position + 2
      while end + 1 < bytes.count, !(bytes[end] == Byte.star && bytes[end + 1] == Byte.slash) { end += 1 }
      if end + 1 >= bytes.count { isClear = false }
      position = min(bytes.count, end + 2)
    default:
      if startsPattern {
        readPattern()
      } else {
        readSign(Byte.slash)
      }
    }
  }

  /// Whether a slash starts a regular expression: where a value may start.
  private var startsPattern: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .string, .literal: return false
    case .holeStart: return true
    case .holeEnd: return false
    case .name: return Self.valueFollows.contains(last.text)
    // `</` closes an element of markup.
    case .sign: return ![")", "]", "}", "++", "--", "<"].contains(last.text)
    }
  }

  /// The keywords after which a value starts.
  private static let valueFollows: Set<String> = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "instanceof", "await", "yield", "else",
    "do",
  ]

  private mutating func readPattern() {
    var end = position + 1
    var isInSet = false
    while let byte = byte(at: end), byte != Byte.newline {
      if byte == Byte.backslash {
        end += 2
        continue
      }
      if byte == Byte.openBracket { isInSet = true }
      if byte == Byte.closeBracket { isInSet = false }
      end += 1
      if byte == Byte.slash, !isInSet {
        while let flag = self.byte(at: end), Byte.isLetter(flag) { end += 1 }
        add(.literal, to: end)
        return
      }
    }
    isClear = false
    add(.literal, to: min(end, bytes.count))
  }

  // MARK: Strings and templates

  private mutating func readString(_ quote: UInt8) {
    var end = position + 1
    while let byte = byte(at: end), byte != quote, byte != Byte.newline {
      end += byte == Byte.backslash ? 2 : 1
    }
    guard byte(at: end) == quote else {
      isClear = false
      add(.string, to: min(end, bytes.count))
      return
    }
    add(.string, to: end + 1, text: position + 1..<end)
  }

  /// Continues a template up to its end or next hole.
  ///
  /// - Parameter start: where its backtick is, or the brace that closed a hole.
  private mutating func readTemplate(from start: Int) {
    let isWhole = bytes[start] == Self.backtick
    position = isWhole ? start : start + 1
    var end = start + 1
    while let byte = byte(at: end) {
      if byte == Self.backtick {
        if isWhole {
          add(.string, to: end + 1, text: start + 1..<end)
        } else {
          add(.literal, to: end + 1)
        }
        return
      }
      if byte == Byte.dollar, self.byte(at: end + 1) == Byte.openBrace {
        add(.literal, to: end)
        add(.holeStart, to: end + 2)
        holes.append(0)
        return
      }
      end += byte == Byte.backslash ? 2 : 1
    }
    isClear = false
    add(.literal, to: bytes.count)
  }
}
