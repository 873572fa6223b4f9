import Documents

/// Reads the allowlists of a rule, or of a whole file: the table `allowlist` of old and the tables `allowlists`.
enum GitleaksAllowlistReader {
  /// An allowlist of a whole file.
  struct Shared {
    let allowlist: TokenAllowlist
    /// The rules it holds for; empty: all.
    let targets: [String]

    func holds(for rule: String) -> Bool { targets.isEmpty || targets.contains(rule) }
  }

  static func read(from table: inout GitleaksTable) -> [Shared] {
    let nodes = [table.table("allowlist")].compactMap(\.self) + table.tables("allowlists")
    return nodes.compactMap { node in
      var reader = GitleaksTable(node, of: table.source, words: "an allowlist")
      let read = allowlist(from: &reader)
      reader.finish()
      table.adopt(reader)
      return read
    }
  }

  private static func allowlist(from table: inout GitleaksTable) -> Shared? {
    table.skip("description")
    var allowlist = TokenAllowlist()
    allowlist.commits = table.strings("commits").map { $0.lowercased() }
    allowlist.paths = table.patterns("paths")
    allowlist.patterns = table.patterns("regexes")
    allowlist.stopwords = table.strings("stopwords").filter { !$0.isEmpty }
    let targets = table.strings("targetRules")
    if let word = table.string("condition"), let region = table["condition"]?.region {
      switch word {
      case "AND", "&&": allowlist.needsAll = true
      case "OR", "||": break
      default: table.fail(region, "`condition` must be \"AND\" or \"OR\"")
      }
    }
    if let word = table.string("regexTarget"), let region = table["regexTarget"]?.region, !word.isEmpty {
      if let target = TokenAllowlist.Target(rawValue: word) {
        allowlist.target = target
      } else {
        table.fail(region, "`regexTarget` must be \"secret\", \"match\" or \"line\"")
      }
    }
    guard table.errors.isEmpty else { return nil }
    if allowlist.isEmpty {
      table.fail(table.region, "an allowlist needs `commits`, `paths`, `regexes` or `stopwords`")
      return nil
    }
    return Shared(allowlist: allowlist, targets: targets)
  }
}
