import Documents
import Workers

/// Sorts findings into reported and suppressed ones, and reports the suppressions that hide nothing.
struct SuppressionPass: Sendable {
  let settings: Settings
  let tree: FileTree
  let rules: RuleSet

  /// - Parameter commented: the files in which an ignore comment was seen.
  func apply(to findings: [Finding], commented: [String], into result: inout ScanResult) {
    var comments: [String: [Suppression]] = [:]
    var sources: [String: Source] = [:]
    for path in commented {
      guard let bytes = try? tree.read(path) else { continue }
      let source = Source(path: path, bytes: bytes)
      sources[path] = source
      comments[path] = Suppression.read(source, compatComments: settings.compatComments)
    }
    var usedComments: [String: Set<Int>] = [:]
    var usedEntries: Set<Int> = []
    for finding in findings {
      let path = finding.location.file
      let lines = finding.location.start.line...finding.location.end.line
      if let index = comments[path]?.firstIndex(where: { $0.covers(finding.rule, lines: lines) }),
        let comment = comments[path]?[index]
      {
        usedComments[path, default: []].insert(index)
        result.suppressed.append(
          SuppressedFinding(
            finding: finding,
            reason: .comment(line: comment.line, justification: comment.reason)
          )
        )
      } else if let index = settings.ignores.firstIndex(where: { isCurrent($0) && $0.covers(finding) }) {
        usedEntries.insert(index)
        result.suppressed.append(
          SuppressedFinding(finding: finding, reason: .settings(justification: settings.ignores[index].reason))
        )
      } else if let entry = settings.baseline?[finding] {
        result.suppressed.append(
          SuppressedFinding(
            finding: finding,
            reason: .baseline(justification: entry.reason.isEmpty ? nil : entry.reason)
          )
        )
      } else {
        result.findings.append(finding)
      }
    }
    guard settings.isEnabled(Rule.unusedIgnore.id) else { return }
    for (path, list) in comments {
      guard let source = sources[path] else { continue }
      for (index, comment) in list.enumerated() where !(usedComments[path]?.contains(index) ?? false) {
        guard isExpectedToMatch(comment) else { continue }
        let finding = unused(comment, in: source)
        if let entry = settings.ignores.first(where: { isCurrent($0) && $0.covers(finding) }) {
          result.suppressed.append(
            SuppressedFinding(finding: finding, reason: .settings(justification: entry.reason))
          )
        } else {
          result.findings.append(finding)
        }
      }
    }
    result.findings.sort(by: Finding.areInOrder)
  }

  private func isCurrent(_ entry: Settings.Ignore) -> Bool {
    guard let expires = entry.expires, !settings.today.isEmpty else { return true }
    return settings.today < expires
  }

  /// A comment for rules that did not run says nothing about being unused.
  private func isExpectedToMatch(_ comment: Suppression) -> Bool {
    if comment.rules.isEmpty { return settings.select.isEmpty && settings.ignoredRules.isEmpty }
    return rules.rules.filter { rule in comment.rules.contains { RuleSelector($0).selects(rule.id) } }
      .allSatisfy { settings.isEnabled($0.id) }
  }

  private func unused(_ comment: Suppression, in source: Source) -> Finding {
    let positions = source.positions(of: comment.region)
    // Nobody has looked for secrets on this line: only the comment itself is shown.
    let line = source.lines.region(ofLine: comment.line) ?? comment.region
    let around = [
      Region(start: line.start, end: comment.region.start), Region(start: comment.region.end, end: line.end),
    ]
    let names = comment.rules.isEmpty ? "" : " for \(comment.rules.joined(separator: ", "))"
    return Finding(
      rule: Rule.unusedIgnore.id,
      severity: settings.severity(of: Rule.unusedIgnore.id) ?? Rule.unusedIgnore.severity,
      confidence: .high,
      message: "this ignore comment\(names) hides nothing",
      help: "delete the comment",
      location: Location(
        path: source.path,
        region: comment.region,
        start: positions.lowerBound,
        end: positions.upperBound
      ),
      worker: nil,
      environment: nil,
      fingerprint: Fingerprint(
        rule: Rule.unusedIgnore.id,
        path: source.path,
        identity: .name("\(comment.rules)"),
        occurrence: comment.line
      ),
      related: [],
      fix: nil,
      excerpt: Excerpt(
        of: source,
        region: comment.region,
        secrets: Region.merged(around + SourceMask(of: source, lines: [comment.line], secrets: []).regions)
      )
    )
  }
}
