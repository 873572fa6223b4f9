import Documents
import Foundation
import TestSupport
import Testing

/// What Foundation's JSON reader makes of documents.
@Suite struct JSONOracleTests {
  @Test(arguments: [false, true])
  func agreesOnDocumentsAtRandom(hasComments: Bool) throws {
    var writer = RandomJSON(seed: 11, hasComments: hasComments)
    for _ in 0..<150 {
      let text = writer.document()
      let ours = JSONCParser.parse(Array(text.utf8))
      #expect(ours.errors.isEmpty && ours.duplicateKeys.isEmpty, "\(text)")
      let theirs = try #require(Self.root(of: text, allowsJSON5: hasComments), "\(text)")
      #expect(
        Self.withPlainNumbers(ours.root).canonicalText() == Self.withPlainNumbers(theirs).canonicalText(),
        "\(text)"
      )
    }
  }

  /// Changes bytes of documents: whatever strict JSON allows, ours must, and whatever ours does, JSON5 must.
  @Test func agreesOnWhatIsNoJSON() {
    var writer = RandomJSON(seed: 12, hasComments: true)
    var counts = (accepted: 0, refused: 0)
    for _ in 0..<700 {
      var bytes = Array(writer.document().utf8)
      for _ in 0..<1 + writer.random.below(2) where !bytes.isEmpty {
        let place = writer.random.below(bytes.count)
        switch writer.random.below(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(writer.random.pick(Array("{}[],:\"'/*\\ 01.-etn\n".utf8)), at: place)
        default: bytes[place] = writer.random.pick(Array("{}[],:\"'/*\\ 01.-etn\n".utf8))
        }
      }
      let ours = JSONCParser.parse(bytes)
      guard let text = String(validating: bytes, as: UTF8.self), !Self.isReadOtherwise(text, ours.root)
      else { continue }
      if Self.root(of: text, allowsJSON5: false) != nil { #expect(ours.errors.isEmpty, "\(text)") }
      counts.refused += ours.errors.isEmpty ? 0 : 1
      guard ours.errors.isEmpty, ours.duplicateKeys.isEmpty else { continue }
      counts.accepted += 1
      let theirs = Self.root(of: text, allowsJSON5: true)
      #expect(
        Self.withPlainNumbers(ours.root).canonicalText() == theirs.map(Self.withPlainNumbers)?.canonicalText(),
        "\(text)"
      )
    }
    #expect(counts.accepted > 100)
    #expect(counts.refused > 200)
  }

  /// Foundation refuses half of a surrogate pair and numbers beyond the range of floats, where we go on.
  private static func isReadOtherwise(_ text: String, _ reading: Node) -> Bool {
    let withoutPairs = text.replacing("\\ud83d\\ude00", with: "")
    return withoutPairs.contains("\\ud") || withoutPairs.contains("\\uD") || hasInfinity(reading)
  }

  private static func hasInfinity(_ node: Node) -> Bool {
    switch node.value {
    case .float(let number): number.isInfinite
    case .array(let nodes): nodes.contains(where: hasInfinity)
    case .table(let table): table.members.contains { hasInfinity($0.node) }
    default: false
    }
  }

  private static func root(of text: String, allowsJSON5: Bool) -> Node? {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = allowsJSON5
    return (try? decoder.decode(FoundationValue.self, from: Data(text.utf8)))?.node
  }

  /// Makes integers of numbers that a float holds exactly, and floats of greater ones.
  ///
  /// Foundation does not tell 1.0 from 1, and reads 1.5e17 as an integer.
  private static func withPlainNumbers(_ node: Node) -> Node {
    let exact = Int64(1) << 53
    switch node.value {
    case .integer(let number) where !(-exact...exact).contains(number):
      return Node(region: node.region, value: .float(Double(number)))
    case .float(let number):
      guard let integer = Int64(exactly: number), (-exact...exact).contains(integer) else { return node }
      return Node(region: node.region, value: .integer(integer))
    case .array(let nodes):
      return Node(region: node.region, value: .array(nodes.map(withPlainNumbers)))
    case .table(let table):
      let members = table.members.map {
        Member(key: $0.key, keyRegion: $0.keyRegion, node: withPlainNumbers($0.node))
      }
      return Node(region: node.region, value: .table(Table(members: members)))
    default: return node
    }
  }
}

/// A value as Foundation reads it.
private struct FoundationValue: Decodable {
  let node: Node

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let value: Value
    if container.decodeNil() {
      value = .null
    } else if let flag = try? container.decode(Bool.self) {
      value = .boolean(flag)
    } else if let number = try? container.decode(Int64.self) {
      value = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      value = .float(number)
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else if let values = try? container.decode([FoundationValue].self) {
      value = .array(values.map(\.node))
    } else {
      let members = try container.decode([String: FoundationValue].self)
      value = .table(
        Table(members: members.map { Member(key: $0, keyRegion: Region(start: 0, end: 0), node: $1.node) })
      )
    }
    node = Node(region: Region(start: 0, end: 0), value: value)
  }
}
