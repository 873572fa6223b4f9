import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// Files are found, read and named whatever bytes their names are made of.
struct FileNameTests {
  let project: GitProject

  init() throws { project = try GitProject() }

  /// Names that no encoding, shell or terminal likes, as `printf` of a shell writes them, and as reports show them.
  static let names: [(shell: String, shown: String)] = [
    (#"caf\351.ts"#, #"caf\xe9.ts"#),
    (#"\377\376/\200.ts"#, #"\xff\xfe/\x80.ts"#),
    (#"half\303"#, #"half\xc3"#),
    (#"\364\217\277\277.ts"#, #"\xf4\x8f\xbf\xbf.ts"#),
    (#"d/\314\201accent.ts"#, #"d/\xcc\x81accent.ts"#),
    (#"new\nline.ts"#, #"new\x0aline.ts"#),
    (#"ret\rurn.ts"#, #"ret\x0durn.ts"#),
    (#"\033[31mred.ts"#, #"\x1b[31mred.ts"#),
    (#"-rf.ts"#, "-rf.ts"),
    (#"--staged"#, "--staged"),
    (#"sp ace\ttab.ts"#, #"sp ace\x09tab.ts"#),
    (#"quo\042te\047\140.ts"#, #"quo"te'`.ts"#),
    (#":(exclude)magic.ts"#, ":(exclude)magic.ts"),
    (#"back\\slash.ts"#, #"back\slash.ts"#),
    (#"*.ts"#, "*.ts"),
    (#"$(touch owned).ts"#, "$(touch owned).ts"),
    (#"\342\200\256sj.ts"#, #"\u202esj.ts"#),
  ]

  /// Writes a leak into a file of each name.
  private func write() throws {
    for (number, name) in Self.names.enumerated() {
      try project.folder.write(GitProject.leak("\(number)"), to: "leak\(number)")
      let script = "f=\"./$(printf -- '\(name.shell)')\"; mkdir -p \"${f%/*}\"; mv leak\(number) \"$f\""
      let run = try ProgramRun(["sh", "-c", script], in: project.path)
      #expect(run.status == 0, "\(run.text)")
    }
  }

  private func expectEveryName(_ run: CommandRun) {
    #expect(run.status == .findings, "\(run.errors)")
    #expect(run.errors == "", "\(run.errors)")
    for name in Self.names {
      #expect(run.output.contains("\(name.shown):1:14: "), "\(name.shown) is not in \(run.output)")
    }
  }

  @Test func everyModeReadsThem() throws {
    try write()
    expectEveryName(project.check())
    try project.git("add", "-A")
    expectEveryName(project.check("--staged"))
    expectEveryName(project.check())
    try project.git("commit", "-q", "-m", "names")
    expectEveryName(project.check("--diff", "HEAD~1"))
    expectEveryName(project.check("--history"))
    // A moved file that has more lines now.
    let script = #"f="$(printf 'caf\351.ts')"; git mv "$f" "$f.js"; printf '// one\n//\n' >>"$f.js"; git add -A"#
    #expect(try ProgramRun(["sh", "-c", script], in: project.path).status == 0)
    try project.git("commit", "-q", "-m", "move")
    #expect(project.check("--diff", "HEAD~1").status == .clean)
  }

  /// The members that programs read are right for each.
  @Test func reportsForPrograms() throws {
    try write()
    let json = project.check("--format", "json").output
    let findings = try #require(
      (try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?["findings"] as? [[String: Any]]
    )
    let places = findings.map { "\($0["path"] as? String ?? "") \($0["uri"] as? String ?? "")" }
    #expect(places.contains("caf\u{FFFD}.ts caf%E9.ts"))
    #expect(places.contains("\u{FFFD}\u{FFFD}/\u{FFFD}.ts %FF%FE/%80.ts"))
    #expect(places.contains("new\nline.ts "))
    let sarif = project.check("--format", "sarif").output
    for uri in ["caf%E9.ts", "%FF%FE/%80.ts", "half%C3", "new%0Aline.ts", "d/%CC%81accent.ts"] {
      #expect(sarif.contains("\"uri\" : \"\(uri)\""), "\(sarif)")
    }
    for format in ["gitlab", "github", "junit", "html", "text"] {
      let output = project.check("--format", format).output
      #expect(!output.unicodeScalars.contains { $0.value >= 0x10FF80 }, "\(format)")
    }
    if JSONSchema.isAvailable {
      #expect(try JSONSchema.violations(of: [json], against: PackageFolder.url("docs/report.schema.json")) == [[]])
    }
  }

  /// pre-commit hands such names on.
  @Test func theyCanBeNamedOnTheCommandLine() throws {
    try write()
    let script = #"exec "$0" check --quiet -- "$(printf 'caf\351.ts')" "$(printf '\377\376')" ./--staged"#
    let run = try ProgramRun(["sh", "-c", script, try GitProject.program()], in: project.path)
    #expect(run.status == 1, "\(run.text)")
    #expect(run.text.components(separatedBy: "[\(GitProject.leakRule)]").count == 4, "\(run.text)")
  }

  /// Ignore files match bytes, and so do the questions that git is asked.
  @Test func secretFilesInSuchFolders() throws {
    let script = #"""
      d="$(printf 'w\351')"; mkdir "$d"; printf '{ "name": "w" }' >"$d/wrangler.json"
      printf 'KEY="abc"\n' >"$d/.dev.vars"; printf '*\n!wrangler.json\n' >"$d/.gitignore"; git add -f -A; git commit -q -m one
      """#
    #expect(try ProgramRun(["sh", "-c", script], in: project.path).status == 0)
    let run = project.check()
    #expect(run.output.contains(#"w\xe9/.dev.vars"#), "\(run.output)")
    #expect(run.output.contains("git/secret-file-tracked"))
    #expect(run.output.contains("no remote branch has it yet"), "\(run.output)")
    #expect(CommandRun(["check", "--history", project.path]).output.contains("git/secret-file-in-history"))
  }

  @Test func acceptedFindingsInSuchFiles() throws {
    try write()
    #expect(CommandRun(["baseline", "create", project.path]).status == .clean)
    #expect(project.check().status == .clean)
  }
}
