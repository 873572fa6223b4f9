import Archives
import Documents
import System
import Workers

/// The one shared pass over the bytes of all files: tokens, and the comments that silence rules.
struct TokenPass: Sendable {
  let scanner: TokenScanner
  /// The rules that are wanted; the scanner knows more, as it also tells what to mask.
  let enabled: Set<Rule.ID>
  /// `nil` when none of its rules is wanted.
  var context: ContextPass?
  var tree: FileTree
  var roles: @Sendable (FileEntry) -> FileRole
  let maximumFileSize: Int
  /// The files that are searched whatever they hold.
  var wanted = WantedFiles()
  /// Looks for the values of local secrets files on the way.
  var knownValues: KnownValuePass?
  /// Whether to tell what must not be shown of files with matches, which takes all rules for tokens.
  var keepsHidden = false
  /// The commit that brought the files, where they are versions of the history.
  var commit: String?
  /// Looks into archives; `nil`: they are binary files like any other.
  var archives: ArchivePass?

  /// What came of one file.
  struct FileResult: Sendable {
    var matches: [RuleMatch] = []
    var knownMatches: [RuleMatch] = []
    var hasIgnoreComment = false
    /// What must not be shown of it; `nil` where nothing will be, or where not everything was looked for.
    var hidden: HiddenPlaces?
    var skipped: SkipReason?
    var notices: [Notice] = []
    /// What is in an archive.
    var inside: ScanResult?
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
      if case .tooLarge(let limit) = error.kind {
        result.skipped = .tooLarge
        result.notices += [wanted.notice(tooLarge: entry.path, limit: limit)].compactMap(\.self)
        return result
      }
      result.skipped = .unreadable
      // What is gone since the folder was listed needs no look.
      result.notices.append(Notice(path: entry.path, message: error.reason, isFailure: error.kind != .missing))
      return result
    }
    guard bytes.count <= maximumFileSize else {
      result.skipped = .tooLarge
      result.notices += [wanted.notice(tooLarge: entry.path, limit: maximumFileSize)].compactMap(\.self)
      return result
    }
    if let archives, let inside = archives.result(for: bytes, of: entry, using: self, scratch: &scratch) {
      result.inside = inside
      return result
    }
    if archives == nil, wanted.named.contains(entry.path), ArchiveForm(bytes, named: entry.path) != nil {
      result.skipped = .binary
      result.notices.append(
        Notice(path: entry.path, message: "an archive, whose files were not searched; --archives does", isFailure: true)
      )
      return result
    }
    if BinaryFile.isSkipped(bytes, path: entry.path, mustSearch: wanted.named.contains(entry.path)) {
      result.skipped = .binary
      return result
    }
    // What the blocks below use, or each would copy all of the pass.
    let (roles, context, scanner, enabled) = (roles, context, scanner, enabled)
    let place = TokenPlace(path: tree.repositoryPath(entry.path), commit: commit)
    let found = scanner.scan(bytes, at: place, wanted: enabled, scratch: &scratch)
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
    let wrapped = EncodedTokenScanner(tokens: scanner)
      .scan(bytes, besides: found, scratch: &scratch)
    let encoded = wrapped.tokens
      .filter { enabled.contains(scanner.entries[$0.token.entry].id) && $0.isSure(in: scanner) }
    // The other half of a pair is told with the secret, and not again.
    let partners = found.matches.compactMap(\.partner)
    let tokens = found.matches.filter { token in !partners.contains { $0.overlaps(token.secret) } }
    if !tokens.isEmpty || !encoded.isEmpty {
      let role = roles(entry)
      result.matches = tokens.compactMap {
        match(for: $0, value: bytes[$0.secret], at: Region($0.secret), path: entry.path, role: role)
      }
      result.matches += encoded.compactMap {
        match(for: $0.token, value: $0.value[...], at: Region($0.place), words: $0.words, path: entry.path, role: role)
      }
    }
    var values: [RuleMatch] = []
    if let context, !wrapped.named.isEmpty {
      // A token rule knows better.
      let known = found.matches.map(\.range) + encoded.map(\.place)
      let role = roles(entry)
      for (text, hits) in wrapped.named {
        values += context.matches(in: text, path: entry.path, role: role, hits: hits, known: known)
      }
      result.matches += values
    }
    let unnamed = (result.knownMatches + values).compactMap { $0.match.secret?.range }
    var hidden: [Range<Int>]? = context == nil ? nil : []
    if found.hasContextAnchor, let context {
      let named = context.matches(
        in: bytes,
        path: entry.path,
        role: { roles(entry) },
        hits: scratch.hits,
        known: tokens.map(\.range) + partners + encoded.map(\.place) + unnamed,
        names: &scratch.names
      )
      result.matches += named.matches
      result.notices += named.notices
      hidden = named.hidden
    }
    if keepsHidden, let hidden, !result.matches.isEmpty || !result.knownMatches.isEmpty {
      let places = found.matches.map(\.secret) + wrapped.hidden + hidden
      result.hidden = HiddenPlaces(places.map { Region($0) }, in: bytes)
    }
    return result
  }

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
    // Nobody has anything to do about it: it is told to those who ask.
    if entry.rule.isPublic { confidence = .low }
    if token.checksum == .failed {
      severity = severity.lowered
      confidence = confidence.lowered
    }
    if token.hasExpired { severity = .note }
    let place = role == .published ? " in a file that is published" : ""
    let doubt = token.checksum == .failed ? "; its checksum is wrong" : token.hasExpired ? "; it has expired" : ""
    return RuleMatch(
      rule: entry.id,
      match: Match(
        path: path,
        region: region,
        message: "\(entry.rule.noun)\(words)\(place) (\(token.redaction)\(doubt))",
        identity: .secret(value),
        secret: region,
        severity: severity,
        confidence: confidence,
        related: token.partner.map {
          [Match.Related(path: path, region: Region($0), message: "\(entry.rule.partner?.noun ?? "") stands here")]
        } ?? []
      )
    )
  }
}

/// A match with the rule that made it.
struct RuleMatch: Sendable {
  let rule: Rule.ID
  var match: Match
}
