package import DeployState

/// What changed between two states, for people and for programs.
package enum StateDifferenceText {
  package static func render(_ difference: StateDifference, usesColor: Bool) -> String {
    if difference.changes.isEmpty { return "Nothing changed.\n" }
    var text = ""
    var subject: String?
    for change in difference.changes {
      if change.subject != subject {
        text += TerminalText.styled(TerminalText.safe(change.subject), .bold, when: usesColor) + "\n"
        subject = change.subject
      }
      let (sign, style): (String, TerminalText.Style) =
        switch change.kind {
        case .added: ("+", .green)
        case .removed: ("-", .red)
        case .changed: ("~", .yellow)
        }
      text += "  " + TerminalText.styled("\(sign) \(TerminalText.safe(change.sense))", style, when: usesColor) + "\n"
    }
    return text
  }

  package static func json(_ difference: StateDifference) throws -> String {
    try JSONText.render(
      Document(
        schemaVersion: 1,
        changes: difference.changes.map { Change(kind: $0.kind.rawValue, subject: $0.subject, message: $0.sense) }
      )
    )
  }

  private struct Document: Encodable {
    let schemaVersion: Int
    let changes: [Change]
  }

  private struct Change: Encodable {
    let kind, subject, message: String
  }
}
