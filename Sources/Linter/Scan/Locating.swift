import Documents
import System
import Workers

/// Turns matches into findings: reads each file once more for lines, columns and masked excerpts.
struct Locating: Sendable {
  let rules: RuleSet
  let settings: Settings
  let checkout: Checkout
  /// What is known already of what must not be shown, by path.
  let hidden: [String: HiddenPlaces]
  private let knownMasks: KnownValueMasks?

  init(rules: RuleSet, settings: Settings, checkout: Checkout, hidden: [String: HiddenPlaces] = [:]) {
    self.rules = rules
    self.settings = settings
    self.checkout = checkout
    self.hidden = hidden
    knownMasks = KnownValueMasks(checkout.dotenvFiles)
  }

  /// Findings sorted by path, place and rule, without repetition.
  func findings(from matches: [RuleMatch], into result: inout ScanResult) -> [Finding] {
    // The file with the most to tell first, or the others would be done long before it.
    let files = Dictionary(grouping: matches, by: \.match.path).sorted { $0.value.count > $1.value.count }
    let located = concurrentMap(files, workers: settings.workers, scratch: { TokenScanner.Scratch() }) {
      file,
      scratch in
      (path: file.key, findings: findings(in: file.key, from: file.value, scratch: &scratch))
    }
    return located.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.flatMap(\.findings)
  }

  private func findings(
    in path: String,
    from matches: [RuleMatch],
    scratch: inout TokenScanner.Scratch
  ) -> [Finding] {
    let source = Source(path: path, bytes: (try? checkout.tree.read(path)) ?? [])
    let secrets = SourceMask(
      of: source,
      lines: shownLines(of: source, matches: matches),
      // The hash of a line is one of all of it.
      places: settings.hashesLines ? nil : matches.map(\.match.region),
      secrets: secretRegions(of: source, matches: matches, scratch: &scratch),
      known: knownMasks
    ).regions
    let sorted = matches.sorted { left, right in
      (left.match.region, left.rule, left.match.message) < (right.match.region, right.rule, right.match.message)
    }
    let hashes = MaskedLineHashes(
      of: source,
      lines: settings.hashesLines ? Set(matches.map { source.lines.lineNumber(at: $0.match.region.start) }) : [],
      secrets: secrets
    )
    var findings: [Finding] = []
    var occurrences: [Occurrence: Int] = [:]
    var last: RuleMatch?
    for item in sorted {
      // Environments that share a setting give the same match again.
      if let last, last.rule == item.rule, last.match.region == item.match.region,
        last.match.message == item.match.message
      {
        continue
      }
      last = item
      guard let rule = rules[item.rule] else { continue }
      let confidence = item.match.confidence ?? rule.confidence
      guard confidence >= settings.minimumConfidence else { continue }
      let key = Occurrence(rule: item.rule, identity: item.match.identity)
      let occurrence = occurrences[key, default: 0]
      occurrences[key] = occurrence + 1
      findings.append(
        finding(
          item,
          rule: rule,
          confidence: confidence,
          occurrence: occurrence,
          source: source,
          secrets: secrets,
          hashes: hashes
        )
      )
    }
    return findings
  }

  private struct Occurrence: Hashable {
    let rule: Rule.ID
    let identity: Identity
  }

  private func finding(
    _ item: RuleMatch,
    rule: Rule,
    confidence: Confidence,
    occurrence: Int,
    source: Source,
    secrets: [Region],
    hashes: MaskedLineHashes
  ) -> Finding {
    let match = item.match
    let location = location(match.region, in: source)
    return Finding(
      rule: item.rule,
      severity: settings.severity(of: item.rule) ?? match.severity ?? rule.severity,
      confidence: confidence,
      message: match.message,
      help: match.help ?? rule.shortHelp,
      location: location,
      worker: match.worker,
      environment: match.environment,
      fingerprint: Fingerprint(
        rule: item.rule,
        // The same finding, whichever folder is checked.
        path: checkout.tree.repositoryPath(match.path),
        identity: match.identity,
        occurrence: occurrence
      ),
      related: match.related.map { related(to: $0, source: source) },
      fix: match.fix.map { located($0, source: source, secrets: secrets) },
      excerpt: source.bytes.isEmpty ? nil : Excerpt(of: source, region: match.region, secrets: secrets),
      lineHash: hashes[location.start.line]
    )
  }

