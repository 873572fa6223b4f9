import Documents
package import Git
import System
package import Text
package import Workers

/// One run: discover, check, suppress, locate.
package struct Scan: Sendable {
  package let rules: RuleSet
  package let settings: Settings
  /// The files and folders to report on; what is known comes from all files.
  package let selection: PathSelection
  package let progress: ScanProgress?

  /// - Parameter only: files and folders to report on, from the top of the run; empty: everything.
  package init(rules: RuleSet, settings: Settings, only: [String] = [], progress: ScanProgress? = nil) {
    self.rules = rules
    self.settings = settings
    selection = PathSelection(only)
    self.progress = progress
  }

  /// Checks a folder on disk.
  ///
  /// - Parameters:
  ///   - root: the top of the repository, or the folder checked where there is none.
  ///   - repository: the one that starts there.
  /// - Throws: `GitError` when git cannot be asked about it.
  package func run(onFolder root: String, in repository: Repository?) throws(GitError) -> ScanResult {
    let (found, tokens) = concurrently(workers: settings.workers) {
      Result { () throws(GitError) in try files(ofFolder: root, in: repository) }
    } _: {
      tokenScanner
    }
    let scanned = try found.get()
    var result = run(on: scanned.tree, tracked: scanned.tracked, tokens: tokens, changed: nil)
    result.notices += scanned.notices
    return result
  }

  /// Checks what the next commit would record: the content of the index, not that of the work tree.
  package func run(on staged: StagedFiles) throws(GitError) -> ScanResult {
    // Made while git reads the index.
    let scanner = tokenScanner
    return try run(on: try Change.staged(staged, settings: settings, selection: selection), tokens: scanner)
  }

  /// Checks the lines that a range of commits adds, and what it does to the state of the project.
  package func run(onRange range: String, of repository: Repository) throws(GitError) -> ScanResult {
    try run(
      on: try Change.range(range, of: repository, settings: settings, selection: selection),
      tokens: tokenScanner
    )
  }

  private func run(on change: Change, tokens scanner: TokenScanner) throws(GitError) -> ScanResult {
    let (tree, tracked) = change.after()
    let files = change.files(of: tree)
    var result = run(on: tree, tracked: tracked, tokens: scanner, changed: files)
    for (reason, count) in change.skipped { result.statistics.skipped[reason, default: 0] += count }
    result.statistics.files += change.skipped.values.reduce(0, +)
    result.notices += change.notices(scanned: result.statistics.scanned, skipped: result.statistics.skipped)

    var places = Change.Places(of: change)
    // Only asked for when a finding lies elsewhere, which is rare.
    var earlier: Set<Fingerprint>?
    func counts(_ finding: Finding) throws(GitError) -> Bool {
      let isInPlace = try places.contain(finding.location)
      // A merge may write a line anew about which nothing has changed.
      guard isAboutState(finding.rule), change.isMerge || !isInPlace else { return isInPlace }
      let known = earlier ?? stateFindings(before: change, tokens: scanner)
      earlier = known
      return !known.contains(finding.fingerprint)
    }
    var findings: [Finding] = []
    for finding in result.findings where try counts(finding) { findings.append(finding) }
    var suppressed: [SuppressedFinding] = []
    for item in result.suppressed where try counts(item.finding) { suppressed.append(item) }
    (result.findings, result.suppressed) = (findings, suppressed)
    return result
  }

  /// Checks a tree of files.
  package func run(on tree: FileTree, tracked: TrackedPaths?) -> ScanResult {
    run(on: tree, tracked: tracked, tokens: tokenScanner, changed: nil)
  }

  /// - Parameter changed: the files to look into for tokens; `nil`: all.
  private func run(
    on tree: FileTree,
    tracked: TrackedPaths?,
    tokens: TokenScanner,
    changed: [FileEntry]?
  ) -> ScanResult {
    var result = ScanResult()
    result.notices = rules.notices
    let checkout = discover(in: tree, tracked: tracked, tokens: tokens, into: &result)
    let enabled = rules.rules.filter { settings.isEnabled($0.id) }
    var matches = codeMatches(enabled, in: checkout)
    let published = PublishedFiles(of: checkout, selection: selection)
    let files = (changed ?? published.union(with: tree.files)).filter(isSearched)
    var shared = SharedPass(
      of: checkout,
      published: published,
      rules: rules,
      settings: settings,
      enabled: Set(enabled.map(\.id)),
      wanted: WantedFiles(named: selection.paths)
    )
    shared.run(over: files, includesBuildOutputs: changed == nil, progress: progress, into: &result)
    if changed == nil { result.notices += notices(ofNamedFilesBesides: files, in: tree) }
    // Files that only the rules about state have read may hold comments, too.
    let unread = changed == nil ? [] : Set(matches.map(\.match.path)).subtracting(files.map(\.path))
    // Each kind knows more about a place than the next: the setting, the value, the form of the value.
    matches += Self.withoutCovered(shared.known, by: matches)
    matches += Self.withoutCovered(shared.tokens, by: matches)
    let locating = Locating(rules: rules, settings: settings, checkout: checkout, hidden: shared.hidden)
    let findings = locating.findings(from: matches.filter { isWanted($0.match.path) }, into: &result)
    SuppressionPass(settings: settings, tree: tree, rules: rules).apply(
      to: findings,
      commented: (shared.commented + unread.sorted()).filter(isWanted),
      into: &result
    )
    result += shared.archived
    if !shared.archived.findings.isEmpty { result.findings.sort(by: Finding.areInOrder) }
    result.notices += coverageNotices(of: checkout, isWholeTree: changed == nil)
    result.statistics.trackedDespiteIgnore = tree.trackedDespiteIgnore
    result.notices = Array(Set(result.notices)).filter(isAboutSelection).sorted {
      ($0.path ?? "", $0.message) < ($1.path ?? "", $1.message)
    }
    return result
  }

  /// Whether a rule is about the state of a project rather than about the bytes of one file.
  private func isAboutState(_ rule: Rule.ID) -> Bool {
    switch rules[rule]?.check {
    case .project, .checkout: true
    case .token, .context, .builtIn, .history, nil: false
    }
  }

  /// What the rules about state would have reported before a change.
  private func stateFindings(before change: Change, tokens: TokenScanner) -> Set<Fingerprint> {
    var unused = ScanResult()
    var known: Set<Fingerprint> = []
    for (tree, tracked) in change.before() {
      let checkout = discover(in: tree, tracked: tracked, tokens: tokens, into: &unused)
      let matches = codeMatches(rules.rules.filter { settings.isEnabled($0.id) }, in: checkout)
      let locating = Locating(rules: rules, settings: settings, checkout: checkout)
      known.formUnion(locating.findings(from: matches, into: &unused).map(\.fingerprint))
    }
    return known
  }

  var tokenScanner: TokenScanner {
    TokenScanner(rules.rules, markers: markers, contextAnchors: ContextAnchors.all.map(\.text), today: settings.today)
  }

  /// What the shared pass looks for besides tokens.
  var markers: [String] {
    [Suppression.marker]
      + (settings.compatComments ? Suppression.compatible + Suppression.compatibleNextLine : [])
  }

  func isWanted(_ path: String) -> Bool { selection.contains(path) }

  /// What a link leads to is searched where it is, unless the link was asked about.
  private func isSearched(_ file: FileEntry) -> Bool {
    selection.contains(file.path) && (!file.isLink || selection.names(file.path))
  }

  /// Whether a reader who asked about some paths must know: what is said about these, and about files in the folders
  /// above, where what is known comes from.
  private func isAboutSelection(_ notice: Notice) -> Bool {
    guard let path = notice.path else { return true }
    return selection.contains(path) || selection.touches(FilePath.folder(of: path))
  }

  // MARK: Discover

  /// - Parameter judgesDeploys: whether rules will ask what a saved state says.
  func discover(
    in tree: FileTree,
    tracked: TrackedPaths?,
    tokens: TokenScanner,
    into result: inout ScanResult,
    judgesDeploys: Bool = true
  ) -> Checkout {
    var problems = tree.problems
    func source(_ path: String) -> Source? {
      do {
        return Source(path: path, bytes: try tree.read(path))
      } catch {
        problems.append(error)
        return nil
      }
    }
    var dotenvFiles = tree.files
      .filter { DotenvFile.role(ofFileNamed: FilePath.name(of: $0.path)) != nil }
      .compactMap { source($0.path).flatMap { DotenvFile(source: $0) } }
    var (projects, unread) = Project.discover(in: tree, dotenvFiles: dotenvFiles)
    problems += unread
    let scripts = tree.files
      .filter { !$0.isIgnored && ScriptFiles.mayHoldCommands($0.path) }
      .compactMap { entry in source(entry.path).flatMap { ScriptFiles.holdsCommands($0) ? $0 : nil } }
    let invocations = scripts.flatMap { ScriptFiles.invocations(in: $0) }
    projects.add(invocations) { path in
      if let known = dotenvFiles.first(where: { $0.path == path }) { return known }
      // One that is not here may be elsewhere, and is no failure.
      guard let bytes = try? tree.read(path) else { return nil }
      dotenvFiles.append(DotenvFile(named: Source(path: path, bytes: bytes)))
      return dotenvFiles.last
    }
    for problem in problems {
      // In a partial clone, files outside of what is checked out are not there by intent. Others are gone by now.
      let isHarmless = [.notFetched, .missing, .leadsOutside, .symbolicLink].contains(problem.kind)
      // A path that was asked about and could not be searched is told by itself.
      if selection.names(problem.path), isHarmless { continue }
      let isFailure = !isHarmless
      result.notices.append(Notice(path: problem.path, message: problem.reason, isFailure: isFailure))
    }
    result.notices += ScriptNotices.all(in: scripts)
    var checkout = Checkout(
      tree: tree,
      projects: projects,
      dotenvFiles: dotenvFiles,
      tracked: tracked,
      invocations: invocations,
      tokens: tokens,
      settings: settings
    )
    if judgesDeploys {
      checkout.deploy = DeployFindings(
        of: projects,
        environments: checkout.environments,
        states: StateFiles(tree: tree, projects: projects, named: settings.deploy.state),
        question: settings.deploy
      )
      checkout.deploy.add(scripts: scripts, in: checkout)
    }
    let shown = projects.filter { selection.touches($0.folder) }
    result.statistics.projects = shown.count
    result.statistics.environments = shown.reduce(0) { $0 + checkout.environments(of: $1).count }
    return checkout
  }

  // MARK: Check

  private func codeMatches(_ enabled: [Rule], in checkout: Checkout) -> [RuleMatch] {
    let checks = enabled.filter { if case .token = $0.check { false } else { true } }
    return concurrentMap(checks, workers: settings.workers) { rule -> [RuleMatch] in
      let matches: [Match]
      switch rule.check {
      case .project(let check): matches = checkout.projects.flatMap { check($0, checkout) }
      case .checkout(let check): matches = check(checkout)
      case .token, .context, .builtIn, .history: matches = []
      }
      return matches.map { RuleMatch(rule: rule.id, match: $0) }
    }.flatMap(\.self)
  }

  /// Leaves out tokens where a rule that knows the place better has spoken already.
  static func withoutCovered(_ tokens: [RuleMatch], by others: [RuleMatch]) -> [RuleMatch] {
    let covered = Dictionary(
      grouping: others.filter { $0.match.secret != nil },
      by: \.match.path
    ).mapValues { Region.merged($0.compactMap(\.match.secret)) }
    return tokens.filter { token in
      guard let region = token.match.secret, let known = covered[token.match.path] else { return true }
      let next = known.partitioningIndex { $0.end > region.start }
      return next == known.count || !known[next].overlaps(region)
    }
  }
}
