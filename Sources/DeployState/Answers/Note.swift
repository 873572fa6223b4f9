/// Something to know about a command that succeeds.
package enum Note: Sendable, Hashable {
  /// A Worker without code was made to hold the secret: with a wrong name, a stray one (docs/facts/wrangler.md §6.2).
  case draftCreated(String)
  /// The upload puts a variable or binding in place of a secret, whose value is gone (docs/facts/wrangler.md §4.4).
  case secretsReplaced([String])
  /// The secrets file wins over variables and bindings of the same names, which come back when it is not given
  /// (docs/facts/wrangler.md §4.3).
  case fileReplaces([String])
  /// A secret takes the place of a variable or binding of the latest version.
  case bindingsReplaced([String])
  /// Variables that the configuration lacks go away without `keep_vars` (docs/facts/wrangler.md §3).
  case varsRemoved([String])
  /// A required name is there, but anybody with access to the account can read it (docs/facts/wrangler.md §4.3).
  case requiredIsText([String])
  /// Null entries do nothing here (docs/facts/wrangler.md §6.3).
  case nullsDropped([String])
  /// There was nothing of that name to delete.
  case nothingToDelete([String])
  /// The upload gives one version all of the traffic that two shared.
  case splitEnded
  /// Both live versions serve traffic with different secrets (docs/facts/wrangler.md §6.6).
  case liveSecretsDiffer([String])
  /// The values of these secrets come back as they were: code 10220, which wrangler answers itself
  /// (docs/facts/wrangler.md §6.1).
  case secretsComeBack([String])
  /// The same, for secrets whose values nobody can compare.
  case secretsMayComeBack([String])
  /// From now on secrets cannot be edited directly, since the latest version is not the deployed one.
  case latestNotDeployed
  /// More variables than the plan allows (docs/facts/wrangler.md §7).
  case overVariableLimit(count: Int, limit: Int)
  /// Rollbacks are documented for the 100 most recent versions (docs/facts/wrangler.md §7).
  case rollsFarBack(versions: Int)
  /// No binding is sent without code, and no required secret checked (docs/facts/wrangler.md §4.3).
  case nothingBound
  /// `--dry-run`: nothing is sent, nothing is checked.
  case dryRun
  /// The upload goes to a dispatch namespace and changes no Worker of the account (docs/facts/wrangler.md §4.3).
  case inNamespace(String)
  /// The store command works on the files of this machine only.
  case localOnly
  /// The value stands on the command line.
  case valueOnCommandLine
  /// Every Worker that binds the store secret gets the new value at once, and no rollback brings the old one back.
  case changesEveryConsumer(String)
  /// Live Workers bind what is deleted.
  case consumersBreak([String])
  /// Pages takes secrets over at its next deployment.
  case pagesNextDeployment
  /// The secret exists but is still being set up.
  case storeSecretPending(String)
  /// Nobody looked whether these are the names of variables, in which case the command is refused with code 10053.
  case nameMayBeTaken([String])
  /// Nobody looked whether the store, or the right to use it, is there.
  case storeNotLookedAt([String])
  /// `secret list` is taken to describe the latest version, which it does not say (docs/facts/wrangler.md §6.5).
  case listTakenAsLatest
  /// Whether secrets of the same names exist, which would be replaced, is not known.
  case secretsMayBeReplaced([String])

  /// Whether the outcome is certain; a doubt names what nobody looked at.
  package var isDoubt: Bool {
    switch self {
    case .nameMayBeTaken, .storeNotLookedAt, .listTakenAsLatest, .secretsMayComeBack, .secretsMayBeReplaced,
      .storeSecretPending:
      true
    default: false
    }
  }

  /// One sentence.
  package var sense: String {
    switch self {
    case .draftCreated(let worker):
      "There is no Worker \(worker), so wrangler makes an empty one that holds the secret."
    case .secretsReplaced(let names): "The upload replaces \(secrets(names)) by what the configuration says."
    case .fileReplaces(let names):
      "The secrets file replaces what the configuration says of \(list(names)); a deploy without the file puts it back."
    case .bindingsReplaced(let names): "A secret takes the place of the variable or binding \(list(names))."
    case .varsRemoved(let names): "The deploy removes \(list(names)), which only the dashboard set: `keep_vars` is off."
    case .requiredIsText(let names): "\(list(names)) should be secret, but the account shows the value in plain text."
    case .nullsDropped(let names): "The null of \(list(names)) is dropped: this command deletes nothing."
    case .nothingToDelete(let names): "There is no secret \(list(names)) to delete; nothing changes."
    case .splitEnded: "The deploy ends the gradual rollout that is under way."
    case .liveSecretsDiffer(let names): "Two versions are live, and only one of them has \(list(names))."
    case .secretsComeBack(let names): "The rollback brings back \(secrets(names)) as that version had it (10220)."
    case .secretsMayComeBack(let names): "The rollback may bring back older values of \(list(names))."
    case .latestNotDeployed: "The latest version is not the deployed one any more: `secret put` is refused until it is."
    case .overVariableLimit(let count, let limit): "The Worker has \(count) variables; the plan allows \(limit)."
    case .rollsFarBack(let versions): "The version is \(versions) versions old; rollbacks reach back 100."
    case .nothingBound: "Without `main` no binding is sent and no required secret is checked."
    case .dryRun: "A dry run sends nothing and checks no secret."
    case .inNamespace(let namespace):
      "The script goes to the dispatch namespace \(namespace); no Worker of the account changes."
    case .localOnly: "Without `--remote` the command changes files of this machine only."
    case .valueOnCommandLine: "`--value` leaves the secret in the shell's history and in logs: use standard input."
    case .changesEveryConsumer(let name):
      "Every user of \(name) gets the new value at once; no rollback brings it back."
    case .consumersBreak(let workers):
      "\(list(workers)) \(workers.count == 1 ? "binds" : "bind") the secret and will break."
    case .pagesNextDeployment: "Pages uses the change from its next deployment on."
    case .storeSecretPending(let name): "The store secret \(name) is not active yet."
    case .nameMayBeTaken(let names): "If \(list(names)) is already a plain variable, this is refused with code 10053."
    case .storeNotLookedAt(let names): "Nobody looked whether the store has \(list(names)) for Workers."
    case .listTakenAsLatest: "`secret list` does not say which version it describes; it is taken to be the latest."
    case .secretsMayBeReplaced(let names): "If \(list(names)) is a secret of the Worker, the upload replaces it."
    }
  }

  private func secrets(_ names: [String]) -> String { "the secret\(names.count == 1 ? "" : "s") \(list(names))" }
}
