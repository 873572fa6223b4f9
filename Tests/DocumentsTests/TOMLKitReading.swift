import Documents
import TOMLKit

/// What TOMLKit reads in a document, as our nodes without regions.
enum TOMLKitReading {
  /// `nil` for a document that TOMLKit refuses.
  static func root(of text: String) -> Node? {
    guard let table = try? TOMLKit.TOMLTable(string: text) else { return nil }
    return node(table)
  }

  private static func node(_ table: TOMLKit.TOMLTable) -> Node {
    let members = table.keys.compactMap { key in
      table[key].map { Member(key: key, keyRegion: noRegion, node: node($0)) }
    }
    return Node(region: noRegion, value: .table(Table(members: members)))
  }

  private static let noRegion = Region(start: 0, end: 0)

  private static func node(_ value: any TOMLValueConvertible) -> Node {
    if let table = value.table { return node(table) }
    return Node(region: noRegion, value: scalarOrArray(value))
  }

  private static func scalarOrArray(_ value: any TOMLValueConvertible) -> Value {
    if let array = value.array { return .array((0..<array.count).map { node(array[$0]) }) }
    if let text = value.string { return .string(text) }
    if let number = value.int { return .integer(Int64(number)) }
    if let number = value.double { return .float(number) }
    if let flag = value.bool { return .boolean(flag) }
    if let date = value.date { return .date(text(date)) }
    if let time = value.time { return .date(text(time)) }
    guard let both = value.dateTime else { return .null }
    let zone = both.offset.map { $0.offset < 0 ? "\($0.offset)" : "+\($0.offset)" } ?? ""
    return .date("\(text(both.date))T\(text(both.time))\(zone)")
  }

  private static func text(_ date: TOMLDate) -> String {
    "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  private static func text(_ time: TOMLTime) -> String {
    "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2)).\(padded(time.nanoSecond, 9))"
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
