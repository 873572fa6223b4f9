import Documents
import Workers

/// A string somewhere below a value of a configuration file, with the names that lead to it.
struct ConfigText: Sendable {
  /// The nearest name: the member's key; for an element of an array that of the array.
  let key: String
  /// The names from the start on, joined by dots: "CONFIG.stripe.key".
  let path: String
  let text: String
  /// The literal as written, quotes included.
  let region: Region

  /// Every string at or below a value, in document order.
  static func all(in node: Node, key: String, path: String) -> [ConfigText] {
    var found: [ConfigText] = []
    collect(node, key: key, path: path, into: &found)
    return found
  }

  /// Every string of an object's members.
  static func all(inMembersOf node: Node?, path: String = "") -> [ConfigText] {
    var found: [ConfigText] = []
    for member in node?.table?.members ?? [] {
      collect(member.node, key: member.key, path: join(path, member.key), into: &found)
    }
    return found
  }

  private static func collect(_ node: Node, key: String, path: String, into found: inout [ConfigText]) {
    switch node.value {
    case .string(let text):
      found.append(ConfigText(key: key, path: path, text: text, region: node.region))
    case .array(let nodes):
      for (index, node) in nodes.enumerated() { collect(node, key: key, path: "\(path)[\(index)]", into: &found) }
    case .table(let table):
      for member in table.members { collect(member.node, key: member.key, path: join(path, member.key), into: &found) }
    default:
      break
    }
  }

  private static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension Environment {
  /// The strings in the vars of this environment, and in those of its previews.
  var varTexts: [VarText] {
    let own = ConfigText.all(inMembersOf: self.own["vars"]).map { VarText(config: $0, isPreview: false) }
    let previews = self.own["previews"]?["vars"]
    return own + ConfigText.all(inMembersOf: previews).map { VarText(config: $0, isPreview: true) }
  }

  /// Added to a message where the environment matters: ` of environment "production"`.
  var suffix: String { name.map { " of environment \"\($0)\"" } ?? "" }
}

/// A string in `vars` or `previews.vars`.
struct VarText: Sendable {
  let config: ConfigText
  let isPreview: Bool

  /// What a message calls it: "var CONFIG.stripe.key", "previews var API_KEY".
  var words: String { "\(isPreview ? "previews var" : "var") \(config.path)" }

  /// The name a secret that takes its place would have.
  var secretName: String {
    // Only a member of a JSON value has a path of its own.
    config.path == config.key ? config.key : SecretName.words(of: config.path).joined(separator: "_").uppercased()
  }

  /// What tells this one from all others of the file.
  func identityName(in environment: Environment) -> String {
    "\(environment.name ?? "")/\(isPreview ? "previews/" : "")\(config.path)"
  }
}
