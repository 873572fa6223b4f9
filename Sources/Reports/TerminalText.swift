import Documents
import Text

/// Text as a terminal shows it: safe, coloured, and with the width it takes.
package enum TerminalText {
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case cyan = "36"
  }

  /// Text in a style; unchanged without colour.
  static func styled(_ text: String, _ styles: Style..., when usesColor: Bool) -> String {
    guard usesColor, !text.isEmpty else { return text }
    return "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// Text in which nothing can steer the terminal, break a line or reorder it: such characters become `\x1b` or `\u202e`.
  ///
  /// Bytes of paths that are no text become `\xff`.
  package static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if let byte = PathStandIn.byte(of: scalar) {
        safe += "\\x\(hexadecimal(UInt32(byte), 2))"
      } else if isUnsafe(scalar) {
        safe += scalar.value < 0x100 ? "\\x\(hexadecimal(scalar.value, 2))" : "\\u\(hexadecimal(scalar.value, 4))"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case .unassigned, .privateUse: PathStandIn.byte(of: scalar) != nil
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32, _ digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Text in lines of at most some columns, broken at blanks; a longer word stays whole.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let wordWidth = Self.width(of: word.unicodeScalars)
      if !line.isEmpty, used + 1 + wordWidth > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      used += line.isEmpty ? wordWidth : wordWidth + 1
      line += line.isEmpty ? word : " \(word)"
    }
    return lines + [line]
  }

  /// The columns some text takes: two for wide characters, none for combining ones.
  static func width(of text: some Sequence<Unicode.Scalar>) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The columns of one code point, as `wcwidth` gives them (Unicode Standard Annex 11).
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xAD: return 1
    // Vowels and final consonants of Hangul syllables written in parts join the first consonant.
    case 0x1160...0x11FF: return 0
    // Two of these make one flag.
    case 0x1F1E6...0x1F1FF: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    // The wide and full-width blocks; emoji among other symbols are known by their property.
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
