import Documents
package import Git
package import Workers

/// One run: discover, check, suppress, locate.
package struct Scan: Sendable {
  package let rules: RuleSet
  package let settings: Settings
  /// Looks only at these files and folders, from the folder checked; empty: at all.
  package let only: [String]

  package let progress: ScanProgress?

  package init(rules: RuleSet, settings: Settings, only: [String] = [], progress: ScanProgress? = nil) {
    self.progress = progress
    self.rules = rules
    self.settings = settings
    self.only = only
  }

  /// Checks a folder on disk.
  ///
  /// - Throws: `GitError` when the folder lies in a repository and git cannot be asked about it.
  package func run(onFolder root: String) throws(GitError) -> ScanResult {
    let repository = Repository.find(at: root)
    let prefix = repository?.prefix(of: root) ?? ""
    let walk = FileWalk(
      root: root,
      prefix: prefix,
      isExcluded: { [exclude = settings.exclude] in exclude?.contains($0, isDirectory: $1) ?? false }
    )
    let tree = walk.tree(outer: try repository?.outerIgnoreFiles(of: root) ?? [])
    let tracked = try repository.map { repository throws(GitError) in
      let paths = try repository.trackedFiles(under: root).map(\.path)
      return TrackedPaths(paths.filter { !(settings.exclude?.contains($0) ?? false) })
    }
    return run(on: tree, tracked: tracked)
  }

  /// Checks a tree of files.
  package func run(on tree: FileTree, tracked: TrackedPaths?) -> ScanResult {
    var result = ScanResult()
    let scanner = TokenScanner(rules.rules, markers: markers, contextAnchors: ContextAnchors.all.map(\.text))
    let checkout = discover(in: tree, tracked: tracked, tokens: scanner, into: &result)
    let enabled = rules.rules.filter { settings.isEnabled($0.id) }
    var matches = codeMatches(enabled, in: checkout)
    let found = sharedPass(Set(enabled.map(\.id)), in: checkout, into: &result)
    // Each kind knows more about a place than the next: the setting, the value, the form of the value.
    matches += withoutCovered(found.known, by: matches)
    matches += withoutCovered(found.tokens, by: matches)
    let locating = Locating(rules: rules, settings: settings, checkout: checkout)
    let findings = locating.findings(from: matches.filter { isWanted($0.match.path) }, into: &result)
    SuppressionPass(settings: settings, tree: tree, rules: rules).apply(
      to: findings,
      commented: found.commented.filter(isWanted),
      into: &result
    )
    result.notices = Array(Set(result.notices)).sorted { ($0.path ?? "", $0.message) < ($1.path ?? "", $1.message) }
    return result
  }

  /// What the shared pass looks for besides tokens.
  private var markers: [String] {
    [Suppression.marker]
      + (settings.compatComments ? Suppression.compatible + Suppression.compatibleNextLine : [])
  }

  private func isWanted(_ path: String) -> Bool {
    only.isEmpty || only.contains { FilePath.isPath(path, inOrBelow: $0) }
  }

  // MARK: Discover

  private func discover(
    in tree: FileTree,
    tracked: TrackedPaths?,
    tokens: TokenScanner,
    into result: inout ScanResult
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
    let dotenvFiles = tree.files
      .filter { DotenvFile.role(ofFileNamed: FilePath.name(of: $0.path)) != nil }
      .compactMap { source($0.path).flatMap { DotenvFile(source: $0) } }
    let (projects, unread) = Project.discover(in: tree, dotenvFiles: dotenvFiles)
    problems += unread
    let invocations = tree.files
      .filter { !$0.isIgnored && ScriptFiles.mayHoldCommands($0.path) }
      .flatMap { entry in source(entry.path).map { ScriptFiles.invocations(in: $0) } ?? [] }
    for problem in problems {
      result.notices.append(Notice(path: problem.path, message: problem.reason, isFailure: true))
    }
    let checkout = Checkout(
      tree: tree,
      projects: projects,
      dotenvFiles: dotenvFiles,
      tracked: tracked,
      invocations: invocations,
      tokens: tokens,
      settings: settings
    )
    result.statistics.projects = projects.count
    result.statistics.environments = projects.reduce(0) { $0 + checkout.environments(of: $1).count }
    return checkout
  }

  // MARK: Check

  private func codeMatches(_ enabled: [Rule], in checkout: Checkout) -> [RuleMatch] {
    let checks = enabled.filter { if case .token = $0.check { false } else { true } }
    return concurrentMap(checks, workers: settings.workers, scratch: { NoScratch() }) { rule, _ -> [RuleMatch] in
      let matches: [Match]
      switch rule.check {
      case .project(let check): matches = checkout.projects.flatMap { check($0, checkout) }
      case .checkout(let check): matches = check(checkout)
      case .token, .context, .builtIn: matches = []
      }
      return matches.map { RuleMatch(rule: rule.id, match: $0) }
    }.flatMap(\.self)
  }

  private struct NoScratch: ~Copyable {}

  /// What the one shared pass over the bytes of all files gave.
  private struct SharedPass {
    var tokens: [RuleMatch] = []
    /// Values of local secrets files in other files.
    var known: [RuleMatch] = []
    /// The files with an ignore comment.
    var commented: [String] = []
  }

  private func sharedPass(_ enabled: Set<Rule.ID>, in checkout: Checkout, into result: inout ScanResult) -> SharedPass {
    let published = PublishedFiles(of: checkout)
    let files = published.union(with: checkout.tree.files).filter { isWanted($0.path) }
    let areKnownValuesWanted = enabled.contains { $0.group == Rule.knownValueInSource.id.group }
    let knownValues = areKnownValuesWanted ? KnownValuePass(of: checkout) : nil
    let pass = TokenPass(
      scanner: checkout.tokens,
      context: ContextPass(rules: rules, enabled: enabled, checkout: checkout),
      tree: checkout.tree,
      roles: { published.role(of: $0, in: checkout) },
      maximumFileSize: settings.maximumFileSize,
      knownValues: knownValues
    )
    progress?.start(files.count)
    let results = concurrentMap(files, workers: settings.workers, scratch: { TokenScanner.Scratch() }) {
      [progress] entry, scratch in
      progress?.advance()
      return pass.scan(entry, scratch: &scratch)
    }
    result.statistics.skipped = checkout.tree.skipped
    result.statistics.files = files.count
    var shared = SharedPass()
    for (entry, file) in zip(files, results) {
      if let reason = file.skipped {
        result.statistics.skipped[reason, default: 0] += 1
      } else {
        result.statistics.scanned += 1
      }
      shared.tokens += file.matches.filter { enabled.contains($0.rule) }
      shared.known += file.knownMatches.filter { enabled.contains($0.rule) }
      result.notices += file.notices
      if file.hasIgnoreComment { shared.commented.append(entry.path) }
    }
    if let knownValues, enabled.contains(Rule.knownValueBuilt.id) {
      shared.known += knownValues.matchesInBuildOutputs(
        of: checkout,
        except: Set(files.map(\.path)),
        maximumFileSize: settings.maximumFileSize,
        workers: settings.workers
      )
    }
    return shared
  }

  /// Leaves out tokens where a rule that knows the place better has spoken already.
  private func withoutCovered(_ tokens: [RuleMatch], by others: [RuleMatch]) -> [RuleMatch] {
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
