package import Documents

/// Reads `paddock.toml`; unknown keys and wrong kinds are errors with a place.
package enum SettingsFile {
  package static let name = "paddock.toml"

  /// - Throws: every mistake in the file.
  package static func read(_ source: Source) throws(FileErrors) -> Settings {
    let document = TOMLParser.parse(source.bytes)
    var reader = TableReader(document.root, of: source, words: "paddock.toml")
    for error in document.errors { reader.fail(error.region, error.message) }
    var settings = Settings()
    settings.path = source.path
    settings.select = reader.strings("select").map { RuleSelector($0) }
    settings.exclude = Self.globs(reader.strings("exclude"))
    settings.rulePaths = reader.strings("rules")
    if let choice = reader.choice("fail-on", of: FailOn.self) { settings.failOn = choice.severity }
    settings.baselinePath = reader.string("baseline")
    settings.compatComments = reader.boolean("compat-comments") ?? false
    settings.maximumFileSize = reader.integer("max-file-size", in: 1...(1 << 40)) ?? settings.maximumFileSize
    settings.archives = reader.boolean("archives") ?? false
    settings.minimumConfidence = reader.choice("confidence", of: Confidence.self) ?? settings.minimumConfidence
    settings.environments = reader.strings("environments")
    readSeverities(&reader, into: &settings)
    readIgnores(&reader, source: source, into: &settings)
    reader.finish()
    if !reader.errors.isEmpty { throw FileErrors(reader.errors.sorted { $0.position < $1.position }) }
    return settings
  }

  /// The words of `fail-on` and `--fail-on`.
  package enum FailOn: String, CaseIterable, Sendable {
    case error, warning, note, never

    package var severity: Severity? { Severity(rawValue: rawValue) }
  }

  private static func globs(_ globs: [String]) -> PathGlobs? { globs.isEmpty ? nil : PathGlobs(globs) }

  private static func readSeverities(_ reader: inout TableReader, into settings: inout Settings) {
    guard let node = reader.node("severity") else { return }
    for member in node.table?.members ?? [] {
      guard let word = member.node.string, let severity = Severity(rawValue: word) else {
        reader.fail(member.node.region, "a severity is \"error\", \"warning\" or \"note\"")
        continue
      }
      settings.severities.append((RuleSelector(member.key), severity))
    }
    if node.table == nil {
      reader.fail(node.region, "`severity` must be a table: [severity] then \"group/name\" = \"note\"")
    }
  }

  /// `ignore` holds rule ids and groups as strings, and entries as tables.
  private static func readIgnores(_ reader: inout TableReader, source: Source, into settings: inout Settings) {
    guard let node = reader.node("ignore") else { return }
    guard let elements = node.array else {
      reader.fail(node.region, "`ignore` must be an array of rules, or `[[ignore]]` tables")
      return
    }
    for element in elements {
      if let text = element.string {
        settings.ignoredRules.append(RuleSelector(text))
        continue
      }
      var entry = TableReader(element, of: source, words: "an `[[ignore]]`")
      var ignore = Settings.Ignore(region: element.region)
      ignore.rule = entry.string("rule").map { RuleSelector($0) }
      ignore.path = entry.string("path").flatMap { globs([$0]) }
      ignore.fingerprint = entry.string("fingerprint").map { Fingerprint(text: $0) }
      ignore.reason = entry.string("reason")
      ignore.expires = expiry(&entry)
      entry.finish()
      if ignore.rule == nil, ignore.path == nil, ignore.fingerprint == nil {
        entry.fail(element.region, "an `[[ignore]]` needs a `rule`, a `path` or a `fingerprint`")
      }
      for error in entry.errors { reader.adopt(error) }
      settings.ignores.append(ignore)
    }
  }

  /// A day as a TOML date or as a string.
  private static func expiry(_ entry: inout TableReader) -> String? {
    guard let node = entry.node("expires") else { return nil }
    let text: String? = if case .date(let date) = node.value { date } else { node.string }
    let digits = text.map { Array($0.utf8) } ?? []
    let isDay =
      digits.count == 10
      && digits.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == UInt8(ascii: "-") : (0x30...0x39).contains($1) }
    if !isDay { entry.fail(node.region, "`expires` must be a day such as 2027-01-31") }
    return isDay ? text : nil
  }
}
