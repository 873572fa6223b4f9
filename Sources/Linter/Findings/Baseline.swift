package import Documents

/// Findings that are known and accepted for now: they are kept apart and do not fail a run.
///
/// A text file with one line for each finding, sorted, without line numbers and times, so that it changes only when
/// findings do and branches merge without conflicts:
///
/// ```
/// src/mail.ts<tab>token/sendgrid-api-key<tab>9f86d081884c7d659a2feaa0c55ad015<tab>revoked in May, see the wiki
/// ```
package struct Baseline: Sendable, Equatable {
  package struct Entry: Sendable, Hashable {
    package let path: String
    package let rule: Rule.ID
    package let fingerprint: Fingerprint
    /// Why it is accepted; empty when nobody has said.
    package var reason: String

    package init(path: String, rule: Rule.ID, fingerprint: Fingerprint, reason: String = "") {
      self.path = path
      self.rule = rule
      self.fingerprint = fingerprint
      self.reason = reason
    }
  }

  /// The name under which a baseline is found without being named.
  package static let fileName = "paddock.baseline"
  private static let header =
    "# Findings accepted for now: path, rule, fingerprint, reason. See `paddock baseline --help`."

  /// Sorted as in the file, none twice.
  package let entries: [Entry]
  private let places: [Fingerprint: Int]

  package init(_ entries: some Sequence<Entry>) {
    var seen: Set<Fingerprint> = []
    self.entries = entries.filter { seen.insert($0.fingerprint).inserted }.map { (line: Self.line($0), entry: $0) }
      .sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }
      .map(\.entry)
    places = Dictionary(self.entries.enumerated().map { ($1.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry that accepts a finding.
  package subscript(finding: Finding) -> Entry? { places[finding.fingerprint].map { entries[$0] } }

  package static func == (left: Baseline, right: Baseline) -> Bool { left.entries == right.entries }

  // MARK: As a file

  /// The file, ending in a line break.
  package var text: String { ([Self.header] + entries.map(Self.line)).map { $0 + "\n" }.joined() }

  /// Reads a baseline file.
  ///
  /// - Throws: every line that is none.
  package init(_ source: Source) throws(FileErrors) {
    var entries: [Entry] = []
    var errors: [FileError] = []
    for number in 1...source.lines.lineCount {
      guard let region = source.lines.region(ofLine: number) else { continue }
      let bytes = source.bytes[region.range]
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) || bytes.first == UInt8(ascii: "#") { continue }
      if let entry = Self.entry(bytes) {
        entries.append(entry)
      } else {
        errors.append(
          FileError(
            path: source.path,
            position: Position(line: number, column: 1),
            message: "not an entry of a baseline: write path, rule, fingerprint and reason with tabs between them"
          )
        )
      }
    }
    if !errors.isEmpty { throw FileErrors(errors) }
    self.init(entries)
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    let fields = line.split(separator: 0x09, maxSplits: 3, omittingEmptySubsequences: false).map(unescaped)
    guard fields.count >= 3, !fields[0].isEmpty, fields[1].utf8.contains(UInt8(ascii: "/")) else { return nil }
    let isFingerprint =
      fields[2].utf8.count == 32
      && fields[2].utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isFingerprint else { return nil }
    return Entry(
      path: fields[0],
      rule: Rule.ID(fields[1]),
      fingerprint: Fingerprint(text: fields[2]),
      reason: fields.count > 3 ? fields[3] : ""
    )
  }

  private static func line(_ entry: Entry) -> String {
    let fields = [entry.path, entry.rule.text, entry.fingerprint.text]
    return (entry.reason.isEmpty ? fields : fields + [entry.reason]).map(escaped).joined(separator: "\t")
  }

  /// Paths may hold anything: what would end a field or a line is escaped, and so is a `#` that starts a line.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "#") where bytes.isEmpty: bytes += "\\#".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ field: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if isEscaped {
        let meant: [UInt8: UInt8] = [UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D]
        bytes.append(meant[byte] ?? byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Baseline {
  /// The findings of a run as a baseline; entries of an earlier one keep their reasons.
  package init(accepting findings: [Finding], reason: String, earlier: Baseline?) {
    self.init(
      findings.map { finding in
        let known = earlier?[finding]?.reason ?? ""
        return Entry(
          path: finding.location.path,
          rule: finding.rule,
          fingerprint: finding.fingerprint,
          reason: known.isEmpty ? reason : known
        )
      }
    )
  }

  /// The entries that still accept one of these findings.
  package func pruned(to findings: [Finding]) -> Baseline {
    let current = Set(findings.map(\.fingerprint))
    return Baseline(entries.filter { current.contains($0.fingerprint) })
  }
}
