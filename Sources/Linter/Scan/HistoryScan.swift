import Documents
package import Git
import Text
import Workers

extension Scan {
  /// Checks every version of every file in a part of the history: for tokens, for the values that local secrets files hold
  /// today, and for such files themselves.
  ///
  /// A secret that stays in a file through many versions is one finding, at the commit that brought it.
  ///
  /// - Parameters:
  ///   - range: a revision or range; `nil`: everything any branch or tag can reach.
  ///   - since: only commits from this day on, `YYYY-MM-DD`.
  package func run(
    onHistoryOf repository: Repository,
    range: String?,
    since: String?
  ) throws(GitError) -> ScanResult {
    var isWanted: (@Sendable (String) -> Bool)?
    if let exclude = settings.exclude {
      isWanted = { path in !exclude.contains(path) }
    }
    let areFilesWanted = settings.isEnabled(Rule.gitSecretFileInHistory.id)
    let query = HistoryQuery(range: range, since: since, paths: selection.paths)
    let walk = try HistoryWalk(
      repository,
      query,
      shares: settings.workers,
      isWanted: isWanted,
      isTraced: { areFilesWanted && HistorySecretFiles.isTraced($0) }
    )
    let enabled = rules.rules.filter { settings.isEnabled($0.id) }
    let scanner = TokenScanner(enabled, markers: markers, today: settings.today)
    let all = tokenScanner
    let known = try knownValues(of: repository, tokens: all)
    let searching = HistorySearch(
      scanner: scanner,
      knownValues: settings.isEnabled(Rule.knownValueInSource.id) ? known : nil,
      settings: settings
    )
    var search = searching.run(walk, progress: progress)
    let origins = try walk.origins()
    let reader = ObjectReader(repository)
    let unsearched = searching.review(&search, origins: origins, reader: reader)

    var result = ScanResult()
    result.statistics = search.statistics
    result.statistics.sizeLimit = settings.maximumFileSize
    result.notices =
      rules.notices + (try historyNotices(repository, origins, range: range))
      + unsearched + damageNotices(origins, unreadable: search.unreadable)
    let traced = origins.traced
    if search.hits.isEmpty, traced.isEmpty { return result }
    let head = try repository.filesOfHead()
    let versions = HistoryOccurrences.versions(
      search.hits,
      origins: origins,
      head: head.map { Set($0.map(\.object)) }
    )
    var commits = Set(versions.map { $0.commit })
    for file in traced { commits.formUnion(file.versions.map { $0.origin.commit }) }
    let report = HistoryReport(
      rules: rules,
      settings: settings,
      searched: scanner,
      // What is searched for are the rules that are wanted; what is masked is everything.
      masks: all,
      markers: markers,
      knownValues: known,
      commits: HistoryCommits(commits, of: repository),
      reader: reader
    )
    for version in versions { report.add(version, to: &result) }
    let files = HistorySecretFiles(report: report, head: head.map { Set($0.map(\.path)) })
    for file in traced { files.add(path: file.path, versions: file.versions, to: &result) }
    result.findings.sort(by: Finding.areInOrder)
    return result
  }

  /// Finds the values that the local secrets files of the work tree hold; `nil` without any, as in a bare repository.
  private func knownValues(
    of repository: Repository,
    tokens: TokenScanner
  ) throws(GitError) -> KnownValueScanner? {
    if repository.topLevel == repository.gitFolder { return nil }
    let tree = try files(ofFolder: repository.topLevel, in: repository, asksGit: false).tree
    let files = tree.files
      .filter { DotenvFile.role(ofFileNamed: FilePath.name(of: $0.path)) != nil }
      .compactMap { entry in
        (try? tree.read(entry.path)).flatMap { DotenvFile(source: Source(path: entry.path, bytes: $0)) }
      }
    // What a repository inside this one keeps is no secret of this one.
    let scope = KnownValueScope(repositories: [""], projects: [])
    let values = KnownValue.all(in: files, tokens: tokens).filter { scope.isRelated(path: "", to: $0) }
    return KnownValueScanner(values, scope: scope)
  }

  /// What was not there to be looked at.
  private func historyNotices(
    _ repository: Repository,
    _ origins: HistoryOrigins,
    range: String?
  ) throws(GitError) -> [Notice] {
    var notices: [Notice] = []
    func add(_ message: String) { notices.append(Notice(path: nil, message: message, isFailure: false)) }
    if origins.commitCount == 0 {
      add("\(range.map { "the range \($0)" } ?? "the repository") has no commits here: nothing was looked at")
    }
    if try repository.gaps().contains(.shallow) {
      add("the clone is shallow: older commits were not looked at; run `git fetch --unshallow` first to have them all")
    }
    // git cannot tell what refs name where one of them is damaged.
    if range == nil, origins.damage.isEmpty {
      for ref in try repository.refsWithoutCommit() {
        add("\(ref) names a file or folder and no commit, and was not looked at; see `git show \(ref)`")
      }
    }
    if origins.notFetched > 0 {
      add(
        "\(origins.notFetched) versions of files are not in this partial clone and were not looked at; use a full clone"
      )
    }
    return notices
  }

  /// What could not be read, though the repository should have it.
  private func damageNotices(_ origins: HistoryOrigins, unreadable: [ObjectID]) -> [Notice] {
    var notices = origins.damage.map { Notice(path: nil, message: $0.description, isFailure: true) }
    let places = unreadable.compactMap { object in
      origins.origin(of: object).map { (object: object, commit: $0.commit, path: $0.path) }
    }.sorted { ($0.path, $0.object.text) < ($1.path, $1.object.text) }
    for place in places.prefix(Self.damageLimit) {
      notices.append(
        Notice(
          path: place.path,
          message: "its version \(place.object.text.prefix(12)), of commit \(place.commit.text.prefix(12)), "
            + "cannot be read and was not looked at: the repository is damaged; `git fsck` tells more",
          isFailure: true
        )
      )
    }
    if places.count > Self.damageLimit {
      notices.append(
        Notice(
          path: nil,
          message: "\(places.count - Self.damageLimit) more versions of files cannot be read; see `git fsck`",
          isFailure: true
        )
      )
    }
    return notices
  }

  /// More places than anybody reads.
  private static let damageLimit = 20
}
