import Documents
import Patterns
import Testing
import Workers

@testable import Linter

/// Configuration files of gitleaks as rule files: what they find, and what is said about the rest.
struct GitleaksFileTests {
  /// What the rules of a file find in some files: each as `path:line rule`.
  private func findings(_ config: String, _ files: [String: String]) throws -> [String] {
    let rules = try RuleSet.builtIn.adding([Source(path: "gl.toml", text: config)])
    var settings = Settings()
    settings.select = [RuleSelector("gitleaks")]
    var sample = SampleText(seed: "gitleaks")
    var filled: [String: String] = [:]
    for path in files.keys.sorted() { filled[path] = sample.fill(files[path] ?? "") }
    return Scan(rules: rules, settings: settings).run(on: FileTree(texts: filled), tracked: nil).findings.map {
      "\($0.location.path):\($0.location.start.line) \($0.rule.name)"
    }
  }

  private func content(_ config: String) -> RuleFileContent {
    RuleFileReader.read(Source(path: "gl.toml", text: config))
  }

  static let rule = """
    [[rules]]
    id = "Orion Key"
    description = "Orion service key"
    regex = '''orion_([a-z0-9]{20})\\b'''
    keywords = ["orion_"]
    tags = ["service"]

    """
  static let leak = "const k = 'orion_{alnum-lower:20}';\n"

  struct Row: CustomTestStringConvertible, Sendable {
    let what: String
    let config: String
    let files: [String: String]
    let found: [String]
    var testDescription: String { what }
  }

  static let rows: [Row] = [
    Row(what: "a rule", config: rule, files: ["a.ts": leak, "b.ts": "orion\n"], found: ["a.ts:1 orion-key"]),
    Row(
      what: "a keyword far from the match",
      config: "[[rules]]\nid = 'far'\nregex = '''\\b([A-Z0-9]{12}-[A-Z0-9]{12})\\b'''\nkeywords = ['Vega']\n",
      files: [
        "a.txt": "# vega\n" + String(repeating: "line\n", count: 30_000) + "{upper:12}-{upper:12}\n",
        "b.txt": "{upper:12}-{upper:12}\n",
      ],
      found: ["a.txt:30002 far"]
    ),
    Row(
      what: "a rule that only serves others",
      config: rule + "skipReport = true\n",
      files: ["a.ts": leak],
      found: []
    ),
    Row(
      what: "a rule that requires another on one of the next lines",
      config: rule + "skipReport = true\n" + """
        [[rules]]
        id = 'pair'
        regex = '''orion-user=([a-z]{12})'''
        keywords = ['orion-user']
        [[rules.required]]
        id = 'Orion Key'
        withinLines = 2
        """,
      files: [
        "a.ts": "orion-user={lower:12}\n\n" + leak, "b.ts": "orion-user={lower:12}\n\n\n" + leak,
        "c.ts": "orion-user={lower:12}\n",
      ],
      found: ["a.ts:1 pair"]
    ),
    Row(
      what: "names of files",
      config: """
        [[rules]]
        id = 'keys'
        path = '''\\.pem$'''
        [[rules.allowlists]]
        paths = ['''^certs/''']
        """,
      files: ["a.pem": "x\n", "b.txt": "a.pem\n", "certs/c.pem": "x\n", "d.pem": "", ".gitignore": "d.pem\n"],
      found: ["a.pem:1 keys"]
    ),
    Row(
      what: "no keywords",
      config: "[[rules]]\nid = 'all'\nregex = '''zeta:[0-9a-f]{16}'''\n",
      files: ["a.txt": "zeta:{hex:16}\n"],
      found: ["a.txt:1 all"]
    ),
    Row(
      what: "a path",
      config: rule + "path = '''\\.py$'''\n",
      files: ["a.ts": leak, "b.py": leak, "b.pyc": leak],
      found: ["b.py:1 orion-key"]
    ),
    Row(
      what: "entropy of the group",
      config: "[[rules]]\nid = 'e'\nregex = '''orion_(.*)_([a-z0-9]{20})'''\n"
        + "secretGroup = 2\nentropy = 3\nkeywords = ['orion']\n",
      files: ["a.ts": "orion_abc_{alnum-lower:20}\norion_0123456789abcdefgh_aabbaabbaabbaabbaabb\n"],
      found: ["a.ts:1 e"]
    ),
    Row(
      what: "an allowlist of old for the secret",
      config: rule + "[rules.allowlist]\nregexes = ['''^9''']\n",
      files: ["a.ts": "k = 'orion_9{alnum-lower:19}'\nk = 'orion_8{alnum-lower:19}'\n"],
      found: ["a.ts:2 orion-key"]
    ),
    Row(
      what: "for the whole match",
      config: rule + "[[rules.allowlists]]\nregexTarget = 'match'\nregexes = ['''^orion_9''']\n",
      files: ["a.ts": "k = 'orion_9{alnum-lower:19}'\nk = 'orion_8{alnum-lower:19}'\n"],
      found: ["a.ts:2 orion-key"]
    ),
    Row(
      what: "for the line",
      config: rule + "[[rules.allowlists]]\nregexTarget = 'line'\nregexes = ['''sandbox$''']\n",
      files: ["a.ts": "k = 'orion_{alnum-lower:20}' // sandbox\nk = 'orion_{alnum-lower:20}' // live\n"],
      found: ["a.ts:2 orion-key"]
    ),
    Row(
      what: "stopwords in any case",
      config: rule + "[[rules.allowlists]]\nstopwords = ['SAND']\n",
      files: ["a.ts": "k = 'orion_sand{alnum-lower:16}'\n" + leak],
      found: ["a.ts:2 orion-key"]
    ),
    Row(
      what: "one of two conditions is enough",
      config: rule + "[[rules.allowlists]]\npaths = ['''^old/''']\nstopwords = ['sand']\n",
      files: ["old/a.ts": leak, "b.ts": "k = 'orion_sand{alnum-lower:16}'\n"],
      found: []
    ),
    Row(
      what: "both conditions are needed",
      config: rule + "[[rules.allowlists]]\ncondition = 'AND'\npaths = ['''^old/''']\nstopwords = ['sand']\n",
      files: ["old/a.ts": leak, "old/b.ts": "k = 'orion_sand{alnum-lower:16}'\n"],
      found: ["old/a.ts:1 orion-key"]
    ),
    Row(
      what: "an allowlist of the file",
      config: "[allowlist]\npaths = ['''^vendor/''']\n" + rule,
      files: ["vendor/a.ts": leak, "a.ts": leak],
      found: ["a.ts:1 orion-key"]
    ),
    Row(
      what: "an allowlist of the file for other rules",
      config: "[[allowlists]]\ntargetRules = ['another']\npaths = ['''^vendor/''']\n" + rule,
      files: ["vendor/a.ts": leak],
      found: ["vendor/a.ts:1 orion-key"]
    ),
  ]

