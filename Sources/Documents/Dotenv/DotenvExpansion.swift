/// The values of merged `.env*` files after variable expansion, as `dotenv-expand` 12.0.2 does it
/// (docs/facts/wrangler.md §5.4).
///
/// `.dev.vars*` files are not expanded.
package struct DotenvExpansion: Sendable {
  /// A `$NAME` or `${NAME…}` in a value as it was before expansion.
  package struct Reference: Sendable, Hashable {
    package enum Target: Sendable {
      /// Set in the environment or by an earlier entry.
      case known
      /// Set by a later entry or the entry itself, so empty here.
      case forward
      case unknown
    }

    package let name: String
    /// Where it is, as UTF-8 offsets in the value, from the `$` on.
    package let range: Range<Int>
    package let target: Target
    /// Whether it has a default or alternative (`${A:-b}`, `${A-b}`, `${A:+b}`, `${A+b}`).
    package let hasAlternative: Bool
  }

  /// The result for one entry.
  package struct Entry: Sendable, Hashable {
    package let key: String
    /// The value after expansion.
    package let value: String
    package let isChanged: Bool
    /// Whether the value came from the environment instead of the files.
    package let isFromEnvironment: Bool
    /// Whether expansion was abandoned: the value would grow forever, and `dotenv-expand` would hang.
    package let isEndless: Bool
    /// In the order of their place; escaped ones (`\$NAME`) are not references.
    package let references: [Reference]
  }

  /// In the order given.
  package let entries: [Entry]

  /// Expands values in the order given; each key once, with its last value.
  ///
  /// `environment` is empty unless the shell's variables are included; its values beat the files' unless they are empty.
  package static func expand(
    _ merged: [(key: String, value: String)],
    environment: [String: String] = [:]
  ) -> DotenvExpansion {
    var known = DotenvVariables(environment: environment)
    let allKeys = Set(merged.map(\.key))
    // A budget in bytes for all expansion; only values that refer to themselves come near it.
    var budget = merged.reduce(1 << 20) { $0 + 64 * $1.value.utf8.count }
    var entries: [Entry] = []
    for (key, value) in merged {
      let references = references(in: value, known: known, allKeys: allKeys)
      var result = DotenvSubstitution(Array(value.utf8), variables: known, budget: budget)
      let fromEnvironment = environment[key].flatMap { $0.isEmpty || $0 == value ? nil : $0 }
      if let fromEnvironment {
        result.text = Array(fromEnvironment.utf8)
      } else {
        result.run()
        budget = result.budget
      }
      let expanded = String(decoding: DotenvSubstitution.withoutEscapes(result.text), as: UTF8.self)
      known.set(key, expanded)
      entries.append(
        Entry(
          key: key,
          value: expanded,
          isChanged: expanded != value,
          isFromEnvironment: fromEnvironment != nil,
          isEndless: result.isEndless,
          references: references
        )
      )
    }
    return DotenvExpansion(entries: entries)
  }

  private static func references(in value: String, known: DotenvVariables, allKeys: Set<String>) -> [Reference] {
    let text = Array(value.utf8)
    var found: [Reference] = []
    var offset = 0
    while let template = DotenvTemplate.first(in: text, from: offset) {
      let target: Reference.Target
      if known[template.name] != nil {
        target = .known
      } else {
        target = allKeys.contains(template.name) ? .forward : .unknown
      }
      found.append(
        Reference(
          name: template.name,
          range: template.range,
          target: target,
          hasAlternative: template.operation != .none
        )
      )
      offset = template.range.upperBound
    }
    return found
  }
}
