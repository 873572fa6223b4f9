import Documents
import Linter
import Workers

/// The result for people, in the manner of a compiler.
struct TextReport {
  let result: ScanResult
  let context: ReportContext

  func render() -> String {
    var text = ""
    for finding in result.findings { text += render(finding) + "\n" }
    if context.isVerbose { text += suppressed() }
    if !context.isQuiet { text += summary() }
    return text
  }

  private func styled(_ text: String, _ style: TerminalText.Style) -> String {
    TerminalText.styled(text, style, when: context.usesColor)
  }

  private func path(_ path: String) -> String {
    let shown = TerminalText.safe(context.display(path))
    // GitHub Actions obeys a line of a log that starts so.
    return shown.drop { $0 == " " }.hasPrefix("::") ? "./" + shown : shown
  }

  private func place(_ location: Location) -> String {
    "\(path(location.file)):\(location.start.line):\(location.start.column)"
  }

  private func color(of severity: Severity) -> TerminalText.Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }

  private func render(_ finding: Finding) -> String {
    let label = TerminalText.styled(
      "\(finding.severity.rawValue)[\(finding.rule)]",
      .bold,
      color(of: finding.severity),
      when: context.usesColor
    )
    var text = "\(styled(place(finding.location), .bold)): \(label) \(TerminalText.safe(finding.message))\n"
    let gutter = String(repeating: " ", count: String(finding.location.start.line).count)
    if let excerpt = finding.excerpt, !isAboutWholeFile(finding), excerpt.text.contains(where: { $0 != " " }) {
      text += snippet(excerpt, of: finding, gutter)
    }
    if let whereabouts = whereabouts(of: finding) {
      text += "\(gutter) \(styled("= in", .dim)) \(TerminalText.safe(whereabouts))\n"
    }
    if let commit = finding.commit {
      text += "\(gutter) \(styled("= in", .dim)) \(TerminalText.safe(commit.words))\n"
    }
    for related in finding.related {
      text += "\(gutter) \(styled("= at", .dim)) \(place(related.location)): \(TerminalText.safe(related.message))\n"
    }
    text += "\(gutter) \(styled("= help:", .cyan)) \(TerminalText.safe(finding.help))\n"
    if finding.confidence != .high {
      text += "\(gutter) \(styled("= note:", .dim)) confidence is \(finding.confidence.rawValue)\n"
    }
    if let fix = finding.fix {
      text += "\(gutter) \(styled("= fix:", .cyan)) \(TerminalText.safe(fix.title))\n"
    }
    return text
  }

  private func isAboutWholeFile(_ finding: Finding) -> Bool {
    finding.location.region.isEmpty && finding.location.start == Position(line: 1, column: 1)
  }

  private func whereabouts(of finding: Finding) -> String? {
    let parts = [finding.worker.map { "Worker \($0)" }, finding.environment.map { "environment \($0)" }]
    let words = parts.compactMap(\.self).joined(separator: ", ")
    return words.isEmpty ? nil : words
  }

  /// The source line with its number, and under it a line that points at the finding.
  private func snippet(_ excerpt: Excerpt, of finding: Finding, _ gutter: String) -> String {
    let scalars = Array(excerpt.text.unicodeScalars)
    let start = min(excerpt.underline.lowerBound, scalars.count)
    let end = min(max(start, excerpt.underline.upperBound), scalars.count)
    let offset = TerminalText.width(of: scalars[..<start])
    let length = max(1, TerminalText.width(of: scalars[start..<end]))
    let bar = styled("|", .dim)
    let underline = TerminalText.styled(
      String(repeating: "^", count: length),
      .bold,
      color(of: finding.severity),
      when: context.usesColor
    )
    return "\(gutter) \(bar)\n"
      + "\(styled(String(finding.location.start.line), .dim)) \(bar) \(excerpt.text)\n"
      + "\(gutter) \(bar) \(String(repeating: " ", count: offset))\(underline)\n"
  }

  private func suppressed() -> String {
    result.suppressed.map { item in
      "\(place(item.finding.location)): suppressed[\(item.finding.rule)] by \(TerminalText.safe(item.reason.words))\n"
    }.joined()
  }

  // MARK: Summary

  private func summary() -> String {
    let statistics = result.statistics
    var text = "Checked \(Words.count(statistics.projects, "project"))"
    if statistics.projects > 0 { text += " (\(Words.count(statistics.environments, "environment")))" }
    text += ", \(Words.count(statistics.scanned, "file"))"
    if let seconds = context.seconds { text += " in \(rounded(seconds)) s" }
    text += ": "
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = result.count(of: severity)
      return number == 0 ? nil : styled(Words.count(number, severity.rawValue), color(of: severity))
    }
    let nothing = statistics.scanned == 0 ? "nothing was searched" : "no problems found"
    text += parts.isEmpty ? nothing : parts.joined(separator: ", ")
    if !result.suppressed.isEmpty { text += " (\(result.suppressed.count) suppressed)" }
    if result.notices.contains(where: \.isFailure) { text += ", but the answer is incomplete" }
    text += ".\n"
    return text + skipped() + trackedDespiteIgnore()
  }

  private func trackedDespiteIgnore() -> String {
    let count = result.statistics.trackedDespiteIgnore
    guard context.isVerbose, count > 0 else { return "" }
    return "Searched although an ignore file matches: \(Words.count(count, "file")) that git tracks.\n"
  }

  /// What was passed over: always what a reader would not expect, the rest when asked.
  private func skipped() -> String {
    let expected: Set<SkipReason> = [.ignored, .vendored, .excluded, .symbolicLink, .submodule, .binary, .special]
    let shown = result.statistics.skipped.sorted { $0.key < $1.key }.filter {
      $0.value > 0 && (context.isVerbose || !expected.contains($0.key))
    }
    if shown.isEmpty { return "" }
    let words = shown.map { "\($0.value) \($0.key.words)" }.joined(separator: ", ")
    return "Skipped: \(words).\n"
  }

  /// Two decimals, three below a tenth.
  private func rounded(_ seconds: Double) -> String {
    let digits = seconds < 0.1 ? 1000 : 100
    let value = Int((seconds * Double(digits)).rounded())
    let fraction = String(value % digits)
    let places = digits == 1000 ? 3 : 2
    return "\(value / digits).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }
}

extension SkipReason {
  /// As words to stand after a number.
  var words: String {
    switch self {
    case .ignored: "ignored by git"
    case .vendored: "installed packages"
    case .excluded: "excluded by paddock.toml"
    case .symbolicLink: "symbolic links"
    case .submodule: "submodules"
    case .special: "special files"
    case .binary: "binary"
    case .tooLarge: "too large"
    case .unreadable: "unreadable"
    }
  }
}
