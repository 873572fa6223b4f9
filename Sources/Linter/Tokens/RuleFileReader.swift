package import Documents
import Patterns
import RuleData

/// What a rule file holds.
package struct RuleFileContent: Sendable {
  /// The rules in order, with the places of their ids.
  package var rules: [(rule: Rule, position: Position)] = []
  /// Every mistake.
  package var errors: [FileError] = []
  /// What is understood differently than it was written for, in files made for another scanner.
  package var notices: [FileError] = []
}

/// Reads rules from a rule file; the format is described in `docs/rule-files.md`.
package enum RuleFileReader {
  package static func read(_ source: Source) -> RuleFileContent {
    let document = TOMLParser.parse(source.bytes)
    var content = RuleFileContent()
    content.errors = document.errors.map {
      FileError(path: source.path, position: source.lines.position(at: $0.region.start), message: $0.message)
    }
    if GitleaksFile.isOne(document.root) {
      GitleaksFile.read(document.root, of: source, into: &content)
    } else {
      read(document.root, of: source, into: &content)
    }
    return content
  }

  private static func read(_ root: Node, of source: Source, into content: inout RuleFileContent) {
    var top = TableReader(root, of: source, words: "a rule file")
    let entries = top.node("rule")?.array ?? []
    if entries.isEmpty, content.errors.isEmpty {
      top.fail(root.region, "a rule file holds at least one `[[rule]]`")
    }
    top.finish()
    content.errors += top.errors
    for entry in entries {
      let id = entry.table?["id"]?.string
      var reader = TableReader(entry, of: source, words: id.map { "rule `\($0)`" } ?? "a `[[rule]]`")
      if let rule = rule(from: &reader, source: source) {
        let start = (reader.table["id"]?.region ?? entry.region).start
        content.rules.append((rule, source.lines.position(at: start)))
      }
      content.errors += reader.errors
    }
  }

  private static func rule(from reader: inout TableReader, source: Source) -> Rule? {
    var record = RuleRecord()
    record.id = reader.requiredString("id")
    record.title = reader.requiredString("title")
    record.severity = reader.choice("severity", of: Severity.self)?.rawValue
    record.confidence = reader.choice("confidence", of: Confidence.self)?.rawValue
    record.help = reader.requiredString("help")
    record.revoke = reader.string("revoke")
    record.since = reader.string("since")
    record.references = reader.strings("references")
    let anchors = reader.stringNodes("anchors")
    record.anchors = anchors.map(\.text)
    record.pattern = reader.requiredString("pattern")
    record.ignoresCase = reader.boolean("ignore-case") ?? false
    record.before = reader.integer("before", in: 0...4096)
    record.after = reader.integer("after", in: 8...65536)
    record.keywords = reader.strings("keywords")
    record.near = reader.integer("near", in: 1...4096)
    record.entropy = reader.number("entropy")
    record.checksum = reader.choice("checksum", of: Checksum.self)?.rawValue
    record.checksumMismatch = reader.choice("checksum-mismatch", of: TokenRule.ChecksumMismatch.self)?.rawValue
    record.isPublic = reader.boolean("public") ?? false
    record.partner = reader.string("partner")
    record.partnerTitle = reader.string("partner-title")
    let matches = reader.stringNodes("match")
    let misses = reader.stringNodes("miss")
    reader.finish()

    check(Rule.ID(record.id), in: &reader)
    if anchors.isEmpty {
      let region = reader.table["anchors"]?.region ?? reader.region
      reader.fail(
        region,
        "rule `\(record.id)` needs `anchors`: literals of three bytes or more, one of which is in every match"
      )
    }
    for anchor in anchors where anchor.text.utf8.count < 3 {
      reader.fail(anchor.region, "the anchor \"\(anchor.text)\" of rule `\(record.id)` is shorter than three bytes")
    }
    for (key, pattern) in [("pattern", record.pattern), ("partner", record.partner ?? "")] {
      guard let node = reader.table[key], case .failure(let error) = Result(catching: { try Pattern(pattern) }) else {
        continue
      }
      reader.fail(node.region, "the \(key) of rule `\(record.id)` is not valid: \(error)")
    }
    if record.partner == nil, let node = reader.table["partner-title"] {
      reader.fail(node.region, "`partner-title` of rule `\(record.id)` needs a `partner`")
    }
    if matches.isEmpty { reader.fail(reader.region, "rule `\(record.id)` needs at least one example in `match`") }
    guard reader.errors.isEmpty else { return nil }
    func samples(_ nodes: [(text: String, region: Region)], isMatch: Bool) -> [TokenSample] {
      nodes.map {
        TokenSample(
          template: $0.text,
          isMatch: isMatch,
          path: source.path,
          line: source.lines.lineNumber(at: $0.region.start)
        )
      }
    }
    return Rule(record, samples: samples(matches, isMatch: true) + samples(misses, isMatch: false))
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
