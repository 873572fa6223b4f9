import Documents
import Git
import System
import Text
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
    return StoredText.decoded(bytes) ?? bytes
  }

  /// A checkout of nothing but one version of a file.
  func checkout(of object: ObjectID, at path: String) -> Checkout {
    let tree = FileTree(file: path) { buffer throws(FileProblem) in
      guard let bytes = read(object) else {
        throw FileProblem(path: path, kind: .system("git could not read it again"))
      }
      buffer = bytes
    }
    var checkout = Checkout(of: tree, tracked: TrackedPaths([path]), tokens: masks, settings: settings)
    checkout.knownValues = knownValues
    return checkout
  }

  /// Reports the secrets that a version has brought.
  func add(_ version: HistoryOccurrences.Version, to result: inout ScanResult) {
    let checkout = checkout(of: version.object, at: version.path)
    let published = PublishedFiles(of: checkout, selection: PathSelection())
    let adapt = { @Sendable (item: RuleMatch) -> RuleMatch? in
      guard let isInHead = version.secrets[HistoryOccurrences.Secret(item)] else { return nil }
      let isInUse = item.rule == Rule.knownValueInSource.id
      return history(item, broughtBy: version.commit, isInHead: isInHead, isInUse: isInUse)
    }
    let commit = { @Sendable (match: RuleMatch) -> Finding.Commit? in
      version.secrets[HistoryOccurrences.Secret(match)].map { commits.commit(version.commit, isInHead: $0) }
    }
    let pass = TokenPass(
      scanner: searched,
      enabled: Set(searched.entries.map(\.id)),
      tree: checkout.tree,
      roles: { published.role(of: $0, in: checkout) },
      maximumFileSize: settings.maximumFileSize,
      knownValues: knownValues.map { KnownValuePass($0) },
      commit: version.commit.text,
      archives: settings.archives
        ? ArchivePass(of: checkout, rules: rules, settings: settings, adapt: adapt, commit: commit) : nil
    )
    var scratch = TokenScanner.Scratch()
    let file = pass.scan(checkout.tree.files[0], scratch: &scratch)
    result.notices += file.notices
    if let inside = file.inside { result += inside }
    let matches = (file.knownMatches + Scan.withoutCovered(file.matches, by: file.knownMatches)).compactMap(adapt)
    Locating(rules: rules, settings: settings, checkout: checkout)
      .add(matches, commented: file.hasIgnoreComment, commit: commit, to: &result)
  }

  /// Brings what is known of the commit into a match.
  private func history(_ item: RuleMatch, broughtBy commit: ObjectID, isInHead: Bool, isInUse: Bool) -> RuleMatch {
    var item = item
    item.match.help = commits.help(
      for: commit,
      renewal: item.match.help ?? rules[item.rule]?.shortHelp ?? "",
      removal: .secret(inFile: item.match.path)
    )
    // What has been taken out is one step less urgent, but for a secret that others have and that is still in use.
    let isOut = !isInHead && !(isInUse && commits.commit(commit, isInHead: false).isPushed)
    if isOut { item.match.severity = item.match.severity?.lowered }
    return item
  }
}
