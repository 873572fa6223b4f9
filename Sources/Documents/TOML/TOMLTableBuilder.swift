/// A TOML table while the document is read: later headers and dotted keys may still add to it.
final class TOMLTableBuilder {
  /// How a table came to be, which decides what may be added to it.
  enum Origin {
    /// Named on the way to a table by a header, as `a` is by `[a.b]`: may get a header of its own, once.
    case implied
    case header
    /// Named by a dotted key, as `a` is by `a.b = 1`: no header may name it again, though one may go through it.
    case dotted
    /// Complete as written: nothing may be added.
    case inline
  }

  /// A member while the document is read.
  struct Entry {
    let key: String
    let keyRegion: Region
    var item: Item
  }

  enum Item {
    case value(Node)
    case table(TOMLTableBuilder)
    /// The elements of an array of tables; the region is that of the first header.
    case tables(TOMLTableArrayBuilder)
  }

  var region: Region
  var origin: Origin
  private var entries: [Entry] = []
  private var index = KeyIndex()

  init(region: Region, origin: Origin) {
    self.region = region
    self.origin = origin
  }

  func item(_ key: String) -> Item? {
    let position =
      entries.count <= KeyIndex.linearLimit
      ? entries.lastIndex { KeyIndex.areSame($0.key, key) } : index.position(of: key)
    return position.map { entries[$0].item }
  }

  /// Adds a member; an earlier one of the same key is kept, but no longer found.
  func append(_ key: TOMLKeyPart, _ item: Item) {
    entries.append(Entry(key: key.text, keyRegion: key.region, item: item))
    guard entries.count > KeyIndex.linearLimit else { return }
    let firstMissing = entries.count == KeyIndex.linearLimit + 1 ? 0 : entries.count - 1
    for position in firstMissing..<entries.count { index.set(entries[position].key, position) }
  }

  /// The finished table.
  func node() -> Node {
    let members = entries.map { entry in
      Member(key: entry.key, keyRegion: entry.keyRegion, node: Self.node(of: entry.item))
    }
    return Node(region: region, value: .table(Table(members: members)))
  }

  private static func node(of item: Item) -> Node {
    switch item {
    case .value(let node): node
    case .table(let table): table.node()
    case .tables(let array): Node(region: array.region, value: .array(array.elements.map { $0.node() }))
    }
  }
}
