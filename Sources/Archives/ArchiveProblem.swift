/// Something in an archive that was not searched, or only in part.
package struct ArchiveProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case encrypted
    /// Compressed by another method than deflate.
    case unknownMethod
    case damaged
    case cutShort
    case tooLarge
    /// Nested deeper than the limit.
    case tooDeep
    /// A zip without the list of its members.
    case withoutDirectory
    case tooManyMembers
    /// Unpacks to more than the limit.
    case exhausted
  }

  package let kind: Kind
  /// The first member it is about; `nil` for the archive itself.
  package let member: String?
  /// How many members it is about.
  package internal(set) var count = 1

  /// The problem in words, to follow the archive's path.
  package func words(_ limits: ArchiveLimits) -> String {
    switch kind {
    case .encrypted: "\(subject(.are)) encrypted and \(count == 1 ? "was" : "were") not looked at"
    case .unknownMethod: "\(subject(.are)) compressed in a way that is not known here, and not looked at"
    case .damaged: "\(subject(.are)) damaged; only what can be read was looked at"
    case .cutShort: "\(subject(.are)) cut short; only what is there was looked at"
    case .tooLarge: "\(subject(.are)) larger than the limit of \(limits.memberBytes) bytes and not looked at"
    case .tooDeep: "\(subject(.are)) inside of more than \(limits.depth) archives and not looked at"
    case .withoutDirectory:
      "\(subject(.have)) no directory at the end, as if cut short or damaged; nothing in it was looked at"
    case .tooManyMembers: "\(subject(.have)) more than \(limits.members) members; the others were not looked at"
    case .exhausted:
      "the archive unpacks to more than \(limits.ratio) times its size or \(limits.bytes) bytes; "
        + "\(member.map { "from \($0) on, " } ?? "")its members were not looked at"
    }
  }

  private enum Verb { case are, have }

  private func subject(_ verb: Verb) -> String {
    let singular = verb == .are ? "is" : "has"
    guard let member else { return "the archive \(singular)" }
    if count == 1 { return "its member \(member) \(singular)" }
    return "\(count) of its members, \(member) the first, \(verb == .are ? "are" : "have")"
  }
}
