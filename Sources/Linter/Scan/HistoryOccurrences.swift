import Git
import Text
import Workers

/// Brings the versions of a file that hold the same secret together.
enum HistoryOccurrences {
  /// A secret as a rule sees it, without its value.
  struct Secret: Sendable, Hashable {
    let rule: Rule.ID
    let identity: Identity

    init(rule: Rule.ID, identity: Identity) {
      self.rule = rule
      self.identity = identity
    }

    init(_ item: RuleMatch) { self.init(rule: item.rule, identity: item.match.identity) }
  }

  /// The version of a file that brought some secrets.
  struct Version: Sendable {
    let object: ObjectID
    /// The path from the folder checked.
    let path: String
    let commit: ObjectID
    /// With whether they are still in `HEAD`.
    let secrets: [Secret: Bool]
  }

  private struct Place: Hashable {
    let path: String
    let secret: Secret
  }

  private struct Occurrence {
    var object: ObjectID
    var origin: HistoryOrigins.Origin
    var isInHead: Bool
  }

  /// The versions to report, by path and from old to new.
  ///
  /// - Parameter head: the contents of `HEAD`; where it cannot be read, everything counts as still there.
  static func versions(
    _ hits: [HistorySearch.Hit],
    origins: HistoryOrigins,
    head: Set<ObjectID>?
  ) -> [Version] {
    var first: [Place: Occurrence] = [:]
    for hit in hits {
      guard let origin = origins.origin(of: hit.object) else { continue }
      let isInHead = head?.contains(hit.object) ?? true
      for secret in hit.secrets {
        let place = Place(path: origin.path, secret: secret)
        guard var known = first[place] else {
          first[place] = Occurrence(object: hit.object, origin: origin, isInHead: isInHead)
          continue
        }
        // Of two versions in one commit, as two files that have become one, any will do, as long as it is always the same.
        if (origin.age, hit.object.text) > (known.origin.age, known.object.text) {
          (known.object, known.origin) = (hit.object, origin)
        }
        known.isInHead = known.isInHead || isInHead
        first[place] = known
      }
    }
    return Dictionary(grouping: first, by: \.value.object).compactMap { object, places -> (Version, Int)? in
      guard let origin = places.first?.value.origin else { return nil }
      let version = Version(
        object: object,
        path: origin.path,
        commit: origin.commit,
        secrets: Dictionary(
          places.map { ($0.key.secret, $0.value.isInHead) },
          uniquingKeysWith: { first, _ in first }
        )
      )
      return (version, origin.age)
    }.sorted { ($0.0.path, -$0.1, $0.0.object.text) < ($1.0.path, -$1.1, $1.0.object.text) }.map(\.0)
  }
}
