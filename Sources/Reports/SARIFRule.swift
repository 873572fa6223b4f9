import Linter

extension SARIF.Rule {
  /// The description of a rule, with what GitHub code scanning sorts and filters by.
  init(_ rule: Linter.Rule) {
    let references = rule.references.map { "<\($0)>" }.joined(separator: ", ")
    self.init(
      id: rule.id.text,
      name: rule.id.text,
      shortDescription: SARIF.Message(text: Self.cut(rule.title)),
      fullDescription: SARIF.Message(text: Self.cut(rule.help)),
      help: SARIF.Message(
        text: rule.help,
        markdown: references.isEmpty ? rule.help : "\(rule.help)\n\nSee \(references)."
      ),
      defaultConfiguration: Configuration(level: rule.severity.rawValue),
      properties: Properties(
        securitySeverity: Self.securitySeverity(of: rule),
        precision: Self.precision(of: rule),
        problemSeverity: rule.severity == .note ? "recommendation" : rule.severity.rawValue,
        tags: ["security", rule.id.group]
      )
    )
  }

  /// How bad a rule's findings are on GitHub's scale: critical above 9.0, high from 7.0, medium from 4.0, low below.
  ///
  /// | what it is about | error | warning | note |
  /// |---|---|---|---|
  /// | a secret itself: tokens, `known-value` | 9.1 | 7.0 | 3.0 |
  /// | values that should be secrets: `vars`, `source` | 8.5 | 6.5 | 2.5 |
  /// | places from which secrets leak: `git`, `assets`, `dotenv`, `ci`, `iac`, `store` | 7.5 | 5.5 | 2.0 |
  /// | everything else, such as `config`, `required`, `state` | 5.0 | 4.0 | 1.0 |
  static func securitySeverity(of rule: Linter.Rule) -> String {
    let scale: (error: String, warning: String, note: String)
    switch (rule.check, rule.id.group) {
    case (.token(_), _), (_, "token"), (_, "known-value"): scale = ("9.1", "7.0", "3.0")
    case (_, "vars"), (_, "source"): scale = ("8.5", "6.5", "2.5")
    case (_, "git"), (_, "assets"), (_, "dotenv"), (_, "ci"), (_, "iac"), (_, "store"): scale = ("7.5", "5.5", "2.0")
    default: scale = ("5.0", "4.0", "1.0")
    }
    return switch rule.severity {
    case .error: scale.error
    case .warning: scale.warning
    case .note: scale.note
    }
  }

  /// GitHub's words for how often a rule is right.
  ///
  /// Rules about configuration decide by position, tokens with a checksum by arithmetic, other tokens by their look, which
  /// can err.
  static func precision(of rule: Linter.Rule) -> String {
    switch (rule.confidence, rule.check) {
    case (.high, .token(let token)): token.checksum == nil ? "high" : "very-high"
    case (.high, _): "very-high"
    case (.medium, _): "medium"
    case (.low, _): "low"
    }
  }

  /// Descriptions may have 1,024 characters.
  private static func cut(_ text: String) -> String {
    text.count <= 1024 ? text : text.prefix(1023) + "…"
  }
}
