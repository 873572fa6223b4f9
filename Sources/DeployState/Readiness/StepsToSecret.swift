/// How a value becomes a secret: the edits and commands in the order in which wrangler accepts them.
///
/// A name that the latest version has as a variable is refused by `secret put` (code 10053) until a deploy without the
/// variable, and a deploy that requires a secret which nothing supplies is refused (10057): so the order follows from
/// what is deployed (docs/facts/wrangler.md §4.3, §6.1, §6.4).
extension DeployInput {
  /// - Parameters:
  ///   - edit: what takes the value out of the configuration.
  ///   - state: what is known of the account; where it says nothing of the Worker, the steps are accepted whatever is
  ///     deployed.
  package func stepsToSecret(
    _ name: String,
    removing edit: Mend.Edit?,
    from target: WorkerTarget,
    in state: RemoteState
  ) -> [Mend] {
    let first: [Mend] = edit.map { [.edit($0)] } ?? []
    let bare = edit.map { $0.applied(to: Upload(self, to: target)) } ?? Upload(self, to: target)
    let list = Mend.Edit.require(name, environment: environment)
    let listing: [Mend] = requiredSecrets.contains(name) ? [] : [.edit(list)]
    let listed = list.applied(to: bare)
    let put = Mend.run(.secret(SecretCommand(.put(name), of: target)))
    /// Everything at once, which is accepted in every situation.
    func bringing(_ names: [String]) -> [Mend] { first + listing + [.run(.deploy(listed.supplying(names + [name])))] }

    let inherited = bare.input.requiredSecrets.filter { $0 != name && !bare.provided.contains($0) }
    switch state.workers[target.worker] {
    case .known(.none): return bringing(inherited)
    case .known(.some(let worker)):
      let base = worker.latestBindings
      let lacking = inherited.filter { base[$0] == .known(nil) || !base[$0].isKnown }
      let isSecret = base.isSecret(name) == .known(true)
      // What requires the name takes a variable of it over, and lacks it where there is none.
      let needsName = bare.input.requiredSecrets.contains(name) && !isSecret
      guard lacking.isEmpty, worker.latest != .known(nil) else { return bringing(lacking) }
      if isSecret || base[name] == .known(nil), worker.isLatestDeployed == .known(true) {
        return first + [put] + listing + [.run(.deploy(listed))]
      }
      if needsName || bare.keepsVars && !isSecret { return bringing([]) }
      return first + [.run(.deploy(bare)), put] + listing
    case .unknown:
      if !inherited.isEmpty || bare.keepsVars || bare.input.requiredSecrets.contains(name) {
        return bringing(inherited)
      }
      return first + [.run(.deploy(bare)), put] + listing
    }
  }
}
