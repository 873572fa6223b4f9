import DeployState
import TestSupport
import Testing

/// What holds for commands together, from any state.
struct SequenceLaws {
  /// Random worlds with a state that some commands have made.
  private static let worlds: [(world: RandomWorld, state: RemoteState)] = (1000..<1400).map { seed in
    var world = RandomWorld(seed: UInt64(seed))
    var state = world.state()
    for _ in 0..<world.random.below(6) {
      let command = world.command(in: state)
      state = apply(command, to: state).state(after: state)
    }
    return (world, state)
  }

  private static func state(after commands: [Command], in state: RemoteState) -> RemoteState? {
    var state = state
    for command in commands {
      guard case .done(let outcome) = apply(command, to: state) else { return nil }
      state = outcome.state
    }
    return state
  }

  private static func worker(_ name: String, in state: RemoteState) -> RemoteWorker? {
    state.workers[name].value ?? nil
  }

  /// Rolling back and deploying forward again serves exactly what was served before.
  @Test func rollbackAndForwardIsTheIdentity() {
    var count = 0
    for (_, state) in Self.worlds {
      for target in RandomWorld.targets {
        guard let worker = Self.worker(target.worker, in: state),
          case .known(.some(let current)) = worker.currentDeployment
        else { continue }
        let forward = VersionsDeploy(
          current.shares.map { .init(.id($0.version), percentage: $0.percentage) },
          of: target
        )
        guard let after = Self.state(after: [.rollback(Rollback(of: target)), .versionsDeploy(forward)], in: state),
          let result = Self.worker(target.worker, in: after)
        else { continue }
        count += 1
        #expect(result.versions == worker.versions)
        #expect(result.currentDeployment.value??.shares == current.shares)
        #expect(result.secretsThatDifferLive == worker.secretsThatDifferLive)
      }
    }
    #expect(count > 50)
  }

  /// A secret that is put and deleted leaves the names as they were.
  @Test func putAndDeleteCancel() {
    var count = 0
    for (_, state) in Self.worlds {
      for target in RandomWorld.targets {
        guard let worker = Self.worker(target.worker, in: state), worker.latestBindings["NEW"] == .known(nil) else {
          continue
        }
        for isVersioned in [false, true] {
          let commands = [SecretAction.put("NEW"), .delete("NEW")].map { action -> Command in
            let command = SecretCommand(action, of: target)
            return isVersioned ? .versionsSecret(command) : .secret(command)
          }
          guard let after = Self.state(after: commands, in: state) else { continue }
          count += 1
          #expect(Self.worker(target.worker, in: after)?.latestBindings == worker.latestBindings)
        }
      }
    }
    #expect(count > 100)
  }

  /// Names put one by one, or all in one file, are the same names.
  @Test func bulkIsManyPuts() {
    var count = 0
    for (_, state) in Self.worlds {
      for target in RandomWorld.targets {
        let names = ["A", "B", "C"]
        let file = SecretsFile(path: nil, entries: names.map { SecretEntry($0) })
        let single = names.map { Command.secret(SecretCommand(.put($0), of: target)) }
        let once = Self.state(after: [.secret(SecretCommand(.bulk(file), of: target))], in: state)
        let each = Self.state(after: single, in: state)
        #expect((once == nil) == (each == nil))
        guard let once, let each else { continue }
        count += 1
        #expect(
          Self.worker(target.worker, in: once)?.latestBindings.bindings.mapValues(\.type)
            == Self.worker(target.worker, in: each)?.latestBindings.bindings.mapValues(\.type)
        )
      }
    }
    #expect(count > 50)
  }

  /// `versions upload` and `versions deploy` together are a `deploy`.
  @Test func uploadAndDeployIsDeploy() {
    var count = 0
    for (var world, state) in Self.worlds {
      for target in RandomWorld.targets {
        var upload = world.upload(target)
        upload.isDryRun = false
        guard let uploaded = Self.state(after: [.versionsUpload(upload)], in: state),
          let version = Self.worker(target.worker, in: uploaded)?.latest.value??.id
        else { continue }
        count += 1
        let apart = Self.state(after: [.versionsDeploy(VersionsDeploy(all: version, of: target))], in: uploaded)
        #expect(apart == Self.state(after: [.deploy(upload)], in: state))
      }
    }
    #expect(count > 50)
  }

  /// Deploying twice changes nothing the second time but the ids.
  @Test func deployIsIdempotent() {
    for (var world, state) in Self.worlds {
      var upload = world.upload(world.random.pick(RandomWorld.targets))
      // The second time a secret from the file is there, and `--strict` may stop for it.
      upload.isStrict = false
      guard let once = Self.state(after: [.deploy(upload)], in: state) else { continue }
      let twice = Self.state(after: [.deploy(upload)], in: once)
      #expect(
        twice.map { Self.worker(upload.target.worker, in: $0)?.latestBindings.bindings.mapValues(\.type) }
          == Self.worker(upload.target.worker, in: once)?.latestBindings.bindings.mapValues(\.type)
      )
    }
  }

  /// Whoever knows less never says something else, only "unknown", or the same with a doubt.
  @Test func knowingLessNeverChangesTheAnswer() {
    var compared = 0
    for (var world, state) in Self.worlds {
      for _ in 0..<10 {
        let command = world.command(in: state)
        let blurred = world.blurred(state)
        switch (apply(command, to: blurred), apply(command, to: state)) {
        case (.unknown, _): break
        case (.refused(let one), .refused(let other)):
          // An unknown part may hide the first of several reasons.
          if one.reason == other.reason { compared += 1 }
        case (.done(let one), .done(let other)):
          compared += 1
          if let listing = one.listing { #expect(listing == other.listing) }
        case (.done(let one), .refused(let refusal)):
          if !one.notes.contains(where: \.isDoubt) {
            Issue.record("\(command.text) succeeds without a doubt, and is refused: \(refusal.sense)")
          }
        case (.refused(let refusal), let other):
          Issue.record("\(command.text) is refused (\(refusal.sense)), and with more knowledge: \(other)")
        case (.done, .unknown):
          Issue.record("\(command.text) is done, and with more knowledge unknown")
        }
      }
    }
    #expect(compared > 1000)
  }

  /// What is forgotten is never contradicted: forgetting makes every command about that Worker unknown or doubtful.
  @Test func forgettingKeepsVersions() {
    for (_, state) in Self.worlds {
      let forgotten = state.forgetting(worker: nil)
      for (name, worker) in state.workers.present {
        #expect(Self.worker(name, in: forgotten)?.versions.elements == worker.versions.elements)
        #expect(Self.worker(name, in: forgotten)?.latest == .unknown)
      }
      #expect(forgotten.workers["never-seen"] == .unknown)
    }
  }

  /// A command as text reads back as the same command.
  @Test func textReadsBack() {
    for (var world, state) in Self.worlds {
      for _ in 0..<10 {
        let command = world.command(in: state)
        #expect(world.reader.read(command.text) == .command(command), "\(command.text)")
      }
    }
  }
}
