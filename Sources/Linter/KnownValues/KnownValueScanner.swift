import Documents
import Patterns

/// Finds known values in bytes, in any of their forms; thousands of values cost one pass.
struct KnownValueScanner: Sendable {
  private let values: [KnownValue]
  private let scanner: LiteralScanner
  /// For each literal of the scanner the value it gives away, and how.
  private let literals: [(value: Int, form: ValueForms.Form)]

  /// `nil` when there is nothing to look for.
  init?(_ values: [KnownValue]) {
    guard !values.isEmpty else { return nil }
    self.values = values
    var literals: [(value: Int, form: ValueForms.Form)] = []
    var seen: Set<[UInt8]> = []
    for (index, value) in values.enumerated() {
      for form in ValueForms.all(of: value.bytes) where seen.insert(form.bytes).inserted {
        literals.append((index, form))
      }
    }
    self.literals = literals
    scanner = LiteralScanner(literals.map { LiteralScanner.Literal(bytes: $0.form.bytes) })
  }

  /// A value at a place.
  struct Hit {
    let value: KnownValue
    let range: Range<Int>
    let form: ValueForms.Form
  }

  /// The known values in some bytes, by place; of those that overlap the longest.
  func scan(_ bytes: [UInt8]) -> [Hit] {
    var found: [LiteralHit] = []
    scanner.scan(bytes.span, from: 0, to: bytes.count, into: &found)
    if found.isEmpty { return [] }
    let hits = found.map { hit in
      let (value, form) = literals[Int(hit.literal)]
      return Hit(value: values[value], range: Self.range(of: form, at: hit.position, in: bytes), form: form)
    }.filter { stands($0, in: bytes) }
    var kept: [Hit] = []
    for hit in hits.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) })
    where hit.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(hit)
    }
    return kept
  }

  /// The place of a form with the characters around it that hold a part of the value, and the padding after it.
  private static func range(of form: ValueForms.Form, at position: Int, in bytes: [UInt8]) -> Range<Int> {
    let end = min(bytes.count, position + form.bytes.count + form.shared.after)
    let padding = form.shared.after == 0 ? 0 : bytes[end...].prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
    return max(0, position - form.shared.before)..<(end + padding)
  }

  /// A short value inside a longer word is chance: `password1` in `getpassword12`.
  private func stands(_ hit: Hit, in bytes: [UInt8]) -> Bool {
    guard hit.range.count < 16 else { return true }
    let before = hit.range.lowerBound > 0 ? bytes[hit.range.lowerBound - 1] : 0
    let after = hit.range.upperBound < bytes.count ? bytes[hit.range.upperBound] : 0
    return !before.isASCIILetterOrDigit && !after.isASCIILetterOrDigit
  }
}
