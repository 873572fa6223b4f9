extension RuleSet {
  /// The rules that are code: the one list to add a new one to.
  static let codeRules: [Rule] = [
    .unusedIgnore
  ]
}