  @Test(arguments: rows)
  func finds(_ row: Row) throws {
    #expect(try findings(row.config, row.files) == row.found)
  }

  /// Wherever a value stands, windows do not cut it.
  @Test func valuesOnTheEdgesOfWindowsAreFoundOnce() throws {
    for place in stride(from: (48 << 10) - 40, through: (48 << 10) + 40, by: 7) {
      let text = "orion\n" + String(repeating: "-", count: place) + " orion_{alnum-lower:20} \n"
      #expect(try findings(Self.rule, ["a.txt": text]) == ["a.txt:2 orion-key"])
    }
  }

  @Test(arguments: [
    ("[extend]\nuseDefault = true\n", "gl.toml:2:1: `useDefault` is not supported"),
    ("[extend]\npath = 'base.toml'\n", "gl.toml:2:1: `path` is not supported"),
    ("[extend]\ndisabledRules = ['x']\n", "gl.toml:2:1: `disabledRules` is not supported"),
    ("[[rules]]\nid = 'names'\n", "gl.toml:1:1: rule `names` has neither `regex` nor `path`"),
    ("[[rules]]\nid = 'a'\nregex = 'abc'\n", "gl.toml:2:6: rule `a` has no `keywords`"),
    ("[[rules]]\nid = 'a'\nregex = 'abc'\nkeywords = ['ab']\n", "gl.toml:2:6: rule `a` has no `keywords`"),
    ("\(rule)[[rules.required]]\nid = 'b'\n", "gl.toml:7:1: `required` names the rule `b`, which is not in this file"),
    ("\(rule)colour = 'red'\n", "gl.toml:7:1: `colour` of a rule is not known"),
    ("[[rules]]\nid = 'a'\nregex = '[ä-ü]bc'\nkeywords = ['abc']\n", "gl.toml:3:9: in this regular expression"),
    (#"[[rules]]\#nid = 'a'\#nregex = '\pLabc'\#nkeywords = ['abc']\#n"#, "gl.toml:3:9: in this regular expression"),
  ])
  func isSaid(_ config: String, _ words: String) {
    let content = content(config)
    #expect(content.errors.map(\.description) == [])
    #expect(content.notices.count == 1)
    #expect(content.notices.first?.description.hasPrefix(words) == true, "\(content.notices.map(\.description))")
  }

  @Test func aRuleThatIsWhollySupportedGivesNoNotice() {
    let content = content("title = 'ours'\n" + Self.rule)
    #expect(content.errors.isEmpty && content.notices.isEmpty)
  }

  @Test(arguments: [
    ("[[rules]]\nregex = 'abc'\nkeywords = ['abc']\n", "gl.toml:1:1: a rule needs an `id`"),
    ("[[rules]]\nid = 'a'\nregex = 'a(b'\n", "gl.toml:3:9: the regular expression of a rule is not valid"),
    ("\(rule)secretGroup = 2\n", "gl.toml:7:15: the `regex` of rule `Orion Key` has no group 2"),
    ("\(rule)[[rules.allowlists]]\nregexes = ['a(']\n", "gl.toml:8:12: the regular expression of an allowlist"),
    ("\(rule)[[rules.allowlists]]\ndescription = 'x'\n", "gl.toml:7:1: an allowlist needs"),
    ("\(rule)[[rules.allowlists]]\ncondition = 'XOR'\nstopwords = ['x']\n", "gl.toml:8:13: `condition` must be"),
    ("\(rule)keywords = 'abc'\n", "gl.toml:7:"),
  ])
  func isAMistake(_ config: String, _ words: String) {
    let errors = content(config).errors.map(\.description)
    #expect(errors.contains { $0.hasPrefix(words) }, "\(errors)")
  }

  @Test func aRuleOfOneIDTwiceIsAMistake() throws {
    let error = #expect(throws: FileErrors.self) {
      _ = try RuleSet.builtIn.adding([Source(path: "gl.toml", text: Self.rule + Self.rule)])
    }
    let known = "gl.toml:8:6: the rule id `gitleaks/orion-key` is already taken; choose another"
    #expect(error?.errors.map(\.description) == [known])
  }
}

