import Documents

/// Reads `paddock.state.json` strictly: what is not understood is a mistake with a place, for a fact read wrongly would
/// be worse than none.
struct SavedStateReader {
  let source: Source
  private(set) var errors: [StateFileError] = []

  init(_ source: Source) {
    self.source = source
  }

  mutating func fail(_ region: Region, _ message: String) {
    errors.append(StateFileError(source, region, message))
  }

  /// The state; worth something only when there are no errors.
  mutating func read() -> RemoteState {
    let document = JSONCParser.parse(source.bytes)
    for error in document.errors { fail(error.region, error.message) }
    for key in document.duplicateKeys { fail(key.region, "`\(key.key)` stands here a second time; remove one of them") }
    // After damage, what is missing was lost and needs no sentence of its own.
    guard errors.isEmpty, isOurs(document.root) else { return RemoteState() }
    guard
      let table = object(
        document.root,
        "a saved state",
        keys: ["schemaVersion", "account", "workers", "pagesProjects", "stores", "auditLog"]
      )
    else { return RemoteState() }
    var state = RemoteState()
    if let account = table["account"] { state.account = self.account(account) }
    state.workers = catalog(table["workers"], "`workers`") { $0.worker($1) }
    state.pagesProjects = catalog(table["pagesProjects"], "`pagesProjects`") { $0.pagesProject($1) }
    state.stores = catalog(table["stores"], "`stores`") { $0.store($1) }
    state.auditLog = timeline(table["auditLog"], "`auditLog`") { $0.auditEvent($1) }
    return state
  }

  /// Whether the file says that it is a saved state of a version we know.
  private mutating func isOurs(_ root: Node) -> Bool {
    guard let version = root["schemaVersion"] else {
      fail(
        Region(start: root.region.start, end: root.region.start),
        "this is no saved state: it has no `schemaVersion`; write one with `paddock state capture`"
      )
      return false
    }
    guard let number = version.integer, number >= 1 else {
      fail(version.region, "`schemaVersion` must be a whole number from 1")
      return false
    }
    if number > Int64(SavedState.schemaVersion) {
      fail(version.region, "the file has schema version \(number), which a newer Paddock wrote; update Paddock")
      return false
    }
    return true
  }

  // MARK: Members

  /// The members of an object of which only some keys are known; a mistake when it is none.
  mutating func object(_ node: Node, _ words: String, keys: [String]) -> Table? {
    guard let table = node.table else {
      fail(node.region, "\(words) must be an object, not \(node.kindInWords)")
      return nil
    }
    for member in table.members where !keys.contains(member.key) {
      let known = keys.map { "`\($0)`" }.joined(separator: ", ")
      fail(member.keyRegion, "unknown key `\(member.key)` in \(words); it may have \(known)")
    }
    return table
  }

  mutating func text(_ table: Table, _ key: String) -> String? {
    guard let node = table[key] else { return nil }
    guard let text = node.string else {
      fail(node.region, "`\(key)` must be a string, not \(node.kindInWords)")
      return nil
    }
    return text
  }

  /// A text that has to be there and must not be empty.
  mutating func name(_ table: Table, _ key: String, in node: Node, _ words: String) -> String {
    guard let member = table[key] else {
      fail(node.region, "\(words) has no `\(key)`")
      return ""
    }
    let text = text(table, key)
    if text == "" { fail(member.region, "`\(key)` must not be empty") }
    return text ?? ""
  }

  mutating func flag(_ table: Table, _ key: String) -> Bool? {
    guard let node = table[key] else { return nil }
    guard let flag = node.boolean else {
      fail(node.region, "`\(key)` must be true or false")
      return nil
    }
    return flag
  }

  mutating func requiredFlag(_ table: Table, _ key: String, in node: Node, _ words: String) -> Bool {
    if table[key] == nil { fail(node.region, "\(words) has no `\(key)`") }
    return flag(table, key) ?? false
  }

  mutating func array(_ node: Node, _ words: String) -> [Node] {
    guard let elements = node.array else {
      fail(node.region, "\(words) must be an array, not \(node.kindInWords)")
      return []
    }
    return elements
  }

