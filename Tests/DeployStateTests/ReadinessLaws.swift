import DeployState
import TestSupport
import Testing

/// What a verdict promises, for random states and commands.
struct ReadinessLaws {
  private struct Case {
    let state: RemoteState
    let command: Command
    let project: DeployInput
    /// Whether some of the state is not known.
    let isBlurred: Bool

    var readiness: Readiness { Readiness(of: command, in: state, project: project) }
  }

  private static let cases: [Case] = (5000..<5600).flatMap { seed -> [Case] in
    var world = RandomWorld(seed: UInt64(seed))
    var state = world.state()
    for _ in 0..<world.random.below(4) {
      let command = world.command(in: state)
      state = apply(command, to: state).state(after: state)
    }
    let isBlurred = world.random.once(in: 3)
    if isBlurred { state = world.blurred(state) }
    return (0..<4).map { _ in
      let command = world.random.once(in: 2) ? world.command(in: state) : .deploy(world.upload(RandomWorld.targets[0]))
      return Case(state: state, command: command, project: world.input(nil), isBlurred: isBlurred)
    }
  }

  @Test func readyMeansDone() {
    for sample in Self.cases where sample.readiness.verdict == .ready {
      guard case .done = apply(sample.command, to: sample.state) else {
        Issue.record("\(sample.command.text) is said to be ready")
        continue
      }
    }
  }

  @Test func refusedMeansNotReady() {
    for sample in Self.cases {
      guard case .refused = apply(sample.command, to: sample.state) else { continue }
      #expect(sample.readiness.verdict == .notReady)
    }
  }

  /// The commands of a plan are never refused, and after them the command is ready.
  @Test func plansMend() {
    var mended = 0
    for sample in Self.cases {
      let plan = sample.readiness.plan
      if plan.isEmpty { continue }
      var state = sample.state
      var command = sample.command
      for mend in plan {
        switch mend {
        case .edit(let edit): command = command.applying(edit)
        case .run(let step):
          let transition = apply(step, to: state)
          if case .refused(let refusal) = transition {
            Issue.record("\(sample.command.text): the mend \(step.text) is refused: \(refusal.sense)")
          }
          if case .unknown = transition, !sample.isBlurred { Issue.record("the mend \(step.text) is unknown") }
          state = transition.state(after: state)
        }
      }
      mended += 1
      let after = Readiness(of: command, in: state, project: sample.project)
      let senses = after.obstacles.map(\.sense)
      #expect(after.verdict != .notReady, "\(sample.command.text) after \(plan.map(\.text)): \(senses)")
      if !sample.isBlurred {
        #expect(after.verdict == .ready, "\(sample.command.text) after \(plan.map(\.text)): \(senses)")
      }
    }
    #expect(mended > 300)
  }

  /// What is printed under one obstacle is accepted in the situation it is printed for, and then the obstacle is gone.
  @Test func whatIsPrintedHelps() {
    var played = 0
    for seed in 7000..<7400 {
      var world = RandomWorld(seed: UInt64(seed))
      var state = world.state()
      for _ in 0..<world.random.below(4) {
        let command = world.command(in: state)
        state = apply(command, to: state).state(after: state)
      }
      let goal = world.random.pick([
        "deploy", "deploy --strict", "versions-upload", "versions-deploy", "rollback", "secret put A",
        "secret delete B",
        "versions secret put C", "secret bulk two.json", "deploy --secrets-file one.json", "deploy --var A:x",
      ])
      let gate = Gate(DeployGoal(goal), in: state) { RandomWorld.files[$0] }
      for judged in gate.judge([nil, "staging"], of: world.config) {
        let readiness = judged.readiness
        for obstacle in readiness.obstacles where obstacle.severity != .error || !readiness.isPlanned {
          let words = "\(seed) \(goal) \(judged.worker ?? "") \(obstacle.rule) \(obstacle.names): \(obstacle.sense)"
          for command in obstacle.instead {
            if case .refused(let refusal) = apply(command, to: state) {
              Issue.record("\(words) instead: \(command.text): \(refusal.sense)")
            }
          }
          if obstacle.mends.isEmpty { continue }
          var after = state
          var command = judged.command
          var uploads = false
          for mend in obstacle.mends {
            switch mend {
            case .edit(let edit): command = command?.applying(edit)
            case .run(let step):
              if case .deploy = step { uploads = true }
              let transition = apply(step, to: after)
              if case .refused(let refusal) = transition { Issue.record("\(words): \(step.text): \(refusal.sense)") }
              after = transition.state(after: after)
            }
          }
          played += 1
          guard let command else { continue }
          let again = Readiness(of: command, in: after, project: world.input(judged.environment)).obstacles
          let left = again.filter { $0.rule == obstacle.rule && !Set($0.names).isDisjoint(with: obstacle.names) }
          // A refusal without names is gone when the command is not refused for this any more.
          let same = again.filter { $0.names.isEmpty && obstacle.names.isEmpty && $0.sense == obstacle.sense }
          #expect(left.isEmpty && same.isEmpty || uploads, "\(words) stays after \(obstacle.mends.map(\.text))")
        }
      }
    }
    #expect(played > 200)
  }

  /// One obstacle has one rule of the form group/name, and a sentence.
  @Test func obstaclesAreReadable() {
    for obstacle in Self.cases.flatMap(\.readiness.obstacles) {
      #expect(obstacle.rule.split(separator: "/").count == 2)
      #expect(obstacle.sense.hasSuffix("."))
    }
  }

  @Test func mostSevereFirst() {
    for sample in Self.cases {
      let severities = sample.readiness.obstacles.map(\.severity)
      #expect(severities == severities.sorted())
    }
  }
}
