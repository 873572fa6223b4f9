import Foundation
import TestSupport
import Testing

/// The ignore files of one person alone are found wherever git finds them; git itself is the judge.
struct PrivateIgnoreTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Files of the home folder, whose path stands for `HOME` in them and in the variables.
    var files: [String: String] = [:]
    var variables: [String: String] = [:]
    /// Settings of the repository.
    var settings: [String] = []
    var isIgnored = true
  }

  private static let named = "[core]\n\texcludesFile = HOME/mine\n"

  static let cases: [Case] = [
    Case(testDescription: "no settings at all", isIgnored: false),
    Case(testDescription: "the usual place", files: [".config/git/ignore": ".dev.vars*\n.env*\n"]),
    Case(
      testDescription: "an empty XDG_CONFIG_HOME",
      files: [".config/git/ignore": ".dev.vars*\n.env*\n"],
      variables: ["XDG_CONFIG_HOME": ""]
    ),
    Case(
      testDescription: "XDG_CONFIG_HOME",
      files: ["x/git/ignore": ".dev.vars*\n.env*\n"],
      variables: ["XDG_CONFIG_HOME": "HOME/x"]
    ),
    Case(testDescription: "the key in ~/.gitconfig", files: [".gitconfig": named]),
    Case(testDescription: "the key in other letters", files: [".gitconfig": "[CORE]\nExcludesFILE=~/mine\n"]),
    Case(testDescription: "~/.config/git/config", files: [".config/git/config": named]),
    Case(
      testDescription: "XDG_CONFIG_HOME/git/config",
      files: ["x/git/config": named],
      variables: ["XDG_CONFIG_HOME": "HOME/x"]
    ),
    Case(testDescription: "GIT_CONFIG_GLOBAL", files: ["g": named], variables: ["GIT_CONFIG_GLOBAL": "HOME/g"]),
    Case(
      testDescription: "GIT_CONFIG_GLOBAL in place of ~/.gitconfig",
      files: [".gitconfig": named],
      variables: ["GIT_CONFIG_GLOBAL": "/dev/null"],
      isIgnored: false
    ),
    Case(
      testDescription: "GIT_CONFIG_SYSTEM",
      files: ["s": named],
      variables: ["GIT_CONFIG_SYSTEM": "HOME/s", "GIT_CONFIG_NOSYSTEM": "0"]
    ),
    Case(
      testDescription: "GIT_CONFIG_NOSYSTEM",
      files: ["s": named],
      variables: ["GIT_CONFIG_SYSTEM": "HOME/s", "GIT_CONFIG_NOSYSTEM": "1"],
      isIgnored: false
    ),
    Case(
      testDescription: "include.path",
      files: [".gitconfig": "[include]\n\tpath = other\n", "other": named]
    ),
    Case(
      testDescription: "includeIf.gitdir",
      files: [".gitconfig": "[includeIf \"gitdir:**\"]\n\tpath = other\n", "other": named]
    ),
    Case(
      testDescription: "includeIf of another place",
      files: [".gitconfig": "[includeIf \"gitdir:/nowhere/\"]\n\tpath = other\n", "other": named],
      isIgnored: false
    ),
    Case(
      testDescription: "GIT_CONFIG_COUNT",
      variables: [
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.excludesFile", "GIT_CONFIG_VALUE_0": "HOME/mine",
      ]
    ),
    Case(
      testDescription: "git -c, as a hook gets it",
      variables: ["GIT_CONFIG_PARAMETERS": "'core.excludesfile'='HOME/mine'"]
    ),
    Case(testDescription: "the settings of the repository", settings: ["core.excludesFile", "HOME/mine"]),
    Case(testDescription: "a file in the work tree", settings: ["core.excludesFile", "tools/ignore"]),
    Case(
      testDescription: "an empty name in place of the usual one",
      files: [".config/git/ignore": ".dev.vars*\n.env*\n"],
      settings: ["core.excludesFile", ""],
      isIgnored: false
    ),
    Case(
      testDescription: "a comment that mentions the key",
      files: [".gitconfig": "# core.excludesFile\n", ".config/git/ignore": ".dev.vars*\n.env*\n"]
    ),
  ]

  @Test(arguments: cases)
  func asGitHasIt(_ item: Case) throws {
    let project = try GitProject()
    let home = try TemporaryFolder()
    try project.write([
      ".gitignore": "/tools\n", "tools/ignore": ".dev.vars*\n.env*\n", ".dev.vars": "SESSION_KEY=\"abcdefgh\"\n",
    ])
    try project.commit("ignore less")
    try project.git("rm", "-q", "--cached", "--ignore-unmatch", ".dev.vars")
    func filled(_ text: String) -> String { text.replacingOccurrences(of: "HOME", with: home.path) }
    try home.write(".dev.vars*\n.env*\n", to: "mine")
    for (path, text) in item.files { try home.write(filled(text), to: path) }
    if !item.settings.isEmpty { try project.folder.git(["config"] + item.settings.map(filled)) }
    var environment = ["HOME": home.path]
    for (name, value) in item.variables { environment[name] = filled(value) }

    let git = try ProgramRun(["git", "check-ignore", "-q", ".dev.vars"], in: project.path, environment: environment)
    #expect((git.status == 0) == item.isIgnored)
    let run = try ProgramRun([GitProject.program(), "check"], in: project.path, environment: environment)
    #expect(run.text.contains("git/ignored-privately") == item.isIgnored, "\(run.text)")
    #expect(run.text.contains("git/secret-file-not-ignored") != item.isIgnored, "\(run.text)")
  }
}
