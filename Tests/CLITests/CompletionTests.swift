import ArgumentParser
import TestSupport
import Testing

@testable import CLI

/// The words that shells offer after an option.
struct CompletionTests {
  @Test(arguments: [
    ("", "token"), ("tok", "token/stripe-secret-key"), ("vars,tok", "vars,token/stripe-secret-key"),
    ("a,b,", "a,b,vars"),
  ])
  func rules(_ typed: String, _ offered: String) {
    #expect(CompletionWords.rules(completing: typed).contains(offered))
  }

  /// The configuration that counts is the nearest one, in the file that wrangler prefers.
  @Test(arguments: [
    ("src", ["production", "preview 1"]), ("", ["production", "preview 1"]), ("api", ["staging"]), ("broken", []),
  ])
  func environments(_ folder: String, _ names: [String]) throws {
    let project = try TemporaryFolder()
    try project.write(#"{ "env": { "production": {}, "preview 1": {} } }"#, to: "wrangler.jsonc")
    try project.write("[env.old]\n", to: "wrangler.toml")
    try project.write("[env.staging]\nname = \"a\"\n", to: "api/wrangler.toml")
    try project.write("{ \"env\": ", to: "broken/wrangler.json")
    try project.write("\n", to: "src/index.ts")
    #expect(CompletionWords.environments(at: folder.isEmpty ? project.path : "\(project.path)/\(folder)") == names)
  }

  @Test func files() throws {
    let project = try TemporaryFolder()
    try project.write("\n", to: "src/a.ts")
    #expect(CompletionWords.files(completing: "\(project.path)/src/x") == ["\(project.path)/src/a.ts"])
    #expect(CompletionWords.files(completing: "\(project.path)/nowhere/x") == [])
  }

  /// Every option that takes a file, a rule or an environment says so to the shell.
  @Test func everyOptionIsCompleted() {
    let kinds = ["file": "_files", "rules": "---completion", "name": "---completion"]
    let script = Paddock.completionScript(for: .zsh)
    for line in script.split(separator: "\n") where line.contains(":file:") || line.contains(":rules:") {
      let value = line.contains(":file:") ? "file" : "rules"
      #expect(line.contains(kinds[value] ?? ""), "\(line)")
    }
    #expect(script.contains("---completion check -- --env"))
  }
}
