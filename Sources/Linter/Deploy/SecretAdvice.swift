package import DeployState
import Documents
package import Workers

/// What a finding tells its reader to do with a value that must become a secret.
///
/// The steps are data, so that a test can play them: what is printed is made of them.
package struct SecretAdvice: Sendable {
  package let steps: [Mend]
  private let isPages: Bool

  /// - Parameters:
  ///   - name: of the secret.
  ///   - edit: what takes the value out of the configuration.
  package init(
    storing name: String,
    removing edit: Mend.Edit?,
    environment: Environment,
    of project: Project,
    in state: RemoteState
  ) {
    isPages = project.config.isPages
    if isPages {
      steps = Self.pagesSteps(storing: name, removing: edit, environment: environment, of: project)
      return
    }
    guard let input = DeployInput(config: project.config, environment: environment.name) else {
      steps = edit.map { [.edit($0)] } ?? []
      return
    }
    // A configuration without a name is deployed under one that is given each time.
    let target = input.target ?? WorkerTarget("NAME", isNamed: true)
    steps = input.stepsToSecret(name, removing: edit, from: target, in: state)
  }

  /// Secrets of a Pages project are per production and preview, no configuration lists them, and the top level stands
  /// for each that the file does not define (docs/facts/wrangler.md §1.4, §13.3).
  private static func pagesSteps(
    storing name: String,
    removing edit: Mend.Edit?,
    environment: Environment,
    of project: Project
  ) -> [Mend] {
    let defined = Set(project.config.namedEnvironments.compactMap(\.name))
    let environments = PagesProject.Environment.allCases.filter { candidate in
      environment.name.map { $0 == candidate.rawValue } ?? !defined.contains(candidate.rawValue)
    }
    let worker = project.config.topLevel.workerName ?? "NAME"
    return (edit.map { [.edit($0)] } ?? [])
      + environments.map { .run(.pagesSecret(PagesSecretCommand(.put(name), of: worker, environment: $0))) }
  }

  /// The steps in one line, after what has to be done before them: "Rotate it".
  package func sentence(after start: String) -> String {
    let words = steps.map { step in
      switch step {
      case .run(let command): "run `npx \(command.text)`"
      case .edit: step.text
      }
    }
    return "\(start), then in this order: \(words.joined(separator: ", "))." + file + deployment
  }

  /// What the file is that an upload brings along.
  private var file: String {
    for case .run(.deploy(let upload)) in steps {
      guard let file = upload.secretsFile, let path = file.path else { continue }
      let names = file.puts
      let words =
        names.count == 1 ? names[0] : "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
      return " The file \(path) holds the value\(names.count == 1 ? "" : "s") of \(words) and is never committed."
    }
    return ""
  }

  private var deployment: String { isPages ? " The next deployment of the project uses it." : "" }
}

extension SecretAdvice {
  /// For a value of `vars`: the whole variable, a part of it, or a variable of `previews`, which has no secret commands.
  static func sentence(
    for item: VarText,
    after start: String,
    environment: Environment,
    of project: Project,
    in checkout: Checkout
  ) -> String {
    if item.isPreview { return "\(start), and remove it from `vars` of `previews`." }
    let isWhole = item.config.path == item.config.key
    let edit: Mend.Edit = isWhole ? .removeVar(item.config.key) : .removeValue(item.config.path, from: "vars")
    return SecretAdvice(
      storing: item.secretName,
      removing: edit,
      environment: environment,
      of: project,
      in: checkout.deploy.state(for: project)
    )
    .sentence(after: start)
  }
}
