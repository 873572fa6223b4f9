import Documents
import Patterns
import RuleData
import Workers

/// Makes a rule of an entry of `[[rules]]`.
enum GitleaksRuleReader {
  /// - Parameters:
  ///   - shared: the allowlists of the file.
  ///   - names: the ids of all rules of the file.
  /// - Returns: the rule with the place of its id; `nil` for what is no rule here, which has been said.
  static func rule(
    from table: inout GitleaksTable,
    shared: [GitleaksAllowlistReader.Shared],
    names: Set<String>
  ) -> (rule: Rule, position: Position)? {
    let position = table.source.lines.position(at: (table["id"]?.region ?? table.region).start)
    let name = table.string("id") ?? ""
    if name.isEmpty { table.fail(table.region, "a rule needs an `id`") }
    let title = table.string("description") ?? ""
    let tags = table.strings("tags")
    let keywords = table.strings("keywords").filter { !$0.isEmpty }
    let pattern = table.pattern("regex")
    let path = table.pattern("path")
    let group = table.integer("secretGroup") ?? 0
    let entropy = table.number("entropy")
    let own = GitleaksAllowlistReader.read(from: &table).map(\.allowlist)
    let requirements = requirements(of: &table, among: names)
    let isReported = table.boolean("skipReport") != true
    let allowlists = own + shared.filter { $0.holds(for: name) }.map(\.allowlist)
    guard let pattern else {
      if table["regex"] == nil, let path, table.errors.isEmpty {
        if !isReported || !requirements.isEmpty {
          table.remark(table.region, "rule `\(name)` has no `regex`: `skipReport` and `required` do nothing")
        }
        return (pathRule(name, title, tags, path, of: table.source, allowlists: allowlists), position)
      }
      if table["regex"] == nil, table["path"] == nil {
        table.remark(
          table.region,
          "rule `\(name)` has neither `regex` nor `path`, and is left out: changes of the rules of gitleaks are not supported"
        )
      }
      return nil
    }
    if let node = table["secretGroup"], group > ((try? pattern.compiled().groupCount) ?? 0) {
      table.fail(node.region, "the `regex` of rule `\(name)` has no group \(group)")
    }
    let hasLiterals = !keywords.isEmpty && keywords.allSatisfy { $0.utf8.count >= 3 }
    if !hasLiterals {
      table.remark(
        table["id"]?.region ?? table.region,
        "rule `\(name)` has no `keywords` of three letters or more: it is tried on every file in full, which is slow"
      )
    }
    guard table.errors.isEmpty else { return nil }
    let id = id(name)
    var token = TokenRule(
      anchors: hasLiterals ? keywords : [],
      reach: .file,
      ignoresCase: true,
      pattern: pattern,
      secretGroup: group > 0 ? .number(group) : .firstFilled,
      before: 0,
      after: 0,
      // gitleaks asks for one of them anywhere in the file, which the search for literals does if it can.
      keywords: hasLiterals ? [] : keywords,
      near: 1 << 40,
      entropy: entropy,
      checksum: nil,
      checksumMismatch: .lower,
      isPublic: false,
      noun: title.isEmpty ? name : title,
      samples: [],
      path: path
    )
    token.allowlists = allowlists
    token.requirements = requirements
    token.isReported = isReported
    return (
      Rule(
        id: id,
        title: title.isEmpty ? name : title,
        severity: .error,
        confidence: .medium,
        help: "\(help(tags, table.source))\n\nRevoke the value, and keep the new one as a secret.",
        since: "",
        check: .token(token)
      ),
      position
    )
  }

  /// The tables `required`: matches of other rules of the file that must be near.
  private static func requirements(of table: inout GitleaksTable, among names: Set<String>) -> [TokenRule.Requirement] {
    table.tables("required").compactMap { node in
      var reader = GitleaksTable(node, of: table.source, words: "`required`")
      let name = reader.string("id") ?? ""
      let requirement = TokenRule.Requirement(
        rule: id(name),
        lines: reader.integer("withinLines"),
        columns: reader.integer("withinColumns")
      )
      let isKnown = names.contains(name)
      if !isKnown {
        reader.remark(node.region, "`required` names the rule `\(name)`, which is not in this file, and does nothing")
      }
      reader.finish()
      table.adopt(reader)
      return isKnown ? requirement : nil
    }
  }

  /// A rule about the names of files: each is reported as a whole.
  private static func pathRule(
    _ name: String,
    _ title: String,
    _ tags: [String],
    _ path: LazyPattern,
    of source: Source,
    allowlists: [TokenAllowlist]
  ) -> Rule {
    let title = title.isEmpty ? name : title
    return Rule(
      id: id(name),
      title: title,
      severity: .error,
      confidence: .medium,
      help: "\(help(tags, source))\n\nRemove the file from the repository, and revoke what it holds.",
      since: "",
      check: .checkout { checkout in
        var matcher = Matcher()
        return checkout.tree.files.compactMap { entry in
          // git does not record what it ignores.
          guard !entry.isIgnored || checkout.isTracked(entry.path) else { return nil }
          let place = TokenPlace(path: checkout.tree.repositoryPath(entry.path))
          guard (try? place.matchesOne(of: [path], matcher: &matcher)) == true,
            !allowlists.contains(where: { $0.covers(place, matcher: &matcher) })
          else { return nil }
          return Match(
            path: entry.path,
            region: Region(start: 0, end: 0),
            message: "\(title): the name of the file matches",
            identity: .name(entry.path)
          )
        }
      }
    )
  }

  private static func help(_ tags: [String], _ source: Source) -> String {
    "A rule of yours, from \(source.path)\(tags.isEmpty ? "" : ", with the tags \(tags.joined(separator: ", "))")."
  }

  /// `gitleaks/` and the name in lower-case letters, digits and dashes.
  private static func id(_ name: String) -> Rule.ID {
    let bytes = name.utf8.map { byte -> UInt8 in
      byte.isASCIILetterOrDigit ? byte.asciiLowercased : UInt8(ascii: "-")
    }
    return Rule.ID("gitleaks/\(String(decoding: bytes, as: UTF8.self))")
  }
}
