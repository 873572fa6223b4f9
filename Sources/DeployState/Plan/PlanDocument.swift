extension Plan {
  /// The plan as one JSON document: the steps, and the state after them as `paddock.state.json` has it.
  package var json: String {
    StateText.object([
      ("schemaVersion", .number(1)), ("refused", .flag(isRefused)), ("unknown", .flag(isUnknown)),
      ("steps", .list(steps.map(Self.document))), ("final", SavedStateWriter.document(state)),
    ]).text
  }

  private static func document(_ step: PlanStep) -> StateText {
    var members: [StateText.Member] = [("command", .text(step.text))]
    if let place = step.place {
      members.append(
        (
          "place",
          .shortObject([
            ("path", .text(place.path)), ("line", .number(Double(place.line))), ("group", .text(place.group)),
          ])
        )
      )
    }
    if let worker = step.worker { members.append(("worker", .text(worker))) }
    members.append(("outcome", .text(step.outcome.rawValue)))
    if let code = step.code { members.append(("code", .number(Double(code)))) }
    if !step.messages.isEmpty { members.append(("message", .text(step.messages.joined(separator: " ")))) }
    if !step.mends.isEmpty { members.append(("mends", .list(step.mends.map { .text($0.text) }))) }
    if !step.instead.isEmpty { members.append(("instead", .list(step.instead.map { .text($0.text) }))) }
    members.append(("live", step.live.map { .list($0.map(Self.document)) } ?? .null))
    return .object(members)
  }

  private static func document(_ version: LiveVersion) -> StateText {
    .shortObject([
      ("version", .text(version.version)), ("percentage", .number(version.percentage)),
      ("secrets", version.secrets.map { .shortList($0.map(StateText.text)) } ?? .null),
    ])
  }
}
