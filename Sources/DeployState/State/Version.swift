/// A version of a Worker: an immutable bundle of code, settings and all bindings, secrets included
/// (docs/facts/wrangler.md §6.1).
package struct Version: Sendable, Equatable {
  /// The id wrangler shows; versions that only a plan has made are called `new-1`, `new-2`, ….
  package let id: String
  /// Counts from 1 in each Worker.
  package let number: Known<Int>
  package let bindings: BindingTable
  /// ISO 8601; `nil` when nobody knows, as for everything a plan has made.
  package let createdOn: String?
  /// What made it, `workers/triggered_by`: an open set (docs/facts/wrangler.md §6.5).
  package let trigger: Known<Trigger>
  /// From which program: `wrangler`, `dash`, `api`, `terraform`; an open set.
  package let source: Known<ChangeSource>
  package let tag: String?
  package let message: String?

  /// What made a version.
  package struct Trigger: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let upload = Trigger(rawValue: "upload")
    package static let secret = Trigger(rawValue: "secret")
    package static let rollback = Trigger(rawValue: "rollback")
    package static let promotion = Trigger(rawValue: "promotion")
  }

  package init(
    id: String,
    number: Known<Int> = .unknown,
    bindings: BindingTable = .unknown,
    createdOn: String? = nil,
    trigger: Known<Trigger> = .unknown,
    source: Known<ChangeSource> = .unknown,
    tag: String? = nil,
    message: String? = nil
  ) {
    self.id = id
    self.number = number
    self.bindings = bindings
    self.createdOn = createdOn
    self.trigger = trigger
    self.source = source
    self.tag = tag
    self.message = message
  }
}

/// The program a change came from: an open set (docs/facts/wrangler.md §6.5).
package struct ChangeSource: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static let wrangler = ChangeSource(rawValue: "wrangler")
  package static let dashboard = ChangeSource(rawValue: "dash")
  package static let api = ChangeSource(rawValue: "api")
  package static let terraform = ChangeSource(rawValue: "terraform")
}
