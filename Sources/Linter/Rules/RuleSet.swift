import Dispatch
package import Documents
import RuleData

/// All rules, sorted by id.
package struct RuleSet: Sendable {
  package let rules: [Rule]
  /// What users should know of their rule files, each with its place.
  package let notices: [Notice]
  private let positions: [Rule.ID: Int]

  package init(_ rules: [Rule], notices: [Notice] = []) {
    self.rules = rules.sorted { $0.id < $1.id }
    self.notices = notices
    positions = Dictionary(
      self.rules.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  package subscript(id: Rule.ID) -> Rule? { positions[id].map { rules[$0] } }

  /// The rules that come with the program: those in code and those of `rules/`.
  package static let builtIn = RuleSet(codeRules + RuleRecord.embedded.map { Rule($0) })

  /// Starts to read what every check needs on another thread; whoever asks for it waits no longer than it takes.
  package static func prepare() {
    DispatchQueue.global().async {
      _ = builtIn
      _ = ContextModel.standard
    }
  }

  /// The same, with the examples in the rule files.
  package static func builtIn(withExamplesOf sources: [Source]) -> RuleSet {
    RuleSet(codeRules + sources.flatMap { RuleFileReader.read($0).rules.map(\.rule) })
  }

  /// These rules and those of the user's files.
  ///
  /// - Throws: every mistake in the files, a repeated id among them.
  package func adding(_ sources: [Source]) throws(FileErrors) -> RuleSet {
    var added: [Rule] = []
    var errors: [FileError] = []
    var notices = self.notices
    var known = Set(rules.map(\.id))
    for source in sources {
      let content = RuleFileReader.read(source)
      errors += content.errors
      notices += content.notices.map { Notice(path: nil, message: $0.description, isFailure: false) }
      for (rule, position) in content.rules {
        func fail(_ message: String) {
          errors.append(FileError(path: source.path, position: position, message: message))
        }
        if !known.insert(rule.id).inserted { fail("the rule id `\(rule.id)` is already taken; choose another") }
        if let failure = RuleExamples.strain(rule) { fail(failure) }
        added.append(rule)
      }
    }
    if !errors.isEmpty { throw FileErrors(errors) }
    return RuleSet(rules + added, notices: notices)
  }
}

/// Several mistakes in files of the user.
package struct FileErrors: Error, Sendable {
  package let errors: [FileError]

  package init(_ errors: [FileError]) { self.errors = errors }
}
