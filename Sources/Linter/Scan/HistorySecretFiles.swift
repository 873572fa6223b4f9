import Documents
import Git
import Text
import Workers

/// Reports secret files that commits have recorded, and which of their values are still in use.
struct HistorySecretFiles: Sendable {
  let report: HistoryReport
  /// The paths of `HEAD`, from the top of the repository; where it cannot be read, everything counts as still there.
  let head: Set<String>?

  typealias Version = (object: ObjectID, origin: HistoryOrigins.Origin)

  /// Every version beyond that is like those before.
  private static let versionLimit = 500

  /// Whether the name of a file says that it holds secrets, or may hold some as a sample does.
  static func isTraced(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    return DotenvFile.role(ofFileNamed: name) != nil || SecretFile.isTerraformState(name)
  }

  /// What the versions of one file hold.
  private struct Content {
    var worst = DotenvContent.empty
    /// The names of secrets whose value of today is there.
    var inUse: [String] = []
    /// The first version with such a value, and the place of the value.
    var place: (version: Version, region: Region)?
  }

  /// - Parameters:
  ///   - path: from the top of the repository.
  ///   - versions: newest first.
  func add(path: String, versions: [Version], to result: inout ScanResult) {
    guard let oldest = versions.last else { return }
    let role = DotenvFile.role(ofFileNamed: FilePath.name(of: path))
    let content = role == nil ? Content(worst: .secret) : content(of: versions)
    // A sample is there to be recorded.
    if role == .example, content.inUse.isEmpty { return }
    let version = content.place?.version ?? oldest
    let isInHead = head?.contains(path) ?? true
    let commit = report.commits.commit(version.origin.commit, isInHead: isInHead)
    var match = Match(
      path: path,
      region: content.place?.region ?? Region(start: 0, end: 0),
      message: message(path, role: role, content: content, versions: versions, isInHead: isInHead),
      identity: .name(path),
      secret: content.place?.region,
      help: help(path, content: content, commit: version.origin.commit, isInHead: isInHead)
    )
    match.severity = severity(path, role: role, content: content, commit: commit)
    let checkout = report.checkout(of: version.object, at: path)
    let matches = [RuleMatch(rule: Rule.gitSecretFileInHistory.id, match: match)]
    Locating(rules: report.rules, settings: report.settings, checkout: checkout)
      .add(matches, commented: true, commit: { _ in commit }, to: &result)
  }

  private func content(of versions: [Version]) -> Content {
    var content = Content()
    var seen: Set<ObjectID> = []
    for version in versions.prefix(Self.versionLimit).reversed() where seen.insert(version.object).inserted {
      guard let bytes = report.read(version.object) else { continue }
      content.worst = max(content.worst, DotenvContent(of: DotenvDocument.parse(bytes), tokens: report.masks))
      for hit in report.knownValues?.scan(bytes, of: nil) ?? [] {
        if content.place == nil { content.place = (version, Region(hit.range)) }
        if !content.inUse.contains(hit.value.name) { content.inUse.append(hit.value.name) }
      }
    }
    content.inUse.sort()
    return content
  }

  private func message(
    _ path: String,
    role: DotenvFile.Role?,
    content: Content,
    versions: [Version],
    isInHead: Bool
  ) -> String {
    let words =
      switch (role, content.worst) {
      case (nil, _): "a Terraform state, which holds every value in clear"
      case (.example, _): "the sample of a dotenv file"
      case (_, .secret): "a local secrets file with secrets in it"
      case (_, .publicOnly): "a dotenv file with values for browser code"
      case (_, .plain), (_, .empty): "a local secrets file"
      }
    let count = versions.count == 1 ? "1 commit" : "\(versions.count) commits"
    let use =
      content.inUse.isEmpty
      ? "" : "; \(content.inUse.inWords) still \(content.inUse.count == 1 ? "has" : "have") a value from there"
    return "\(path), \(words), \(isInHead ? "is" : "was") recorded by \(count)\(use)"
  }

  /// - Parameter path: from the top of the repository.
  private func help(_ path: String, content: Content, commit: ObjectID, isInHead: Bool) -> String {
    let secrets =
      content.inUse.isEmpty
      ? "Rotate every secret that was in it and is still valid"
      : "Rotate \(content.inUse.inWords): a new value with `npx wrangler secret put`, and in the local file"
    return report.commits.help(
      for: commit,
      renewal: "\(secrets).",
      removal: .file(path, isInHead: isInHead)
    )
  }

  private func severity(
    _ path: String,
    role: DotenvFile.Role?,
    content: Content,
    commit: Finding.Commit
  ) -> Severity {
    // What others have and is still in use is as bad as can be, wherever it was.
    if !content.inUse.isEmpty, commit.isPushed { return .error }
    var severity: Severity =
      switch content.worst {
      case .secret: .error
      case .plain: if case .env = role { .warning } else { .error }
      case .empty: .warning
      case .publicOnly: .note
      }
    if FileRole.isTest(path), content.inUse.isEmpty { severity = severity.lowered }
    return commit.isInHead ? severity : severity.lowered
  }
}
