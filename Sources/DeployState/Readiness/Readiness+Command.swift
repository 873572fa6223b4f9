extension Readiness {
  /// Judges a command against a state; `project` is what the checkout says about the same Worker.
  package init(of command: Command, in state: RemoteState, project: DeployInput? = nil) {
    switch command {
    case .deploy(let upload): self.init(Self.obstacles(to: upload, deploys: true, in: state))
    case .versionsUpload(let upload): self.init(Self.obstacles(to: upload, deploys: false, in: state))
    default: self.init(Self.obstacles(to: command, in: state, project: project))
    }
  }

  private static func obstacles(to upload: Upload, deploys: Bool, in state: RemoteState) -> [Obstacle] {
    let check = UploadCheck(upload, deploys: deploys, in: state)
    var obstacles = check.refusals.map { Obstacle($0) }
    // `--strict` has spoken of some names already, but not of those that wrangler does not compare.
    let refused = Set(obstacles.filter { $0.rule == "state/var-replaces-secret" }.flatMap(\.names))
    for note in check.notes {
      switch note {
      case .secretsReplaced(let names):
        let rest = names.filter { !refused.contains($0) }
        if !rest.isEmpty { obstacles.append(replacing(rest, .secretsReplaced(rest), by: check.upload)) }
      case .fileReplaces(let names): obstacles.append(replacing(names, note, by: check.upload))
      default: if let obstacle = Obstacle(note) { obstacles.append(obstacle) }
      }
    }
    // With the answer of `secret list` alone these may be plain variables, which is wrong as well.
    if !check.requiredNotSecret.isEmpty {
      obstacles.append(
        Obstacle(
          "required/not-on-latest",
          .error,
          names: check.requiredNotSecret,
          sense: "\(list(check.requiredNotSecret)) is required and no secret of the latest version.",
          mends: check.mends(forUnlisted: check.requiredNotSecret)
        )
      )
    }
    if !check.areUnknownsExplained {
      obstacles += check.unknowns.compactMap(unclear)
    }
    return obstacles + orphans(of: check)
  }

  /// A name that is a secret and something else.
  private static func replacing(_ names: [String], _ note: Note, by upload: Upload) -> Obstacle {
    Obstacle(
      "state/var-replaces-secret",
      .error,
      names: names,
      sense: note.sense,
      mends: names.flatMap(upload.mendsForReplacing)
    )
  }

  private static func unclear(_ stop: Stop) -> Obstacle? {
    guard case .unknown(let sense, let captures) = stop else { return nil }
    return Obstacle("state/unknown", .error, isCertain: false, sense: sense, captures: captures)
  }

  /// Secrets of the latest version that the configuration says nothing about (docs/facts/wrangler.md §6.6).
  private static func orphans(of check: UploadCheck) -> [Obstacle] {
    guard check.upload.input.definesSecrets else { return [] }
    let declared = check.upload.provided.union(check.upload.input.requiredSecrets)
    let names = check.base.listedSecrets.filter { !declared.contains($0) }
    if names.isEmpty { return [] }
    return [
      Obstacle(
        "state/orphan-secret",
        .note,
        names: names,
        sense: "The Worker has \(list(names)), which the configuration does not list as required."
      )
    ]
  }

  private static func obstacles(to command: Command, in state: RemoteState, project: DeployInput?) -> [Obstacle] {
    switch apply(command, to: state) {
    case .done(let outcome):
      return outcome.notes.compactMap { Obstacle($0) }
        + missing(after: outcome.state, of: command, project: project)
    case .refused(let refusal):
      let mends = firstDeploy(before: command, refused: refusal, in: state, project: project) ?? refusal.mends
      return [Obstacle(Refusal(refusal.reason, mends: mends, instead: refusal.instead))]
    case .unknown(let unknown):
      return [
        Obstacle("state/unknown", .error, isCertain: false, sense: unknown.sense, captures: unknown.captures)
      ]
    }
  }

  /// Where a secret is for a Worker that does not exist, the first deploy has to come before, with whatever that needs.
  private static func firstDeploy(
    before command: Command,
    refused refusal: Refusal,
    in state: RemoteState,
    project: DeployInput?
  ) -> [Mend]? {
    guard case .workerNotFound(let worker) = refusal.reason, let project, let target = project.target,
      target.worker == worker
    else { return nil }
    switch command {
    case .secret(let secret), .versionsSecret(let secret):
      if case .delete = secret.action { return nil }
    default: return nil
    }
    let bare = Upload(project, to: target)
    let missing = project.requiredSecrets.filter { !bare.provided.contains($0) }
    let upload = missing.isEmpty ? bare : bare.supplying(missing)
    let readiness = Readiness(of: .deploy(upload), in: state)
    let plan = readiness.plan
    guard readiness.verdict == .ready || !plan.isEmpty else { return nil }
    let edits = plan.compactMap { if case .edit(let edit) = $0 { edit } else { nil } }
    return plan + [.run(.deploy(edits.reduce(upload) { $1.applied(to: $0) }))]
  }

  /// Required names that a version lacks which starts to serve traffic without any check (docs/facts/wrangler.md §4.3).
  private static func missing(after state: RemoteState, of command: Command, project: DeployInput?) -> [Obstacle] {
    let target: WorkerTarget
    let (rule, severity): (String, Obstacle.Severity)
    switch command {
    case .rollback(let rollback): (target, rule, severity) = (rollback.target, "state/rollback-hazard", .warning)
    case .versionsDeploy(let deploy): (target, rule, severity) = (deploy.target, "required/not-on-latest", .error)
    default: return []
    }
    guard let project, project.hasScript, case .known(.some(let worker)) = state.workers[target.worker] else {
      return []
    }
    let names = project.requiredSecrets.filter { name in
      worker.deployedTables.contains {
        $0[name] == .known(nil) || $0.isSecret(name) == .known(false) && !$0[name].isKnown
      }
    }
    if names.isEmpty { return [] }
    return [
      Obstacle(
        rule,
        severity,
        names: names,
        sense: "A version that would serve traffic lacks \(list(names)), which `secrets.required` lists."
      )
    ]
  }
}

extension UploadCheck {
  /// Whether the only thing nobody looked at is whether required names are plain variables.
  var areUnknownsExplained: Bool { unknowns.count == 1 && !requiredNotSecret.isEmpty }

  /// The commands for names that may be plain variables: a version's secret takes their place, while `secret put` would
  /// be refused.
  func mends(forUnlisted names: [String]) -> [Mend] {
    names.map { .run(.versionsSecret(SecretCommand(.put($0), of: upload.target))) }
  }
}
