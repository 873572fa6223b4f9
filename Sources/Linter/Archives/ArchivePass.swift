import Archives
import Documents
import Git
import Text
import Workers

/// Looks for tokens, known values and values by their context in the members of archives.
///
/// A member is read, searched and located before the next one: nothing of it is kept but findings.
struct ArchivePass: Sendable {
  private let rules: RuleSet
  private let settings: Settings
  /// Finds what must not be shown.
  private let masks: TokenScanner
  private let knownValues: KnownValueScanner?
  /// Does not know any project: no rule about configuration speaks about a member.
  private let context: ContextPass?
  /// What becomes of a match; `nil`: it is not reported.
  private let adapt: @Sendable (RuleMatch) -> RuleMatch?
  private let commit: @Sendable (RuleMatch) -> Finding.Commit?

  /// - Parameters:
  ///   - checkout: what the archives belong to.
  ///   - enabled: the rules about values by their context that are wanted.
  ///   - adapt: has the last word on every match.
  ///   - commit: the commit that brought what was matched.
  init(
    of checkout: Checkout,
    rules: RuleSet,
    settings: Settings,
    enabled: Set<Rule.ID> = [],
    adapt: @escaping @Sendable (RuleMatch) -> RuleMatch? = { $0 },
    commit: @escaping @Sendable (RuleMatch) -> Finding.Commit? = { _ in nil }
  ) {
    self.rules = rules
    self.settings = settings.forOneFile
    masks = checkout.tokens
    knownValues = checkout.knownValues
    self.adapt = adapt
    self.commit = commit
    context = ContextPass(
      rules: rules,
      enabled: enabled,
      checkout: Checkout(of: FileTree(texts: [:]), tracked: nil, tokens: checkout.tokens, settings: settings),
      minimumConfidence: settings.minimumConfidence
    )
  }

  /// How much of an archive is looked at.
  static func limits(_ settings: Settings) -> ArchiveLimits {
    var limits = ArchiveLimits()
    limits.memberBytes = min(limits.memberBytes, settings.maximumFileSize)
    return limits
  }

  /// What is found in an archive; `nil` for bytes that are none.
  ///
  /// - Parameter pass: searches the archive's members as it does other files.
  func result(
    for bytes: [UInt8],
    of archive: FileEntry,
    using pass: TokenPass,
    scratch: inout TokenScanner.Scratch
  ) -> ScanResult? {
    guard let form = ArchiveForm(bytes, named: archive.path) else { return nil }
    let role = pass.roles(archive)
    var result = ScanResult()
    var reader = ArchiveReader(limits: Self.limits(settings))
    reader.read(bytes, as: form, named: FilePath.name(of: archive.path)) { name, content in
      search(content, ArchivePlace(path: archive.path, member: name), role, using: pass, &scratch, into: &result)
    }
    result.notices += reader.problems.map {
      Notice(path: archive.path, message: $0.words(reader.limits), isFailure: false)
    }
    return result
  }

  private func search(
    _ content: [UInt8],
    _ place: ArchivePlace,
    _ role: FileRole,
    using pass: TokenPass,
    _ scratch: inout TokenScanner.Scratch,
    into result: inout ScanResult
  ) {
    if place.isInstalledPackage { return }
    let tree = FileTree(file: place.file, repositories: pass.tree.repositories) { buffer in buffer = content }
    var pass = pass
    pass.tree = tree
    pass.roles = { _ in place.role(inArchiveOf: role) }
    pass.archives = nil
    pass.context = context
    pass.knownValues?.skipsDotenvFiles = false
    let file = pass.scan(tree.files[0], scratch: &scratch)
    result.notices += file.notices.map {
      Notice(path: place.path, message: "in \(place.member): \($0.message)", isFailure: $0.isFailure)
    }
    let matches = (file.knownMatches + Scan.withoutCovered(file.matches, by: file.knownMatches)).compactMap(adapt)
    if matches.isEmpty { return }
    var checkout = Checkout(of: tree, tracked: nil, tokens: masks, settings: settings)
    checkout.knownValues = knownValues
    checkout.archive = place
    let hidden = file.hidden.map { [place.file: $0] } ?? [:]
    Locating(rules: rules, settings: settings, checkout: checkout, hidden: hidden)
      .add(matches, commented: file.hasIgnoreComment, commit: commit, to: &result)
  }
}
