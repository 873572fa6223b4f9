/// The four TOML kinds of dates and times: with offset, local, date only, time only.
enum TOMLDate {
  /// Whether a word is a date, a time, or both with `T` or one blank between them.
  static func isDate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var scanner = Scanner(bytes: bytes, offset: range.lowerBound, end: range.upperBound)
    if scanner.hasTimeAhead { return scanner.time() && scanner.isAtEnd }
    guard scanner.date() else { return false }
    if scanner.isAtEnd { return true }
    guard scanner.skip({ $0 | 0x20 == 0x74 || $0 == Byte.space }), scanner.time() else { return false }
    return scanner.isAtEnd || scanner.zone() && scanner.isAtEnd
  }

  /// Whether a word is exactly `dddd-dd-dd`, so that a blank and a time may follow.
  static func hasFormOfDate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count == 10 && bytes[range.lowerBound + 4] == Byte.minus && bytes[range.lowerBound + 7] == Byte.minus
  }

  private struct Scanner {
    let bytes: [UInt8]
    var offset: Int
    let end: Int

    var isAtEnd: Bool { offset == end }

    var hasTimeAhead: Bool { offset + 2 < end && bytes[offset + 2] == Byte.colon }

    mutating func skip(_ matches: (UInt8) -> Bool) -> Bool {
      guard offset < end, matches(bytes[offset]) else { return false }
      offset += 1
      return true
    }

    mutating func number(digits: Int) -> Int? {
      guard offset + digits <= end else { return nil }
      var value = 0
      for _ in 0..<digits {
        guard Byte.isDigit(bytes[offset]) else { return nil }
        value = value * 10 + Int(bytes[offset] &- Byte.zero)
        offset += 1
      }
      return value
    }

    mutating func date() -> Bool {
      guard let year = number(digits: 4), skip({ $0 == Byte.minus }),
        let month = number(digits: 2), (1...12).contains(month), skip({ $0 == Byte.minus }),
        let day = number(digits: 2)
      else { return false }
      let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      return (1...days[month - 1]).contains(day)
    }

    mutating func time() -> Bool {
      guard hoursAndMinutes(), skip({ $0 == Byte.colon }),
        // RFC 3339 §5.7: 60 is a leap second.
        let second = number(digits: 2), second <= 60
      else { return false }
      guard skip({ $0 == Byte.dot }) else { return true }
      guard skip(Byte.isDigit) else { return false }
      while skip(Byte.isDigit) {}
      return true
    }

    mutating func zone() -> Bool {
      if skip({ $0 | 0x20 == 0x7A }) { return true }
      return skip { $0 == Byte.plus || $0 == Byte.minus } && hoursAndMinutes()
    }

    private mutating func hoursAndMinutes() -> Bool {
      guard let hour = number(digits: 2), hour <= 23, skip({ $0 == Byte.colon }), let minute = number(digits: 2)
      else { return false }
      return minute <= 59
    }
  }
}
