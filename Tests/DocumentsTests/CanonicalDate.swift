/// Dates as written, in one form: the date with `T`, nine digits of fraction, and the zone in minutes.
enum CanonicalDate {
  static func text(_ written: String) -> String {
    var rest = Substring(written.uppercased().replacing(" ", with: "T"))
    var date = ""
    if rest.dropFirst(2).first != ":" {
      date = String(rest.prefix(10))
      rest = rest.dropFirst(10)
      guard rest.first == "T" else { return date }
      rest = rest.dropFirst()
      date += "T"
    }
    let time = rest.prefix(8)
    rest = rest.dropFirst(8)
    var fraction = ""
    if rest.first == "." {
      fraction = String(rest.dropFirst().prefix { $0.isNumber })
      rest = rest.dropFirst(fraction.count + 1)
    }
    let nine = (fraction + "000000000").prefix(9)
    return "\(date)\(time).\(nine)\(zone(rest))"
  }

  private static func zone(_ text: Substring) -> String {
    guard let sign = text.first else { return "" }
    if sign == "Z" { return "+0" }
    let hours = Int(text.dropFirst().prefix(2)) ?? 0
    let minutes = hours * 60 + (Int(text.suffix(2)) ?? 0)
    return sign == "-" && minutes > 0 ? "-\(minutes)" : "+\(minutes)"
  }
}
