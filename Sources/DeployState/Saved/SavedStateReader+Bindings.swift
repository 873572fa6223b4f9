import Documents

/// The bindings of a version, and where each is written.
struct WrittenBindings {
  /// A name with the text of its member.
  struct Entry {
    let name: String
    let text: Range<Int>
  }

  var entries: [Entry] = []
  var bindings: [String: RemoteBinding] = [:]
}

extension SavedStateReader {
  mutating func table(_ words: String) -> BindingTable {
    var table = BindingTable.unknown
    object(words, required: ["listed", "entries"]) { reader, key in
      if key == "listed" {
        table.extent = reader.choice(key, BindingTable.Extent.allCases.map { ($0.word, $0) }) ?? .some
      } else if reader.expect(.object, "`entries` of \(words)") {
        reader.readBindings()
        table.bindings = reader.lastBindings.bindings
      }
    }
    return table
  }

  /// Reads bindings by name, starting from those of the last table: only what is written otherwise is read.
  private mutating func readBindings() {
    let last = lastBindings
    var next = WrittenBindings(bindings: last.bindings)
    next.entries.reserveCapacity(last.entries.count)
    var isKept = [Bool](repeating: false, count: last.entries.count)
    var place = 0
    cursor.open()
    while true {
      if place < last.entries.count, !isKept[place], cursor.skipMember(ifWrittenLike: last.entries[place].text) {
        next.entries.append(last.entries[place])
        isKept[place] = true
        place += 1
        continue
      }
      guard let (name, start) = cursor.nextKey() else { break }
      if name.isEmpty { fail(at: start, "the name of a binding must not be empty") }
      let isKnown = next.bindings.updateValue(binding(), forKey: name) != nil
      next.entries.append(WrittenBindings.Entry(name: name, text: start..<cursor.position))
      if !isKnown { continue }
      // It was there before, or stands here twice.
      if let index = last.entries.firstIndex(where: { $0.name == name }), !isKept[index] {
        isKept[index] = true
        place = index + 1
      } else {
        fail(at: start, Self.again(name))
      }
    }
    for (entry, isKept) in zip(last.entries, isKept) where !isKept { next.bindings[entry.name] = nil }
    lastBindings = next
  }

  /// A binding: its type, or an object where there is more to say.
  private mutating func binding() -> RemoteBinding {
    if cursor.kind() == .string {
      let offset = cursor.position
      let type = cursor.string() ?? ""
      if type.isEmpty { fail(at: offset, "the type of a binding must not be empty") }
      return RemoteBinding(BindingType(rawValue: type))
    }
    let start = cursor.position
    var binding = RemoteBinding(BindingType(rawValue: ""))
    var store: String?
    var secret: String?
    object("a binding", required: ["type"], optional: ["store", "secret", "mark"]) { reader, key in
      switch key {
      case "type": binding.type = BindingType(rawValue: reader.name(key))
      case "store": store = reader.name(key)
      case "secret": secret = reader.name(key)
      default: binding.mark = reader.text(key)
      }
    }
    if let store, let secret {
      binding.storeSecret = StoreReference(storeID: store, secretName: secret)
    } else if store != nil || secret != nil {
      fail(at: start, "a binding of a store secret has no `\(store == nil ? "store" : "secret")`")
    }
    return binding
  }
}
