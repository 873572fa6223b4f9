import ArgumentParser
import Git
import Linter

/// `paddock hook`: check every commit before it is made.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Check every commit before it is made: the pre-commit hook of git.",
    subcommands: [HookInstallCommand.self, HookUninstallCommand.self, HookRunCommand.self]
  )
}

/// What the commands about the hook share: which repository is meant.
struct HookOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A folder in the repository; the current one without any.", valueName: "path"),
    completion: .directory
  )
  var path = "."

  func repository() throws -> Repository {
    let target = try CheckTarget(paths: [path], currentFolder: SystemEnvironment.currentFolder)
    guard let repository = target.repository else {
      throw CommandError(message: "\(target.folder) lies in no git repository with a work tree; run this in one")
    }
    return repository
  }
}

/// `paddock hook install`.
struct HookInstallCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Write the pre-commit hook of a repository.",
    discussion: """
      The hook goes where git looks for it: into core.hooksPath, else into .git/hooks, which all work trees share. A hook \
      that is there already is kept as \(HookFile.earlierName), and runs first.
      """
  )

  @OptionGroup var options: HookOptions

  @Flag(help: "Install even where core.hooksPath lies outside of the repository, and so may serve others as well.")
  var shared = false

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let repository = try options.repository()
      let hook = try HookFile(of: repository)
      try hook.refuseFolderOfOthers(repository, allowsShared: shared)
      switch try hook.install() {
      case .alreadyThere: console.write("\(hook.path): already installed\n")
      case .alone: console.write("\(hook.path): installed; every commit is checked from now on\n")
      case .afterEarlier:
        console.write("\(hook.path): installed; the hook that was there runs first, as \(HookFile.earlierName)\n")
      }
      return .clean
    }
  }
}

/// `paddock hook uninstall`.
struct HookUninstallCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Take the pre-commit hook away, and put back the one that was there before."
  )

  @OptionGroup var options: HookOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let hook = try HookFile(of: try options.repository())
      switch try hook.uninstall() {
      case .notThere: console.write("\(hook.path): no hook of Paddock is installed\n")
      case .removed: console.write("\(hook.path): removed\n")
      case .restored: console.write("\(hook.path): the earlier hook is back\n")
      }
      return .clean
    }
  }
}

/// `paddock hook run`.
struct HookRunCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Check what is about to be committed; says nothing when all is well.",
    discussion: """
      In a commit the same as `paddock check --staged --quiet` for the whole commit, from any folder of the work tree. \
      Without one, as in `pre-commit run --all-files` or before a push, what is pushed, or the work tree.
      """
  )

  @OptionGroup var hook: HookOptions
  @OptionGroup var options: CheckOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let repository = try hook.repository()
      let occasion = try Result { () throws(GitError) in try HookOccasion(repository, console: console) }
        .mapError { CommandError($0) }.get()
      var check = try CheckCommand.parse(occasion.arguments + ["--", repository.topLevel])
      check.options = options
      check.options.report.quiet = !options.report.verbose
      let status = check.run(console: console)
      if status == .findings {
        let what = occasion == .staged ? "the commit was stopped; " : ""
        console.writeError(
          "paddock: \(what)fix the findings above, or see `paddock explain FILE:LINE` for how to silence one\n"
        )
      }
      return status
    }
  }
}
