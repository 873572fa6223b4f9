import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// What `paddock explain` says about silencing a finding, done to a file of each kind: the finding is gone, and the file
/// means what it meant before.
struct SilencingAdviceTests {
  enum Place: String, Sendable {
    case end = "at the end of the line"
    case above = "as a line of its own above"
    case first = "as the first line of the file"
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let path: String
    let text: String
    let line: Int
    /// Where the comment goes; `nil`: none is advised.
    let place: Place?
    /// A shell command that prints what the file means.
    var meaning = "cat \"$FILE\""
    var others: [String: String] = [:]
    var note = ""

    var testDescription: String { "\(path):\(line) \(note)" }
  }

  static let token = "sk_live_{base62:24}"
  static let ignored = """
    git check-ignore -v --no-index node_modules .env .dev.vars src/a.ts other/x.log '#x' | cut -f2
    """
  static let toml = "python3 -c 'import tomllib, sys; print(tomllib.load(open(sys.argv[1], \"rb\")))' \"$FILE\""
  static let yaml = "python3 -c 'import yaml, sys; print(yaml.safe_load(open(sys.argv[1])))' \"$FILE\""
  static let json = "python3 -c 'import json, sys; print(json.load(open(sys.argv[1])))' \"$FILE\""
  static let python = "python3 -c 'import ast, sys; print(ast.dump(ast.parse(open(sys.argv[1]).read())))' \"$FILE\""
  static let ini = """
    python3 -c 'import configparser, sys; c = configparser.RawConfigParser(); c.read(sys.argv[1])
    print({s: dict(c[s]) for s in c})' "$FILE"
    """
  static let shell = "sh \"$FILE\""
  /// Quotes apart, what a line-wise reader has: every byte behind the first `=` of lines that are no comments.
  static let lines = "grep -v '^[#;]' \"$FILE\""

