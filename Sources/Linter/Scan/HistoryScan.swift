import Documents
package import Git
import Workers

extension Scan {
  /// Checks every version of every file in a part of the history for tokens and for the values of local secrets files.
  ///
  /// A secret that stays in a file through many versions is one finding, at the commit that brought it.
  ///
  /// - Parameters:
  ///   - range: a revision or range; `nil`: everything any branch or tag can reach.
  ///   - since: only commits from this day on, `YYYY-MM-DD`.
  package func run(
    onHistoryOf repository: Repository,
    below root: String,
    range: String?,
    since: String?
  ) throws(GitError) -> ScanResult {
    let prefix = repository.prefix(of: root)
    let paths = only.isEmpty ? [prefix] : only.map { FilePath.join(prefix, $0) }
    var isWanted: (@Sendable (String) -> Bool)?
    if let exclude = settings.exclude {
      isWanted = { path in !exclude.contains(FilePath.relative(path, to: prefix)) }
    }
    let query = HistoryQuery(range: range, since: since, paths: paths.filter { !$0.isEmpty })
    let walk = try HistoryWalk(repository, query, shares: settings.workers, isWanted: isWanted)
    let enabled = rules.rules.filter { settings.isEnabled($0.id) }
    let scanner = TokenScanner(enabled, markers: markers, today: settings.today)
    // What is searched for are the rules that are wanted; what is masked is everything.
    let allTokens = tokenScanner
    var result = ScanResult()
    let knownValues = HistoryKnownValues(
      in: try tree(ofFolder: root, in: repository),
      tokens: allTokens,
      isWanted: settings.isEnabled(Rule.knownValueInSource.id),
      notices: &result.notices
    )
    let search = try HistorySearch(scanner: scanner, knownValues: knownValues.scanner, settings: settings)
      .run(walk, progress: progress)
    let origins = try walk.origins()

    result.statistics = search.statistics
    result.notices += rules.notices
    result.notices += try historyNotices(repository, origins, missing: search.missing, range: range)
    let versions = try HistoryOccurrences.versions(
      search.hits,
      origins: origins,
      repository: repository,
      prefix: prefix
    )
    let reader = ObjectReader(repository)
    let masks =
      versions.isEmpty
      ? nil
      : knownValues.masks(with: origins, tokens: allTokens, reader: reader, limit: settings.maximumFileSize)
    for version in versions {
      report(
        version,
        scanner: scanner,
        masks: (allTokens, masks),
        knownValues: knownValues,
        reader: reader,
        into: &result
      )
    }
    result.findings.sort {
      ($0.location.path, $0.location.region, $0.rule, $0.commit?.id ?? "")
        < ($1.location.path, $1.location.region, $1.rule, $1.commit?.id ?? "")
    }
    return result
  }

  /// What was not there to be looked at.
  private func historyNotices(
    _ repository: Repository,
    _ origins: HistoryOrigins,
    missing: Int,
    range: String?
  ) throws(GitError) -> [Notice] {
    var notices: [Notice] = []
    func add(_ message: String, isFailure: Bool = false) {
      notices.append(Notice(path: nil, message: message, isFailure: isFailure))
    }
    if origins.commitCount == 0 {
      add("\(range.map { "the range \($0)" } ?? "the repository") has no commits here: nothing was looked at")
    }
    if try repository.gaps().contains(.shallow) {
      add("the clone is shallow: older commits were not looked at; run `git fetch --unshallow` first to have them all")
    }
    if range == nil {
      for ref in try repository.refsWithoutCommit() {
        add("\(ref) names a file or folder and no commit, and was not looked at; see `git show \(ref)`")
      }
    }
    if origins.notFetched > 0 {
      add(
        "\(origins.notFetched) versions of files are not in this partial clone and were not looked at; use a full clone"
      )
    }
    if missing > 0 {
      add("\(missing) objects are missing: the repository is damaged; see `git fsck`", isFailure: true)
    }
    return notices
  }

  /// Looks at one version of a file again, now that it is known where and when it appeared.
  private func report(
    _ version: HistoryOccurrences.Version,
    scanner: TokenScanner,
    masks: (tokens: TokenScanner, values: KnownValueScanner?),
    knownValues: HistoryKnownValues,
    reader: ObjectReader,
    into result: inout ScanResult
  ) {
    let tree = FileTree(
      files: [FileEntry(path: version.path, isIgnored: false)],
      skipped: [:],
      problems: [],
      ignoreRules: IgnoreRules(),
      reader: { [limit = settings.maximumFileSize] path, buffer throws(FileProblem) in
        // The place where a known value is kept.
        if path != version.path { return try knownValues.tree.read(path, into: &buffer) }
        guard reader.read(version.object, limit: limit, into: &buffer) == .content else {
          throw FileProblem(path: path, kind: .system("git could not read it again"))
        }
      },
      lister: { _ in [] }
    )
    var checkout = Checkout(
      tree: tree,
      projects: [],
      dotenvFiles: [],
      tracked: TrackedPaths([version.path]),
      invocations: [],
      tokens: masks.tokens,
      settings: settings
    )
    checkout.knownValues = masks.values
    let published = PublishedFiles(of: checkout)
    let pass = TokenPass(
      scanner: scanner,
      enabled: Set(scanner.entries.map(\.id)),
      tree: tree,
      roles: { [checkout] in published.role(of: $0, in: checkout) },
      maximumFileSize: settings.maximumFileSize,
      knownValues: knownValues.scanner.map { KnownValuePass(ofHistory: $0) },
      // One version has come with one commit.
      commit: version.secrets.values.first?.id
    )
    var scratch = TokenScanner.Scratch()
    let file = pass.scan(tree.files[0], scratch: &scratch)
    result.notices += file.notices
    let matches = (file.knownMatches + withoutCovered(file.matches, by: file.knownMatches)).compactMap {
      item -> RuleMatch? in
      guard let commit = version.secrets[HistoryOccurrences.Secret(item)] else { return nil }
      var item = item
      // What has been taken out is one step less urgent than what is still there.
      if commit.reach != .head { item.match.severity = item.match.severity?.lowered }
      return item
    }
    var located = ScanResult()
    let findings = Locating(rules: rules, settings: settings, checkout: checkout)
      .findings(from: matches, into: &located)
      .map { finding in
        var finding = finding
        finding.commit = matches.first { $0.rule == finding.rule && $0.match.region == finding.location.region }
          .flatMap { version.secrets[HistoryOccurrences.Secret($0)] }
        return finding
      }
    // A comment in an old version cannot be deleted any more.
    var withoutUnused = settings
    withoutUnused.ignoredRules.append(RuleSelector(Rule.unusedIgnore.id.text))
    SuppressionPass(settings: withoutUnused, tree: tree, rules: rules).apply(
      to: findings,
      commented: file.hasIgnoreComment ? [version.path] : [],
      into: &located
    )
    result.findings += located.findings
    result.suppressed += located.suppressed
  }
}
