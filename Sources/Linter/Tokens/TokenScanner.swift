import DeployState
import Patterns

/// Finds tokens in bytes: one pass for all literals, then each rule's pattern in a bounded window around its literal.
package struct TokenScanner: Sendable {
  /// A rule among those that are looked for; shared, as a rule is much to copy at each of its anchors.
  package final class Entry: Sendable {
    package let id: Rule.ID
    package let rule: TokenRule
    package let severity: Severity
    package let confidence: Confidence

    init(id: Rule.ID, rule: TokenRule, severity: Severity, confidence: Confidence) {
      self.id = id
      self.rule = rule
      self.severity = severity
      self.confidence = confidence
    }
  }

  package let entries: [Entry]
  private let scanner: LiteralScanner?
  /// The entries that look at every file.
  private let unanchored: [Int32]
  /// For each literal the entries it is an anchor of.
  private let owners: [[Int32]]
  /// The literals that begin with a line break, without it: they also stand at the start of a file.
  private let openings: [(bytes: [UInt8], literal: Int32)]
  /// Literals from this index on are markers.
  private let firstMarker: Int
  /// Literals from this index on are the beginnings of short tokens in base64.
  private let firstShort: Int
  /// Literals from this index on are anchors of no rule's pattern, but of the search by context.
  package let firstContextAnchor: Int
  /// Whether some rule asks for matches of another one.
  private let isComposite: Bool
  /// The start of today, in seconds since 1970; `nil`: nothing has expired.
  let today: Int?

  /// - Parameters:
  ///   - markers: texts that are no tokens but are worth knowing of, such as ignore comments.
  ///   - contextAnchors: texts in any case whose places ``ContextScanner`` asks for.
  ///   - today: tokens that ended before this day, `YYYY-MM-DD`, have expired.
  package init(_ rules: [Rule], markers: [String] = [], contextAnchors: [String] = [], today: String = "") {
    self.today = CaptureTime.seconds(of: "\(today)T00:00:00Z")
    var entries: [Entry] = []
    for rule in rules {
      guard case .token(let token) = rule.check else { continue }
      entries.append(Entry(id: rule.id, rule: token, severity: rule.severity, confidence: rule.confidence))
    }
    self.entries = entries
    isComposite = entries.contains { !$0.rule.requirements.isEmpty || !$0.rule.isReported }

    var literals: [LiteralScanner.Literal] = []
    var owners: [[Int32]] = []
    var known: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      for anchor in entry.rule.anchors {
        let key = entry.rule.ignoresCase ? "i" + anchor.lowercased() : "=" + anchor
        if let slot = known[key] {
          owners[slot].append(Int32(index))
        } else {
          known[key] = literals.count
          literals.append(.init(bytes: Array(anchor.utf8), ignoresCase: entry.rule.ignoresCase))
          owners.append([Int32(index)])
        }
      }
    }
    unanchored = entries.indices.filter { entries[$0].rule.anchors.isEmpty }.map { Int32($0) }
    openings = literals.enumerated().filter { $0.element.bytes.first == UInt8(ascii: "\n") }
      .map { (Array($0.element.bytes.dropFirst()), Int32($0.offset)) }
    firstMarker = literals.count
    literals += markers.map { .init(bytes: Array($0.utf8), ignoresCase: false) }
    firstShort = literals.count
    if !entries.isEmpty { literals += ShortTokens.literals.map { .init(bytes: $0, ignoresCase: false) } }
    firstContextAnchor = literals.count
    literals += contextAnchors.map { .init($0, ignoresCase: true) }
    self.owners = owners
    scanner = literals.isEmpty ? nil : LiteralScanner(literals)
  }

  /// What one thread needs to scan; not shared.
  package struct Scratch: ~Copyable {
    var matcher = Matcher()
    var hits: [LiteralHit] = []
    /// The bytes of the file at hand.
    var buffer: [UInt8] = []
    /// For each entry the end of what has been searched, so that near anchors do not search the same bytes again.
    var searchedTo: [Int32: Int] = [:]
    /// Where the bytes at hand are.
    var place: TokenPlace?
    /// What the search by context knows of names.
    var names = ContextNames()
    /// What became of every anchor; only kept where somebody asks for an explanation.
    var journal: [TokenAttempt]?

    package init() {}
  }

  /// The tokens in some bytes, in order of their start; of overlapping ones the most specific.
  ///
  /// - Parameters:
  ///   - place: where the bytes are; `nil` where that is not known, so that rules cannot ask about it.
  ///   - wanted: the rules that may claim a place; `nil`: all.
  package func scan(
    _ bytes: [UInt8],
    at place: TokenPlace? = nil,
    wanted: Set<Rule.ID>? = nil,
    scratch: inout Scratch
  ) -> TokenScan {
    var result = TokenScan()
    guard scanner != nil || !unanchored.isEmpty else { return result }
    scratch.hits.removeAll(keepingCapacity: true)
    for opening in openings where opening.bytes.first == bytes.first && bytes.starts(with: opening.bytes) {
      scratch.hits.append(LiteralHit(literal: opening.literal, position: 0))
    }
    scanner?.scan(bytes.span, from: 0, to: bytes.count, into: &scratch.hits)
    if scratch.hits.isEmpty, unanchored.isEmpty { return result }
    scratch.place = place
    scratch.searchedTo.removeAll(keepingCapacity: true)
    for owner in unanchored { search(owner, at: 0, in: bytes, scratch: &scratch, into: &result) }
    for hit in scratch.hits {
      guard hit.literal < firstMarker else {
        if hit.literal < firstShort {
          result.hasMarker = true
        } else if hit.literal < firstContextAnchor {
          result.shortStarts.append(hit.position)
        } else {
          result.hasContextAnchor = true
        }
        continue
      }
      for owner in owners[Int(hit.literal)] {
        search(owner, at: hit.position, in: bytes, scratch: &scratch, into: &result)
      }
    }
    if isComposite { keepComplete(&result, in: bytes) }
    if let wanted { result.matches.removeAll { !wanted.contains(entries[$0.entry].id) } }
    result.keepMostSpecific(entries)
    pair(&result, in: bytes, matcher: &scratch.matcher)
    return result
  }

  /// The tokens in a text; for the few values of a configuration file.
  package func scan(_ text: String) -> TokenScan {
    var scratch = Scratch()
    return scan(Array(text.utf8), scratch: &scratch)
  }

  private func search(
    _ owner: Int32,
    at position: Int,
    in bytes: [UInt8],
    scratch: inout Scratch,
    into result: inout TokenScan
  ) {
    let entry = entries[Int(owner)]
    do {
      switch entry.rule.reach {
      case .anchor:
        var from = max(0, position - entry.rule.before)
        let to = min(bytes.count, position + entry.rule.after)
        if let searched = scratch.searchedTo[owner] {
          if entry.rule.before == 0 ? position < searched : to <= searched { return }
          if entry.rule.before > 0 { from = max(from, searched) }
        }
        try search(owner, for: position, from: from, to: to, in: bytes, scratch: &scratch, into: &result)
      case .file:
        guard scratch.searchedTo[owner] == nil else { return }
        scratch.searchedTo[owner] = 0
        if let path = entry.rule.path, let place = scratch.place,
          try !place.matchesOne(of: [path], matcher: &scratch.matcher)
        {
          return
        }
        try searchWindows(owner, in: bytes, scratch: &scratch, into: &result)
      }
    } catch let error as MatchError {
      if case .limit = error { result.limited.insert(owner) } else { result.failed.insert(owner) }
    } catch {
      result.failed.insert(owner)
    }
  }

  /// How much of a file a pattern without a place of its own gets to see at once, and how much of that it sees again.
  ///
  /// The steps that a pattern may take are counted for each window.
  private static let window = (size: 48 << 10, overlap: 16 << 10)

  private func searchWindows(
    _ owner: Int32,
    in bytes: [UInt8],
    scratch: inout Scratch,
    into result: inout TokenScan
  ) throws {
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Self.window.size)
      do {
        try search(owner, for: start, from: start, to: end, in: bytes, scratch: &scratch, into: &result)
      } catch MatchError.limit {
        result.limited.insert(owner)
      }
      if end == bytes.count { return }
      // What was found in the part that is seen again is not looked for again.
      start = max(scratch.searchedTo[owner] ?? 0, end - Self.window.overlap)
    }
  }

  private func search(
    _ owner: Int32,
    for anchor: Int,
    from start: Int,
    to: Int,
    in bytes: [UInt8],
    scratch: inout Scratch,
    into result: inout TokenScan
  ) throws {
    let entry = entries[Int(owner)]
    let isAnchored = entry.rule.reach == .anchor && entry.rule.before == 0
    let pattern = try entry.rule.pattern.compiled()
    var from = start
    var hasMatched = false
    while from < to {
      guard
        let match = try scratch.matcher.match(
          pattern,
          in: bytes.span,
          from: from,
          to: to,
          anchored: isAnchored
        )
      else { break }
      // What the end of a window may have cut short is looked at again in the next one.
      let mayGoOn = entry.rule.reach == .file && to < bytes.count && match.range.upperBound == to
      if mayGoOn, match.range.lowerBound >= to - Self.window.overlap { break }
      let secret = entry.rule.secret(of: match, pattern)
      hasMatched = true
      switch try judge(match, secret: secret, pattern: pattern, owner: owner, bytes: bytes, scratch: &scratch) {
      case .success(let found):
        result.matches.append(found)
        scratch.searchedTo[owner] = match.range.upperBound
        scratch.journal?.append(TokenAttempt(entry: owner, anchor: anchor, outcome: .found(found)))
      case .failure(let gate):
        let outcome = TokenAttempt.Outcome.rejected(match.range, secret: secret, by: gate)
        scratch.journal?.append(TokenAttempt(entry: owner, anchor: anchor, outcome: outcome))
      }
      if isAnchored { break }
      from = max(match.range.upperBound, from + 1)
      scratch.searchedTo[owner] = from
    }
    if !hasMatched { scratch.journal?.append(TokenAttempt(entry: owner, anchor: anchor, outcome: .noMatch)) }
  }

  /// Applies what a pattern cannot say, in the order of ``TokenGate``.
  private func judge(
    _ match: PatternMatch,
    secret: Range<Int>,
    pattern: Pattern,
    owner: Int32,
    bytes: [UInt8],
    scratch: inout Scratch
  ) throws -> Result<TokenMatch, TokenGate> {
    let entry = entries[Int(owner)]
    guard !secret.isEmpty else { return .failure(.length) }
    let value = bytes[secret]
    if !entry.rule.keywords.isEmpty, !entry.rule.hasKeyword(near: match.range, in: bytes) { return .failure(.keyword) }
    if let least = entry.rule.entropy, Entropy(of: value).bitsPerByte < least { return .failure(.entropy) }
    for allowlist in entry.rule.allowlists
    where try allowlist.covers(
      match.range,
      secret: secret,
      in: bytes,
      at: scratch.place,
      matcher: &scratch.matcher
    ) {
      return .failure(.allowlist)
    }
    // A short value, such as a password, can be a word that stands for one; a long random one contains words by chance.
    if value.count < 20 && Placeholder.isPlaceholder(value) || Placeholder.isPlaceholder(token: value) {
      return .failure(.placeholder)
    }
    if value.count <= 48, let text = Base64Text.read(value), Placeholder.isPlaceholder(text) {
      return .failure(.placeholder)
    }
    if DocumentedExamples.contains(value) { return .failure(.documentedExample) }
    let webToken = entry.rule.checksum == .jwt ? WebToken(value) : nil
    if webToken?.isPublic == true { return .failure(.publicToken) }
    if webToken?.isSample == true { return .failure(.documentedExample) }
    var verdict = TokenMatch.ChecksumVerdict.none
    if let checksum = entry.rule.checksum {
      let body = pattern.groupIndex(named: "body").flatMap { match.range(ofGroup: $0) }.map { bytes[$0] }
      let check = pattern.groupIndex(named: "check").flatMap { match.range(ofGroup: $0) }.map { bytes[$0] }
      if checksum.verify(secret: value, body: body, check: check) {
        verdict = .verified
      } else if entry.rule.checksumMismatch == .drop {
        return .failure(.checksum)
      } else {
        verdict = .failed
      }
    }
    let prefix = entry.rule.anchors.first { value.starts(with: $0.utf8) }
    return .success(
      TokenMatch(
        entry: Int(owner),
        range: match.range,
        secret: secret,
        checksum: verdict,
        redaction: Redaction.describe(value, prefix: prefix),
        hasExpired: webToken?.hasExpired(by: today) ?? false
      )
    )
  }
}

extension TokenRule {
  func hasKeyword(near range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let window = bytes[max(0, range.lowerBound - near)..<min(bytes.count, range.upperBound + near)]
    return keywords.contains { window.containsIgnoringCase($0) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether it starts with some bytes, which are in lower case, in any case.
  func startsIgnoringCase(_ start: [UInt8]) -> Bool {
    guard count >= start.count else { return false }
    for offset in 0..<start.count where self[startIndex + offset].asciiLowercased != start[offset] { return false }
    return true
  }

  /// Whether a word of ASCII letters occurs, in any case.
  func containsIgnoringCase(_ word: String) -> Bool {
    let needle = Array(word.lowercased().utf8)
    guard let first = needle.first, count >= needle.count else { return false }
    var index = startIndex
    while index <= endIndex - needle.count {
      if self[index].asciiLowercased == first {
        var offset = 1
        while offset < needle.count, self[index + offset].asciiLowercased == needle[offset] { offset += 1 }
        if offset == needle.count { return true }
      }
      index += 1
    }
    return false
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
