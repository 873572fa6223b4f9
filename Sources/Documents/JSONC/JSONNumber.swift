/// JSON numbers.
enum JSONNumber {
  /// The value of a word that is a JSON number: an integer if it has neither fraction nor exponent and 64 bits hold it.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Value? {
    var offset = range.lowerBound
    let isNegative = bytes[offset] == Byte.minus
    if isNegative { offset += 1 }
    let digits = offset
    guard skipDigits(bytes, &offset, range.upperBound) else { return nil }
    // A leading zero must be the only digit.
    if bytes[digits] == Byte.zero, offset > digits + 1 { return nil }
    if offset == range.upperBound, let integer = integer(bytes, digits..<offset, isNegative: isNegative) {
      return .integer(integer)
    }
    if offset < range.upperBound, bytes[offset] == Byte.dot {
      offset += 1
      guard skipDigits(bytes, &offset, range.upperBound) else { return nil }
    }
    if offset < range.upperBound, bytes[offset] | 0x20 == 0x65 {
      offset += 1
      if offset < range.upperBound, bytes[offset] == Byte.plus || bytes[offset] == Byte.minus { offset += 1 }
      guard skipDigits(bytes, &offset, range.upperBound) else { return nil }
    }
    guard offset == range.upperBound else { return nil }
    return Double(String(decoding: bytes[range], as: UTF8.self)).map { .float($0) }
  }

  private static func skipDigits(_ bytes: [UInt8], _ offset: inout Int, _ end: Int) -> Bool {
    let start = offset
    while offset < end, Byte.isDigit(bytes[offset]) { offset += 1 }
    return offset > start
  }

  private static func integer(_ bytes: [UInt8], _ range: Range<Int>, isNegative: Bool) -> Int64? {
    var value: Int64 = 0
    for offset in range {
      let digit = Int64(bytes[offset] &- Byte.zero)
      let product = value.multipliedReportingOverflow(by: 10)
      let sum = product.partialValue.addingReportingOverflow(isNegative ? -digit : digit)
      if product.overflow || sum.overflow { return nil }
      value = sum.partialValue
    }
    return value
  }
}
