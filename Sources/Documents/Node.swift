/// A value of a TOML or JSON document, with the region of its text.
///
/// The region is what a person would point at: a scalar with its quotes, an array or inline table with its brackets,
/// and for a TOML table with a header, that header with its brackets.
package struct Node: Sendable {
  package var region: Region
  package var value: Value

  package init(region: Region, value: Value) {
    self.region = region
    self.value = value
  }
}

/// What a node holds.
package enum Value: Sendable {
  case string(String)
  /// An integer, or a float without a fraction when the document writes it so. Out-of-range integers become floats.
  case integer(Int64)
  case float(Double)
  case boolean(Bool)
  case null
  /// A TOML date, time or date-time, as written.
  case date(String)
  case array([Node])
  case table(Table)
}

/// The members of a table or object in document order; a later member replaces an earlier one of the same key.
package struct Table: Sendable {
  package var members: [Member]

  package init(members: [Member] = []) {
    self.members = members
  }

  /// The value of a key; of several, the last, as wrangler's JSON reader takes it.
  package subscript(key: String) -> Node? { member(key)?.node }

  package func member(_ key: String) -> Member? { members.last { $0.key == key } }
}

/// One key with its value.
package struct Member: Sendable {
  package var key: String
  /// The key as written, quotes included.
  ///
  /// For a TOML table: its part of the first header or dotted key that names it.
  package var keyRegion: Region
  package var node: Node

  package init(key: String, keyRegion: Region, node: Node) {
    self.key = key
    self.keyRegion = keyRegion
    self.node = node
  }
}

extension Node {
  package var string: String? { if case .string(let text) = value { text } else { nil } }
  package var integer: Int64? { if case .integer(let number) = value { number } else { nil } }
  package var boolean: Bool? { if case .boolean(let flag) = value { flag } else { nil } }
  package var array: [Node]? { if case .array(let nodes) = value { nodes } else { nil } }
  package var table: Table? { if case .table(let table) = value { table } else { nil } }
  package var isNull: Bool { if case .null = value { true } else { false } }

  /// The member of a table; `nil` for a missing key and for a value that is not a table.
  package subscript(key: String) -> Node? { table?[key] }

  /// The kind of value, for messages: "a string", "an array".
  package var kindInWords: String {
    switch value {
    case .string: "a string"
    case .integer, .float: "a number"
    case .boolean: "a boolean"
    case .null: "null"
    case .date: "a date"
    case .array: "an array"
    case .table: "an object"
    }
  }
}
