import Documents

/// How large a var is when it is sent to Cloudflare.
enum ValueSize {
  /// The size every Secrets Store accepts, in bytes; older ones refuse more (docs/facts/wrangler.md §7).
  static let everyStore = 1024
  /// The documented limit of a var or secret, 5 KB, in bytes (docs/facts/wrangler.md §7).
  static let variable = 5120

  /// The number of UTF-8 bytes of a string, or of the compact JSON text of any other value.
  static func bytes(of node: Node) -> Int {
    if let text = node.string { return text.utf8.count }
    return json(node)
  }

  private static func json(_ node: Node) -> Int {
    switch node.value {
    case .string(let text): quoted(text)
    case .integer(let number): "\(number)".utf8.count
    case .float: node.region.count
    case .boolean(let flag): flag ? 4 : 5
    case .null: 4
    case .date(let text): text.utf8.count + 2
    case .array(let nodes): 2 + max(0, nodes.count - 1) + nodes.reduce(0) { $0 + json($1) }
    case .table(let table):
      2 + max(0, table.members.count - 1) + table.members.reduce(0) { $0 + quoted($1.key) + 1 + json($1.node) }
    }
  }

  private static func quoted(_ text: String) -> Int {
    text.utf8.reduce(2) { size, byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: size + 2
      case ..<0x20: size + 6
      default: size + 1
      }
    }
  }

  /// A number as people read it: "12,345".
  static func words(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
