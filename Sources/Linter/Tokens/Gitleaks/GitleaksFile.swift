import Documents

/// Reads rules from a configuration file of gitleaks, in the format that its manual describes
/// (<https://github.com/gitleaks/gitleaks#configuration>).
///
/// What such a file can say and Paddock cannot do is listed, each with its place; nothing is passed over in silence.
enum GitleaksFile {
  /// Whether a file has the tables of gitleaks and none of ours.
  static func isOne(_ root: Node) -> Bool {
    guard let table = root.table, table["rule"] == nil else { return false }
    return ["rules", "allowlist", "allowlists", "extend"].contains { table[$0] != nil }
  }

  static func read(_ root: Node, of source: Source, into content: inout RuleFileContent) {
    var top = GitleaksTable(root, of: source, words: "the file")
    top.skip("title", "description", "minVersion")
    readExtend(top.table("extend"), into: &top)
    let shared = GitleaksAllowlistReader.read(from: &top)
    let entries = top.tables("rules")
    let names = Set(entries.compactMap { $0["id"]?.string })
    for entry in entries {
      var rule = GitleaksTable(entry, of: source, words: "a rule")
      if let read = GitleaksRuleReader.rule(from: &rule, shared: shared, names: names) { content.rules.append(read) }
      rule.finish()
      top.adopt(rule)
    }
    top.finish()
    content.errors += top.errors
    content.notices += top.notices
  }

  private static func readExtend(_ node: Node?, into top: inout GitleaksTable) {
    guard let node else { return }
    var extend = GitleaksTable(node, of: top.source, words: "`extend`")
    if extend.boolean("useDefault") == true {
      extend.note(
        "useDefault",
        "the rules of gitleaks are not here: Paddock's own look for the same tokens, and allowlists of this file do not "
          + "hold for them; use `exclude` and `[[ignore]]` in \(SettingsFile.name)"
      )
    }
    if extend.string("path") != nil {
      extend.note("path", "other files are not read from here; name them in `rules` of \(SettingsFile.name)")
    }
    if !extend.strings("disabledRules").isEmpty {
      extend.note("disabledRules", "name Paddock's rules in `ignore` of \(SettingsFile.name) instead")
    }
    if extend.string("url") != nil { extend.note("url", "nothing is fetched; copy the file and name it in `rules`") }
    extend.finish()
    top.adopt(extend)
  }
}
