/// `deploy` or `versions upload`, as CI runs it: every question gets its default answer (docs/facts/wrangler.md §6.2).
package struct Upload: Sendable, Equatable {
  package var target: WorkerTarget
  package var input: DeployInput
  /// `--secrets-file`.
  package var secretsFile: SecretsFile?
  /// The names of `--var NAME:VALUE`.
  package var variables: [String]
  /// `--keep-vars`, or `keep_vars` of the configuration.
  package var keepsVars: Bool
  package var isStrict: Bool
  package var isDryRun: Bool
  /// `--dispatch-namespace`: the script then is no Worker of the account.
  package var dispatchNamespace: String?
  package var tag: String?
  package var message: String?

  package init(
    _ input: DeployInput,
    to target: WorkerTarget,
    secretsFile: SecretsFile? = nil,
    variables: [String] = [],
    keepsVars: Bool = false,
    isStrict: Bool = false,
    isDryRun: Bool = false,
    dispatchNamespace: String? = nil,
    tag: String? = nil,
    message: String? = nil
  ) {
    self.input = input
    self.target = target
    self.secretsFile = secretsFile
    self.variables = variables
    self.keepsVars = keepsVars || input.keepsVars
    self.isStrict = isStrict
    self.isDryRun = isDryRun
    self.dispatchNamespace = dispatchNamespace
    self.tag = tag
    self.message = message
  }

  /// The names the checkout and the command line supply: vars, `--var` and the secrets file
  /// (docs/facts/wrangler.md §6.6).
  ///
  /// Bindings count too: what is already a key of the upload is not inherited (docs/facts/wrangler.md §4.3).
  package var provided: Set<String> {
    input.boundNames.union(variables).union(secretsFile?.puts ?? [])
  }

  /// The same with more names in the secrets file, or with one where there was none.
  package func supplying(_ names: [String]) -> Upload {
    var copy = self
    let entries = secretsFile?.entries ?? []
    copy.secretsFile = SecretsFile(
      path: secretsFile?.path ?? "secrets.json",
      entries: entries.filter { !names.contains($0.name) } + names.map { SecretEntry($0) }
    )
    return copy
  }
}

extension Command {
  /// The namespace an upload goes to; `nil` for everything that is about Workers of the account.
  var dispatchNamespace: String? {
    switch self {
    case .deploy(let upload), .versionsUpload(let upload): upload.dispatchNamespace
    default: nil
    }
  }

  /// Whether it puts new code on a Worker of the account.
  var isUpload: Bool {
    switch self {
    case .deploy(let upload), .versionsUpload(let upload): upload.dispatchNamespace == nil
    default: false
    }
  }
}

/// The names in a file for `--secrets-file` or a `bulk` command: never the values (docs/facts/wrangler.md §6.3).
package struct SecretsFile: Sendable, Equatable {
  /// As written on the command line; `nil` for standard input.
  package let path: String?
  /// Each name once.
  package let entries: [SecretEntry]

  package init(path: String?, entries: [SecretEntry]) {
    self.path = path
    self.entries = entries
  }

  /// The names with a value.
  package var puts: [String] { entries.filter { !$0.isNull }.map(\.name) }
  /// The names whose value is null.
  package var nulls: [String] { entries.filter(\.isNull).map(\.name) }
}

/// One entry of a file of secrets.
package struct SecretEntry: Sendable, Hashable {
  package let name: String
  /// Null deletes in `secret bulk` and is dropped everywhere else (docs/facts/wrangler.md §6.3).
  package let isNull: Bool

  package init(_ name: String, isNull: Bool = false) {
    self.name = name
    self.isNull = isNull
  }
}
