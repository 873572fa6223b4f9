/// A pipeline played against a state: what each command would do, one after the other.
///
/// A refused command changes nothing, and the next one is tried all the same: a script may go on, and a reader wants to
/// know everything at once.
package struct Plan: Sendable {
  package private(set) var steps: [PlanStep] = []
  /// How many commands were left out because they change no version and no secret.
  package private(set) var skipped = 0
  /// The state after all steps.
  package private(set) var state: RemoteState

  package init(from state: RemoteState) {
    self.state = state
  }

  package var isRefused: Bool { steps.contains { $0.outcome == .refused } }
  /// Whether nobody can say what some step does.
  package var isUnknown: Bool { steps.contains { $0.outcome == .unknown } }

  /// Counts a command that changes no version and no secret, without showing it.
  package mutating func skip() { skipped += 1 }

  /// Plays one command.
  ///
  /// - Parameter text: as it was written.
  package mutating func play(_ reading: CommandReader.Reading, text: String, place: PlanStep.Place? = nil) {
    switch reading {
    case .command(let command): play(command, text: text, place: place)
    case .refused(let refusal): add(refusal, worker: nil, text: text, place: place)
    case .unknown(let sense, let worker):
      state = state.forgetting(worker: worker)
      add(.unknown, [sense], worker: worker, text: text, place: place)
    case .notFound(let sense):
      state = state.forgetting(worker: nil)
      add(.unknown, [sense], worker: nil, text: text, place: place)
    case .unrelated:
      add(.ok, ["It changes no version and no secret."], worker: nil, text: text, place: place)
    }
  }

  private mutating func play(_ command: Command, text: String, place: PlanStep.Place?) {
    let transition = apply(command, to: state)
    state = transition.state(after: state)
    switch transition {
    case .done(let outcome):
      let isWarned = outcome.notes.contains { note in Obstacle(note).map { $0.severity != .note } ?? false }
      var messages = outcome.notes.map(\.sense)
      if let listing = outcome.listing {
        messages.append(listing.isEmpty ? "It lists nothing." : "It lists \(list(listing)).")
      }
      add(isWarned ? .warned : .ok, messages, worker: command.target?.worker, text: text, place: place)
    case .refused(let refusal): add(refusal, worker: command.target?.worker, text: text, place: place)
    case .unknown(let unknown): add(.unknown, [unknown.sense], worker: command.target?.worker, text: text, place: place)
    }
  }

  private mutating func add(_ refusal: Refusal, worker: String?, text: String, place: PlanStep.Place?) {
    add(
      .refused,
      [refusal.sense],
      worker: worker,
      text: text,
      place: place,
      code: refusal.code,
      mends: refusal.mends,
      instead: refusal.instead
    )
  }

  private mutating func add(
    _ outcome: PlanStep.Outcome,
    _ messages: [String],
    worker: String?,
    text: String,
    place: PlanStep.Place?,
    code: Int? = nil,
    mends: [Mend] = [],
    instead: [Command] = []
  ) {
    steps.append(
      PlanStep(
        text: text,
        place: place,
        worker: worker,
        outcome: outcome,
        code: code,
        messages: messages,
        mends: mends,
        instead: instead,
        live: worker.flatMap { live(of: $0) }
      )
    )
  }

  private func live(of worker: String) -> [LiveVersion]? {
    switch state.workers[worker] {
    case .known(.some(let worker)): worker.live
    case .known(.none): []
    case .unknown: nil
    }
  }
}
