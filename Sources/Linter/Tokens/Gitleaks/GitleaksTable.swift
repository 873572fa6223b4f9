import Documents

/// A table of a file of gitleaks: wrong kinds are mistakes, and unknown keys are only noted, as gitleaks passes over them.
struct GitleaksTable {
  let source: Source
  let region: Region
  private let table: Table
  private let words: String
  private(set) var errors: [FileError] = []
  private(set) var notices: [FileError] = []
  private var known: Set<String> = []

  init(_ node: Node, of source: Source, words: String) {
    self.source = source
    self.words = words
    region = node.region
    table = node.table ?? Table()
    if node.table == nil { fail(node.region, "expected a table here") }
  }

  subscript(key: String) -> Node? { table[key] }

  mutating func fail(_ region: Region, _ message: String) { errors.append(error(region, message)) }

  /// Says what becomes of a key that is not supported.
  mutating func note(_ key: String, _ message: String) {
    let place = table.member(key)?.keyRegion ?? region
    notices.append(error(place, "`\(key)` is not supported: \(message)"))
  }

  /// Says what is different here about something supported.
  mutating func remark(_ region: Region, _ message: String) { notices.append(error(region, message)) }

  private func error(_ region: Region, _ message: String) -> FileError {
    FileError(path: source.path, position: source.lines.position(at: region.start), message: message)
  }

  /// Takes over what was found in a table below this one.
  mutating func adopt(_ other: GitleaksTable) {
    errors += other.errors
    notices += other.notices
  }

  // MARK: Values

  /// Keys that change nothing about what is found.
  mutating func skip(_ keys: String...) { known.formUnion(keys) }

  mutating func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    if node.string == nil { fail(node.region, "`\(key)` must be a string, not \(node.kindInWords)") }
    return node.string
  }

  mutating func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if node.boolean == nil { fail(node.region, "`\(key)` must be true or false") }
    return node.boolean
  }

  mutating func integer(_ key: String) -> Int? {
    guard let node = node(key) else { return nil }
    guard let number = node.integer, let small = Int32(exactly: number), small >= 0 else {
      fail(node.region, "`\(key)` must be a whole number from 0")
      return nil
    }
    return Int(small)
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

  mutating func strings(_ key: String) -> [String] { stringNodes(key).map(\.text) }

  private mutating func stringNodes(_ key: String) -> [(text: String, region: Region)] {
    guard let node = node(key) else { return [] }
    guard let elements = node.array, elements.allSatisfy({ $0.string != nil }) else {
      fail(node.region, "`\(key)` must be an array of strings")
      return []
    }
    return elements.compactMap { element in element.string.map { ($0, element.region) } }
  }

  mutating func table(_ key: String) -> Node? { node(key) }

  mutating func tables(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    if node.array == nil { fail(node.region, "`\(key)` must be an array of tables: [[\(key)]]") }
    return node.array ?? []
  }

  mutating func pattern(_ key: String) -> LazyPattern? {
    guard let text = string(key), let region = table[key]?.region else { return nil }
    return pattern(text, region)
  }

  mutating func patterns(_ key: String) -> [LazyPattern] {
    stringNodes(key).compactMap { pattern($0.text, $0.region) }
  }

  /// A pattern of Go; a mistake in it is a mistake in the file.
  private mutating func pattern(_ text: String, _ region: Region) -> LazyPattern? {
    let translated = GoPattern(text)
    let pattern = LazyPattern(translated.text)
    if case .failure(let error) = Result(catching: pattern.compiled) {
      fail(region, "the regular expression of \(words) is not valid: \(error)")
      return nil
    }
    for words in translated.differences { remark(region, "in this regular expression \(words)") }
    return pattern
  }

  private mutating func node(_ key: String) -> Node? {
    known.insert(key)
    return table[key]
  }

  /// Notes the keys nobody asked for.
  ///
  /// Call last.
  mutating func finish() {
    for member in table.members where !known.contains(member.key) {
      notices.append(error(member.keyRegion, "`\(member.key)` of \(words) is not known, and does nothing"))
    }
  }
}
