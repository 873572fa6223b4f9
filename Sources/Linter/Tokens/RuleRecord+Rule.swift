import Patterns
import RuleData

extension Rule {
  /// A rule of a rule file.
  ///
  /// - Parameter samples: its examples; those of the built-in rules are only read to be run.
  init(_ record: RuleRecord, samples: [TokenSample] = []) {
    let token = TokenRule(
      anchors: record.anchors,
      ignoresCase: record.ignoresCase,
      pattern: LazyPattern(record.pattern),
      before: record.before ?? 0,
      after: record.after ?? 256,
      keywords: record.keywords,
      near: record.near ?? 200,
      entropy: record.entropy,
      checksum: record.checksum.flatMap { Checksum(rawValue: $0) },
      checksumMismatch: record.checksumMismatch.flatMap { TokenRule.ChecksumMismatch(rawValue: $0) } ?? .lower,
      isPublic: record.isPublic,
      noun: record.title,
      samples: samples,
      partner: record.partner.map {
        TokenRule.Partner(pattern: LazyPattern($0), noun: record.partnerTitle ?? "its other half")
      }
    )
    self.init(
      id: ID(record.id),
      title: record.title,
      severity: record.severity.flatMap { Severity(rawValue: $0) } ?? .error,
      confidence: record.confidence.flatMap { Confidence(rawValue: $0) } ?? .high,
      help: record.revoke.map { "\(record.help) \($0)" } ?? record.help,
      since: record.since ?? "",
      references: record.references,
      check: .token(token)
    )
  }
}