  private func location(_ region: Region, in source: Source) -> Location {
    let positions = source.positions(of: region)
    return Location(
      path: checkout.archive?.path ?? source.path,
      member: checkout.archive?.member,
      region: region,
      start: positions.lowerBound,
      end: positions.upperBound
    )
  }

  private func related(to place: Match.Related, source: Source) -> Finding.Related {
    Finding.Related(location: location(place.region, in: other(place.path, source)), message: place.message)
  }

  private func located(_ fix: Fix, source: Source, secrets: [Region]) -> LocatedFix {
    // Values of three bytes and less occur everywhere and are no secrets.
    let values = secrets.filter { $0.count > 3 && $0.end <= source.bytes.count }.map { source.bytes[$0.range] }
    return LocatedFix(
      title: fix.title,
      isSafe: fix.isSafe,
      edits: fix.edits.map {
        LocatedFix.Edit(location: location($0.region, in: other($0.path, source)), replacement: $0.replacement)
      },
      holdsSecret: fix.edits.contains { edit in
        let replacement = Array(edit.replacement.utf8)
        return values.contains { replacement.contains($0) }
      }
    )
  }

  /// The source of another file, or the same one.
  private func other(_ path: String, _ source: Source) -> Source {
    path == source.path ? source : Source(path: path, bytes: (try? checkout.tree.read(path)) ?? [])
  }

  /// The lines of which an excerpt is shown, and those whose text goes into the hash of one.
  private func shownLines(of source: Source, matches: [RuleMatch]) -> Set<Int> {
    let lines = Set(matches.map { source.lines.lineNumber(at: $0.match.region.start) })
    guard settings.hashesLines else { return lines }
    return lines.union(lines.flatMap { $0..<($0 + MaskedLineHashes.reach) })
  }

  /// What rules have found in a file and would find: what was matched, every token, every value that looks like a secret
  /// by its context, every value of a dotenv file, here or in that file, and every string with a secret's name, whether
  /// or not the rules for these are switched on.
  private func secretRegions(
    of source: Source,
    matches: [RuleMatch],
    scratch: inout TokenScanner.Scratch
  ) -> [Region] {
    var regions = matches.compactMap(\.match.secret)
    if let known = hidden[source.path], known.apply(to: source.bytes) {
      regions += known.regions
    } else {
      regions += lookForSecrets(in: source, scratch: &scratch)
    }
    regions += checkout.knownValues?.places(in: source.bytes).map { Region($0) } ?? []
    if let file = DotenvFile(source: source) {
      regions += file.hiddenRegions
    }
    for project in checkout.projects {
      for config in project.configs where config.source.path == source.path {
        // wrangler refuses UTF-16, so that nothing was read of it, but its lines are shown.
        let isStored = config.source.bytes == source.bytes
        regions += (isStored ? config : WranglerConfig(source: source)).root.secretRegions()
      }
    }
    return regions
  }

  /// The same as the shared pass finds; see ``HiddenPlaces``.
  private func lookForSecrets(in source: Source, scratch: inout TokenScanner.Scratch) -> [Region] {
    let plain = checkout.tokens.scan(source.bytes, scratch: &scratch)
    let encoded = EncodedTokenScanner(tokens: checkout.tokens).scan(source.bytes, besides: plain, scratch: &scratch)
    let context = ContextScanner().scan(
      source.bytes,
      hits: scratch.hits,
      first: checkout.tokens.firstContextAnchor,
      file: ContextFile(path: source.path),
      isTest: { false },
      names: &scratch.names
    )
    return (plain.matches.map(\.secret) + encoded.hidden + context.hidden).map { Region($0) }
  }
}

extension Node {
  /// The regions of all strings at or below keys with a secret's name, wherever they stand.
  ///
  /// A secret can also stand where no var belongs, such as directly below `secrets` or `env.NAME`.
  func secretRegions(isSecret: Bool = false) -> [Region] {
    switch value {
    case .string: isSecret ? [region] : []
    case .array(let nodes): nodes.flatMap { $0.secretRegions(isSecret: isSecret) }
    case .table(let table):
      table.members.flatMap { member -> [Region] in
        // Settings hold the names of secrets, which are shown.
        if ConfigSchema.topLevel.contains(member.key) || Self.keysOfNames.contains(member.key) {
          return member.node.secretRegions()
        }
        return member.node.secretRegions(isSecret: isSecret || SecretName.isSecret(member.key))
      }
    default: []
    }
  }

  private static let keysOfNames: Set<String> = ["required", "secret_name"]
}
