/// TOML integers and floats.
enum TOMLNumber {
  enum Reading {
    case value(Value)
    /// An integer that does not fit in 64 bits, as a float.
    case outOfRange(Double)
    case none
  }

  /// Reads a word that may be a number.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Reading {
    var start = range.lowerBound
    let isNegative = bytes[start] == Byte.minus
    let isSigned = isNegative || bytes[start] == Byte.plus
    if isSigned { start += 1 }
    guard start < range.upperBound else { return .none }
    let first = bytes[start]
    if !Byte.isDigit(first) {
      guard range.upperBound - start == 3 else { return .none }
      let word = (first, bytes[start + 1], bytes[start + 2])
      if word == (0x69, 0x6E, 0x66) { return .value(.float(isNegative ? -.infinity : .infinity)) }
      if word == (0x6E, 0x61, 0x6E) { return .value(.float(.nan)) }
      return .none
    }
    if first == Byte.zero, start + 1 < range.upperBound, let radix = radix(bytes[start + 1]) {
      return isSigned ? .none : prefixed(bytes, start + 2..<range.upperBound, radix: radix)
    }
    return decimal(bytes, range, digits: start, isNegative: isNegative)
  }

  private static func radix(_ letter: UInt8) -> UInt64? {
    switch letter {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  /// The digits after `0x`, `0o` or `0b`.
  private static func prefixed(_ bytes: [UInt8], _ range: Range<Int>, radix: UInt64) -> Reading {
    guard
      let end = endOfDigits(
        bytes,
        range,
        where: { (Byte.hexadecimalValue($0) ?? 99) < radix }
      ),
      end == range.upperBound
    else { return .none }
    var value: UInt64 = 0
    var approximation = 0.0
    var overflows = false
    for offset in range {
      guard let digit = Byte.hexadecimalValue(bytes[offset]) else { continue }
      let product = value.multipliedReportingOverflow(by: radix)
      let sum = product.partialValue.addingReportingOverflow(UInt64(digit))
      overflows = overflows || product.overflow || sum.overflow
      value = sum.partialValue
      approximation = approximation * Double(radix) + Double(digit)
    }
    guard !overflows, let integer = Int64(exactly: value) else { return .outOfRange(approximation) }
    return .value(.integer(integer))
  }

  private static func decimal(_ bytes: [UInt8], _ range: Range<Int>, digits: Int, isNegative: Bool) -> Reading {
    guard var offset = endOfDigits(bytes, digits..<range.upperBound, where: Byte.isDigit) else { return .none }
    // A leading zero must be the only digit.
    if bytes[digits] == Byte.zero, offset > digits + 1 { return .none }
    if offset == range.upperBound { return integer(bytes, range, digits: digits, isNegative: isNegative) }
    if bytes[offset] == Byte.dot {
      guard let end = endOfDigits(bytes, offset + 1..<range.upperBound, where: Byte.isDigit) else { return .none }
      offset = end
    }
    if offset < range.upperBound, bytes[offset] | 0x20 == 0x65 {
      offset += 1
      if offset < range.upperBound, bytes[offset] == Byte.plus || bytes[offset] == Byte.minus { offset += 1 }
      guard let end = endOfDigits(bytes, offset..<range.upperBound, where: Byte.isDigit) else { return .none }
      offset = end
    }
    guard offset == range.upperBound, let value = double(bytes, range) else { return .none }
    return .value(.float(value))
  }

  private static func integer(_ bytes: [UInt8], _ range: Range<Int>, digits: Int, isNegative: Bool) -> Reading {
    var value: Int64 = 0
    for offset in digits..<range.upperBound where bytes[offset] != Byte.underscore {
      let digit = Int64(bytes[offset] &- Byte.zero)
      let product = value.multipliedReportingOverflow(by: 10)
      // Accumulate negatively: the least integer has no positive counterpart.
      let sum = product.partialValue.addingReportingOverflow(isNegative ? -digit : digit)
      if product.overflow || sum.overflow { return double(bytes, range).map { .outOfRange($0) } ?? .none }
      value = sum.partialValue
    }
    return .value(.integer(value))
  }

  private static func double(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    Double(String(decoding: bytes[range].filter { $0 != Byte.underscore }, as: UTF8.self))
  }

  /// The end of digits that may have single underscores between them; `nil` if there are none or one is misplaced.
  private static func endOfDigits(_ bytes: [UInt8], _ range: Range<Int>, where isDigit: (UInt8) -> Bool) -> Int? {
    var offset = range.lowerBound
    var endsWithDigit = false
    while offset < range.upperBound {
      if isDigit(bytes[offset]) {
        endsWithDigit = true
      } else if bytes[offset] == Byte.underscore, endsWithDigit {
        endsWithDigit = false
      } else {
        break
      }
      offset += 1
    }
    return endsWithDigit ? offset : nil
  }
}
