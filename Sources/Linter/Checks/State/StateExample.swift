/// Saved states for the examples of rules.
enum StateExample {
  /// A version by its id with its bindings: `["KEY": "secret_text"]`.
  typealias Version = (id: String, bindings: [String: String])

  /// A state with Workers, and without any other.
  static func state(_ workers: String..., stores: String? = nil) -> String {
    """
    {
      "schemaVersion": 1,
      "workers": { "complete": true, "entries": {
    \(workers.joined(separator: ",\n"))
      } }\(stores.map { ",\n  \"stores\": { \"complete\": true, \"entries\": {\n\($0)\n  } }" } ?? "")
    }

    """
  }

  /// A Worker with its versions, oldest first, and its deployments, each `["v1": 100]`.
  static func worker(_ name: String, _ versions: [Version], live deployments: [(String, Int)]...) -> String {
    """
        "\(name)": {
          "versions": { "complete": true, "endsWithNewest": true, "entries": [
    \(versions.map(version).joined(separator: ",\n"))
          ] },
          "deployments": { "complete": true, "endsWithNewest": true, "entries": [
    \(deployments.map(deployment).joined(separator: ",\n"))
          ] }
        }
    """
  }

  private static func version(_ version: Version) -> String {
    let bindings = version.bindings.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }
    return """
              { "id": "\(version.id)", "bindings": { "listed": "all", "entries": { \(bindings.joined(separator: ", ")) } } }
      """
  }

  private static func deployment(_ shares: [(String, Int)]) -> String {
    let versions = shares.map { "{ \"version\": \"\($0.0)\", \"percentage\": \($0.1) }" }
    return "        { \"versions\": [\(versions.joined(separator: ", "))] }"
  }

  /// A Worker with one version that serves everything.
  static func worker(_ name: String, _ bindings: [String: String]) -> String {
    worker(name, [("v1", bindings)], live: [("v1", 100)])
  }

  static let secret = "secret_text"
  static let text = "plain_text"
}
