import Documents
import Git
import Workers

/// Makes findings of versions of files, now that it is known where and when each appeared.
struct HistoryReport: Sendable {
  let rules: RuleSet
  let settings: Settings
  /// Finds what was searched for.
  let searched: TokenScanner
  /// Finds what must not be shown.
  let masks: TokenScanner
  let markers: [String]
  let knownValues: KnownValueScanner?
  let commits: HistoryCommits
  let reader: ObjectReader

  /// Reads a version of a file; `nil` when git cannot, or it is too large.
  func read(_ object: ObjectID) -> [UInt8]? {
    var bytes: [UInt8] = []
    guard reader.read(object, limit: settings.maximumFileSize, into: &bytes) == .content else { return nil }
    return UTF16Text.decoded(bytes) ?? bytes
  }

  /// A checkout of nothing but one version of a file.
  func checkout(of object: ObjectID, at path: String) -> Checkout {
    let tree = FileTree(
      files: [FileEntry(path: path, isIgnored: false)],
      skipped: [:],
      problems: [],
      ignoreRules: IgnoreRules(),
      reader: { path, buffer throws(FileProblem) in
        guard let bytes = read(object) else {
          throw FileProblem(path: path, kind: .system("git could not read it again"))
        }
        buffer = bytes
      },
      lister: { _ in [] }
    )
    var checkout = Checkout(
      tree: tree,
      projects: [],
      dotenvFiles: [],
      tracked: TrackedPaths([path]),
      invocations: [],
      tokens: masks,
      settings: settings
    )
    checkout.knownValues = knownValues
    return checkout
  }

  /// Reports the secrets that a version has brought.
  func add(_ version: HistoryOccurrences.Version, to result: inout ScanResult) {
    let checkout = checkout(of: version.object, at: version.path)
    let published = PublishedFiles(of: checkout)
    let pass = TokenPass(
      scanner: searched,
      enabled: Set(searched.entries.map(\.id)),
      tree: checkout.tree,
      roles: { published.role(of: $0, in: checkout) },
      maximumFileSize: settings.maximumFileSize,
      knownValues: knownValues.map { KnownValuePass($0) },
      commit: version.commit.text
    )
    var scratch = TokenScanner.Scratch()
    let file = pass.scan(checkout.tree.files[0], scratch: &scratch)
    result.notices += file.notices
    let matches = (file.knownMatches + Scan.withoutCovered(file.matches, by: file.knownMatches)).compactMap {
      item -> RuleMatch? in
      guard let isInHead = version.secrets[HistoryOccurrences.Secret(item)] else { return nil }
      let isInUse = item.rule == Rule.knownValueInSource.id
      return history(item, broughtBy: version.commit, isInHead: isInHead, isInUse: isInUse)
    }
    add(matches, in: checkout, commented: file.hasIgnoreComment, to: &result) { match in
      version.secrets[HistoryOccurrences.Secret(match)].map { commits.commit(version.commit, isInHead: $0) }
    }
  }

  /// Brings what is known of the commit into a match.
  private func history(_ item: RuleMatch, broughtBy commit: ObjectID, isInHead: Bool, isInUse: Bool) -> RuleMatch {
    var item = item
    item.match.help = commits.help(
      for: commit,
      renewal: item.match.help ?? rules[item.rule]?.shortHelp ?? "",
      removal: "take the secret out of \(item.match.path)"
    )
    // What has been taken out is one step less urgent, but for a secret that others have and that is still in use.
    let isOut = !isInHead && !(isInUse && commits.commit(commit, isInHead: false).isPushed)
    if isOut { item.match.severity = item.match.severity?.lowered }
    return item
  }

  /// Locates matches in a checkout of one version, and leaves out what comments of that time silence.
  ///
  /// - Parameter commit: the commit that brought what was matched.
  func add(
    _ matches: [RuleMatch],
    in checkout: Checkout,
    commented: Bool,
    to result: inout ScanResult,
    commit: (RuleMatch) -> Finding.Commit?
  ) {
    var located = ScanResult()
    let findings = Locating(rules: rules, settings: settings, checkout: checkout)
      .findings(from: matches, into: &located)
      .map { finding in
        var finding = finding
        finding.commit = matches.first { $0.rule == finding.rule && $0.match.region == finding.location.region }
          .flatMap(commit)
        return finding
      }
    // A comment in an old version cannot be deleted any more.
    var withoutUnused = settings
    withoutUnused.ignoredRules.append(RuleSelector(Rule.unusedIgnore.id.text))
    SuppressionPass(settings: withoutUnused, tree: checkout.tree, rules: rules).apply(
      to: findings,
      commented: commented ? checkout.tree.files.map(\.path) : [],
      into: &located
    )
    result.findings += located.findings
    result.suppressed += located.suppressed
  }
}
