/// One rule of a rule file, without its examples, as it is embedded when the package is built.
///
/// No TOML is parsed when the program starts. The fields are those of `docs/rule-files.md`.
package struct RuleRecord: Sendable, Equatable {
  package var id = ""
  package var title = ""
  package var severity: String?
  package var confidence: String?
  package var help = ""
  package var revoke: String?
  package var since: String?
  package var references: [String] = []
  package var anchors: [String] = []
  package var ignoresCase = false
  package var pattern = ""
  package var before: Int?
  package var after: Int?
  package var keywords: [String] = []
  package var near: Int?
  package var entropy: Double?
  package var checksum: String?
  package var checksumMismatch: String?
  package var isPublic = false
  package var partner: String?
  package var partnerTitle: String?

  package init() {}
}

extension RuleRecord {
  /// The rules of all rule files, in the order of the files.
  package static let embedded: [RuleRecord] = {
    var records: [RuleRecord] = []
    var record = RuleRecord()
    var key: String?
    // Bytes are taken apart many times faster than text, and by hand faster than with a closure for each.
    let bytes = Array(embeddedText.utf8)
    var start = 0
    for end in 0...bytes.count {
      let isEndOfRecord = end == bytes.count || bytes[end] == 0x1D
      guard isEndOfRecord || bytes[end] == 0x1F else { continue }
      let text = bytes[start..<end]
      start = end + 1
      if let known = key {
        record.set(known, text)
        key = nil
      } else {
        key = String(decoding: text, as: UTF8.self)
      }
      if isEndOfRecord {
        if !record.id.isEmpty { records.append(record) }
        record = RuleRecord()
        key = nil
      }
    }
    return records
  }()

  /// Sets what the build has written: keys and values with U+001F between them, elements with U+001E, rules with U+001D.
  private mutating func set(_ key: String, _ text: ArraySlice<UInt8>) {
    var string: String { String(decoding: text, as: UTF8.self) }
    var strings: [String] { text.split(separator: 0x1E).map { String(decoding: $0, as: UTF8.self) } }
    switch key {
    case "id": id = string
    case "title": title = string
    case "severity": severity = string
    case "confidence": confidence = string
    case "help": help = string
    case "revoke": revoke = string
    case "since": since = string
    case "references": references = strings
    case "anchors": anchors = strings
    case "ignore-case": ignoresCase = string == "true"
    case "pattern": pattern = string
    case "before": before = Int(string)
    case "after": after = Int(string)
    case "keywords": keywords = strings
    case "near": near = Int(string)
    case "entropy": entropy = Double(string)
    case "checksum": checksum = string
    case "checksum-mismatch": checksumMismatch = string
    case "public": isPublic = string == "true"
    case "partner": partner = string
    case "partner-title": partnerTitle = string
    default: preconditionFailure("no field for the key \(key) of a rule")
    }
  }
}
