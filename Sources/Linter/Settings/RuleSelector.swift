/// Names rules in options, settings and comments: an id, a group, or a group with `*`.
package struct RuleSelector: Sendable, Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// `vars/secret-value` selects itself, `vars` and `vars/*` the group, `all` and `*` everything.
  package func selects(_ rule: Rule.ID) -> Bool {
    if text == rule.text || text == "all" || text == "*" { return true }
    let group = text.hasSuffix("/*") ? String(text.dropLast(2)) : text
    return group == rule.group
  }
}
