extension Command {
  /// The command as a person would type it; for the dashboard, a sentence that says where to click.
  package var text: String {
    if case .dashboard(let edit) = self { return edit.text }
    return (["wrangler"] + words).map(Self.quoted).joined(separator: " ")
  }

  /// The words after `wrangler`; none for an edit in the dashboard.
  package var words: [String] {
    switch self {
    case .deploy(let upload): ["deploy"] + upload.options
    case .versionsUpload(let upload): ["versions", "upload"] + upload.options
    case .versionsDeploy(let deploy): deploy.words
    case .rollback(let rollback):
      ["rollback"] + [rollback.version].compactMap(\.self) + rollback.target.options
        + Self.option("--message", rollback.message) + ["-y"]
    case .secret(let command): ["secret"] + command.words
    case .versionsSecret(let command): ["versions", "secret"] + command.words
    case .pagesSecret(let command): command.words
    case .store(let command): command.words
    case .storeSecret(let command): command.words
    case .deleteWorker(let target, let isDryRun): ["delete"] + target.options + (isDryRun ? ["--dry-run"] : [])
    case .dashboard: []
    }
  }

  static func option(_ name: String, _ value: String?) -> [String] { value.map { [name, $0] } ?? [] }

  /// A word as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || "-_./@:,=%+".utf8.contains($0)
      }
    return isPlain
      ? word : "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}

extension Upload {
  /// The options in one fixed order; a value of `--var` is never known, so a placeholder stands for it.
  fileprivate var options: [String] {
    var words = target.options
    words += variables.flatMap { ["--var", "\($0):VALUE"] }
    words += Command.option("--secrets-file", secretsFile?.path)
    if keepsVars && !input.keepsVars { words.append("--keep-vars") }
    if isStrict { words.append("--strict") }
    if isDryRun { words.append("--dry-run") }
    words += Command.option("--dispatch-namespace", dispatchNamespace)
    words += Command.option("--tag", tag)
    words += Command.option("--message", message)
    return words
  }
}

extension VersionsDeploy {
  fileprivate var words: [String] {
    var words = ["versions", "deploy"]
    for choice in choices {
      let share = choice.percentage.map { "@\(Deployment.Share.text(of: $0))" } ?? ""
      switch choice.version {
      case .id(let id): words.append("\(id)\(share)")
      case .tag(let tag): words += ["--version-tag", "\(tag)\(share)"]
      }
    }
    words += target.options + Command.option("--message", message) + (isDryRun ? ["--dry-run"] : [])
    return words + ["-y"]
  }
}

extension SecretAction {
  fileprivate var words: [String] {
    switch self {
    case .put(let name): ["put", name]
    case .delete(let name): ["delete", name]
    case .bulk(let file): ["bulk"] + [file.path].compactMap(\.self)
    case .list: ["list"]
    }
  }
}

extension SecretCommand {
  fileprivate var words: [String] {
    action.words + target.options + Command.option("--tag", tag) + Command.option("--message", message)
      + (onlyLatest ? ["--latest-version"] : [])
  }
}

extension PagesSecretCommand {
  fileprivate var words: [String] {
    ["pages", "secret"] + action.words + ["--project-name", project]
      + (environment == .preview ? ["--env", "preview"] : [])
  }
}

extension StoreCommand {
  fileprivate var words: [String] {
    let words: [String] =
      switch action {
      case .create(let name): ["create", name]
      case .delete(let id): ["delete", id]
      case .list: ["list"]
      }
    return ["secrets-store", "store"] + words + (isRemote ? ["--remote"] : [])
  }
}

extension StoreSecretCommand {
  fileprivate var words: [String] {
    func options(_ scopes: Set<StoreSecret.Scope>?, _ comment: String?) -> [String] {
      Command.option("--scopes", scopes?.map(\.rawValue).sorted().joined(separator: ","))
        + Command.option("--comment", comment)
    }
    let words: [String] =
      switch action {
      case .create(let name, let scopes, let comment): ["create", storeID, "--name", name] + options(scopes, comment)
      case .update(let id, _, let scopes, let comment):
        ["update", storeID, "--secret-id", id] + options(scopes, comment)
      case .duplicate(let id, let name, let scopes, let comment):
        ["duplicate", storeID, "--secret-id", id, "--name", name] + options(scopes, comment)
      case .get(let id): ["get", storeID, "--secret-id", id]
      case .delete(let id): ["delete", storeID, "--secret-id", id]
      case .list: ["list", storeID]
      }
    return ["secrets-store", "secret"] + words + (isRemote ? ["--remote"] : [])
  }
}

extension DashboardEdit {
  fileprivate var text: String {
    let parts = changes.map {
      switch $0 {
      case .addVariable(let name): "add the variable \(name)"
      case .addSecret(let name): "add the secret \(name)"
      case .remove(let name): "delete \(name)"
      }
    }
    return "in the dashboard, in the settings of the Worker \(target.worker): \(parts.joined(separator: ", ")), deploy"
  }
}

extension Deployment.Share {
  /// A percentage without a fraction where it has none: "90", "33.3".
  package static func text(of percentage: Double) -> String {
    percentage == percentage.rounded() ? "\(Int(percentage))" : "\(percentage)"
  }
}
