/// A fact about the remote side: known, or never asked.
///
/// "Nobody asked" is never the same as "there is none": an empty answer is `.known` with an empty value.
package enum Known<Value: Sendable>: Sendable {
  case unknown
  case known(Value)

  /// The value, `nil` when nobody asked.
  package var value: Value? { if case .known(let value) = self { value } else { nil } }

  package var isKnown: Bool { value != nil }

  package func map<Other>(_ transform: (Value) -> Other) -> Known<Other> {
    switch self {
    case .unknown: .unknown
    case .known(let value): .known(transform(value))
    }
  }

  package func flatMap<Other>(_ transform: (Value) -> Known<Other>) -> Known<Other> {
    switch self {
    case .unknown: .unknown
    case .known(let value): transform(value)
    }
  }
}

extension Known: Equatable where Value: Equatable {}
extension Known: Hashable where Value: Hashable {}
