import Documents
import Workers

/// The one shared pass over the bytes of all files: tokens, and the comments that silence rules.
struct TokenPass: Sendable {
  let scanner: TokenScanner
  /// `nil` when none of its rules is wanted.
  var context: ContextPass?
  let tree: FileTree
  let roles: @Sendable (FileEntry) -> FileRole
  let maximumFileSize: Int
  /// Looks for the values of local secrets files on the way.
  var knownValues: KnownValuePass?

  /// What came of one file.
  struct FileResult: Sendable {
    var matches: [RuleMatch] = []
    var knownMatches: [RuleMatch] = []
    var hasIgnoreComment = false
    var skipped: SkipReason?
    var notices: [Notice] = []
  }

  func scan(_ entry: FileEntry, scratch: inout TokenScanner.Scratch) -> FileResult {
    var result = FileResult()
    // Taken out of the scratch and put back, so that its memory serves the next file.
    var bytes: [UInt8] = []
    swap(&bytes, &scratch.buffer)
    defer { swap(&bytes, &scratch.buffer) }
    do {
      try tree.read(entry.path, into: &bytes)
    } catch {
      if case .tooLarge = error.kind {
        result.skipped = .tooLarge
        return result
      }
      result.skipped = .unreadable
      result.notices.append(Notice(path: entry.path, message: error.reason, isFailure: true))
      return result
    }
    guard bytes.count <= maximumFileSize else {
      result.skipped = .tooLarge
      return result
    }
    if Self.isBinary(bytes) {
      result.skipped = .binary
      return result
    }
    let found = scanner.scan(bytes, scratch: &scratch)
    result.hasIgnoreComment = found.hasMarker
    for owner in found.limited.sorted() {
      result.notices.append(
        Notice(
          path: entry.path,
          message: "rule \(scanner.entries[Int(owner)].id) gave up here: its pattern needs too many steps",
          isFailure: false
        )
      )
    }
    for owner in found.failed.sorted() {
      result.notices.append(
        Notice(path: entry.path, message: "rule \(scanner.entries[Int(owner)].id) failed here", isFailure: true)
      )
    }
    if let knownValues {
      result.knownMatches = knownValues.matches(in: bytes, path: entry.path, role: roles(entry))
    }
    let plain = found.matches.map(\.secret)
    let encoded = EncodedTokenScanner(tokens: scanner).scan(bytes, besides: plain, scratch: &scratch)
    if !found.matches.isEmpty || !encoded.isEmpty {
      let role = roles(entry)
      result.matches = found.matches.compactMap {
        match(for: $0, value: bytes[$0.secret], at: Region($0.secret), path: entry.path, role: role)
      }
      result.matches += encoded.compactMap { item in
        guard item.isSure(in: scanner) else { return nil }
        let place = Region(item.place)
        return match(
          for: item.token,
          value: item.value[...],
          at: place,
          words: item.words,
          path: entry.path,
          role: role
        )
      }
    }
    if found.hasContextAnchor, let context {
      result.matches += context.matches(
        in: bytes,
        path: entry.path,
        role: { roles(entry) },
        hits: scratch.hits,
        known: found.matches.map(\.range) + encoded.map(\.place)
          + result.knownMatches.compactMap { $0.match.secret?.range }
      )
    }
    return result
  }

  /// As git does: a NUL byte in the first 8,000 makes a file binary.
  static func isBinary(_ bytes: [UInt8]) -> Bool { bytes.prefix(8000).contains(0) }

  /// - Parameters:
  ///   - region: where the file holds the token's secret.
  ///   - words: how it is encoded there.
  private func match(
    for token: TokenMatch,
    value: ArraySlice<UInt8>,
    at region: Region,
    words: String = "",
    path: String,
    role: FileRole
  ) -> RuleMatch? {
    let entry = scanner.entries[token.entry]
    guard var severity = role.severity(of: entry.rule.isPublic ? .note : entry.severity) else { return nil }
    var confidence = token.checksum == .verified ? .high : entry.confidence
    if token.checksum == .failed {
      severity = severity.lowered
      confidence = confidence.lowered
    }
    let place = role == .published ? " in a file that is published" : ""
    let doubt = token.checksum == .failed ? "; its checksum is wrong" : ""
    return RuleMatch(
      rule: entry.id,
      match: Match(
        path: path,
        region: region,
        message: "\(entry.rule.noun)\(words)\(place) (\(token.redaction)\(doubt))",
        identity: .secret(value),
        secret: region,
        severity: severity,
        confidence: confidence
      )
    )
  }
}

/// A match with the rule that made it.
struct RuleMatch: Sendable {
  let rule: Rule.ID
  var match: Match
}