/// Go's regular expressions for PCRE2: each pattern, what it becomes, and texts it must and must not match.
struct GoPatternTests {
  struct Row: Sendable {
    let go: String
    let ours: String
    var matches: [String] = []
    var misses: [String] = []
  }

  static let rows: [Row] = [
    Row(go: #"(?i)key[=:]\s*['"]?([0-9a-f]{32})"#, ours: #"(?i)key[=:]\s*['"]?([0-9a-f]{32})"#),
    Row(go: #"[\w-.]+"#, ours: #"[\w\-.]+"#, matches: ["a-.b"], misses: ["/"]),
    Row(go: #"^[\w-]$"#, ours: #"^[\w-]\z"#, matches: ["-"], misses: ["/", "a\n"]),
    Row(go: #"^[[:alpha:]-_]\z"#, ours: #"^[[:alpha:]\-_]\z"#, matches: ["-", "_"], misses: ["9", "`"]),
    Row(go: #"^a\vb$"#, ours: #"^a\x0Bb\z"#, matches: ["a\u{B}b"], misses: ["a\nb"]),
    Row(go: #"(?m)^a$"#, ours: #"(?m)^a$"#, matches: ["x\na\nb"]),
    Row(go: #"(?m:^a$)|b$"#, ours: #"(?m:^a$)|b\z"#, matches: ["a\n", "b"], misses: ["b\n"]),
    Row(go: #"((?m)a$)b$"#, ours: #"((?m)a$)b\z"#),
    Row(go: #"(?m)(?-m:a$)$"#, ours: #"(?m)(?-m:a\z)$"#),
    Row(go: #"^x{,3}\z"#, ours: #"^x\{,3}\z"#, matches: ["x{,3}"], misses: ["xx"]),
    Row(go: #"a{2}b{2,}c{2,3}"#, ours: #"a{2}b{2,}c{2,3}"#),
    Row(go: "^é+$", ours: #"^(?:é)+\z"#, matches: ["éé"]),
    Row(go: #"^\x{e9}{2}$"#, ours: #"^(?:é){2}\z"#, matches: ["éé"], misses: ["é"]),
    Row(go: #"^\x41[\x41-\x43]$"#, ours: #"^\x41[\x41-\x43]\z"#, matches: ["AB"]),
    Row(go: #"^[[.a]$"#, ours: #"^[\[.a]\z"#, matches: ["[", "."], misses: ["]"]),
    Row(go: #"^[]a]$"#, ours: #"^[]a]\z"#, matches: ["]", "a"]),
    Row(go: #"^\Q$[a\E$"#, ours: #"^\Q$[a\E\z"#, matches: ["$[a"]),
    Row(go: #"^[$]\$$"#, ours: #"^[$]\$\z"#, matches: ["$$"]),
    Row(go: "^[é]+$", ours: #"^[\xC3\xA9]+\z"#, matches: ["é"]),
    Row(go: #"(?P<name>a)\z"#, ours: #"(?P<name>a)\z"#, matches: ["a"]),
  ]

  @Test(arguments: rows)
  func meansTheSame(_ row: Row) throws {
    let translated = GoPattern(row.go).text
    #expect(translated == row.ours)
    let pattern = try Pattern(translated)
    var matcher = Matcher()
    for text in row.matches {
      let bytes = Array(text.utf8)
      #expect(try matcher.match(pattern, in: bytes.span, from: 0, to: bytes.count) != nil, "\(row.go) on \(text)")
    }
    for text in row.misses {
      let bytes = Array(text.utf8)
      #expect(try matcher.match(pattern, in: bytes.span, from: 0, to: bytes.count) == nil, "\(row.go) on \(text)")
    }
  }

  /// Half a pattern may be wrong, but never ends the program.
  @Test func everyPrefixIsTaken() {
    let whole = Array(#"(?im-s:[^\w-\x{e9}[:alpha:]é]{2,}\Qa\E\p{L}\x{41}|\v$)"#.utf8)
    for count in 0...whole.count {
      let text = String(decoding: whole[..<count], as: UTF8.self)
      #expect(GoPattern(text).text.utf8.count >= text.utf8.count - 1)
    }
  }
}
