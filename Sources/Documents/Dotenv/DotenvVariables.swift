/// The values of names while entries are expanded in order.
struct DotenvVariables {
  private let environment: [String: String]
  private var earlier: [String: String] = [:]

  init(environment: [String: String]) {
    self.environment = environment
  }

  /// The environment wins over earlier entries.
  subscript(name: String) -> String? { environment[name] ?? earlier[name] }

  /// What an earlier entry set, whatever the environment says.
  func fromEarlierEntry(_ name: String) -> String? { earlier[name] }

  mutating func set(_ name: String, _ value: String) { earlier[name] = value }
}
