package import Documents

/// The accepted findings of another scanner: places in files, which is all that means the same to both.
///
/// Formats: `.gitleaksignore` (lines `[commit:]path:rule:line`), `.secrets.baseline` of detect-secrets (JSON) and the
/// baseline of kingfisher (YAML, version 2).
package struct ForeignBaseline: Sendable {
  package struct Place: Sendable, Hashable {
    package let path: String
    package let line: Int
  }

  package let places: Set<Place>

  /// - Throws: one error when the file is in none of these formats.
  package init(_ source: Source) throws(FileErrors) {
    let read: [Place]?
    if source.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      read = Self.detectSecrets(source)
    } else if Self.lines(of: source).contains(where: { $0.hasPrefix("fingerprint_algorithm:") || $0 == "repositories:" }
    ) {
      read = Self.kingfisher(source)
    } else {
      read = Self.gitleaks(source)
    }
    guard let read else {
      throw FileErrors([
        FileError(
          path: source.path,
          position: Position(line: 1, column: 1),
          message: "not a .gitleaksignore, a .secrets.baseline or a kingfisher baseline"
        )
      ])
    }
    places = Set(read)
  }

  /// The findings at these places.
  package func accepted(of findings: [Finding]) -> [Finding] {
    findings.filter { finding in
      (finding.location.start.line...finding.location.end.line).contains { line in
        places.contains(Place(path: finding.location.path, line: line))
      }
    }
  }

  private static func lines(of source: Source) -> [String] {
    (1...source.lines.lineCount).compactMap { source.lines.region(ofLine: $0).map { source.text(of: $0) } }
  }

  private static func gitleaks(_ source: Source) -> [Place]? {
    var places: [Place] = []
    for line in lines(of: source) {
      let text = line.filter { $0 != "\r" }
      if text.isEmpty || text.hasPrefix("#") { continue }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 3, let number = Int(parts[parts.count - 1]) else { return nil }
      // A commit in front is forty or sixty-four hexadecimal digits; what it names is searched with --history.
      let hasCommit = parts.count > 3 && [40, 64].contains(parts[0].utf8.count)
      let path = parts[(hasCommit ? 1 : 0)..<(parts.count - 2)].joined(separator: ":")
      places.append(Place(path: path, line: number))
    }
    return places
  }

  private static func detectSecrets(_ source: Source) -> [Place]? {
    guard let results = JSONCParser.parse(source.bytes).root["results"]?.table else { return nil }
    return results.members.flatMap { file in
      (file.node.array ?? []).compactMap { entry in
        // What an audit has judged to be a real secret was never accepted.
        if entry["is_secret"]?.boolean == true { return nil }
        return entry["line_number"]?.integer.map { Place(path: file.key, line: Int($0)) }
      }
    }
  }

  /// The block style in which kingfisher writes: one `path:` and one `line:` for each finding.
  private static func kingfisher(_ source: Source) -> [Place]? {
    var places: [Place] = []
    var path: String?
    for line in lines(of: source) {
      let text = line.drop { $0 == " " || $0 == "-" }
      if text.hasPrefix("path: ") {
        path = unquoted(text.dropFirst(6))
      } else if text.hasPrefix("line: "), let known = path, let number = Int(text.dropFirst(6)) {
        places.append(Place(path: known, line: number))
        path = nil
      }
    }
    return places
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.utf8.count >= 2, let quote = text.first, "'\"".contains(quote), text.last == quote else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }
}
