package import DeployState
import Documents
package import Git
import Text
package import Workers

/// The run behind the deploy gate: discover, judge, locate, suppress.
package struct DeployScan: Sendable {
  package struct Result: Sendable {
    package let projects: [ProjectReadiness]
    /// The obstacles as findings.
    package fileprivate(set) var scan: ScanResult
    /// What is wrong with saved states, without which nothing can be judged.
    package let errors: [StateFileError]
  }

  private let scan: Scan

  package init(rules: RuleSet, settings: Settings, only: [String] = []) {
    scan = Scan(rules: rules, settings: settings, only: only)
  }

  /// Judges every project of a folder on disk.
  ///
  /// - Throws: `GitError` when the folder lies in a repository and git cannot be asked about it.
  package func run(onFolder root: String, in repository: Repository?) throws(GitError) -> Result {
    let found = try scan.files(ofFolder: root, in: repository)
    var result = run(on: found.tree)
    result.scan.notices += found.notices
    return result
  }

  package func run(on tree: FileTree) -> Result {
    var result = ScanResult()
    let tokens = scan.tokenScanner
    let checkout = scan.discover(in: tree, tracked: nil, tokens: tokens, into: &result, judgesDeploys: false)
    let question = scan.settings.deploy
    let states = StateFiles(tree: tree, projects: checkout.projects, named: question.state)
    let judged = wanted(checkout.projects).map { project in
      let recorded = states.state(for: project)
      var gate = Gate(
        question.goal,
        in: recorded?.state ?? RemoteState(),
        secretsFile: question.secretsFile,
        age: recorded == nil ? nil : question.age,
        overrideName: question.overrideName,
        files: question.files
      )
      gate.fileProblems = question.fileProblems
      gate.redirect = project.redirect
      let environments =
        project.config.isPages ? [] : gate.judge(environments(of: project, in: checkout), of: project.config)
      return (
        project,
        ProjectReadiness(
          folder: project.folder,
          configPath: project.config.source.path,
          builtPath: question.goal.followsRedirect ? project.redirect?.target?.source.path : nil,
          statePath: recorded?.path,
          isPages: project.config.isPages,
          environments: environments,
          environmentNames: project.config.namedEnvironments.compactMap(\.name),
          capture: CaptureCommand(
            for: environments,
            of: project,
            statePath: recorded?.path,
            stateIsNamed: question.state != nil
          )
        )
      )
    }
    let matches = judged.flatMap { project, readiness -> [RuleMatch] in
      let places = ObstaclePlaces(config: project.config)
      return readiness.environments.flatMap { environment in
        environment.readiness.obstacles.map {
          RuleMatch(rule: Rule.ID($0.rule), match: places.match(for: $0, in: environment))
        }
      }
    }
    result.notices += scan.coverageNotices(of: checkout, isWholeTree: false)
    let locating = Locating(rules: scan.rules, settings: scan.settings, checkout: checkout)
    result.findings = locating.findings(from: matches, into: &result)
    return Result(projects: judged.map(\.1), scan: result, errors: states.errors)
  }

  /// The projects asked about: those in or below the paths, else the nearest one above.
  private func wanted(_ projects: [Project]) -> [Project] {
    let below = projects.filter { scan.isWanted($0.config.source.path) }
    guard below.isEmpty else { return below }
    let nearest = projects.filter { scan.selection.touches($0.folder) }.max {
      $0.folder.utf8.count < $1.folder.utf8.count
    }
    return nearest.map { [$0] } ?? []
  }

  /// The wanted environments; a file without any `env` is deployed under every name (docs/facts/wrangler.md §2.1).
  private func environments(of project: Project, in checkout: Checkout) -> [String?] {
    let wanted = scan.settings.environments
    if !wanted.isEmpty, project.config.root["env"] == nil { return wanted.map { $0.isEmpty ? nil : $0 } }
    // A build is for one environment, which a command without `--env` deploys.
    if wanted.isEmpty, scan.settings.deploy.goal.followsRedirect, let redirect = project.redirect,
      redirect.problem == nil, redirect.target != nil
    {
      return [redirect.builtEnvironment]
    }
    return checkout.environments(of: project).map(\.name)
  }
}