  static let rows: [Row] = [
    // Ignore files.
    Row(
      path: ".gitignore",
      text: "node_modules\n.env*\n.wrangler/\n.dev.vars\n",
      line: 4,
      place: .above,
      meaning: ignored
    ),
    Row(path: ".gitignore", text: "node_modules\n*.log\n.wrangler/\n", line: 1, place: .first, meaning: ignored),
    // dotenv.
    Row(
      path: ".env",
      text: "A=1\nKEY=\(token)\nB=2\n",
      line: 2,
      place: .above,
      meaning: lines,
      others: [".gitignore": ""]
    ),
    Row(
      path: ".dev.vars.example",
      text: "A=1\nSTRIPE=\(token)\nB=#2\n",
      line: 2,
      place: .above,
      meaning: lines
    ),
    Row(
      path: ".env.example",
      text: "A=\"1\n\(token)\n2\"\nB=2\n",
      line: 2,
      place: nil,
      meaning: lines,
      note: "in a value"
    ),
    // TOML.
    Row(path: "conf.toml", text: "a = 1\nkey = \"\(token)\"\n", line: 2, place: .end, meaning: toml),
    Row(
      path: "conf.toml",
      text: "a = \"\"\"\n\(token)\n\"\"\"\n",
      line: 2,
      place: nil,
      meaning: toml,
      note: "long string"
    ),
    Row(
      path: "conf.toml",
      text: "a = [\n  \"\(token)\",\n  \"b\"\n]\n",
      line: 2,
      place: .end,
      meaning: toml,
      note: "array"
    ),
    Row(path: "conf.toml", text: "a = '''x \(token)\ny'''\n", line: 1, place: nil, meaning: toml, note: "opening"),
    // JSON.
    Row(path: "data.json", text: "{\n  \"key\": \"\(token)\"\n}\n", line: 2, place: nil, meaning: json),
    Row(path: "package.json", text: "{\n  \"key\": \"\(token)\"\n}\n", line: 2, place: nil, meaning: json),
    Row(
      path: "data.jsonc",
      text: "{\n  \"key\": \"\(token)\" // old\n}\n",
      line: 2,
      place: .end,
      meaning: "sed 's,//.*,,' \"$FILE\" | tr -d ' \\n'"
    ),
    // YAML.
    Row(path: "a.yml", text: "a:\n  key: \(token)\n  b: 2\n", line: 2, place: .end, meaning: yaml),
    Row(path: "a.yml", text: "a:\n  - \"\(token)\"\n  - 2\n", line: 2, place: .end, meaning: yaml, note: "item"),
    Row(path: "a.yml", text: "a: |\n  key: \(token)\nb: 2\n", line: 2, place: nil, meaning: yaml, note: "block"),
    Row(
      path: "a.yml",
      text: "a: >-\n\n  x\n  key: \(token)\nb: 2\n",
      line: 4,
      place: nil,
      meaning: yaml,
      note: "folded"
    ),
    Row(path: "a.yml", text: "- run: |\n    export K=\(token)\n", line: 2, place: nil, meaning: yaml, note: "script"),
    Row(path: "a.yml", text: "a: x \(token)\n  more\nb: 2\n", line: 1, place: nil, meaning: yaml, note: "goes on"),
    Row(
      path: "a.yml",
      text: "a: \"x\n  \(token)\n  y\"\n",
      line: 2,
      place: nil,
      meaning: yaml,
      note: "quoted over lines"
    ),
    Row(path: "a.yml", text: "a: \"x \(token)\n  y\"\n", line: 1, place: nil, meaning: yaml, note: "quoted, opening"),
    Row(path: "a.yml", text: "a: {\n  b: \(token)\n}\n", line: 2, place: nil, meaning: yaml, note: "flow"),
    // Shell.
    Row(path: "a.sh", text: "KEY=\(token)\necho \"$KEY\"\n", line: 1, place: .end, meaning: shell),
    Row(
      path: "a.sh",
      text: "cat <<EOF\nKEY=\(token)\nEOF\n",
      line: 2,
      place: nil,
      meaning: shell,
      note: "here document"
    ),
    Row(path: "a.sh", text: "echo \"a\nKEY=\(token)\nb\"\n", line: 2, place: nil, meaning: shell, note: "quoted"),
    Row(path: "a.sh", text: "echo a \\\n  \(token) \\\n  b\n", line: 2, place: nil, meaning: shell, note: "goes on"),
    Row(
      path: "a.sh",
      text: "# it's\nKEY=\(token)\necho \"$KEY\"\n",
      line: 2,
      place: .end,
      meaning: shell,
      note: "apostrophe"
    ),
    // Code.
    Row(
      path: "src/a.ts",
      text: "const a = `x`;\nconst key = \"\(token)\";\n",
      line: 2,
      place: .end,
      meaning: "sed 's,//.*,,;s, *$,,' \"$FILE\""
    ),
    Row(path: "src/a.ts", text: "const a = `x\n\(token)\n`;\n", line: 2, place: nil, note: "template"),
    Row(path: "src/a.ts", text: "const a = `x \(token)\n`;\n", line: 1, place: nil, note: "template, opening"),
    Row(path: "src/a.tsx", text: "const a = <p>\n  \(token)\n</p>;\n", line: 2, place: nil, note: "text of an element"),
    Row(
      path: "src/a.js",
      text: "export const key = '\(token)';\n",
      line: 1,
      place: .end,
      meaning: "sed 's,//.*,,;s, *$,,' \"$FILE\""
    ),
    Row(path: "a.py", text: "a = 1\nkey = '\(token)'\n", line: 2, place: .end, meaning: python),
    Row(
      path: "a.py",
      text: "a = \"\"\"\n\(token)\n\"\"\"\n",
      line: 2,
      place: nil,
      meaning: python,
      note: "long string"
    ),
    Row(path: "a.py", text: "a = 'x \\\n\(token)'\n", line: 2, place: nil, meaning: python, note: "goes on"),
    Row(
      path: "main.tf",
      text: "locals {\n  key = \"\(token)\"\n}\n",
      line: 2,
      place: .end,
      meaning: "sed 's/ #.*//' \"$FILE\""
    ),
    Row(
      path: "main.tf",
      text: "locals {\n  key = <<EOF\n\(token)\nEOF\n}\n",
      line: 3,
      place: nil,
      note: "here document"
    ),
    // Comments on lines of their own.
    Row(path: "Dockerfile", text: "FROM scratch\nENV KEY=\(token)\n", line: 2, place: .above, meaning: lines),
    Row(
      path: "Dockerfile",
      text: "FROM scratch\nENV A=1 \\\n  KEY=\(token)\n",
      line: 3,
      place: nil,
      meaning: lines,
      note: "goes on"
    ),
    Row(
      path: "Makefile",
      text: "KEY = \(token)\nall:\n\t@echo '[$(KEY)]'\n",
      line: 1,
      place: .above,
      meaning: "make -s -f \"$FILE\""
    ),
    Row(
      path: "Makefile",
      text: "all:\n\t@echo a\n\t@echo \(token)\n",
      line: 3,
      place: .above,
      meaning: "make -s -f \"$FILE\"",
      note: "recipe"
    ),
    Row(path: "app.properties", text: "a=1\nkey=\(token)\n", line: 2, place: .above, meaning: lines),
    Row(path: "app.ini", text: "[a]\nkey=\(token)\n", line: 2, place: .above, meaning: ini),
    // Kinds in which no comment is safe.
    Row(path: "README.md", text: "| a | b |\n|---|---|\n| \(token) | c |\n", line: 3, place: nil),
    Row(path: "page.html", text: "<pre>\n\(token)\n</pre>\n", line: 2, place: nil),
    Row(path: "data.csv", text: "a,b\n\(token),c\n", line: 2, place: nil),
    Row(path: "notes", text: "\(token)\n", line: 1, place: nil),
    Row(path: "odd [1]* \"name\".txt", text: "\(token)\n", line: 1, place: nil),
  ]

