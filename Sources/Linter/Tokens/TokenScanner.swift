import Patterns

/// Finds tokens in bytes: one pass for all literals, then each rule's pattern in a bounded window around its literal.
package struct TokenScanner: Sendable {
  package struct Entry: Sendable {
    package let id: Rule.ID
    package let rule: TokenRule
    package let severity: Severity
    package let confidence: Confidence
  }

  package let entries: [Entry]
  private let scanner: LiteralScanner?
  /// For each literal the entries it is an anchor of.
  private let owners: [[Int32]]
  /// Literals from this index on are markers.
  private let firstMarker: Int
  /// Literals from this index on are anchors of no rule's pattern, but of the search by context.
  package let firstContextAnchor: Int

  /// - Parameters:
  ///   - markers: texts that are no tokens but are worth knowing of, such as ignore comments.
  ///   - contextAnchors: texts in any case whose places ``ContextScanner`` asks for.
  package init(_ rules: [Rule], markers: [String] = [], contextAnchors: [String] = []) {
    var entries: [Entry] = []
    for rule in rules {
      guard case .token(let token) = rule.check else { continue }
      entries.append(Entry(id: rule.id, rule: token, severity: rule.severity, confidence: rule.confidence))
    }
    self.entries = entries

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
    firstMarker = literals.count
    literals += markers.map { .init(bytes: Array($0.utf8), ignoresCase: false) }
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

    package init() {}
  }

  /// The tokens in some bytes, in order of their start; of overlapping ones the most specific.
  package func scan(_ bytes: [UInt8], scratch: inout Scratch) -> TokenScan {
    var result = TokenScan()
    guard let scanner else { return result }
    scratch.hits.removeAll(keepingCapacity: true)
    scanner.scan(bytes.span, from: 0, to: bytes.count, into: &scratch.hits)
    if scratch.hits.isEmpty { return result }
    scratch.searchedTo.removeAll(keepingCapacity: true)
    for hit in scratch.hits {
      guard hit.literal < firstMarker else {
        if hit.literal < firstContextAnchor { result.hasMarker = true } else { result.hasContextAnchor = true }
        continue
      }
      for owner in owners[Int(hit.literal)] {
        search(owner, at: hit.position, in: bytes, scratch: &scratch, into: &result)
      }
    }
    result.keepMostSpecific(entries)
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
    let rule = entries[Int(owner)].rule
    let isAnchored = rule.before == 0
    var from = max(0, position - rule.before)
    let to = min(bytes.count, position + rule.after)
    if let searched = scratch.searchedTo[owner] {
      if isAnchored ? position < searched : to <= searched { return }
      if !isAnchored { from = max(from, searched) }
    }
    do {
      let pattern = try rule.pattern.compiled()
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
        let secret = match.range(ofGroup: pattern.secretGroup) ?? match.range
        if let found = judge(match, secret: secret, pattern: pattern, owner: owner, bytes: bytes) {
          result.matches.append(found)
          scratch.searchedTo[owner] = match.range.upperBound
        }
        if isAnchored { break }
        from = max(match.range.upperBound, from + 1)
        scratch.searchedTo[owner] = from
      }
    } catch let error as MatchError {
      if case .limit = error { result.limited.insert(owner) } else { result.failed.insert(owner) }
    } catch {
      result.failed.insert(owner)
    }
  }

  /// Applies what a pattern cannot say: keywords, entropy, checksum, placeholders.
  private func judge(
    _ match: PatternMatch,
    secret: Range<Int>,
    pattern: Pattern,
    owner: Int32,
    bytes: [UInt8]
  ) -> TokenMatch? {
    let rule = entries[Int(owner)].rule
    guard !secret.isEmpty else { return nil }
    let value = bytes[secret]
    if !rule.keywords.isEmpty, !hasKeyword(of: rule, near: match.range, in: bytes) { return nil }
    if let least = rule.entropy, Entropy(of: value).bitsPerByte < least { return nil }
    // A short value, such as a password, can be a word that stands for one; a long random one contains words by chance.
    if value.count < 20, Placeholder.isPlaceholder(String(decoding: value, as: UTF8.self)) { return nil }
    if Placeholder.isPlaceholder(token: value) || DocumentedExamples.contains(value) { return nil }
    if rule.checksum == .jwt, WebToken.isPublic(value) { return nil }
    var verdict = TokenMatch.ChecksumVerdict.none
    if let checksum = rule.checksum {
      let body = pattern.groupIndex(named: "body").flatMap { match.range(ofGroup: $0) }.map { bytes[$0] }
      let check = pattern.groupIndex(named: "check").flatMap { match.range(ofGroup: $0) }.map { bytes[$0] }
      if checksum.verify(secret: value, body: body, check: check) {
        verdict = .verified
      } else if rule.checksumMismatch == .drop {
        return nil
      } else {
        verdict = .failed
      }
    }
    let prefix = rule.anchors.first { value.starts(with: $0.utf8) }
    return TokenMatch(
      entry: Int(owner),
      range: match.range,
      secret: secret,
      checksum: verdict,
      redaction: Redaction.describe(value, prefix: prefix)
    )
  }

  private func hasKeyword(of rule: TokenRule, near range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let window = bytes[max(0, range.lowerBound - rule.near)..<min(bytes.count, range.upperBound + rule.near)]
    return rule.keywords.contains { window.containsIgnoringCase($0) }
  }
}

