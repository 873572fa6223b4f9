import Documents

/// Reads `paddock.state.json` strictly: what is not understood is a mistake with a place, for a fact read wrongly would
/// be worse than none.
///
/// It goes through the text once and keeps nothing but the state: a file can have some hundred thousand bindings.
struct SavedStateReader {
  /// One sentence with the offset of what it is about.
  struct Mistake {
    let offset: Int
    let message: String
  }

  var cursor: JSONCursor
  private(set) var mistakes: [Mistake] = []
  /// The bindings read last.
  ///
  /// Most versions bind what the one before them binds: what is written as it was there need not be read again.
  var lastBindings = WrittenBindings()

  init(_ bytes: [UInt8]) {
    cursor = JSONCursor(bytes)
  }

  mutating func fail(at offset: Int, _ message: String) {
    mistakes.append(Mistake(offset: offset, message: message))
  }

  /// The state; worth something only when there are no mistakes and the cursor met no damage.
  mutating func read() -> RemoteState {
    var state = RemoteState()
    var version: (offset: Int, number: Int64)?
    _ = cursor.kind()
    let start = cursor.position
    let sections = ["account", "workers", "pagesProjects", "stores", "auditLog"]
    let seen = object("a saved state", optional: ["schemaVersion"] + sections) { reader, key in
      switch key {
      case "schemaVersion": version = reader.integer(key)
      case "account": state.account = reader.account()
      case "workers": state.workers = reader.catalog("`workers`") { $0.worker() }
      case "pagesProjects": state.pagesProjects = reader.catalog("`pagesProjects`") { $0.pagesProject() }
      case "stores": state.stores = reader.catalog("`stores`") { $0.store() }
      default: state.auditLog = reader.timeline("`auditLog`") { $0.auditEvent() }
      }
    }
    // Of a file that is not ours, nothing else is worth a word.
    if !seen.contains("schemaVersion") {
      let message = "this is no saved state: it has no `schemaVersion`; write one with `paddock state capture`"
      mistakes = [Mistake(offset: start, message: message)]
    } else if let (offset, number) = version, number > Int64(SavedState.schemaVersion) {
      let message = "the file has schema version \(number), which a newer Paddock wrote; update Paddock"
      mistakes = [Mistake(offset: offset, message: message)]
    }
    return state
  }

  // MARK: Values

  /// Whether a value of a kind comes next; one of another kind is a mistake and passed over.
  mutating func expect(_ kind: JSONCursor.Kind, _ words: @autoclosure () -> String) -> Bool {
    guard let found = cursor.kind() else { return false }
    if found == kind { return true }
    fail(at: cursor.position, "\(words()) must be \(kind.inWords), not \(found.inWords)")
    cursor.skip()
    return false
  }

  /// Reads an object of which only some keys are known, in whatever order they stand; the closure reads the value.
  ///
  /// - Returns: the keys that are there.
  @discardableResult
  mutating func object(
    _ words: String,
    required: [String] = [],
    optional: [String] = [],
    _ read: (inout SavedStateReader, String) -> Void
  ) -> [String] {
    guard expect(.object, words) else { return [] }
    let start = cursor.position
    var seen: [String] = []
    cursor.open()
    while let (key, place) = cursor.nextKey() {
      if seen.contains(key) { fail(at: place, Self.again(key)) }
      seen.append(key)
      if required.contains(key) || optional.contains(key) {
        read(&self, key)
      } else {
        let known = (required + optional).map { "`\($0)`" }.joined(separator: ", ")
        fail(at: place, "unknown key `\(key)` in \(words); it may have \(known)")
        cursor.skip()
      }
    }
    for key in required where !seen.contains(key) { fail(at: start, "\(words) has no `\(key)`") }
    return seen
  }

  static func again(_ key: String) -> String { "`\(key)` stands here a second time; remove one of them" }

  mutating func text(_ key: String) -> String? { expect(.string, "`\(key)`") ? cursor.string() : nil }

