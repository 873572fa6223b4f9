import Documents
import Workers

/// One environment of a project with what `wrangler dev` would load for it, as the rules about dotenv files see it.
struct LocalEnvironment {
  let environment: Environment
  let local: LocalValues
  private let variableNames: Set<String>
  private let requiredNames: Set<String>
  private let bindingNames: Set<String>

  init(environment: Environment, local: LocalValues) {
    self.environment = environment
    self.local = local
    variableNames = Set(environment.vars.map(\.name))
    requiredNames = Set(environment.requiredSecrets.map(\.name))
    bindingNames = Set(environment.sectionBindings.map(\.name))
  }

  /// Every environment that is looked at, the top level first.
  static func all(of project: Project, in checkout: Checkout) -> [LocalEnvironment] {
    checkout.environments(of: project).map {
      LocalEnvironment(environment: $0, local: checkout.localValues(of: project, for: $0.name))
    }
  }

  /// The values that load, without the lines of a longer value, whose keys may be parts of a secret.
  var values: [LocalValues.LocalValue] { local.values.filter { !$0.entry.isContinuation } }

  func isVariable(_ key: String) -> Bool { variableNames.contains(key) }
  func isRequired(_ key: String) -> Bool { requiredNames.contains(key) }
  func isBinding(_ key: String) -> Bool { bindingNames.contains(key) }

  /// Whether the Worker gets the value of a key that stands in a file that loads: with `secrets` only declared names do
  /// (wrangler.md §4.2).
  func takes(_ key: String) -> Bool {
    !environment.definesSecrets || isVariable(key) || isRequired(key)
  }

  /// The file that decides which other files load: the `.dev.vars*` file that wins.
  var winningDevVars: DotenvFile? { local.loaded.first(where: \.isDevVars) }
}

extension Checkout {
  /// Whether a script runs `wrangler dev` or `wrangler types` for a project with `--env-file`, so that the usual choice
  /// of dotenv files says nothing (wrangler.md §5.1).
  func choosesFilesItself(_ project: Project) -> Bool {
    invocations.contains { invocation in
      ["dev", "types"].contains(invocation.command.first ?? "") && invocation.hasFlag("--env-file")
        && self.project(of: invocation.path)?.folder == project.folder
    }
  }
}
