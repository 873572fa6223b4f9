import Documents
import Patterns
import Workers

/// The values of local secrets files, to be covered wherever a line is shown, whatever their names.
///
/// The rules about known values report fewer of them: a finding must not be chance, a mask may be.
struct KnownValueMasks: Sendable {
  private let scanner: LiteralScanner
  private let lengths: [Int]

  /// `nil` when there is nothing to look for.
  init?(_ files: [DotenvFile]) {
    var values: Set<[UInt8]> = []
    for file in files where !file.isExample {
      for entry in file.document.entries where !entry.isContinuation {
        let value = Array(entry.value.utf8)
        guard (Self.least...16_384).contains(value.count), !Placeholder.isPlaceholder(value[...]) else { continue }
        let isSecret = SecretName.isSecret(entry.key) && !SecretName.hasPublicPrefix(entry.key)
        // A single word, a number or a path stands in many lines for itself: `production`.
        if isSecret || !PlainText.isPlain(value[...]) || value.contains(0x20) || Self.isMixed(value) {
          for form in ValueForms.all(of: value) where form.bytes.count >= Self.least { values.insert(form.bytes) }
        }
      }
    }
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted { $0.lexicographicallyPrecedes($1) }
    scanner = LiteralScanner(sorted.map { LiteralScanner.Literal(bytes: $0) })
    lengths = sorted.map(\.count)
  }

  /// What is shorter gives away less than people read into it.
  private static let least = 6

  /// Letters and digits, of which no place is made: `tambourine48` but not `https://api2.shop.dev`.
  private static func isMixed(_ value: [UInt8]) -> Bool {
    value.count >= 12 && ContextValue(value[...]).isMixed && !value.contains { $0 == 0x2F || $0 == 0x2E }
  }

  /// What of a line belongs to a known value, which may start on a line before.
  func regions(in bytes: [UInt8], around line: Region) -> [Region] {
    let reach = min(4096, lengths.max() ?? 0)
    let start = max(0, line.start - reach)
    var hits: [LiteralHit] = []
    scanner.scan(bytes.span, from: start, to: min(bytes.count, line.end + reach), into: &hits)
    return hits.map { Region(start: $0.position, end: $0.position + lengths[Int($0.literal)]) }
      .filter { $0.overlaps(line) }
  }
}