  /// One of some words.
  mutating func choice<Choice>(_ node: Node, _ key: String, _ choices: [(word: String, value: Choice)]) -> Choice? {
    if let found = choices.first(where: { $0.word == node.string }) { return found.value }
    let words = choices.map { "\"\($0.word)\"" }.joined(separator: ", ")
    fail(node.region, "`\(key)` must be one of \(words)")
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: Node, _ key: String, of: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    choice(node, key, Choice.allCases.map { ($0.rawValue, $0) })
  }

  // MARK: Collections

  mutating func catalog<Element>(
    _ node: Node?,
    _ words: String,
    _ read: (inout SavedStateReader, Node) -> Element?
  ) -> Catalog<Element> {
    guard let node, let table = object(node, words, keys: ["complete", "entries"]) else { return Catalog() }
    var catalog = Catalog<Element>(isComplete: requiredFlag(table, "complete", in: node, words))
    for member in entries(table, in: node, words) {
      if member.key.isEmpty { fail(member.keyRegion, "a name in \(words) must not be empty") }
      if member.node.isNull {
        catalog.entries[member.key] = .known(nil)
      } else if let word = member.node.string {
        catalog.entries[member.key] = .unknown
        if word != SavedState.unknownWord {
          fail(member.node.region, "an entry of \(words) is an object, null or \"\(SavedState.unknownWord)\"")
        }
      } else if let element = read(&self, member.node) {
        catalog.entries[member.key] = .known(element)
      }
    }
    return catalog
  }

  private mutating func entries(_ table: Table, in node: Node, _ words: String) -> [Member] {
    guard let entries = table["entries"] else {
      fail(node.region, "\(words) has no `entries`")
      return []
    }
    guard let members = entries.table?.members else {
      fail(entries.region, "`entries` of \(words) must be an object, not \(entries.kindInWords)")
      return []
    }
    return members
  }

  mutating func timeline<Element>(
    _ node: Node?,
    _ words: String,
    _ read: (inout SavedStateReader, Node) -> Element?
  ) -> Timeline<Element> {
    guard let node, let table = object(node, words, keys: ["complete", "endsWithNewest", "entries"]) else {
      return .unknown
    }
    let isComplete = requiredFlag(table, "complete", in: node, words)
    let endsWithNewest = requiredFlag(table, "endsWithNewest", in: node, words)
    guard let entries = table["entries"] else {
      fail(node.region, "\(words) has no `entries`")
      return .unknown
    }
    var elements: [Element] = []
    for entry in array(entries, "`entries` of \(words)") {
      if let element = read(&self, entry) { elements.append(element) }
    }
    return Timeline(elements, endsWithNewest: endsWithNewest, isComplete: isComplete)
  }

  mutating func table(_ node: Node, _ words: String) -> BindingTable {
    guard let table = object(node, words, keys: ["listed", "entries"]) else { return .unknown }
    var extent = BindingTable.Extent.some
    if let listed = table["listed"] {
      extent = choice(listed, "listed", BindingTable.Extent.allCases.map { ($0.word, $0) }) ?? .some
    } else {
      fail(node.region, "\(words) has no `listed`")
    }
    var bindings: [String: RemoteBinding] = [:]
    for member in entries(table, in: node, words) {
      if member.key.isEmpty { fail(member.keyRegion, "the name of a binding must not be empty") }
      bindings[member.key] = binding(member.node)
    }
    return BindingTable(bindings, extent: extent)
  }

  /// A binding: its type, or an object where there is more to say.
  private mutating func binding(_ node: Node) -> RemoteBinding? {
    if let type = node.string {
      if type.isEmpty { fail(node.region, "the type of a binding must not be empty") }
      return RemoteBinding(BindingType(rawValue: type))
    }
    guard let table = object(node, "a binding", keys: ["type", "store", "secret", "mark"]) else { return nil }
    var binding = RemoteBinding(BindingType(rawValue: name(table, "type", in: node, "a binding")))
    binding.mark = text(table, "mark")
    if table["store"] != nil || table["secret"] != nil {
      binding.storeSecret = StoreReference(
        storeID: name(table, "store", in: node, "a binding of a store secret"),
        secretName: name(table, "secret", in: node, "a binding of a store secret")
      )
    }
    return binding
  }
}