  @Test(arguments: rows)
  func adviceDoesWhatItSays(_ row: Row) throws {
    let project = try GitProject()
    var sample = SampleText(seed: row.testDescription)
    let text = sample.fill(row.text)
    try project.write(row.others)
    try project.write([row.path: text])
    try project.git("add", "-A", "-f", "--", row.path)
    try project.git("commit", "-q", "-m", "file")
    let place = "\(row.path):\(row.line):"
    func isReported() -> Bool { project.check("--fail-on", "never", "--confidence", "low").output.contains(place) }
    func meaning() throws -> String {
      try ProgramRun(["sh", "-c", row.meaning], in: project.path, environment: ["FILE": row.path]).text
    }
    #expect(isReported())
    let explanation = CommandRun(
      ["explain", "\(project.path)/\(row.path):\(row.line)", "--confidence", "low"]
    ).output
    let before = try meaning()

    // The comments, all of them, as one line has place for one.
    let advice = explanation.split(separator: "\n").filter { $0.contains("the comment `") }.first
    let advised = advice.flatMap { line in Place.allForms.first { line.contains($0.rawValue) } }
    #expect(advised == row.place, "\(explanation)")
    if let advice, let comment = advice.split(separator: "`").dropFirst().first, let place = row.place {
      var lines = text.components(separatedBy: "\n")
      switch place {
      case .end: lines[row.line - 1] += " \(comment)"
      case .above: lines.insert(String(comment), at: row.line - 1)
      case .first: lines.insert(String(comment), at: 0)
      }
      try project.write([row.path: lines.joined(separator: "\n")])
      let rule = comment.split(separator: " ").first { $0.contains("/") } ?? ""
      let run = project.check("--fail-on", "never", "--confidence", "low")
      #expect(!run.output.contains("[\(rule)]"), "\(run.output)")
      #expect(!run.output.contains("config/unused-ignore"), "\(run.output)")
      #expect(try meaning() == before)
      try project.write([row.path: text])
    }

    // The entries.
    let entries = explanation.split(separator: "\n").filter { $0.hasPrefix("      ") }.map { $0.dropFirst(6) }
    #expect(entries.first == "[[ignore]]", "\(explanation)")
    try project.write(["paddock.toml": entries.joined(separator: "\n") + "\n"])
    #expect(!isReported(), "\(entries)")
    #expect(try meaning() == before)
  }
}

extension SilencingAdviceTests.Place {
  fileprivate static let allForms: [Self] = [.end, .above, .first]
}
