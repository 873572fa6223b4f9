import Documents
import Patterns
import Text
import Workers

/// The part of the shared pass that judges values by their names and their looks, and makes matches of them.
struct ContextPass: Sendable {
  let scanner = ContextScanner()
  private let firstAnchor: Int
  /// The rules that are wanted, by what they look at.
  let rules: [ContextScanner.Kind: Rule]
  /// Files of which rules about configuration and dotenv files know every value by its place.
  private let known: Set<String>
  private let projectFolders: [String]

  private let minimumConfidence: Confidence

  /// `nil` when none of the rules is wanted.
  init?(rules: RuleSet, enabled: Set<Rule.ID>, checkout: Checkout, minimumConfidence: Confidence = .low) {
    var wanted: [ContextScanner.Kind: Rule] = [:]
    for rule in rules.rules where enabled.contains(rule.id) {
      if case .context(let kind) = rule.check { wanted[kind] = rule }
    }
    if wanted.isEmpty { return nil }
    self.rules = wanted
    self.minimumConfidence = minimumConfidence
    firstAnchor = checkout.tokens.firstContextAnchor
    projectFolders = checkout.projects.map(\.folder)
    known = Set(
      checkout.projects.flatMap { project in
        project.configs.map(\.source.path) + project.dotenvFiles.map(\.path) + project.exampleFiles.map(\.path)
      }
    )
  }

  /// - Parameters:
  ///   - hits: the hits of all literals of the shared pass.
  ///   - tokens: what token rules have found: they know better.
  ///   - names: what is known of names from other files.
  /// - Returns: also what must not be shown; `nil` for a file that was not looked at.
  func matches(
    in bytes: [UInt8],
    path: String,
    role: () -> FileRole,
    hits: [LiteralHit],
    known tokens: [Range<Int>],
    names: inout ContextNames
  ) -> (matches: [RuleMatch], notices: [Notice], hidden: [Range<Int>]?) {
    if isJudgedElsewhere(path) { return ([], [], nil) }
    var knownRole: FileRole?
    func fileRole() -> FileRole {
      let role = knownRole ?? role()
      knownRole = role
      return role
    }
    let outcome = scanner.scan(
      bytes,
      hits: hits,
      first: firstAnchor,
      file: ContextFile(path: path),
      isTest: { fileRole() == .test || fileRole() == .example },
      names: &names
    )
    let matches = outcome.best.compactMap { item -> RuleMatch? in
      guard let rule = rules[item.kind], !tokens.contains(where: { $0.overlaps(item.secret) }),
        var severity = fileRole().severity(of: rule.severity)
      else { return nil }
      if item.decision.reasons.contains(where: { $0.gate == .hostLocal }) { severity = .note }
      let place = fileRole() == .published ? " in a file that is published" : ""
      return RuleMatch(
        rule: rule.id,
        match: Match(
          path: path,
          region: Region(item.secret),
          message: "\(words(for: item, in: bytes))\(place) (\(Redaction.describe(bytes[item.secret])))",
          identity: .secret(bytes[item.secret]),
          secret: Region(item.secret),
          severity: severity,
          confidence: item.decision.confidence
        )
      )
    }
    let notices = notices(about: outcome).map { Notice(path: path, message: $0, isFailure: false) }
    return (matches, notices, outcome.hidden)
  }

  /// Values with their names in a text that stands encoded in a file, such as the `.env` in a Secret of Kubernetes.
  ///
  /// A longer text is a program or a picture, and how values are written in it is not known.
  func matches(
    in text: DecodedText,
    path: String,
    role: FileRole,
    hits: [LiteralHit],
    known tokens: [Range<Int>]
  ) -> [RuleMatch] {
    guard let digits = text.digits, text.bytes.count <= 2_048, !isJudgedElsewhere(path),
      !ContextFile(path: path).isSkipped,
      text.bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || (0x09...0x0D).contains($0) })
    else { return [] }
    var names = ContextNames()
    let outcome = scanner.scan(
      text.bytes,
      hits: hits,
      first: firstAnchor,
      file: ContextFile(path: "settings.ini"),
      isTest: { role == .test || role == .example },
      names: &names
    )
    return outcome.best.compactMap { item in
      let place = text.place(of: item.secret)
      let value = text.bytes[item.secret]
      guard let rule = rules[item.kind], let severity = role.severity(of: rule.severity),
        item.decision.confidence == .medium, !tokens.contains(where: { $0.overlaps(digits) })
      else { return nil }
      return RuleMatch(
        rule: rule.id,
        match: Match(
          path: path,
          region: Region(place),
          message: "\(words(for: item, in: text.bytes)) \(text.encoding.words) (\(Redaction.describe(value)))",
          identity: .secret(value),
          // Nobody sees what else the digits around it hold.
          secret: Region(digits),
          severity: severity,
          confidence: .medium
        )
      )
    }
  }

  /// What the limits have cut off.
  private func notices(about outcome: ContextScanner.Outcome) -> [String] {
    var notices: [String] = []
    if outcome.isExhausted {
      notices.append("only the first \(ContextScanner.effort) values with names were judged by their context")
    }
    let count = outcome.found.count { $0.decision.confidence.map { $0 >= minimumConfidence } ?? false }
    if count > ContextScanner.limit {
      notices.append(
        "\(count) values look like secrets by their context; the surest \(ContextScanner.limit) are reported"
      )
    }
    return notices
  }

  /// Whether other rules speak about the values of a file, or about the file as a whole.
  func isJudgedElsewhere(_ path: String) -> Bool {
    if known.contains(path) { return true }
    guard let role = DotenvFile.role(ofFileNamed: FilePath.name(of: path)), role != .example else { return false }
    return projectFolders.contains { FilePath.isPath(path, inOrBelow: $0) }
  }

  private func words(for item: ContextScanner.Found, in bytes: [UInt8]) -> String {
    let isCall = item.name.upperBound < bytes.count && bytes[item.name.upperBound] == UInt8(ascii: "(")
    let name = (isCall ? "a call of " : "") + String(decoding: bytes[item.name], as: UTF8.self)
    return switch item.kind {
    case .assignment: "\(name) holds what looks like a secret"
    case .header: "a header for \(name) holds what looks like a credential"
    case .url: "a URL holds what looks like a password"
    case .command: "a command line holds what looks like a secret for \(name)"
    }
  }
}
