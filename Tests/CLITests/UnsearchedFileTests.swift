import Foundation
import Linter
import Patterns
import TestSupport
import Testing

/// A run says which files it did not search; a file of secrets, or one that was named, is never left out without a word.
struct UnsearchedFileTests {
  /// What a file holds besides a token.
  enum Content: Sendable {
    /// One zero byte before the token, or behind it, in text.
    case zeroBefore, zeroBehind
    /// Zeros between all characters but those of the token.
    case zeros
    /// The start of an image, a font, a program or an archive, and then the token.
    case image, font, wasm, archive

    func data(_ token: String) -> Data {
      switch self {
      case .zeroBefore: Data("const a = 1;\u{0}\nconst key = \"\(token)\";\n".utf8)
      case .zeroBehind: Data("const key = \"\(token)\";\nconst a = 1;\u{0}".utf8)
      case .zeros: Data((0..<40).flatMap { [UInt8(0x41 + $0 % 26), 0, 0] } + Array("\n\"\(token)\"\n".utf8))
      case .image: Self.binary([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], token)
      case .font: Self.binary(Array("wOF2".utf8) + [0, 1, 0, 0], token)
      case .wasm: Self.binary([0, 0x61, 0x73, 0x6D, 1, 0, 0, 0], token)
      case .archive: Self.binary([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0], token)
      }
    }

    private static func binary(_ magic: [UInt8], _ token: String) -> Data {
      Data(magic + (0..<600).map { UInt8(truncatingIfNeeded: $0 * 89) } + Array("\n\"\(token)\"\n".utf8))
    }
  }

  private static var token: String {
    var sample = SampleText(seed: "unsearched")
    return sample.fill("sk_live_{base62:24}")
  }

  /// A token is found in these, whatever else they hold.
  static let searched: [(path: String, content: Content)] = [
    ("src/a.js", .zeroBefore), ("src/a.js", .zeroBehind), ("src/a.js", .zeros), ("src/a.js", .image),
    ("src/a.ts", .wasm),
    ("src/a.mjs", .zeros), ("src/a.tsx", .zeros), ("src/a.vue", .zeros), ("app/a.py", .zeros), ("a.rb", .zeros),
    ("deploy.sh", .zeros), ("a.ps1", .zeros), ("Makefile", .zeros), ("Dockerfile", .zeros), ("conf/a.json", .zeros),
    ("conf/a.yml", .zeros), ("conf/a.yaml", .image), ("conf/a.toml", .zeros), ("conf/a.xml", .zeros), ("a.sql", .zeros),
    ("README.md", .zeros), ("notes.txt", .zeros), ("server.log", .zeros), ("a.csv", .zeros), ("index.html", .zeros),
    ("src/a.js.map", .zeros), ("A.JS", .zeros), ("src/a.ts.orig", .zeros), ("src/a.ts~", .zeros),
    ("src/.a.ts.swp", .zeros),
    ("a.json.bak", .zeros),
    // Secrets by their names.
    ("server.pem", .zeros), ("keys/server.key", .image), ("id_rsa", .zeros), ("credentials", .zeros),
    ("secrets.json", .zeros), ("secrets", .image), ("terraform.tfvars", .zeros), ("prod.tfstate", .zeros),
    (".netrc", .zeros),
    ("client_secret.json", .zeros), ("service-account.json", .zeros), ("a.p12", .image), ("release.keystore", .font),
    (".env-old", .zeros), ("prod.env", .zeros), (".pgpass", .zeros), ("kubeconfig", .zeros),
    // Mostly text, whatever the name says.
    ("deploy", .zeroBefore), ("LICENSE", .zeroBehind), ("src/a.unknown", .zeroBefore), ("data.bin", .zeroBehind),
  ]

  /// Each row in a folder of its own, so that one run tells about all of them.
  private static func write(_ rows: [(path: String, content: Content)], to folder: TemporaryFolder) throws -> [String] {
    try rows.enumerated().map { index, row in
      let path = "r\(index)/\(row.path)"
      // No content twice: the history would tell only one of them.
      try folder.write(row.content.data(token) + Data("\n\(path)\n".utf8), to: path)
      return path
    }
  }

  /// The paths of which a run does not report the token.
  private static func missed(_ paths: [String], by run: CommandRun) -> [String] {
    let lines = run.output.split(separator: "\n").filter { $0.contains("[\(GitProject.leakRule)]") }
    return paths.filter { path in !lines.contains { $0.contains("\(path):") } }
  }

