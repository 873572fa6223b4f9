import Documents

/// A table of a file of gitleaks: wrong kinds are mistakes, and unknown keys are only noted, as gitleaks passes over them.
struct GitleaksTable {
  private var reader: TableReader
  private(set) var notices: [FileError] = []

  init(_ node: Node, of source: Source, words: String) { reader = TableReader(node, of: source, words: words) }

  var source: Source { reader.source }
  var region: Region { reader.region }
  var errors: [FileError] { reader.errors }

  subscript(key: String) -> Node? { reader.table[key] }

  mutating func fail(_ region: Region, _ message: String) { reader.fail(region, message) }

  /// Says what becomes of a key that is not supported.
  mutating func note(_ key: String, _ message: String) {
    remark(reader.table.member(key)?.keyRegion ?? region, "`\(key)` is not supported: \(message)")
  }

  /// Says what is different here about something supported.
  mutating func remark(_ region: Region, _ message: String) {
    notices.append(
      FileError(path: source.path, position: source.lines.position(at: region.start), message: message)
    )
  }

  /// Takes over what was found in a table below this one.
  mutating func adopt(_ other: GitleaksTable) {
    for error in other.errors { reader.adopt(error) }
    notices += other.notices
  }

  // MARK: Values

  /// Keys that change nothing about what is found.
  mutating func skip(_ keys: String...) {
    for key in keys { _ = reader.node(key) }
  }

  mutating func string(_ key: String) -> String? { reader.string(key) }
  mutating func strings(_ key: String) -> [String] { reader.strings(key) }
  mutating func boolean(_ key: String) -> Bool? { reader.boolean(key) }
  /// A number that counts something.
  mutating func integer(_ key: String) -> Int? { reader.integer(key, in: 0...9999) }
  mutating func number(_ key: String) -> Double? { reader.number(key) }
  mutating func table(_ key: String) -> Node? { reader.node(key) }

  mutating func tables(_ key: String) -> [Node] {
    guard let node = reader.node(key) else { return [] }
    if node.array == nil { fail(node.region, "`\(key)` must be an array of tables: [[\(key)]]") }
    return node.array ?? []
  }

  mutating func pattern(_ key: String) -> LazyPattern? {
    guard let text = string(key), let region = reader.table[key]?.region else { return nil }
    return pattern(text, region)
  }

  mutating func patterns(_ key: String) -> [LazyPattern] {
    reader.stringNodes(key).compactMap { pattern($0.text, $0.region) }
  }

  /// A pattern of Go; a mistake in it is a mistake in the file.
  private mutating func pattern(_ text: String, _ region: Region) -> LazyPattern? {
    let translated = GoPattern(text)
    let pattern = LazyPattern(translated.text)
    if case .failure(let error) = Result(catching: pattern.compiled) {
      fail(region, "the regular expression of \(reader.words) is not valid: \(error)")
      return nil
    }
    for words in translated.differences { remark(region, "in this regular expression \(words)") }
    return pattern
  }

  /// Notes the keys nobody asked for.
  ///
  /// Call last.
  mutating func finish() {
    for member in reader.unknown {
      remark(member.keyRegion, "`\(member.key)` of \(reader.words) is not known, and does nothing")
    }
  }
}
