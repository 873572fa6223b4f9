/// Where a part of the state comes from: wrangler's output names neither Worker nor time, so we record both.
///
/// Source: docs/facts/wrangler.md §6.5.
package struct Capture: Sendable, Hashable {
  /// The command whose output was read, without secrets: "versions list --json".
  package let command: String
  /// When it ran, as an ISO 8601 time.
  package let time: String
  /// The Worker, Pages project or store it was asked about, where there is one.
  package let subject: String?
  /// The environment of the configuration file that leads to this Worker; `nil` for the top level.
  package let environment: String?

  /// Whether what it tells can have changed since: a version never does (docs/facts/wrangler.md §6.1).
  package var ages: Bool { !command.hasPrefix("versions view ") }

  package init(command: String, time: String, subject: String? = nil, environment: String? = nil) {
    self.command = command
    self.time = time
    self.subject = subject
    self.environment = environment
  }
}