  @Test func textAndSecretsAreSearchedWhateverTheyHold() throws {
    let folder = try TemporaryFolder()
    let paths = try Self.write(Self.searched, to: folder)
    let run = CommandRun(["check", "--confidence", "low", folder.path])
    #expect(Self.missed(paths, by: run) == [])
    #expect(!run.output.contains("not searched"))
    #expect(!run.output.contains(Self.token.dropFirst(8)))
  }

  /// The same for all that git has; local secrets files are where secrets belong, unless git tracks them.
  static let tracked: [(path: String, content: Content)] =
    [".dev.vars", ".env", ".env.production", "apps/web/.dev.vars.staging"].flatMap { path in
      [Content.zeros, .image, .zeroBefore].map { (path, $0) }
    } + [
      ("src/a.js", .zeros), ("src/a.js", .image), ("keys/a.pem", .zeros), ("deploy", .zeroBefore), ("a.sh", .wasm),
    ]

  @Test func trackedFilesAreSearchedWhateverTheyHold() throws {
    let project = try GitProject()
    let paths = try Self.write(Self.tracked, to: project.folder)
    try project.git("add", "-f", ".")
    #expect(Self.missed(paths, by: project.check()) == [])
    #expect(Self.missed(paths, by: project.check("--staged")) == [])
    try project.commit("leak")
    #expect(Self.missed(paths, by: project.check("--diff", "HEAD~1")) == [])
    let history = project.check("--history")
    #expect(!history.output.contains("not searched"))
    #expect(Self.missed(paths, by: history) == [])
  }

  // MARK: Counted

  /// Real binary files stay unsearched, and are counted.
  static let binary: [(path: String, content: Content)] = [
    ("logo.png", .image), ("a.woff2", .font), ("a.wasm", .wasm), ("a.zip", .archive), ("image", .image),
    ("data.bin", .zeros),
    ("a.class", .wasm), ("photo.jpeg", .image), ("a.docx", .archive), ("app.exe", .wasm),
  ]

  @Test func binaryFilesAreCounted() throws {
    let project = try GitProject()
    let paths = try Self.write(Self.binary, to: project.folder)
    let end = "no problems found; \(paths.count) files not searched (binary).\n"
    let run = project.check("--verbose")
    #expect(run.output.contains(end), "\(run.output)")
    #expect(run.status == .clean)
    #expect(paths.filter { !run.output.contains("\($0): not searched: binary\n") } == [])
    #expect(project.check("--quiet").errors.isEmpty)
    try project.git("add", "-f", ".")
    let staged = project.check("--staged").output
    #expect(staged.hasSuffix("nothing was searched; \(paths.count) files not searched (binary).\n"), "\(staged)")
  }

  private static let small = "max-file-size = 1000\n"

  private static func large(_ token: String) -> String { String(repeating: "// nothing\n", count: 100) + token }

  private static func project() throws -> GitProject {
    let project = try GitProject()
    try project.write(["paddock.toml": small])
    try project.commit("settings")
    return project
  }