  /// A text that must not be empty.
  mutating func name(_ key: String) -> String {
    guard let text = text(key) else { return "" }
    if text.isEmpty { fail(at: cursor.position - 2, "`\(key)` must not be empty") }
    return text
  }

  mutating func flag(_ key: String) -> Bool {
    if cursor.kind() == .boolean { return cursor.boolean() ?? false }
    fail(at: cursor.position, "`\(key)` must be true or false")
    cursor.skip()
    return false
  }

  /// A whole number from 1, with its place.
  mutating func integer(_ key: String) -> (offset: Int, number: Int64)? {
    let isNumber = cursor.kind() == .number
    let offset = cursor.position
    if isNumber, let number = cursor.integer(), number >= 1 { return (offset, number) }
    fail(at: offset, "`\(key)` must be a whole number from 1")
    if !isNumber { cursor.skip() }
    return nil
  }

  /// Reads an array; the closure reads an element.
  mutating func array(_ words: @autoclosure () -> String, _ read: (inout SavedStateReader) -> Void) {
    guard expect(.array, words()) else { return }
    cursor.open()
    while cursor.nextElement() { read(&self) }
  }

  /// One of some words.
  mutating func choice<Choice>(_ key: String, _ choices: [(word: String, value: Choice)]) -> Choice? {
    let isString = cursor.kind() == .string
    let offset = cursor.position
    let word = isString ? cursor.string() : nil
    if let found = choices.first(where: { $0.word == word }) { return found.value }
    let words = choices.map { "\"\($0.word)\"" }.joined(separator: ", ")
    fail(at: offset, "`\(key)` must be one of \(words)")
    if !isString { cursor.skip() }
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    choice(key, Choice.allCases.map { ($0.rawValue, $0) })
  }

  // MARK: Collections

  /// Reads an object of things by name; the closure reads one and says whether its name was there before.
  private mutating func entries(_ words: String, _ read: (inout SavedStateReader, String) -> Bool) {
    guard expect(.object, "`entries` of \(words)") else { return }
    cursor.open()
    while let (name, place) = cursor.nextKey() {
      if name.isEmpty { fail(at: place, "a name in \(words) must not be empty") }
      if read(&self, name) { fail(at: place, Self.again(name)) }
    }
  }

  mutating func catalog<Element>(
    _ words: String,
    _ read: (inout SavedStateReader) -> Element?
  ) -> Catalog<Element> {
    var catalog = Catalog<Element>()
    object(words, required: ["complete", "entries"]) { reader, key in
      if key == "complete" {
        catalog.isComplete = reader.flag(key)
      } else {
        reader.entries(words) { reader, name in
          catalog.entries.updateValue(reader.entry(of: words, read), forKey: name) != nil
        }
      }
    }
    return catalog
  }

  private mutating func entry<Element>(
    of words: String,
    _ read: (inout SavedStateReader) -> Element?
  ) -> Known<Element?> {
    switch cursor.kind() {
    case .null:
      cursor.skip()
      return .known(nil)
    case .string:
      let offset = cursor.position
      if cursor.string() != SavedState.unknownWord {
        fail(at: offset, "an entry of \(words) is an object, null or \"\(SavedState.unknownWord)\"")
      }
      return .unknown
    default: return .known(read(&self))
    }
  }

  mutating func timeline<Element>(
    _ words: String,
    _ read: (inout SavedStateReader) -> Element?
  ) -> Timeline<Element> {
    var timeline = Timeline<Element>.unknown
    object(words, required: ["complete", "endsWithNewest", "entries"]) { reader, key in
      switch key {
      case "complete": timeline.isComplete = reader.flag(key)
      case "endsWithNewest": timeline.endsWithNewest = reader.flag(key)
      default:
        reader.array("`entries` of \(words)") { reader in
          if let element = read(&reader) { timeline.elements.append(element) }
        }
      }
    }
    return timeline
  }
}
