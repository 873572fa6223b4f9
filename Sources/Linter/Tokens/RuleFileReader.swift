package import Documents
import Patterns

/// Reads rules from a rule file; the format is described in `docs/rule-files.md`.
package enum RuleFileReader {
  /// The rules of one file, in order, and every mistake in it.
  package static func read(_ source: Source) -> (rules: [Rule], errors: [FileError]) {
    let document = TOMLParser.parse(source.bytes)
    var errors = document.errors.map {
      FileError(path: source.path, position: source.lines.position(at: $0.region.start), message: $0.message)
    }
    var top = TableReader(document.root, of: source, words: "a rule file")
    let entries = top.node("rule")?.array ?? []
    if entries.isEmpty, errors.isEmpty { top.fail(document.root.region, "a rule file holds at least one `[[rule]]`") }
    top.finish()
    errors += top.errors
    var rules: [Rule] = []
    for entry in entries {
      var reader = TableReader(entry, of: source, words: "a `[[rule]]`")
      if let rule = rule(from: &reader, source: source) { rules.append(rule) }
      errors += reader.errors
    }
    return (rules, errors)
  }

  private static func rule(from reader: inout TableReader, source: Source) -> Rule? {
    let id = Rule.ID(reader.requiredString("id"))
    let title = reader.requiredString("title")
    let severity = reader.choice("severity", of: Severity.self)
    let confidence = reader.choice("confidence", of: Confidence.self)
    let help = reader.requiredString("help")
    let revoke = reader.string("revoke")
    let since = reader.string("since")
    let references = reader.strings("references")
    let anchors = reader.stringNodes("anchors")
    let pattern = reader.requiredString("pattern")
    let ignoresCase = reader.boolean("ignore-case") ?? false
    let before = reader.integer("before", in: 0...4096)
    let after = reader.integer("after", in: 8...65536)
    let keywords = reader.strings("keywords")
    let near = reader.integer("near", in: 1...4096)
    let entropy = reader.number("entropy")
    let checksum = reader.choice("checksum", of: Checksum.self)
    let mismatch = reader.choice("checksum-mismatch", of: TokenRule.ChecksumMismatch.self)
    let isPublic = reader.boolean("public") ?? false
    let matches = reader.stringNodes("match")
    let misses = reader.stringNodes("miss")
    reader.finish()

    check(id, in: &reader)
    if anchors.isEmpty {
      let region = reader.table["anchors"]?.region ?? reader.region
      reader.fail(
        region,
        "a `[[rule]]` needs `anchors`: literals of three bytes or more, one of which is in every match"
      )
    }
    for anchor in anchors where anchor.text.utf8.count < 3 {
      reader.fail(anchor.region, "the anchor \"\(anchor.text)\" is shorter than three bytes")
    }
    if matches.isEmpty { reader.fail(reader.region, "rule `\(id)` needs at least one example in `match`") }
    guard reader.errors.isEmpty else { return nil }
    func samples(_ nodes: [(text: String, region: Region)], isMatch: Bool) -> [TokenSample] {
      nodes.map {
        TokenSample(
          template: $0.text,
          isMatch: isMatch,
          line: source.lines.lineNumber(at: $0.region.start)
        )
      }
    }
    let token = TokenRule(
      anchors: anchors.map(\.text),
      ignoresCase: ignoresCase,
      pattern: LazyPattern(pattern),
      before: before ?? 0,
      after: after ?? 256,
      keywords: keywords,
      near: near ?? 200,
      entropy: entropy,
      checksum: checksum,
      checksumMismatch: mismatch ?? .lower,
      isPublic: isPublic,
      noun: title,
      samples: samples(matches, isMatch: true) + samples(misses, isMatch: false)
    )
    return Rule(
      id: id,
      title: title,
      severity: severity ?? .error,
      confidence: confidence ?? .high,
      help: revoke.map { "\(help) \($0)" } ?? help,
      since: since ?? "",
      references: references,
      check: .token(token)
    )
  }

  private static func check(_ id: Rule.ID, in reader: inout TableReader) {
    let parts = id.text.split(separator: "/", omittingEmptySubsequences: false)
    let isValid =
      parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          }
      }
    if !isValid, let node = reader.table["id"] {
      reader.fail(
        node.region,
        "the id `\(id)` must be of the form `group/name`, in lower-case letters, digits and dashes"
      )
    }
  }
}
