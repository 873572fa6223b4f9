extension Upload {
  /// `deploy`: a new version, deployed at once (docs/facts/wrangler.md §6.1).
  func deployed(in state: RemoteState) throws(Stop) -> Outcome { try applied(to: state, deploys: true) }

  /// `versions upload`: a new version that serves nothing yet (docs/facts/wrangler.md §6.1).
  func uploaded(in state: RemoteState) throws(Stop) -> Outcome { try applied(to: state, deploys: false) }

  private func applied(to state: RemoteState, deploys: Bool) throws(Stop) -> Outcome {
    let check = UploadCheck(self, deploys: deploys, in: state)
    if let refusal = check.refusals.first { throw .refused(refusal) }
    if let unknown = check.unknowns.first { throw unknown }
    guard !isDryRun, var worker = check.worker else { return Outcome(state, notes: check.notes) }
    let table = table(from: check.base, mark: worker.nextVersionID)
    let id = worker.add(table, trigger: .upload, tag: tag, message: message)
    if deploys { worker.deploy(Deployment(of: id, source: .known(.wrangler))) }
    worker.isDraft = false
    return Outcome(state.replacing(target.worker, by: worker), notes: check.notes)
  }

  /// The bindings of the version the upload makes, from those of the latest one.
  ///
  /// Secrets stay without being asked for; plain variables stay with `keep_vars`; everything else comes from the upload
  /// (docs/facts/wrangler.md §3, §6.1, §6.2).
  func table(from base: BindingTable, mark: String) -> BindingTable {
    var table = BindingTable(
      base.bindings.filter { $0.value.type.isSecret || keepsVars && $0.value.type.isPlainVar },
      extent: base.extent == .allSecrets && !keepsVars ? .everything : base.extent
    )
    guard input.hasScript else { return table }
    let provided = provided
    for name in input.requiredSecrets where !provided.contains(name) { table.bindings[name] = base.bindings[name] }
    for (name, type) in input.vars { table.bindings[name] = RemoteBinding(type) }
    for (name, binding) in input.bindings { table.bindings[name] = RemoteBinding(binding.type) }
    for (name, reference) in input.storeBindings {
      table.bindings[name] = RemoteBinding(.storeSecret, storeSecret: reference)
    }
    for name in variables { table.bindings[name] = RemoteBinding(.plainText) }
    for name in secretsFile?.puts ?? [] { table.bindings[name] = RemoteBinding(.secretText, mark: mark) }
    return table
  }
}
