/// Numbers in the digits of an alphabet.
struct Digits: Sendable {
  /// `0-9a-f`.
  static let hexLower = Digits("0123456789abcdef")
  /// `0-9A-F`.
  static let hexUpper = Digits("0123456789ABCDEF")
  /// `0-9a-z`.
  static let base36 = Digits("0123456789abcdefghijklmnopqrstuvwxyz")
  /// `0-9A-Za-z`.
  static let base62 = Digits("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  /// The alphabet in which Entra client secrets end.
  static let base66 = Digits("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~")

  /// The digits, value 0 first.
  let characters: [UInt8]

  private init(_ characters: String) {
    self.characters = Array(characters.utf8)
  }

  /// A number, most significant digit first, left padded with the digit of value 0.
  func text(of number: UInt32, length: Int = 0) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = number
    while rest > 0 {
      digits.append(characters[Int(rest) % characters.count])
      rest /= UInt32(characters.count)
    }
    while digits.count < length { digits.append(characters[0]) }
    return digits.reversed()
  }

  /// Parses digits, or nil if there are others or the number does not fit.
  func number(of text: some Collection<UInt8>) -> Int? {
    var number = 0
    for byte in text {
      guard let digit = characters.firstIndex(of: byte), number < 1 << 32 else { return nil }
      number = number * characters.count + digit
    }
    return text.isEmpty ? nil : number
  }
}