  @Test func largeFileIsCounted() throws {
    let project = try Self.project()
    try project.write(["src/big.js": Self.large(Self.token)])
    try project.folder.write(Content.image.data(""), to: "logo.png")
    let run = project.check()
    #expect(
      run.output.hasSuffix("no problems found; 2 files not searched (1 binary, 1 larger than 1 kB).\n"),
      "\(run.output)"
    )
    #expect(run.status == .clean)
    #expect(
      project.check("--format", "github").output == "paddock: 2 files not searched (1 binary, 1 larger than 1 kB)\n"
    )
    for format in ["html", "junit", "sarif"] {
      #expect(project.check("--format", format).output.contains("2 files not searched (1 binary, 1 larger than 1 kB)"))
    }
    // Those who want quiet are told what is not as it should be.
    #expect(project.check("--quiet").errors == "paddock: note: 1 file not searched (larger than 1 kB)\n")
    #expect(project.check("--quiet").output.isEmpty)
  }

  /// Nothing was looked at: then what was left out on purpose is said as well.
  @Test func leftOutFilesAreSaidWhereNothingElseIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "node_modules/a/a.js")
    #expect(CommandRun(["check", folder.path]).output.contains("not searched (installed packages)"))
    try folder.write("x", to: "a.js")
    #expect(!CommandRun(["check", folder.path]).output.contains("not searched"))
    #expect(CommandRun(["check", "--verbose", folder.path]).output.contains("Left out: 1 installed packages.\n"))
  }

  // MARK: Never without a word

  static let secrets = [
    ".dev.vars", ".env", ".env.local", "server.pem", "server.key", "id_rsa", "id_ed25519", "credentials",
    "secrets.json",
    "terraform.tfvars", "a.tfstate", ".npmrc", "prod.env", "client_secret.json", "api/.dev.vars.staging",
  ]

  @Test func largeFileOfSecretsIsAFailure() throws {
    let project = try Self.project()
    for path in Self.secrets { try project.write([path: Self.large("// \(path)")]) }
    try project.git("add", "-f", ".")
    func expect(_ run: CommandRun) {
      #expect(run.status == .failure)
      let words = "this file was not searched: it is larger than 1 kB"
      #expect(Self.secrets.filter { !run.errors.contains("/\($0): \(words)") } == [], "\(run.errors)")
    }
    expect(project.check())
    expect(project.check("--staged"))
    expect(project.check("--quiet"))
    try project.commit("large")
    expect(project.check("--history"))
  }

  private static func makePipe(_ path: String) throws {
    guard unsafe mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  @Test func pipeWithTheNameOfSecretsIsAFailure() throws {
    for path in [".dev.vars", "server.pem", "credentials"] {
      let folder = try TemporaryFolder()
      try Self.makePipe("\(folder.path)/\(path)")
      let run = CommandRun(["check", folder.path])
      #expect(run.status == .failure, "\(path)")
      #expect(run.errors.contains("\(path): it is not a regular file, and was not searched"), "\(run.errors)")
    }
  }

  @Test func linkWithTheNameOfSecretsIsSaid() throws {
    let project = try GitProject()
    try project.write(["config/settings": "A=1\n"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(project.path)/.dev.vars",
      withDestinationPath: "config/settings"
    )
    // wrangler reads what it leads to, and so do we.
    let run = project.check()
    #expect(run.status == .clean, "\(run.output)")
    #expect(run.errors.isEmpty)
    try FileManager.default.createSymbolicLink(
      atPath: "\(project.path)/id_rsa",
      withDestinationPath: "config/settings"
    )
    #expect(project.check().errors.contains("note: \(project.path)/id_rsa: a symbolic link"))
    #expect(project.check().output.contains("1 file not searched (symbolic link)"))
    // git records the link alone.
    try project.git("add", "-f", ".dev.vars")
    #expect(project.check("--staged").errors.contains("note: \(project.path)/.dev.vars: a symbolic link"))
  }

  /// A file on the command line: how it is made, and what is said of it with status 2.
  @Test(arguments: ["large", "pipe", "link", "archive"])
  func namedFileIsNeverLeftOutSilently(_ kind: String) throws {
    let project = try Self.project()
    var path = "src/named"
    let words: String
    switch kind {
    case "large":
      try project.write([path: Self.large("")])
      words = "it is larger than 1 kB"
    case "pipe":
      try Self.makePipe("\(project.path)/\(path)")
      words = "not a regular file"
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: "\(project.path)/\(path)",
        withDestinationPath: "../../no/file"
      )
      words = "leads outside"
    default:
      path = "src/a.zip"
      try project.folder.write(Content.archive.data(""), to: path)
      words = "--archives"
    }
    let run = CommandRun(["check", "\(project.path)/wrangler.jsonc", "\(project.path)/\(path)"])
    #expect(run.status == .failure, "\(run.output)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("\(path): "))
  }

  @Test(arguments: ["node_modules/a/a.js", ".wrangler/tmp/a.js", ".git/hooks/x.js"])
  func namedFileIsSearchedWhereverItIs(_ path: String) throws {
    let project = try GitProject()
    try project.write([path: GitProject.leak()])
    #expect(!project.check().output.contains(GitProject.leakRule))
    #expect(CommandRun(["check", "\(project.path)/\(path)"]).output.contains("\(path):1:"))
  }

  /// What is excluded is so by the user's own will: tools that name every changed file must not fail for it.
  @Test func namedFileMayBeExcluded() throws {
    let project = try GitProject()
    try project.write(["paddock.toml": "exclude = [\"gen/**\"]\n", "gen/a.js": "x"])
    let run = CommandRun(["check", "\(project.path)/wrangler.jsonc", "\(project.path)/gen/a.js"])
    #expect(run.status == .clean)
    #expect(run.errors.contains("excluded"), "\(run.errors)")
  }

  @Test func namedImageIsSearched() throws {
    let project = try GitProject()
    try project.folder.write(Content.image.data(Self.token), to: "logo.png")
    #expect(CommandRun(["check", "\(project.path)/logo.png"]).output.contains(GitProject.leakRule))
  }
}
