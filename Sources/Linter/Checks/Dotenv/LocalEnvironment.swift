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

  /// Every environment that is looked at, the top level first, with each choice of files that commands make for it.
  ///
  /// Where nothing is known of what a command chooses, and beside the files it names, the usual choice counts as well:
  /// other programs read those files in the same way.
  static func all(of project: Project, in checkout: Checkout) -> [LocalEnvironment] {
    environments(of: project, in: checkout) { [.usual] + ($0 ?? []).filter { $0 != .usual } }
  }

  /// The same without what no command may load.
  static func run(of project: Project, in checkout: Checkout) -> [LocalEnvironment] {
    environments(of: project, in: checkout) { $0 ?? [] }
  }

  private static func environments(
    of project: Project,
    in checkout: Checkout,
    choices: ([DotenvChoice]?) -> [DotenvChoice]
  ) -> [LocalEnvironment] {
    checkout.environments(of: project).flatMap { environment in
      choices(project.choices(for: environment.name)).map {
        LocalEnvironment(
          environment: environment,
          local: checkout.localValues(of: project, for: environment.name, choice: $0)
        )
      }
    }
  }

  /// The values that load, without the lines of a longer value, whose keys may be parts of a secret.
  var values: [LocalValues.LocalValue] { local.values.filter { !$0.entry.isContinuation } }

  func isVariable(_ key: String) -> Bool { variableNames.contains(key) }
  func isRequired(_ key: String) -> Bool { requiredNames.contains(key) }
  func isBinding(_ key: String) -> Bool { bindingNames.contains(key) }

  /// Whether the Worker gets the value of a key that stands in a file that loads: with `secrets` only declared names do
  /// (docs/facts/wrangler.md §4.2).
  func takes(_ key: String) -> Bool {
    !environment.definesSecrets || isVariable(key) || isRequired(key)
  }

  /// The file that decides which other files load: the `.dev.vars*` file that wins.
  var winningDevVars: DotenvFile? { local.winningDevVars }
}
