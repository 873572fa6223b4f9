/// Whether a command would succeed, and what it would break (docs/facts/wrangler.md §6.6).
package struct Readiness: Sendable, Equatable {
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case ready, notReady, unknown
  }

  /// The most severe first, and those that are certain before those that are not.
  package let obstacles: [Obstacle]

  init(_ obstacles: [Obstacle]) {
    self.obstacles = obstacles.enumerated().sorted {
      ($0.element.severity, $0.element.isCertain ? 0 : 1, $0.offset)
        < ($1.element.severity, $1.element.isCertain ? 0 : 1, $1.offset)
    }
    .map(\.element)
  }

  /// A certain error settles it; an error that nobody can exclude leaves it open.
  package var verdict: Verdict {
    let errors = obstacles.filter { $0.severity == .error }
    if errors.contains(where: \.isCertain) { return .notReady }
    return errors.isEmpty ? .ready : .unknown
  }

  /// Everything to do before the command is run again, in order: first the edits, then stores, their secrets, and the
  /// Worker.
  ///
  /// Empty when there is nothing to do, or an error that no command mends.
  package var plan: [Mend] {
    let errors = obstacles.filter { $0.severity == .error }
    guard errors.allSatisfy({ $0.isCertain && !$0.mends.isEmpty }) else { return [] }
    var mends: [Mend] = []
    for mend in errors.flatMap(\.mends) where !mends.contains(mend) { mends.append(mend) }
    let edits = mends.compactMap { if case .edit(let edit) = $0 { edit } else { nil } }
    return (0...4).flatMap { stage in mends.filter { $0.stage == stage } }.map { mend in
      // An upload among the mends takes the edits along.
      guard case .run(.deploy(let upload)) = mend else { return mend }
      return .run(.deploy(edits.reduce(upload) { $1.applied(to: $0) }))
    }
  }
}

extension Mend {
  /// When in a plan it comes.
  fileprivate var stage: Int {
    switch self {
    case .edit: 0
    case .run(.store): 1
    case .run(.storeSecret): 2
    case .run(.deploy): 4
    case .run: 3
    }
  }
}

extension Command {
  /// The command after a change of the configuration or of its options.
  package func applying(_ edit: Mend.Edit) -> Command {
    switch self {
    case .deploy(let upload): .deploy(edit.applied(to: upload))
    case .versionsUpload(let upload): .versionsUpload(edit.applied(to: upload))
    default: self
    }
  }
}
