/// Everything that speaks against an upload, found in the order in which wrangler and Cloudflare would find it.
///
/// Source: docs/facts/wrangler.md §4.3, §4.4, §8.5.
struct UploadCheck {
  /// What would refuse the upload; the first one does.
  private(set) var refusals: [Refusal] = []
  /// What nobody looked at and may refuse it.
  private(set) var unknowns: [Stop] = []
  private(set) var notes: [Note] = []
  /// Required names that are known to be no secret of the latest version, and may be a plain variable there.
  private(set) var requiredNotSecret: [String] = []
  /// The Worker before the upload, a new one where there is none, `nil` when the upload never comes so far.
  private(set) var worker: RemoteWorker?

  /// Whether the upload would create the Worker.
  private(set) var isNew = false
  /// The upload with its names made unique.
  let upload: Upload
  /// The upload as it was asked for, which mends take up: a plan applies the edits to them.
  private let wanted: Upload
  private let deploys: Bool

  init(_ wanted: Upload, deploys: Bool, in state: RemoteState) {
    self.deploys = deploys
    self.wanted = wanted
    let clashes = Self.clashes(of: wanted)
    // The rest is judged as if the configuration were mended.
    upload = clashes.mends.reduce(wanted) { upload, mend in
      if case .edit(let edit) = mend { edit.applied(to: upload) } else { upload }
    }
    if upload.input.isPages { refusals.append(Refusal(.pagesProject)) }
    if !clashes.names.isEmpty { refusals.append(Refusal(.namesClash(clashes.names), mends: clashes.mends)) }
    if let file = upload.secretsFile, !file.nulls.isEmpty { notes.append(.nullsDropped(file.nulls.sorted())) }
    if upload.isDryRun {
      notes.append(.dryRun)
      return
    }
    guard isAboutRecordedAccount(state) else { return }
    if let namespace = upload.dispatchNamespace {
      checkUpload(to: namespace, in: state)
      return
    }
    look(for: state.workers[upload.target.worker])
    guard upload.input.hasScript else {
      if !upload.input.requiredSecrets.isEmpty || !upload.provided.isEmpty { notes.append(.nothingBound) }
      return
    }
    let stores = StoreBindingCheck(upload.input.storeBindings, in: state)
    refusals += stores.refusals
    notes += stores.notes
    compareSecrets()
    checkRequired()
    describe(state)
  }

  /// What new bindings start from.
  var base: BindingTable { worker?.latestBindings ?? .unknown }

  private static func clashes(of upload: Upload) -> (names: [String], mends: [Mend]) {
    let names = upload.input.clashingNames
    let mends = names.flatMap { name -> [Mend] in
      let input = upload.input
      var mends: [Mend] = []
      if input.vars[name] != nil { mends.append(.edit(.removeVar(name))) }
      if input.requiredSecrets.count(where: { $0 == name }) > 1 { mends.append(.edit(.listRequiredOnce(name))) }
      if input.bindings[name] != nil || input.storeBindings[name] != nil {
        mends.append(.edit(.renameBinding(name, to: input.freeName(like: name))))
      }
      return mends
    }
    return (names, mends)
  }

  private mutating func isAboutRecordedAccount(_ state: RemoteState) -> Bool {
    if let wanted = upload.input.accountID, case .known(let recorded) = state.account.id, wanted != recorded {
      unknowns.append(.unknown("The state is that of another account than the configuration names.", captures: []))
      return false
    }
    return true
  }

  /// The scripts of a dispatch namespace are no Workers of the account: no command lists them or their secrets, and none
  /// of the questions about a Worker is asked (docs/facts/wrangler.md §4.3, §6.2).
  private mutating func checkUpload(to namespace: String, in state: RemoteState) {
    notes.append(.inNamespace(namespace))
    guard upload.input.hasScript else { return }
    let stores = StoreBindingCheck(upload.input.storeBindings, in: state)
    refusals += stores.refusals
    notes += stores.notes
    let inherited = missingFromCheckout
    if !inherited.isEmpty {
      let sense = """
        No command tells whether the script \(upload.target.worker) of the namespace \(namespace) has \(list(inherited)); \
        `--secrets-file` can bring \(inherited.count == 1 ? "it" : "them") along.
        """
      unknowns.append(.unknown(sense, captures: []))
    }
  }

  private mutating func look(for known: Known<RemoteWorker?>) {
    switch known {
    case .known(.some(let found)):
      worker = found
      if found.assumesListIsLatest { notes.append(.listTakenAsLatest) }
      if upload.isStrict { checkLastChange(of: found) }
    case .known(.none):
      worker = .new
      // A version cannot create a Worker, a deploy can (docs/facts/wrangler.md §4.3).
      if !deploys {
        let missing = upload.input.hasScript ? missingFromCheckout : []
        let first = missing.isEmpty ? wanted : wanted.supplying(missing)
        refusals.append(Refusal(.workerNotFound(upload.target.worker), mends: [.run(.deploy(first))]))
      }
    case .unknown:
      worker = RemoteWorker()
      if !deploys {
        unknowns.append(
          .unknown("Nobody looked whether there is a Worker \(upload.target.worker).", capture: upload.target)
        )
      }
    }
    isNew = known == .known(nil)
  }

