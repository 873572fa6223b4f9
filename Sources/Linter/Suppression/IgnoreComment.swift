import Documents
import Text

/// A comment that silences a finding, where one can be written without a change to what the file means.
struct IgnoreComment: Sendable, Hashable {
  enum Place: Sendable, Hashable {
    case sameLine
    /// A line of its own above.
    case lineAbove
    /// A new first line, for what is said of the file as a whole.
    case firstLine
  }

  let place: Place
  /// The comment with its signs: `# paddock:ignore-next-line RULE -- reason`.
  let text: String
  private let line: Int

  /// `nil` where no comment is sure to leave the file as it is.
  init?(silencing finding: Finding, in source: Source) {
    guard finding.location.member == nil, let form = CommentForm(fileNamed: FilePath.name(of: source.path)) else {
      return nil
    }
    line = finding.location.start.line
    // A finding without a place of its own stays at the start of the file.
    let isAboutFile = finding.location.region.start == 0 && finding.location.region.end == 0
    place = form.allowsTrailing ? .sameLine : isAboutFile ? .firstLine : .lineAbove
    let marker = Suppression.marker + (place == .lineAbove ? "-next-line" : "")
    text = "\(form.start) \(marker) \(finding.rule) -- reason"
    guard let region = source.lines.region(ofLine: line) else { return nil }
    let isInterpreterLine = line == 1 && source.bytes[region.range].starts(with: "#!".utf8)
    if isInterpreterLine || !form.keepsMeaning(of: source, line: line, with: self) { return nil }
    // Of two comments on a line only the first is read, and one for the next line would be parted from it.
    let above = place == .lineAbove ? source.lines.region(ofLine: line - 1) : nil
    let lines = source.bytes[(above?.start ?? region.start)..<region.end]
    if lines.firstOccurrence(of: Suppression.marker.utf8) != nil { return nil }
  }

  /// The file with the comment in it.
  func applied(to source: Source) -> [UInt8] {
    var bytes = source.bytes
    guard let region = source.lines.region(ofLine: line) else { return bytes }
    switch place {
    case .sameLine:
      let end = bytes[region.range].last == UInt8(ascii: "\r") ? region.end - 1 : region.end
      bytes.insert(contentsOf: Array(" \(text)".utf8), at: end)
    case .lineAbove: bytes.insert(contentsOf: Array("\(text)\n".utf8), at: region.start)
    case .firstLine: bytes.insert(contentsOf: Array("\(text)\n".utf8), at: 0)
    }
    return bytes
  }

  /// What to do, without a full stop.
  var advice: String {
    switch place {
    case .sameLine: "the comment `\(text)` at the end of the line silences it"
    case .lineAbove: "the comment `\(text)` as a line of its own above silences it"
    case .firstLine: "the comment `\(text)` as the first line of the file silences it"
    }
  }
}

/// The entry of `paddock.toml` that silences one finding and no other.
struct IgnoreEntry: Sendable, Hashable {
  /// Lines to paste.
  let lines: [String]

  /// - Parameter folder: the folder that the path is to be relative to, from the top of the run.
  init(silencing finding: Finding, below folder: String) {
    lines = [
      "[[ignore]]",
      "rule = \(Self.string(finding.rule.text))",
      "path = \(Self.string(Self.pattern(FilePath.relative(finding.location.path, to: folder))))",
      "fingerprint = \(Self.string(finding.fingerprint.text))",
      "reason = \"why this may stay\"",
    ]
  }

  /// A path as a glob that matches nothing else.
  private static func pattern(_ path: String) -> String {
    var escaped = path.hasSuffix(" ") ? String(path.dropLast()) + "\\ " : path
    if path.utf8.contains(where: { "*?[\\".utf8.contains($0) }) {
      escaped = escaped.reduce(into: "") { $0 += "*?[\\".contains($1) ? "\\\($1)" : String($1) }
    }
    return "/" + escaped
  }

  private static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
