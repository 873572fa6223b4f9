/// A command that Cloudflare or wrangler refuses; the state stays as it is.
package struct Refusal: Sendable, Equatable {
  package let reason: Reason
  /// What to do before trying again, in order; none of it is refused itself.
  ///
  /// Empty where no command helps.
  package let mends: [Mend]
  /// What to run in place of the command, where something else reaches the same end.
  package let instead: [Command]

  package init(_ reason: Reason, mends: [Mend] = [], instead: [Command] = []) {
    self.reason = reason
    self.mends = mends
    self.instead = instead
  }

  /// Why a command is refused (docs/facts/wrangler.md §2, §4.3, §6.2, §6.3, §6.4, §7, §8).
  package enum Reason: Sendable, Hashable {
    // Cloudflare says so.
    case workerNotFound(String)
    case noVersions(String)
    case latestNotDeployed(worker: String, isBulk: Bool)
    case nameTaken([String])
    case secretNotFound(String)
    case requiredMissing([String])
    case tooManyEntries(Int)
    case pagesProjectNotFound(String)
    case versionNotFound(String)
    case storeNotFound(String)
    case storeSecretNotFound(String, store: String)
    case storeScopeMissing(String, store: String)
    case storeRightMissing(Access.Right)
    case storeLimitReached
    case storeExists
    case storeSecretNameTaken(String)
    // Wrangler says so.
    case requiredMissingAtFirst([String])
    case secretReplaced([String])
    case changedElsewhere(String)
    case namesClash([String])
    case pagesProject
    case noWorkerName
    case environmentNotDefined(String)
    /// What a build has written is for another environment, or cannot be used at all.
    case builtForOther(built: String, wanted: String)
    case redirectUnusable(String)
    case noVersionChosen
    case tooManyVersions(Int)
    case sharesDoNotAddUp(Double)
    case tagNotFound(String)
    case noRollbackTarget
    case storeNeedsRemote
    case storeSecretName(String)
    case storeScopeUnknown(String)
    case usage(String)
  }

  /// Cloudflare's code; `nil` where wrangler refuses by itself, or the code is not documented
  /// (docs/facts/wrangler.md §6.4).
  package var code: Int? {
    switch reason {
    case .workerNotFound: 10007
    case .noVersions: 10222
    case .latestNotDeployed(_, let isBulk): isBulk ? 10214 : 10215
    case .nameTaken: 10053
    case .secretNotFound: 10056
    case .requiredMissing: 10057
    case .tooManyEntries: 100160
    case .pagesProjectNotFound: 8_000_007
    default: nil
    }
  }

  /// What is wrong, in one sentence.
  package var sense: String {
    switch reason {
    case .workerNotFound(let worker): "There is no Worker \(worker)."
    case .noVersions(let worker): "The Worker \(worker) has no version yet."
    case .latestNotDeployed(let worker, let isBulk):
      "The latest version of \(worker) is not the deployed one, so its secret\(isBulk ? "s" : "") cannot be edited."
    case .nameTaken(let names):
      "\(list(names)) \(names.count == 1 ? "is" : "are") already the name of a variable or binding that is no secret."
    case .secretNotFound(let name): "There is no secret \(name) to delete."
    case .requiredMissing(let names): "The latest version lacks \(list(names)), which `secrets.required` lists."
    case .tooManyEntries(let count): "A bulk request takes at most 100 entries; this file has \(count)."
    case .pagesProjectNotFound(let project): "There is no Pages project \(project)."
    case .versionNotFound(let id): "There is no version \(id) of this Worker."
    case .storeNotFound(let id): "The account has no store \(id)."
    case .storeSecretNotFound(let name, let store): "The store \(store) has no secret \(name)."
    case .storeScopeMissing(let name, let store):
      "The secret \(name) of the store \(store) is not for Workers: its scopes lack `workers`."
    case .storeRightMissing(let right):
      "The role or the token does not allow to \(right.words): ask an administrator of the account."
    case .storeLimitReached: "The account already has \(SecretsStore.secretLimit) store secrets, which is the limit."
    case .storeExists: "The account already has a store, and may have one only."
    case .storeSecretNameTaken(let name): "The store already has a secret \(name)."
    case .requiredMissingAtFirst(let names):
      "This is the first deploy, and nothing supplies \(list(names)), which `secrets.required` lists."
    case .secretReplaced(let names):
      "The configuration would replace the secret\(names.count == 1 ? "" : "s") \(list(names)), and `--strict` forbids it."
    case .changedElsewhere(let how): "The Worker was last changed \(how), and `--strict` forbids to overwrite that."
    case .namesClash(let names): "The configuration uses \(list(names)) for two things at once."
    case .pagesProject: "This is a Pages project, for which the commands are `wrangler pages …`."
    case .noWorkerName: "Neither the configuration nor `--name` names the Worker."
    case .environmentNotDefined(let name): "The configuration has no environment \(name)."
    case .builtForOther(let built, let wanted):
      "The build is for environment \(built): build again with `CLOUDFLARE_ENV=\(wanted)` before deploying \(wanted)."
    case .redirectUnusable(let message): "\(message.prefix(1).uppercased())\(message.dropFirst())."
    case .noVersionChosen: "No version is given to deploy."
    case .tooManyVersions(let count): "A deployment has at most two versions, not \(count)."
    case .sharesDoNotAddUp(let sum): "The shares add up to \(Deployment.Share.text(of: sum)), not to 100."
    case .tagNotFound(let tag): "No version has the tag \(tag)."
    case .noRollbackTarget:
      "No earlier deployment gave one version all of the traffic: name the version to roll back to."
    case .storeNeedsRemote: "Stores exist only in the account: add `--remote`."
    case .storeSecretName(let name): "\(name) is no name for a store secret: use letters, digits, `-` and `_`."
    case .storeScopeUnknown(let scope): "There is no scope \(scope): use workers, ai_gateway, dex or access."
    case .usage(let sentence): sentence
    }
  }
}

extension Access.Right {
  /// As words after "allow to".
  fileprivate var words: String {
    switch self {
    case .manage: "change store secrets"
    case .bind: "bind store secrets to a Worker"
    case .view: "look at store secrets"
    }
  }
}

/// Names as a person lists them: "A", "A and B", "A, B and C".
func list(_ names: [String]) -> String {
  guard names.count > 1, let last = names.last else { return names.first ?? "" }
  return "\(names.dropLast().joined(separator: ", ")) and \(last)"
}
