package import Documents
package import Workers

/// What the user wants: `paddock.toml`, environment and flags in one value that does not change during a run.
package struct Settings: Sendable {
  /// An entry of `[[ignore]]`: findings that are known and accepted.
  package struct Ignore: Sendable {
    /// A rule id or group; `nil`: every rule.
    package var rule: RuleSelector?
    /// Paths; `nil`: every path.
    package var path: PathGlobs?
    package var fingerprint: Fingerprint?
    package var reason: String?
    /// The day, `YYYY-MM-DD`, from which on the entry no longer counts.
    package var expires: String?
    /// Where the entry is written, to report it when it hides nothing.
    package var region: Region

    func covers(_ finding: Finding) -> Bool {
      if let rule, !rule.selects(finding.rule) { return false }
      if let fingerprint, fingerprint != finding.fingerprint { return false }
      return path?.contains(finding.location.path) ?? true
    }
  }

  /// Where the settings were read; `nil` when there is no file.
  package var path: String?
  /// The folder that path globs are relative to, from the top of the run.
  package private(set) var folder = ""
  package var select: [RuleSelector] = []
  package var ignoredRules: [RuleSelector] = []
  package var ignores: [Ignore] = []
  package var severities: [(rule: RuleSelector, severity: Severity)] = []
  /// Files and folders not to look at.
  package var exclude: PathGlobs?
  /// Files and folders with rules of the user, from the folder of the settings file.
  package var rulePaths: [String] = []
  package var failOn: Severity? = .warning
  /// The file of findings that are accepted for now, from the folder of the settings file.
  package var baselinePath: String?
  /// Those findings; see `Baseline`.
  package var baseline: Baseline?
  package var compatComments = false
  /// Files above this size, in bytes, are passed over.
  package var maximumFileSize = 64 << 20
  /// Whether the members of archives are looked at.
  package var archives = false
  /// The least confidence that is reported.
  package var minimumConfidence: Confidence = .medium
  /// Environments to look at; empty: all.
  ///
  /// "" is the top level.
  package var environments: [String] = []
  package var workers = 1
  /// Whether findings get the hash of their line, which only SARIF reports: it takes as long as all other reading.
  package var hashesLines = true
  /// Which dotenv files wrangler would load.
  package var switches = LocalValues.Switches()
  /// Today, `YYYY-MM-DD`, for entries that expire.
  package var today = ""
  /// What is asked about the remote side.
  package var deploy = DeployQuestion()

  package init() {}

  /// Tells the path globs which folder they are relative to, from the top of the run.
  package mutating func setFolder(_ folder: String) {
    self.folder = folder
    exclude?.folder = folder
    for index in ignores.indices { ignores[index].path?.folder = folder }
  }

  /// Whether a rule takes part: selected, or nothing is selected at all, and not ignored.
  package func isEnabled(_ rule: Rule.ID) -> Bool {
    guard select.isEmpty || select.contains(where: { $0.selects(rule) }) else { return false }
    // A rule named in full beats a group that is ignored.
    if ignoredRules.contains(where: { $0.text == rule.text }) { return false }
    if select.contains(where: { $0.text == rule.text }) { return true }
    return !ignoredRules.contains { $0.selects(rule) }
  }

  /// The same for a file that one thread among others looks at by itself.
  var forOneFile: Settings {
    var settings = self
    settings.workers = 1
    return settings
  }

  /// The severity the user gave a rule, if any; the last entry that names it counts.
  package func severity(of rule: Rule.ID) -> Severity? {
    severities.last { $0.rule.selects(rule) }?.severity
  }
}
