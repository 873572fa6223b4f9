package import Documents
import FoundationEssentials

/// What wrangler does not say about a file of secrets, or says too late.
package struct SecretsFileProblem: Sendable, Hashable {
  package let severity: Obstacle.Severity
  package let position: Position
  /// One sentence without the place.
  package let message: String

  /// The sentence with the place.
  func sense(of path: String?) -> String {
    "\(path ?? "standard input"):\(position.line):\(position.column): \(message)"
  }
}

extension SecretsFile {
  /// Reads the names of a file for `--secrets-file` or a `bulk` command, as wrangler does
  /// (docs/facts/wrangler.md §6.3): strict JSON, and what is none as dotenv.
  package static func read(_ source: Source) -> (file: SecretsFile, problems: [SecretsFileProblem]) {
    var reader = SecretsFileReader(source: source)
    let entries = reader.read()
    let problems = reader.problems.sorted { $0.position < $1.position }
    return (SecretsFile(path: source.path, entries: entries), problems)
  }
}

private struct SecretsFileReader {
  let source: Source
  var problems: [SecretsFileProblem] = []

  private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) {}
  }

  mutating func read() -> [SecretEntry] {
    guard (try? JSONDecoder().decode(AnyJSON.self, from: Data(source.bytes))) != nil else { return readDotenv() }
    let root = JSONCParser.parse(source.bytes).root
    guard let table = root.table else {
      fail(.error, root.region, "a file of secrets must hold an object, not \(root.kindInWords)")
      return []
    }
    var seen: Set<String> = []
    // Of two members of one name the last counts.
    return table.members.reversed().compactMap { member -> SecretEntry? in
      guard seen.insert(member.key).inserted else { return nil }
      guard let text = member.node.string else {
        if !member.node.isNull {
          fail(.error, member.node.region, "\(member.key) must be a string or null, not \(member.node.kindInWords)")
        }
        return SecretEntry(member.key, isNull: true)
      }
      look(at: text, of: member.key, member.node.region)
      return SecretEntry(member.key)
    }
    .reversed()
  }

  private mutating func readDotenv() -> [SecretEntry] {
    let start = source.bytes.firstIndex { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
    if let start, source.bytes[start] == UInt8(ascii: "{") || source.bytes[start] == UInt8(ascii: "[") {
      let error = JSONCParser.parse(source.bytes).errors.first
      fail(
        .error,
        error?.region ?? Region(start: start, end: start + 1),
        "this is no strict JSON, so wrangler reads it as a dotenv file: remove comments and trailing commas"
      )
    }
    let values = DotenvDocument.parse(source.bytes)
    if values.entries.isEmpty {
      fail(.error, Region(start: start ?? 0, end: start ?? 0), "there is no secret in this file")
    }
    var seen: Set<String> = []
    for entry in values.entries where !entry.isContinuation && seen.insert(entry.key).inserted {
      look(at: values.value(of: entry.key) ?? "", of: entry.key, entry.valueRegion)
    }
    return values.keys.map { SecretEntry($0) }
  }

  private mutating func look(at value: String, of name: String, _ region: Region) {
    func isBlank(_ byte: UInt8?) -> Bool { byte.map { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? false }
    if value.isEmpty {
      fail(.warning, region, "the value of \(name) is empty")
    } else if isBlank(value.utf8.first) || isBlank(value.utf8.last) {
      fail(.warning, region, "the value of \(name) has white space at its edge")
    }
  }

  private mutating func fail(_ severity: Obstacle.Severity, _ region: Region, _ message: String) {
    problems.append(
      SecretsFileProblem(severity: severity, position: source.lines.position(at: region.start), message: message)
    )
  }
}
