import Documents
package import Patterns

/// Finds secrets by what stands around them, from the places of anchors that the shared pass has found.
package struct ContextScanner: Sendable {
  private let model: ContextModel
  private let anchors: [ContextAnchors.Kind] = ContextAnchors.all.map(\.kind)
  private let lengths: [Int] = ContextAnchors.all.map(\.text.utf8.count)
  /// The first of the anchors that are calls.
  private let firstCall = ContextAnchors.all.count - ContextAnchors.calls.count
  /// The first of them that are commands.
  private let firstCommand = ContextAnchors.all.count - ContextAnchors.calls.count - ContextCommand.all.count

  package init() { model = .standard }

  /// A value that may be a secret, and what the model thinks of it.
  package struct Found: Sendable {
    package let kind: Kind
    /// Where the name stands; empty for a URL with a token and no user.
    package let name: Range<Int>
    package let secret: Range<Int>
    package let decision: ContextDecision
  }

  /// Which rule a value belongs to.
  package enum Kind: Sendable {
    case assignment, header, url, command
  }

  /// What came of one file.
  package struct Outcome: Sendable {
    package internal(set) var found: [Found] = []
    /// What must not be shown: all that is found, and what is not reported for the sole reason that it is in a test.
    package internal(set) var hidden: [Range<Int>] = []
    /// Whether there were more values than are judged.
    package internal(set) var isExhausted = false

    /// The best ones, as many as are reported.
    var best: [Found] {
      guard found.count > limit else { return found }
      let best = found.sorted { $0.decision.score > $1.decision.score }.prefix(limit)
      return best.sorted { $0.secret.lowerBound < $1.secret.lowerBound }
    }
  }

  /// As many as are reported from one file, the best ones first: more are a table of data, not secrets.
  static let limit = 200
  /// As many values as are judged in one file: a made-up one must not hold up the run.
  package static let effort = 20_000

  /// - Parameters:
  ///   - hits: what the shared pass has found, in order.
  ///   - first: the literal from which on these are the anchors of ``ContextAnchors``.
  ///   - isTest: whether the file is a test, an example or documentation.
  ///   - includesRejected: whether values are given that are no secrets, too, to explain why not.
  ///   - names: what is known of names from other files.
  /// - Returns: what was found, in order of its place; none overlaps another.
  package func scan(
    _ bytes: [UInt8],
    hits: [LiteralHit],
    first: Int = 0,
    file: ContextFile,
    isTest: () -> Bool,
    includesRejected: Bool = false,
    names: inout ContextNames
  ) -> Outcome {
    if file.isSkipped { return Outcome() }
    let reader = ContextReader(bytes, syntax: file.syntax)
    var outcome = Outcome()
    var nameEnd = 0
    var commandEnd = 0
    var judged = 0
    var line = LineWidth()
    for hit in hits where hit.literal >= first {
      let anchor = Int(hit.literal) - first
      var place = hit.position..<(hit.position + lengths[anchor])
      var candidate: ContextCandidate?
      var name: ContextName?
      var kind = Kind.assignment
      switch anchors[anchor] {
      case .name, .nameEnd:
        if anchors[anchor] == .nameEnd { place = place.lowerBound..<(place.upperBound - 1) }
        // A name with several anchors is read once.
        guard place.upperBound > nameEnd else { continue }
        guard let range = reader.name(around: place) else {
          nameEnd = place.upperBound
          continue
        }
        nameEnd = max(range.upperBound, place.upperBound)
        candidate = reader.candidate(forName: range)
      case .scheme:
        candidate = reader.credentials(afterScheme: place.upperBound, schemeStart: place.lowerBound)
        kind = .header
      case .url:
        candidate = reader.userInfo(at: place.lowerBound)
        kind = .url
      case .command:
        guard place.lowerBound >= commandEnd else { continue }
        let (command, end) = reader.password(of: ContextCommand.all[anchor - firstCommand], place)
        commandEnd = end
        candidate = command
        kind = .command
      case .pipe:
        candidate = reader.pipedPassword(place)
        kind = .command
      case .call:
        let call = ContextAnchors.calls[anchor - firstCall]
        candidate = reader.secretArgument(of: place, after: call.skipped)
        name = call.name
      case .insertion:
        candidate = reader.insertedValue(after: place.upperBound)
      case .dataSource:
        candidate = reader.dataSourcePassword(at: place.lowerBound)
        kind = .url
      }
      guard let candidate else { continue }
      judged += 1
      if judged > Self.effort {
        outcome.isExhausted = true
        break
      }
      // Its name and a comment may speak of one value.
      var rival: Int?
      if let last = outcome.found.indices.last,
        outcome.found[last].secret.upperBound > candidate.value.lowerBound
      {
        guard outcome.found[last].secret == candidate.value else { continue }
        rival = last
      }
      let isMinified = line.isWide(at: candidate.value.lowerBound, in: bytes)
      guard
        let result = judge(
          candidate,
          kind: kind,
          as: name,
          reader: reader,
          isTest: isTest(),
          isMinified: isMinified,
          explains: includesRejected,
          names: &names
        )
      else { continue }
      if result.decision.isHidden { outcome.hidden.append(result.secret) }
      guard includesRejected || result.decision.confidence != nil else { continue }
      if let rival {
        if outcome.found[rival].decision.score >= result.decision.score { continue }
        outcome.found.remove(at: rival)
      }
      outcome.found.append(result)
    }
    return outcome
  }

  private func judge(
    _ candidate: ContextCandidate,
    kind: Kind,
    as knownName: ContextName?,
    reader: ContextReader,
    isTest: Bool,
    isMinified: Bool,
    explains: Bool,
    names: inout ContextNames
  ) -> Found? {
    var candidate = candidate
    var kind = kind
    let nameText = String(decoding: reader.bytes[candidate.name], as: UTF8.self)
    var name: ContextName
    var place = ContextModel.Place(syntax: reader.syntax, isTest: isTest, isMinified: isMinified)
    func decide(_ name: ContextName, _ value: ArraySlice<UInt8>) -> ContextDecision {
      model.decide(candidate, name: name, value: value, place: place, explains: explains)
    }
    switch kind {
    case .url:
      let end = candidate.value.upperBound
      let host = reader.host(after: reader.starts(with: "@tcp(", at: end) ? end + 4 : end)
      guard let known = Self.name(ofURL: candidate, host: host, in: reader.bytes) else { return nil }
      name = known
      place.isLocalHost = Self.isLocal(reader.bytes[host])
    case .header:
      name = .token
      if let password = Self.basicPassword(nameText, reader.bytes[candidate.value]) {
        return found(candidate, .header, decide(.password, password[...]))
      }
      if nameText.lowercased() == "basic" { return nil }
    case .command:
      name = .password
    case .assignment where knownName != nil || candidate.form == .position:
      name = knownName ?? .password
    case .assignment:
      guard let known = spelledOutPromise(of: candidate, nameText, reader, &names) ?? names.promise(of: nameText) else {
        return nil
      }
      name = known
      // A sentence about tokens or keys says little about what stands beside it.
      if candidate.form == .comment, name != .secret, name != .password, nameText.utf8.contains(0x20) { return nil }
      // A key in an address is no key of a table, but that of a spreadsheet is its name.
      if name == .key, candidate.form == .setting, candidate.value.count >= 20 {
        let address = reader.bytes[max(0, candidate.name.lowerBound - 96)..<candidate.name.lowerBound]
        if address.containsIgnoringCase("spreadsheet") { return nil }
        name = .weak
      }
      // libcurl and HAProxy take both in one text.
      if nameText == "CURLOPT_USERPWD" || nameText == "auth" && candidate.form == .statement,
        let colon = reader.bytes[candidate.value].firstIndex(of: UInt8(ascii: ":"))
      {
        candidate.value = (colon + 1)..<candidate.value.upperBound
        name = .password
      }
      if let bare = reader.withoutScheme(candidate.value) {
        let scheme = String(decoding: reader.bytes[candidate.value.lowerBound..<(bare.lowerBound - 1)], as: UTF8.self)
        candidate.value = bare
        candidate.form = .header
        kind = .header
        if let password = Self.basicPassword(scheme, reader.bytes[bare]) {
          return found(candidate, .header, decide(.password, password[...]))
        }
        if scheme.lowercased() == "basic" { return nil }
        if name == .weak { name = .token }
      } else if candidate.form == .header {
        kind = .header
      } else if candidate.form == .flag {
        kind = .command
      }
    }
    let value = reader.bytes[candidate.value]
    // The token of Web Analytics is public (docs/facts/false-positives.md §4).
    let before = reader.bytes[max(0, candidate.name.lowerBound - 24)..<candidate.name.lowerBound]
    if name == .token, String(decoding: before, as: UTF8.self).contains("cf-beacon") { return nil }
    if Self.repeats(nameText, value) || ContextName.isFingerprint(value, under: nameText) { return nil }
    let decision = decide(name, value)
    if decision.confidence != nil, let plain = Base64Text.read(value) {
      let colon = plain.firstIndex(of: UInt8(ascii: ":"))
      let inside = decide(colon == nil ? name : .password, plain[(colon.map { $0 + 1 } ?? plain.startIndex)...])
      if inside.confidence == nil { return found(candidate, kind, inside) }
    }
    return found(candidate, kind, decision)
  }

  /// `API key: …`, `Acme secret key: …`, as people write it: what the words before a name of one word promise.
  private func spelledOutPromise(
    of candidate: ContextCandidate,
    _ nameText: String,
    _ reader: ContextReader,
    _ names: inout ContextNames
  ) -> ContextName? {
    guard candidate.name.count <= 5, ["key", "token"].contains(nameText.lowercased()) else { return nil }
    if reader.ends(with: "api ", before: candidate.name.lowerBound) { return .secret }
    // Where words in a row are code, they are types and modifiers.
    guard reader.syntax == .prose || reader.syntax == .config, let words = reader.words(before: candidate.name) else {
      return nil
    }
    let phrase = String(decoding: reader.bytes[words.lowerBound..<candidate.name.upperBound], as: UTF8.self)
    return names.promise(of: phrase) == .secret ? .secret : nil
  }

  private func found(_ candidate: ContextCandidate, _ kind: Kind, _ decision: ContextDecision) -> Found {
    Found(kind: kind, name: candidate.name, secret: candidate.value, decision: decision)
  }

  /// Whether the value is its own name: `password = "db_password"`.
  private static func repeats(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
    let letters = value.count(where: \.isASCIILetterOrDigit)
    guard letters >= 3 else { return true }
    if letters >= 24, letters > name.utf8.count { return false }
    let name = name.utf8.filter(\.isASCIILetterOrDigit).map(\.asciiLowercased)
    let value = value.filter(\.isASCIILetterOrDigit).map(\.asciiLowercased)
    return name == value
      || value.count < 24 && (name.count > 3 && value.starts(with: name) || name.suffix(value.count) == value[...])
  }

  /// The password in the credentials of `Basic` (RFC 7617 §2).
  private static func basicPassword(_ scheme: String, _ value: ArraySlice<UInt8>) -> [UInt8]? {
    guard scheme.lowercased() == "basic", !DocumentedExamples.contains(value),
      let decoded = Base64.decode(value, .standard),
      let colon = decoded.firstIndex(of: UInt8(ascii: ":")), colon + 1 < decoded.count,
      decoded.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else { return nil }
    let password = Array(decoded[(colon + 1)...])
    return password.elementsEqual(decoded[..<colon]) ? nil : password
  }

  /// What a URL's user info promises; a lone user is a token when the host takes tokens so.
  private static func name(ofURL candidate: ContextCandidate, host: Range<Int>, in bytes: [UInt8]) -> ContextName? {
    let host = String(decoding: bytes[host], as: UTF8.self).lowercased()
    // The key of a Sentry address is public (docs/facts/false-positives.md §5).
    if host.contains("sentry") || host.contains("ingest.") || isMadeUp(host) { return nil }
    let value = bytes[candidate.value]
    if candidate.name.isEmpty { return value.count >= 20 ? .weak : nil }
    return value.elementsEqual(bytes[candidate.name]) ? nil : .password
  }

  private static func isLocal(_ host: ArraySlice<UInt8>) -> Bool {
    let host = String(decoding: host, as: UTF8.self).lowercased()
    return host == "host.docker.internal" || host.hasPrefix("127.") || host == "0.0.0.0" || !host.contains(".")
      || [".localhost", ".local", ".test"].contains(where: host.hasSuffix)
  }

  /// Whether a host only stands for others, as in manuals: `user:password@yourdomain.com` (RFC 2606 §2 and §3).
  private static func isMadeUp(_ host: String) -> Bool {
    if [".invalid", ".example"].contains(where: host.hasSuffix) { return true }
    let labels = host.utf8.split(separator: UInt8(ascii: "."))
    return labels.count > 1 && labels.suffix(2).first.map { madeUpHosts.contains(String(Substring($0))) } ?? false
  }

  private static let madeUpHosts: Set<String> = [
    "example", "domain", "yourdomain", "mydomain", "company", "yourcompany", "mycompany", "bogus", "foo", "bar", "host",
    "yourhost", "myhost", "server", "yourserver", "myserver", "somewhere", "website", "site", "yoursite", "mysite",
  ]

  /// Tells generated lines, without going over the same bytes twice.
  private struct LineWidth {
    private var known = 0..<0
    private var isWide = false

    /// Whether the line around a place is longer than people write.
    mutating func isWide(at place: Int, in bytes: [UInt8]) -> Bool {
      if known.contains(place) { return isWide }
      let reach = 1500
      var start = place
      while start > 0, place - start < reach, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = place
      while end < bytes.count, end - place < reach, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      isWide = end - start >= reach
      known = isWide ? place..<end : start..<end
      return isWide
    }
  }
}
