import Documents

/// Tells whether a value stands by itself, or is a piece of a longer token.
///
/// A letter or a digit next to a value continues it: `password1` in `getpassword12`. What does not:
///
/// * the letters and digits of an escape: `\nVALUE`, `%3DVALUE`, `\u0022VALUE`, the end of a terminal color;
/// * the letter of a flag that takes its value without a blank: `mysql -pVALUE`;
/// * the mark before hexadecimal digits, and after a long integer: `0xVALUE`, `0xVALUEn`;
/// * anything next to an end of the value that joins parts itself: `KEY==VALUE`, `VALUE==KEY`.
///
/// A short value that holds `-` or `_` is continued by these as well. Longer ones are not there by chance.
struct ValueBoundary {
  private let value: ArraySlice<UInt8>
  private let isHexadecimal: Bool

  /// Shorter values can be a part of another word.
  private static let shortLength = 16
  /// How many bytes on each side have a say.
  static let reach = 16

  init(of value: ArraySlice<UInt8>) {
    self.value = value
    isHexadecimal = value.allSatisfy(\.isHexadecimalDigit)
  }

  private var isShort: Bool { value.count < Self.shortLength }

  /// - Parameters:
  ///   - before: the bytes before the value, at least ``reach`` where there are as many.
  ///   - after: the bytes after it.
  func stands(between before: ArraySlice<UInt8>, and after: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, let last = value.last else { return false }
    return (Self.joins(first) || !isContinued(before: before.suffix(Self.reach)))
      && (Self.joins(last) || !isContinued(after: after.prefix(Self.reach)))
  }

  /// Whether a byte at an end of a value keeps it apart from what is next to it.
  private static func joins(_ byte: UInt8) -> Bool { byte <= 0x20 || "/=?&:@,;.-|<>()[]{}\"'`".utf8.contains(byte) }

  private func isGlue(_ byte: UInt8) -> Bool {
    isShort && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")) && value.contains(byte)
  }

  private func isContinued(before: ArraySlice<UInt8>) -> Bool {
    guard let last = before.last else { return false }
    if isGlue(last) { return before.dropLast().last?.isASCIILetterOrDigit ?? false }
    guard last.isASCIILetterOrDigit else { return false }
    if let escaped = EscapeBefore.byte(before) { return escaped.isASCIILetterOrDigit }
    return !EscapeBefore.isColor(before) && !Self.isFlag(before) && !isHexadecimalPrefix(before)
  }

  private func isContinued(after: ArraySlice<UInt8>) -> Bool {
    guard let first = after.first else { return false }
    if isGlue(first) { return after.dropFirst().first?.isASCIILetterOrDigit ?? false }
    // The end of a long integer of JavaScript.
    if isHexadecimal, first == UInt8(ascii: "n") { return after.dropFirst().first?.isASCIILetterOrDigit ?? false }
    return (EscapeAfter.byte(after) ?? first).isASCIILetterOrDigit
  }

  /// `-pVALUE`, after a blank, a quote or nothing.
  private static func isFlag(_ before: ArraySlice<UInt8>) -> Bool {
    let flag = before.suffix(3)
    guard flag.count >= 2, flag[flag.endIndex - 2] == UInt8(ascii: "-") else { return false }
    guard flag.count == 3, let separator = flag.first else { return true }
    return separator <= 0x20 || "\"'`,[(".utf8.contains(separator)
  }

  /// `0xVALUE` and `\xVALUE`.
  private func isHexadecimalPrefix(_ before: ArraySlice<UInt8>) -> Bool {
    let (mark, rest) = (before.suffix(2), before.dropLast(2))
    guard isHexadecimal, mark.count == 2, let letter = mark.last, letter | 0x20 == UInt8(ascii: "x") else {
      return false
    }
    return mark.first == UInt8(ascii: "\\")
      || (mark.first == UInt8(ascii: "0") && !(rest.last?.isASCIILetterOrDigit ?? false))
  }
}
