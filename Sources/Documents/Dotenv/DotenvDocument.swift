/// A `.dev.vars` or `.env` file as `dotenv` 16.3.1 reads it, with the place of everything
/// (docs/facts/wrangler.md §5.3).
///
/// That parser has no errors: what it cannot read disappears. So this one never fails; `ignoredLines` and the entries'
/// problems say what was lost or changed.
package struct DotenvDocument: Sendable {
  /// In document order, duplicates kept.
  package let entries: [DotenvEntry]
  /// Lines that are neither blank nor comments and give no entry, in document order.
  package let ignoredLines: [IgnoredDotenvLine]

  package init(entries: [DotenvEntry], ignoredLines: [IgnoredDotenvLine]) {
    self.entries = entries
    self.ignoredLines = ignoredLines
  }

  /// Reads a file; any bytes are accepted.
  package static func parse(_ bytes: [UInt8]) -> DotenvDocument {
    var parser = DotenvParser(bytes)
    return parser.parse()
  }

  /// The value a program sees for a key: that of the last entry with it.
  package func value(of key: String) -> String? {
    entries.last { $0.key == key }?.value
  }

  /// Every key once, in the order of its first entry.
  package var keys: [String] {
    var seen: Set<String> = []
    return entries.compactMap { seen.insert($0.key).inserted ? $0.key : nil }
  }

  /// Every key once, in the order of its first entry, with the value of its last.
  package var values: [(key: String, value: String)] {
    var last: [String: String] = [:]
    for entry in entries { last[entry.key] = entry.value }
    return keys.map { (key: $0, value: last[$0] ?? "") }
  }
}
