import Documents
import System
import Workers

/// What the one shared pass over the bytes of files gives.
struct SharedPass: Sendable {
  /// Tokens, by their form.
  private(set) var tokens: [RuleMatch] = []
  /// Values of local secrets files in other files.
  private(set) var known: [RuleMatch] = []
  /// What must not be shown of files with matches, by path.
  private(set) var hidden: [String: HiddenPlaces] = [:]
  /// The files with an ignore comment.
  private(set) var commented: [String] = []
  /// What is in archives.
  private(set) var archived = ScanResult()

  let checkout: Checkout
  let published: PublishedFiles
  let rules: RuleSet
  let settings: Settings
  let enabled: Set<Rule.ID>
  let wanted: WantedFiles

  init(
    of checkout: Checkout,
    published: PublishedFiles,
    rules: RuleSet,
    settings: Settings,
    enabled: Set<Rule.ID>,
    wanted: WantedFiles
  ) {
    self.checkout = checkout
    self.published = published
    self.rules = rules
    self.settings = settings
    self.enabled = enabled
    self.wanted = wanted
  }

  /// Reads files, each once.
  ///
  /// - Parameter includesBuildOutputs: whether to look for known values in what builds have written as well.
  mutating func run(
    over files: [FileEntry],
    includesBuildOutputs: Bool,
    progress: ScanProgress?,
    into result: inout ScanResult
  ) {
    let areKnownValuesWanted = enabled.contains { $0.group == Rule.knownValueInSource.id.group }
    let knownValues = areKnownValuesWanted ? KnownValuePass(of: checkout) : nil
    let pass = TokenPass(
      scanner: checkout.tokens,
      enabled: enabled,
      context: ContextPass(
        rules: rules,
        enabled: enabled,
        checkout: checkout,
        minimumConfidence: settings.minimumConfidence
      ),
      tree: checkout.tree,
      roles: { [published, checkout] in published.role(of: $0, in: checkout) },
      maximumFileSize: settings.maximumFileSize,
      wanted: wanted,
      knownValues: knownValues,
      keepsHidden: checkout.tokens.entries.allSatisfy { enabled.contains($0.id) },
      archives: settings.archives
        ? ArchivePass(
          of: checkout,
          rules: rules,
          settings: settings,
          enabled: enabled,
          adapt: { [enabled] in enabled.contains($0.rule) ? $0 : nil }
        ) : nil
    )
    progress?.start(files.count)
    let results = concurrentMap(files, workers: settings.workers, scratch: { TokenScanner.Scratch() }) {
      [progress] entry, scratch in
      progress?.advance()
      return pass.scan(entry, scratch: &scratch)
    }
    result.statistics.skipped = checkout.tree.skipped
    result.statistics.files = files.count
    result.statistics.sizeLimit = min(settings.maximumFileSize, FileRead.sizeLimit)
    for (entry, file) in zip(files, results) {
      if let reason = file.skipped {
        result.statistics.skipped[reason, default: 0] += 1
        result.statistics.unsearched.append(UnsearchedFile(path: entry.path, reason: reason))
      } else {
        result.statistics.scanned += 1
      }
      tokens += file.matches
      known += file.knownMatches.filter { enabled.contains($0.rule) }
      result.notices += file.notices
      hidden[entry.path] = file.hidden
      if let inside = file.inside { archived += inside }
      if file.hasIgnoreComment { commented.append(entry.path) }
    }
    guard includesBuildOutputs, let knownValues, enabled.contains(Rule.knownValueBuilt.id) else { return }
    let built = knownValues.matchesInBuildOutputs(
      of: checkout,
      except: Set(files.map(\.path)),
      maximumFileSize: settings.maximumFileSize,
      workers: settings.workers
    )
    known += built.matches
    for file in built.unsearched {
      result.statistics.skipped[file.reason, default: 0] += 1
      result.statistics.unsearched.append(file)
    }
  }
}
