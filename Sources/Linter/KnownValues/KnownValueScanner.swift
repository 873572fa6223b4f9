import Documents
import Patterns

/// Finds known values in bytes, in any of their forms; thousands of values cost one pass.
struct KnownValueScanner: Sendable {
  private let scope: KnownValueScope
  /// For each value where it is kept: the first place of every home that has it.
  private let values: [[Kept]]
  private let scanner: LiteralScanner
  /// For each literal of the scanner the value it gives away, and how.
  private let literals: [(value: Int, form: ValueForms.Form)]

  private struct Kept: Sendable {
    let value: KnownValue
    let home: KnownValueScope.Home
  }

  /// `nil` when there is nothing to look for.
  ///
  /// - Parameter scope: tells for which files each value counts.
  init?(_ values: [KnownValue], scope: KnownValueScope) {
    guard !values.isEmpty else { return nil }
    self.scope = scope
    var kept: [[Kept]] = []
    var numbers: [[UInt8]: Int] = [:]
    var homes: Set<Place> = []
    for value in values {
      let number = numbers[value.bytes] ?? kept.count
      if number == kept.count {
        numbers[value.bytes] = number
        kept.append([])
      }
      let home = scope.home(of: value.path)
      if homes.insert(Place(value: number, home: home)).inserted { kept[number].append(Kept(value: value, home: home)) }
    }
    self.values = kept
    var literals: [(value: Int, form: ValueForms.Form)] = []
    var seen: Set<[UInt8]> = []
    for (index, value) in kept.enumerated() {
      for form in ValueForms.all(of: value[0].value.bytes) where seen.insert(form.bytes).inserted {
        literals.append((index, form))
      }
    }
    self.literals = literals
    scanner = LiteralScanner(literals.map { LiteralScanner.Literal(bytes: $0.form.bytes) })
  }

  private struct Place: Hashable {
    let value: Int
    let home: KnownValueScope.Home
  }

  /// A value at a place.
  struct Hit {
    let value: KnownValue
    let range: Range<Int>
    let form: ValueForms.Form
  }

  /// The known values that count for a file and stand in it by themselves, by place; of those that overlap the longest.
  ///
  /// - Parameter path: of the file; `nil`: all values count.
  func scan(_ bytes: [UInt8], of path: String?) -> [Hit] {
    let found = literalHits(in: bytes)
    if found.isEmpty { return [] }
    let home = path.map { scope.home(of: $0) }
    // A value that occurs thousands of times has one place where it is kept.
    var related: [Int: KnownValue?] = [:]
    var hits: [Hit] = []
    for hit in found {
      let (number, form) = literals[Int(hit.literal)]
      if related[number] == nil {
        related[number] = .some(
          values[number].first { kept in
            guard let path, let home else { return true }
            return scope.isRelated(path: path, in: home, to: kept.home)
          }?.value
        )
      }
      guard let known = related[number], let value = known, Self.stands(form, of: value, at: hit.position, in: bytes)
      else { continue }
      hits.append(Hit(value: value, range: Self.range(of: form, at: hit.position, in: bytes), form: form))
    }
    var kept: [Hit] = []
    for hit in hits.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) })
    where hit.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(hit)
    }
    return kept
  }

  /// Every place of a known value, also of one that does not count for the file or is a piece of a longer token: none of
  /// them is ever shown.
  func places(in bytes: [UInt8]) -> [Range<Int>] {
    literalHits(in: bytes).map { Self.range(of: literals[Int($0.literal)].form, at: $0.position, in: bytes) }
  }

  private func literalHits(in bytes: [UInt8]) -> [LiteralHit] {
    var found: [LiteralHit] = []
    scanner.scan(bytes.span, from: 0, to: bytes.count, into: &found)
    return found
  }

  /// The place of a form with the characters around it that hold a part of the value, and the padding after it.
  private static func range(of form: ValueForms.Form, at position: Int, in bytes: [UInt8]) -> Range<Int> {
    let end = min(bytes.count, position + form.bytes.count + form.shared.after)
    let padding = form.shared.after == 0 ? 0 : bytes[end...].prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
    return max(0, position - form.shared.before)..<(end + padding)
  }

  /// Whether a value is not a piece of a longer token.
  private static func stands(_ form: ValueForms.Form, of value: KnownValue, at position: Int, in bytes: [UInt8]) -> Bool
  {
    let around = ValueSurroundings(of: form, at: position, in: bytes, length: value.bytes.count)
    return ValueBoundary(of: value.bytes[...]).stands(between: around.before, and: around.after)
  }
}
