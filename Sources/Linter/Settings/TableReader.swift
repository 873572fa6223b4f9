package import Documents
import Text

/// A mistake in a file of the user's own making: settings or rules.
///
/// It ends the run with status 2.
package struct FileError: Error, Sendable, Hashable {
  package let path: String
  package let position: Position
  /// One sentence without the place.
  package let message: String

  package init(path: String, position: Position, message: String) {
    self.path = path
    self.position = position
    self.message = message
  }

  /// The place and the sentence, as compilers write it: "paddock.toml:3:1: unknown key …".
  package var description: String { "\(path):\(position.line):\(position.column): \(message)" }
}

/// Reads the members of a TOML table strictly: every key must be known and of the right kind.
///
/// Errors are collected, so that one run shows them all.
struct TableReader {
  let source: Source
  let table: Table
  /// The table as a place, for what is missing.
  let region: Region
  /// Words for the table: "a `[[rule]]`".
  let words: String
  private(set) var errors: [FileError] = []
  private var known: Set<String> = []

  init(_ node: Node, of source: Source, words: String) {
    self.source = source
    self.words = words
    table = node.table ?? Table()
    region = node.region
    if node.table == nil { fail(node.region, "expected a table here") }
  }

  mutating func fail(_ region: Region, _ message: String) {
    errors.append(
      FileError(path: source.path, position: source.lines.position(at: region.start), message: message)
    )
  }

  /// Takes over a mistake found by another reader of the same file.
  mutating func adopt(_ error: FileError) { errors.append(error) }

  mutating func node(_ key: String) -> Node? {
    known.insert(key)
    return table[key]
  }

  mutating func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.string else {
      fail(node.region, "`\(key)` must be a string, not \(node.kindInWords)")
      return nil
    }
    return text
  }

  mutating func requiredString(_ key: String) -> String {
    if table[key] == nil { fail(region, "\(words) needs a `\(key)`") }
    return string(key) ?? ""
  }

  mutating func strings(_ key: String) -> [String] {
    stringNodes(key).map(\.text)
  }

  mutating func stringNodes(_ key: String) -> [(text: String, region: Region)] {
    guard let node = node(key) else { return [] }
    guard let elements = node.array else {
      fail(node.region, "`\(key)` must be an array of strings, not \(node.kindInWords)")
      return []
    }
    return elements.compactMap { element in
      guard let text = element.string else {
        fail(element.region, "`\(key)` must hold strings only, not \(element.kindInWords)")
        return nil
      }
      return (text, element.region)
    }
  }

  mutating func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    guard let flag = node.boolean else {
      fail(node.region, "`\(key)` must be true or false")
      return nil
    }
    return flag
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    guard let number = node.integer, range.contains(Int(number)) else {
      fail(node.region, "`\(key)` must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return Int(number)
  }

  mutating func number(_ key: String) -> Double? {
    guard let node = node(key) else { return nil }
    switch node.value {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    default:
      fail(node.region, "`\(key)` must be a number")
      return nil
    }
  }

  /// One of a fixed set of words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    if let node = table[key] { fail(node.region, "`\(key)` must be one of \(allowed)") }
    return nil
  }

  /// The members nobody has asked for so far.
  var unknown: [Member] { table.members.filter { !known.contains($0.key) } }

  /// Reports the keys nobody asked for.
  ///
  /// Call last.
  mutating func finish() {
    for member in unknown {
      let hint = NearMiss.closest(to: member.key, among: known).map { "; did you mean `\($0)`?" } ?? ""
      fail(member.keyRegion, "unknown key `\(member.key)` in \(words)\(hint)")
    }
  }
}
