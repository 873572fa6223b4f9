import Documents
import Workers

extension Locating {
  /// Adds findings for matches in a checkout of one file that nobody can edit, an old version or one in an archive.
  ///
  /// Comments in it silence them as everywhere.
  ///
  /// - Parameter commit: the commit that brought what was matched.
  func add(
    _ matches: [RuleMatch],
    commented: Bool,
    commit: (RuleMatch) -> Finding.Commit?,
    to result: inout ScanResult
  ) {
    var located = ScanResult()
    let findings = findings(from: matches, into: &located).map { finding in
      var finding = finding
      finding.commit = matches.first { $0.rule == finding.rule && $0.match.region == finding.location.region }
        .flatMap(commit)
      return finding
    }
    // A comment that hides nothing cannot be deleted there.
    var withoutUnused = settings
    withoutUnused.ignoredRules.append(RuleSelector(Rule.unusedIgnore.id.text))
    SuppressionPass(settings: withoutUnused, tree: checkout.tree, rules: rules).apply(
      to: findings,
      commented: commented ? checkout.tree.files.map(\.path) : [],
      into: &located
    )
    result += located
  }
}
