/// Times as captures record them: ISO 8601 with date, time and zone, such as `2026-01-02T03:04:05Z`.
package enum CaptureTime {
  /// The seconds since 1970 of a time, fractions dropped; `nil` for a text that is none.
  package static func seconds(of text: String) -> Int? {
    var rest = Array(text.utf8)[...]
    func number(_ digits: Int) -> Int? {
      guard rest.count >= digits, rest.prefix(digits).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      defer { rest = rest.dropFirst(digits) }
      return rest.prefix(digits).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func skip(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4), skip(0x2D), let month = number(2), skip(0x2D), let day = number(2),
      skip(UInt8(ascii: "T")), let hour = number(2), skip(0x3A), let minute = number(2), skip(0x3A),
      let second = number(2),
      (1...12).contains(month), (1...daysIn(month, year)).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    if skip(UInt8(ascii: ".")) {
      guard number(1) != nil else { return nil }
      while number(1) != nil {}
    }
    var offset = 0
    if !skip(UInt8(ascii: "Z")) {
      let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
      guard skip(0x2B) || skip(0x2D), let hours = number(2), skip(0x3A), let minutes = number(2) else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    guard rest.isEmpty else { return nil }
    return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
  }

  private static func daysIn(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The days from 1970-01-01 to a day of the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years that start in March end with the leap day.
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }
}