  /// The required names that neither the configuration nor the command line supplies, in document order.
  private var missingFromCheckout: [String] {
    let provided = upload.provided
    return upload.input.requiredSecrets.filter { !provided.contains($0) }
  }

  /// With `--strict`, a change by others is not overwritten (docs/facts/wrangler.md §6.2).
  private mutating func checkLastChange(of worker: RemoteWorker) {
    guard case .known(.some(let latest)) = worker.latest, case .known(let source) = latest.source else { return }
    switch source {
    case .api: refusals.append(Refusal(.changedElsewhere("through the API")))
    case .dashboard:
      unknowns.append(
        .unknown(
          "The Worker was last changed in the dashboard; whether `--strict` stops depends on what.",
          captures: []
        )
      )
    default: break
    }
  }

  /// Names of the upload that are remote secrets (docs/facts/wrangler.md §4.4).
  private mutating func compareSecrets() {
    let compared = upload.input.comparedNames.sorted()
    let conflicts = compared.filter { base.isSecret($0) == .known(true) }
    let unclear = isNew ? [] : compared.filter { !base.isSecret($0).isKnown }
    if upload.isStrict {
      if !conflicts.isEmpty {
        refusals.append(Refusal(.secretReplaced(conflicts), mends: conflicts.flatMap(upload.mendsForReplacing)))
      }
      if !unclear.isEmpty {
        unknowns.append(
          .unknown(
            "Nobody looked whether \(list(unclear)) is a secret, where `--strict` stops.",
            capture: upload.target
          )
        )
      }
    }
    // Wrangler compares only some sections, and the secrets file wins over all of them.
    let bound = upload.input.boundNames.union(upload.variables).subtracting(upload.secretsFile?.puts ?? [])
    let replaced = bound.filter { base.isSecret($0) == .known(true) }.sorted()
    if !replaced.isEmpty { notes.append(.secretsReplaced(replaced)) }
    let shadowed = upload.input.boundNames.union(upload.variables).intersection(upload.secretsFile?.puts ?? []).sorted()
    if !shadowed.isEmpty { notes.append(.fileReplaces(shadowed)) }
    if !unclear.isEmpty { notes.append(.secretsMayBeReplaced(unclear)) }
  }

  /// Required names must be bound, or be there to inherit (docs/facts/wrangler.md §4.3).
  private mutating func checkRequired() {
    let inherited = missingFromCheckout
    let missing = inherited.filter { base[$0] == .known(nil) }
    if !missing.isEmpty, !(isNew && !deploys) {
      refusals.append(
        isNew
          ? Refusal(.requiredMissingAtFirst(missing), mends: [.run(.deploy(wanted.supplying(missing)))])
          : Refusal(.requiredMissing(missing), mends: mends(forMissing: missing))
      )
    }
    let unclear = inherited.filter { !base[$0].isKnown }
    requiredNotSecret = unclear.filter { base.isSecret($0) == .known(false) }
    if !unclear.isEmpty {
      unknowns.append(
        .unknown("Nobody looked whether the latest version has \(list(unclear)).", capture: upload.target)
      )
    }
    let puts = Set(upload.secretsFile?.puts ?? [])
    let text = upload.input.requiredSecrets.filter { name in
      if puts.contains(name) { return false }
      if upload.variables.contains(name) { return true }
      if case .known(.some(let binding)) = base[name] { return !binding.type.isConfidential }
      return false
    }
    if !text.isEmpty { notes.append(.requiredIsText(text)) }
  }

  /// The commands that put missing names where the next upload inherits them.
  func mends(forMissing names: [String]) -> [Mend] {
    guard let worker, worker.latest != .known(nil) else { return [.run(.deploy(wanted.supplying(names)))] }
    let editsLive = deploys && worker.isLatestDeployed == .known(true)
    return names.map { name in
      let command = SecretCommand(.put(name), of: upload.target)
      return .run(editsLive ? .secret(command) : .versionsSecret(command))
    }
  }

  private mutating func describe(_ state: RemoteState) {
    if deploys, case .known(.some(let deployment)) = worker?.currentDeployment ?? .unknown, deployment.isSplit {
      notes.append(.splitEnded)
    }
    if !upload.keepsVars {
      let kept = upload.provided.union(upload.input.requiredSecrets)
      let removed = base.bindings.filter { $0.value.type.isPlainVar && !kept.contains($0.key) }.keys.sorted()
      if !removed.isEmpty { notes.append(.varsRemoved(removed)) }
    }
    if !deploys { notes.append(.latestNotDeployed) }
    notes += state.limitNotes(for: upload.table(from: base, mark: ""))
  }
}

extension Upload {
  /// How to keep a remote secret of a name that the upload would replace.
  func mendsForReplacing(_ name: String) -> [Mend] {
    var mends: [Mend] = []
    if input.vars[name] != nil { mends.append(.edit(.removeVar(name))) }
    if variables.contains(name) { mends.append(.edit(.dropVariableOption(name))) }
    if input.bindings[name] != nil || input.storeBindings[name] != nil {
      mends.append(.edit(.renameBinding(name, to: input.freeName(like: name))))
    }
    return mends
  }
}

extension DeployInput {
  /// A name for a binding that nothing else has.
  func freeName(like name: String) -> String {
    var free = "\(name)_BINDING"
    while boundNames.contains(free) || requiredSecrets.contains(free) { free += "_2" }
    return free
  }
}
