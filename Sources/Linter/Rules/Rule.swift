package import Workers

/// One thing Paddock looks for, with everything there is to say about it.
///
/// Token rules come from `rules/*.toml`, the others from one Swift file each in `Checks/`; from here on nobody can tell
/// them apart. The documentation, `paddock explain`, the SARIF rule list and the tests of examples read these fields.
package struct Rule: Sendable, Identifiable {
  /// A rule id, `group/name`.
  ///
  /// It names the problem, never the remedy, and is never reused.
  package struct ID: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(stringLiteral value: String) { text = value }

    package var group: String { String(text.prefix { $0 != "/" }) }
    package var name: String { String(text.drop { $0 != "/" }.dropFirst()) }
    package var description: String { text }

    package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
  }

  package let id: ID
  /// What is wrong, in a few words, without a full stop: "Secret in `vars`".
  package let title: String
  package let severity: Severity
  package let confidence: Confidence
  /// Why it matters and how to mend it: Markdown, one or more short paragraphs.
  package let help: String
  /// The version that brought the rule.
  package let since: String
  package let references: [String]
  package let examples: [Example]
  package let check: Check

  /// What a rule looks at.
  package enum Check: Sendable {
    /// Compares the files of one Workers project.
    case project(@Sendable (Project, Checkout) -> [Match])
    /// Looks at the folder checked as a whole.
    case checkout(@Sendable (Checkout) -> [Match])
    /// Joins the one shared pass over the bytes of all files.
    case token(TokenRule)
    /// Joins the shared pass as well: a value that its name and its looks give away.
    case context(ContextScanner.Kind)
    /// Reported by the program itself while it works, such as an ignore comment that hides nothing.
    case builtIn
    /// Reported by `--history` alone, which no example of files can show.
    case history
  }

  package init(
    id: ID,
    title: String,
    severity: Severity,
    confidence: Confidence = .high,
    help: String,
    since: String = "0.1.0",
    references: [String] = [],
    examples: [Example] = [],
    check: Check
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.confidence = confidence
    self.help = help
    self.since = since
    self.references = references
    self.examples = examples
    self.check = check
  }
}

extension Rule {
  /// The first sentence of the help that says what to do: its last paragraph.
  package var shortHelp: String {
    let bytes = Array(help.utf8)
    let breaks = bytes.indices.dropLast().filter { bytes[$0] == UInt8(ascii: "\n") && bytes[$0 + 1] == bytes[$0] }
    let paragraph = bytes[(breaks.last.map { $0 + 2 } ?? 0)...]
    return String(decoding: paragraph.map { $0 == UInt8(ascii: "\n") ? 0x20 : $0 }, as: UTF8.self)
  }
}

extension Rule {
  /// A small project that a rule must, or must not, report.
  package struct Example: Sendable {
    /// Path to text.
    ///
    /// `«…»` marks each region that must be reported, in any order; holes such as `{hex:32}` are filled.
    package let files: [String: String]
    /// Paths that git tracks; `nil`: the example is not a repository.
    package let tracked: [String]?
    /// Whether the rule must report it.
    ///
    /// A clean example has no marks.
    package let isBad: Bool

    package static func bad(_ files: [String: String], tracked: [String]? = nil) -> Example {
      Example(files: files, tracked: tracked, isBad: true)
    }

    package static func clean(_ files: [String: String], tracked: [String]? = nil) -> Example {
      Example(files: files, tracked: tracked, isBad: false)
    }
  }
}