/// A token at a place.
package struct TokenMatch: Sendable {
  package enum ChecksumVerdict: Sendable { case none, verified, failed }

  /// Index into the scanner's entries.
  package let entry: Int
  package let range: Range<Int>
  package let secret: Range<Int>
  package let checksum: ChecksumVerdict
  /// How to speak of the value.
  package let redaction: String
}

/// What a scan of some bytes gave.
package struct TokenScan: Sendable {
  package var matches: [TokenMatch] = []
  /// Whether one of the markers occurs.
  package var hasMarker = false
  /// Whether one of the anchors of the search by context occurs; all hits are in the scratch.
  package var hasContextAnchor = false
  /// Entries whose pattern gave up at its match limit: the answer is incomplete.
  package var limited: Set<Int32> = []
  /// Entries whose pattern failed otherwise.
  package var failed: Set<Int32> = []

  /// Of tokens that overlap keeps the one with the verified checksum, the longer one, that of the surer rule, or of the
  /// first: a rule for any web token knows less than one for the web tokens of a service.
  mutating func keepMostSpecific(_ entries: [TokenScanner.Entry]) {
    guard matches.count > 1 else { return }
    let sorted = matches.sorted { ($0.secret.lowerBound, $0.entry) < ($1.secret.lowerBound, $1.entry) }
    var kept: [TokenMatch] = []
    var group: [TokenMatch] = []
    var groupEnd = 0
    // A group is a run of tokens each of which overlaps an earlier one of it; few have more than one.
    for match in sorted {
      if match.secret.lowerBound >= groupEnd {
        kept += Self.mostSpecific(of: group, entries)
        group.removeAll(keepingCapacity: true)
      }
      group.append(match)
      groupEnd = max(groupEnd, match.secret.upperBound)
    }
    matches = kept + Self.mostSpecific(of: group, entries)
  }

  private static func mostSpecific(of group: [TokenMatch], _ entries: [TokenScanner.Entry]) -> [TokenMatch] {
    guard group.count > 1 else { return group }
    func rank(_ match: TokenMatch) -> (Int, Int, Int, Int) {
      let doubt =
        switch entries[match.entry].confidence {
        case .high: 0
        case .medium: 1
        case .low: 2
        }
      return (match.checksum == .verified ? 0 : 1, -match.secret.count, doubt, match.entry)
    }
    var kept: [TokenMatch] = []
    for match in group.sorted(by: { rank($0) < rank($1) })
    where !kept.contains(where: { $0.secret.overlaps(match.secret) }) {
      kept.append(match)
    }
    return kept.sorted { $0.secret.lowerBound < $1.secret.lowerBound }
  }
}

extension ArraySlice<UInt8> {
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
