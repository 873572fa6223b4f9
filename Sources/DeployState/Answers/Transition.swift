/// What a command does to a state.
package enum Transition: Sendable, Equatable {
  /// It succeeds.
  case done(Outcome)
  /// Cloudflare or wrangler refuses it, and nothing changes.
  case refused(Refusal)
  /// The state does not know enough to say.
  case unknown(Unknown)

  /// The state afterwards; for a refused command the one before, which nothing has changed.
  package func state(after before: RemoteState) -> RemoteState {
    switch self {
    case .done(let outcome): outcome.state
    case .refused: before
    case .unknown(let unknown): unknown.state
    }
  }
}

/// The effect of a command that succeeds.
package struct Outcome: Sendable, Equatable {
  package var state: RemoteState
  package var notes: [Note]
  /// The names a `list` command prints, sorted; `nil` for other commands.
  package var listing: [String]?

  package init(_ state: RemoteState, notes: [Note] = [], listing: [String]? = nil) {
    self.state = state
    self.notes = notes
    self.listing = listing
  }
}

/// Why nobody can say what a command does.
package struct Unknown: Sendable, Equatable {
  package let sense: String
  /// The commands whose output would settle it.
  package let captures: [String]
  /// The state without what the command may have changed.
  package let state: RemoteState
}

/// Why a step does not go through.
enum Stop: Error {
  case refused(Refusal)
  case unknown(String, captures: [String])

  /// Asks for what is known about a Worker.
  static func unknown(_ sense: String, capture target: WorkerTarget) -> Stop {
    let options = target.options.map { " \($0)" }.joined()
    return .unknown(
      sense,
      captures: ["versions list --json", "deployments list --json", "versions secret list --latest-version"].map {
        "wrangler \($0)\(options)"
      }
    )
  }
}

/// One thing to do before a refused command is tried again.
package enum Mend: Sendable, Equatable {
  case run(Command)
  /// A change of the configuration, or of the command line.
  case edit(Edit)

  package enum Edit: Sendable, Hashable {
    case removeVar(String)
    /// A part of a variable by its path, or another place of the configuration: no name changes.
    case removeValue(String, from: String)
    /// Lists a name in `secrets.required`, which no environment inherits (docs/facts/wrangler.md §2.3).
    case require(String, environment: String?)
    case dropVariableOption(String)
    case listRequiredOnce(String)
    case renameBinding(String, to: String)
    case useStore(String, insteadOf: String)
  }

  /// A command to type, or a sentence about what to change.
  package var text: String {
    switch self {
    case .run(let command): command.text
    case .edit(.removeVar(let name)): "remove \(name) from `vars` of the configuration"
    case .edit(.removeValue(let path, let section)): "remove \(path) from `\(section)` of the configuration"
    case .edit(.require(let name, let environment)):
      "add \(name) to `\(environment.map { "env.\($0)." } ?? "")secrets.required`"
    case .edit(.dropVariableOption(let name)): "run the command without `--var \(name):…`"
    case .edit(.listRequiredOnce(let name)): "list \(name) once in `secrets.required`"
    case .edit(.renameBinding(let name, let other)):
      "rename the binding \(name) of the configuration, to \(other) or the like"
    case .edit(.useStore(let store, let old)): "write the store id \(store) in place of \(old) in the configuration"
    }
  }
}

extension Mend.Edit {
  /// The upload after the change.
  package func applied(to upload: Upload) -> Upload {
    var upload = upload
    switch self {
    case .removeVar(let name):
      upload.input.vars[name] = nil
    case .removeValue: break
    case .require(let name, _):
      if !upload.input.requiredSecrets.contains(name) { upload.input.requiredSecrets.append(name) }
      upload.input.definesSecrets = true
    case .dropVariableOption(let name):
      upload.variables.removeAll { $0 == name }
    case .listRequiredOnce(let name):
      upload.input.requiredSecrets = upload.input.requiredSecrets.filter { $0 != name } + [name]
    case .renameBinding(let name, let other):
      // Of two bindings of one name, one keeps it.
      if let binding = upload.input.bindings.removeValue(forKey: name) {
        upload.input.bindings[other] = binding
      } else if let reference = upload.input.storeBindings.removeValue(forKey: name) {
        upload.input.storeBindings[other] = reference
      }
    case .useStore(let store, let old):
      upload.input.storeBindings = upload.input.storeBindings.mapValues {
        $0.storeID == old ? StoreReference(storeID: store, secretName: $0.secretName) : $0
      }
    }
    return upload
  }
}
