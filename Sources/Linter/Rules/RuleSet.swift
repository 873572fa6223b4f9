package import Documents
import RuleData

/// All rules, sorted by id.
package struct RuleSet: Sendable {
  package let rules: [Rule]
  private let positions: [Rule.ID: Int]

  package init(_ rules: [Rule]) {
    self.rules = rules.sorted { $0.id < $1.id }
    positions = Dictionary(
      self.rules.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  package subscript(id: Rule.ID) -> Rule? { positions[id].map { rules[$0] } }

  /// The rules that come with the program: those in code and those of `rules/`.
  package static let builtIn = RuleSet(codeRules + RuleRecord.embedded.map { Rule($0) })

  /// The same with the examples of rule files, read from their text.
  package static let builtInWithExamples: RuleSet = {
    let sources = RuleFile.embedded.filter { $0.name.hasSuffix(".toml") }.map {
      Source(path: "rules/\($0.name)", text: $0.text)
    }
    return RuleSet(codeRules + sources.flatMap { RuleFileReader.read($0).rules })
  }()

  /// These rules and those of the user's files.
  ///
  /// - Throws: every mistake in the files, a repeated id among them.
  package func adding(_ sources: [Source]) throws(FileErrors) -> RuleSet {
    var added: [Rule] = []
    var errors: [FileError] = []
    var known = Set(rules.map(\.id))
    for source in sources {
      let (rules, mistakes) = RuleFileReader.read(source)
      errors += mistakes
      for rule in rules {
        if !known.insert(rule.id).inserted {
          errors.append(
            FileError(
              path: source.path,
              position: Position(line: 1, column: 1),
              message: "the rule id `\(rule.id)` is already taken; choose another"
            )
          )
        }
        if case .token(let token) = rule.check, case .failure(let error) = Result(catching: token.pattern.compiled) {
          errors.append(
            FileError(
              path: source.path,
              position: Position(line: 1, column: 1),
              message: "the pattern of rule `\(rule.id)` is not valid: \(error)"
            )
          )
        }
        added.append(rule)
      }
    }
    if !errors.isEmpty { throw FileErrors(errors) }
    return RuleSet(rules + added)
  }
}

/// Several mistakes in files of the user.
package struct FileErrors: Error, Sendable {
  package let errors: [FileError]

  package init(_ errors: [FileError]) { self.errors = errors }
}
