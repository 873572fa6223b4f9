import Documents
import Git
import Text
package import Workers

/// Everything known about the folder checked: its files, what git says about them, and the Workers projects in it.
package struct Checkout: Sendable {
  package let tree: FileTree
  package let projects: [Project]
  /// Every dotenv file, in a project or not, sorted by path, and those that commands name.
  package let dotenvFiles: [DotenvFile]
  /// What git tracks; `nil` outside a repository.
  package let tracked: TrackedPaths?
  /// The commands in scripts and workflows that run wrangler.
  package let invocations: [WranglerInvocation]
  /// Finds tokens in a text, for rules that look into single values.
  package let tokens: TokenScanner
  /// Finds the values of the local secrets files; `nil` when there are none.
  var knownValues: KnownValueScanner?
  /// What a saved state says about the projects.
  package internal(set) var deploy = DeployFindings()
  /// What the code of projects takes from its environment, by folder.
  let code: [String: WorkerCode]
  /// The archive's member that is the only file; `nil` where there is no archive.
  var archive: ArchivePlace?
  private let settings: Settings
  /// The dotenv files whose names do not say that they are such.
  let namedDotenvPaths: Set<String>

  package init(
    tree: FileTree,
    projects: [Project],
    dotenvFiles: [DotenvFile],
    tracked: TrackedPaths?,
    invocations: [WranglerInvocation],
    tokens: TokenScanner,
    settings: Settings
  ) {
    self.tree = tree
    self.projects = projects
    self.dotenvFiles = dotenvFiles
    namedDotenvPaths = Set(dotenvFiles.filter { $0.role == .named }.map(\.path))
    self.tracked = tracked
    self.invocations = invocations
    self.tokens = tokens
    knownValues = KnownValueScanner(
      KnownValue.all(in: dotenvFiles, tokens: tokens),
      scope: KnownValueScope(repositories: tracked == nil ? [] : [""], projects: projects.map(\.folder))
    )
    code = WorkerCode.all(of: projects, in: tree)
    self.settings = settings
  }

  /// Files that belong to no project, such as an old version of one.
  init(of tree: FileTree, tracked: TrackedPaths?, tokens: TokenScanner, settings: Settings) {
    self.init(
      tree: tree,
      projects: [],
      dotenvFiles: [],
      tracked: tracked,
      invocations: [],
      tokens: tokens,
      settings: settings
    )
  }

  /// The environments of a project that are looked at: the top level and all others, or those the user asked for, where
  /// "" stands for the top level.
  ///
  /// A configuration without any `env` is deployed under every name as it is (docs/facts/wrangler.md §2.1).
  package func environments(of project: Project) -> [Environment] {
    if settings.environments.isEmpty { return project.config.environments }
    if project.config.root["env"] == nil { return [project.config.topLevel] }
    return project.config.environments.filter { settings.environments.contains($0.name ?? "") }
  }

  /// What `wrangler dev` would load for an environment, with the switches of the shell, else those in `.env`, which
  /// wrangler reads first (docs/facts/wrangler.md §5.1, §5.2).
  package func localValues(
    of project: Project,
    for environment: String?,
    choice: DotenvChoice = .usual
  ) -> LocalValues {
    var switches = settings.switches
    let dotenv = project.dotenvFiles.first { $0.role == .env(environment: nil, isLocal: false) }?.document
    if let word = dotenv?.value(of: LocalValues.Switches.loadsDotenvName), word.lowercased() == "false" {
      switches.loadsDotenv = false
    }
    if let word = dotenv?.value(of: LocalValues.Switches.includesProcessEnvironmentName), word.lowercased() == "true" {
      switches.includesProcessEnvironment = true
    }
    return project.localValues(for: environment, choice: choice, switches: switches)
  }

  /// What a path is among dotenv files, by its name or because a command names it with `--env-file`.
  package func dotenvRole(of path: String) -> DotenvFile.Role? {
    DotenvFile.role(ofFileNamed: FilePath.name(of: path)) ?? (namedDotenvPaths.contains(path) ? .named : nil)
  }

  /// The project a file belongs to: that of the nearest folder at or above it.
  package func project(of path: String) -> Project? {
    projects.filter { FilePath.isPath(path, inOrBelow: $0.folder) }.max { $0.folder.utf8.count < $1.folder.utf8.count }
  }

  /// Whether a script passes a configuration file to wrangler by name: `wrangler deploy --config api/wrangler.toml`.
  package func isChosenByCommand(_ config: WranglerConfig) -> Bool {
    let path = config.source.path
    return invocations.contains { invocation in
      invocation.values(of: "--config", "-c").contains { word in
        // Where the command runs is often not known: the end of the path must do.
        let written = word.text.hasPrefix("./") ? String(word.text.dropFirst(2)) : word.text
        let resolved = invocation.folder.flatMap { FilePath.resolve(word.text, from: $0) }
        return resolved == path || (resolved == nil && (path == written || path.hasSuffix("/" + written)))
      }
    }
  }

  /// Whether git tracks a file; `false` outside a repository.
  package func isTracked(_ path: String) -> Bool { tracked?.contains(path) ?? false }

  /// Whether a file or folder is in a repository, whose ignore files then matter.
  package func isInRepository(_ path: String) -> Bool { tracked?.covers(path) ?? false }
}
