import Documents

/// What the lines of a text answer begin with (docs/facts/wrangler.md §6.5).
enum CaptureTextShape {
  case secrets, versionSecrets, stores, storeSecrets
  case pagesSecrets(PagesHeading)

  struct PagesHeading {
    let environment: PagesProject.Environment
    let project: String?
  }

  static let secretName = "Secret Name: "

  var kind: CaptureKind {
    switch self {
    case .secrets: .secretList
    case .versionSecrets: .versionsSecretList
    case .stores: .storeList
    case .storeSecrets: .storeSecretList
    case .pagesSecrets: .pagesSecretList
    }
  }

  /// The first line that tells which command this is, passing over banners and notices.
  static func find(in lines: [CapturedText.Line]) -> (shape: CaptureTextShape, line: CapturedText.Line)? {
    for line in lines {
      if line.text.hasPrefix(secretName) { return (.secrets, line) }
      if VersionHeading(line.text) != nil { return (.versionSecrets, line) }
      if let heading = PagesHeading(line.text) { return (.pagesSecrets(heading), line) }
      if let cells = CaptureTable.cells(line.text) {
        if cells.starts(with: ["Name", "ID", "AccountID"]) { return (.stores, line) }
        if cells.starts(with: ["Name", "ID", "Comment", "Scopes", "Status"]) { return (.storeSecrets, line) }
      }
    }
    return nil
  }
}

extension CaptureTextShape.PagesHeading {
  // The line is `The "production" environment of your Pages project "site" has access to the following secrets:`.
  init?(_ line: String) {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false).map { word($0) }
    guard parts.count >= 3, parts[0] == "The", let environment = PagesProject.Environment(rawValue: parts[1]),
      parts[2].hasPrefix("environment"), line.hasSuffix("has access to the following secrets:")
    else { return nil }
    self.environment = environment
    project = parts.count >= 5 && parts[2].hasSuffix("project") ? parts[3] : nil
  }
}

/// A line such as `-- Version 11111111-1111-1111-1111-111111111111 (90%) secrets --`.
struct VersionHeading {
  let version: String
  let percentage: Double

  init?(_ line: String) {
    let words = line.split(separator: " ")
    guard words.count == 6, words[0] == "--", words[1] == "Version", words[4] == "secrets", words[5] == "--",
      words[3].hasPrefix("("), words[3].hasSuffix("%)"), let percentage = Double(words[3].dropFirst().dropLast(2)),
      (0...100).contains(percentage)
    else { return nil }
    version = String(words[2])
    self.percentage = percentage
  }
}

extension CaptureReader {
  /// The names after `Secret Name: `.
  func secretNames() -> [String] {
    text.lines.compactMap { line in
      line.text.hasPrefix(CaptureTextShape.secretName)
        ? word(line.text.dropFirst(CaptureTextShape.secretName.count)) : nil
    }
  }

  /// - Throws: when the shares of several versions do not add up.
  func versionSecrets() throws(StateFileError) -> [CapturedFacts.VersionSecrets] {
    var headings: [(VersionHeading, names: [String])] = []
    for line in text.lines {
      if let heading = VersionHeading(line.text) {
        headings.append((heading, []))
      } else if line.text.hasPrefix(CaptureTextShape.secretName), !headings.isEmpty {
        headings[headings.count - 1].names.append(word(line.text.dropFirst(CaptureTextShape.secretName.count)))
      }
    }
    let shares = headings.map { Deployment.Share(version: $0.0.version, percentage: $0.0.percentage) }
    // A single version may be the latest one, deployed in part or not at all.
    if shares.count > 1, Deployment(shares: shares) == nil {
      throw refusal(
        Region(start: 0, end: 0),
        "the percentages of the versions do not add up to 100; capture `\(kind.command)` again"
      )
    }
    return headings.map { heading, names in
      CapturedFacts.VersionSecrets(version: heading.version, percentage: heading.percentage, names: names)
    }
  }

  func pagesSecrets(_ heading: CaptureTextShape.PagesHeading) -> CapturedFacts.PagesSecrets {
    // `  - NAME: Value Encrypted`
    let names = text.lines.compactMap { line -> String? in
      guard line.text.hasPrefix("- "), let colon = line.text.firstIndex(of: ":") else { return nil }
      return word(line.text[..<colon].dropFirst(2))
    }
    return CapturedFacts.PagesSecrets(environment: heading.environment, project: heading.project, names: names)
  }
}

/// A text without the blanks around it.
func word(_ text: some StringProtocol) -> String {
  let start = text.firstIndex { $0 != " " } ?? text.endIndex
  let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? start
  return String(text[start..<end])
}
