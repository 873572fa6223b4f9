import Foundation
import Linter
import TestSupport
import Testing

/// Files outside the repository, reached by every way a repository has to name a file: nothing of them is shown.
struct OutsideFilesTests {
  /// What the outside file holds, in the forms that a parser of each kind would quote.
  private static let marker = "outsidemarker"

  private struct Way: Sendable, CustomTestStringConvertible {
    let name: String
    /// The files of the repository.
    var files: [String: String] = [:]
    /// The links, each to a path from the repository's own folder.
    var links: [String: String] = [:]
    var testDescription: String { name }
  }

  private static let ways: [Way] = {
    var ways = [
      ".dev.vars", ".dev.vars.production", ".env", ".env.local", ".env.production", ".dev.vars.example",
      "wrangler.json",
      "wrangler.jsonc", ".gitignore", "src/.gitignore", ".assetsignore", "paddock.state.json", "paddock.toml",
      "paddock.baseline", "tsconfig.json", "package.json", "Makefile", "deploy.sh", ".gitlab-ci.yml",
      ".github/workflows/deploy.yml", ".wrangler/deploy/config.json", "src/index.ts", "src/lib.ts",
      "worker-configuration.d.ts", "secrets.json", "cloudflare.config.ts",
    ].map { Way(name: "a link \($0)", links: [$0: "../outside/file"]) }
    let script = { (command: String) in #"{ "scripts": { "x": "\#(command)" } }"# }
    ways += [
      Way(
        name: "--env-file names a link",
        files: ["package.json": script("wrangler dev --env-file prod.env")],
        links: ["prod.env": "../outside/file"]
      ),
      Way(name: "--env-file leads outside", files: ["package.json": script("wrangler dev --env-file ../outside/file")]),
      Way(name: "secret bulk leads outside", files: ["deploy.sh": "wrangler secret bulk ../outside/file\n"]),
      Way(
        name: "--secrets-file leads outside",
        files: ["deploy.sh": "wrangler deploy --secrets-file ../outside/file\n"]
      ),
      Way(name: "--config leads outside", files: ["deploy.sh": "wrangler deploy --config ../outside/file\n"]),
      Way(
        name: "a folder of assets that is a link",
        files: ["wrangler.toml": "name = \"shop\"\nassets = { directory = \"public\" }\n"],
        links: ["public": "../outside"]
      ),
      Way(
        name: "a folder of assets outside",
        files: ["wrangler.toml": "name = \"shop\"\nassets = { directory = \"../outside\" }\n"]
      ),
      Way(
        name: "Pages output outside",
        files: ["wrangler.toml": "name = \"shop\"\npages_build_output_dir = \"../outside\"\n"]
      ),
      Way(name: "main outside", files: ["wrangler.toml": "name = \"shop\"\nmain = \"../outside/file\"\n"]),
      Way(
        name: "a redirect that leads outside",
        files: [".wrangler/deploy/config.json": #"{ "configPath": "../../../outside/file" }"#]
      ),
      Way(
        name: "a redirect to a link",
        files: [".wrangler/deploy/config.json": #"{ "configPath": "../../built.json" }"#],
        links: ["built.json": "../outside/file"]
      ),
      Way(name: "rule files outside", files: ["paddock.toml": "rules = [\"../outside/file\"]\n"]),
      Way(
        name: "a folder of rules that is a link",
        files: ["paddock.toml": "rules = [\"rules\"]\n"],
        links: ["rules": "../outside"]
      ),
      Way(name: "a baseline outside", files: ["paddock.toml": "baseline = \"../outside/file\"\n"]),
      Way(
        name: "a baseline that is a link",
        files: ["paddock.toml": "baseline = \"b\"\n"],
        links: ["b": "../outside/file"]
      ),
      Way(
        name: "an import outside",
        files: ["src/index.ts": "import x from '../../outside/file';\nexport default x;\n"]
      ),
    ]
    return ways
  }()

  /// Lines that no parser of one of the kinds takes, and what is taken by one of them.
  private static let contents = [
    "\(marker):x:0:0:\(marker):/root:/bin/sh\n[\(marker)]\n\(marker) = \(marker)\n\(marker)\t\(marker)\n",
    "{ \"\(marker)\": \"\(marker)\", \"vars\": { \"\(marker)\": \"\(marker)\" }, }\n",
  ]

  @Test(arguments: ways.indices)
  func nothingOfThemIsShown(_ way: Int) throws {
    let way = Self.ways[way]
    for (index, content) in Self.contents.enumerated() {
      let folder = try TemporaryFolder()
      for name in ["file", "file.toml", "file.ts"] { try folder.write(content, to: "outside/\(name)") }
      var files = way.files
      if files["wrangler.toml"] == nil { files["wrangler.toml"] = "name = \"shop\"\nmain = \"src/index.ts\"\n" }
      if files["src/index.ts"] == nil, way.links["src/index.ts"] == nil {
        files["src/index.ts"] = "import './lib';\nexport default { fetch(r, env) { return env.API_KEY } };\n"
      }
      for (path, text) in files { try folder.write(text, to: "shop/\(path)") }
      for (path, target) in way.links {
        let link = folder.url.appending(path: "shop/\(path)")
        try FileManager.default.createDirectory(at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
        let depth = path.split(separator: "/").count - 1
        try FileManager.default.createSymbolicLink(
          atPath: link.path,
          withDestinationPath: String(repeating: "../", count: depth) + target
        )
      }
      let project = folder.path + "/shop"
      if index.isMultiple(of: 2) { try folder.git("-C", project, "init", "-q") }
      var commands = [
        ["check", project, "--output", "html:-", "--output", "json:-", "--output", "text:-", "--verbose"],
        ["ready", project, "--allow-unknown"],
      ]
      for path in way.links.keys { commands.append(["check", "\(project)/\(path)"]) }
      for path in way.files.keys where path == "deploy.sh" || path == "package.json" {
        commands.append(["state", "plan", "--script", "\(project)/\(path)"])
      }
      for command in commands {
        let run = CommandRun(command)
        #expect(!(run.output + run.errors).contains(Self.marker), "\(way.name): \(command)")
      }
    }
  }

  /// A link that was asked about and leads outside was not looked at.
  @Test func aNamedLinkThatLeadsOutsideIsAFailure() throws {
    let project = try GitProject()
    try project.folder.write("x", to: "elsewhere")
    let link = project.path + "/src/link.ts"
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: NSTemporaryDirectory() + "nowhere-else"
    )
    #expect(CommandRun(["check", link]).status == .failure)
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: "../../\(project.folder.url.lastPathComponent)x"
    )
    #expect(CommandRun(["check", link]).status == .failure)
    try FileManager.default.removeItem(atPath: link)
    // One that stays inside is followed.
    try project.write(["secret.txt": GitProject.leak()])
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../secret.txt")
    let run = CommandRun(["check", link])
    #expect(run.status == .findings)
    #expect(run.output.contains("src/link.ts:1:"))
  }
}
