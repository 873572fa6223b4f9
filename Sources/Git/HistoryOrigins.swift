import Documents
import Text

/// Where each content of the history appeared first.
package struct HistoryOrigins: Sendable {
  /// How many contents a partial clone has not fetched; they were not read.
  package internal(set) var notFetched = 0
  /// Commits and folders that git could not read.
  package internal(set) var damage: [HistoryDamage] = []
  /// Whether every version of a path is to be remembered.
  private let isTraced: @Sendable (String) -> Bool
  private var traces: [Int32: [Version]] = [:]
  private var places: [ObjectID: Place] = [:]
  private var commits: [ObjectID] = []
  private var paths: [[UInt8]] = []
  private var numbers: [[UInt8]: Int32] = [:]

  private struct Place {
    var commit: Int32
    var path: Int32
  }

  private struct Version {
    let object: ObjectID
    let commit: Int32
  }

  init(isTraced: @escaping @Sendable (String) -> Bool) { self.isTraced = isTraced }

  /// How many commits there are.
  package var commitCount: Int { commits.count }

  var lastCommit: ObjectID? { commits.last }

  /// Where a content appeared first.
  package struct Origin: Sendable {
    package let commit: ObjectID
    /// How many commits of the walk are newer.
    package let age: Int
    /// The path it had there, from the top of the repository.
    package let path: String
  }

  package func origin(of object: ObjectID) -> Origin? {
    places[object].map { place in
      Origin(
        commit: commits[Int(place.commit)],
        age: Int(place.commit),
        path: String(pathBytes: paths[Int(place.path)])
      )
    }
  }

  /// The versions of the remembered paths, by path, newest first; each content once per commit that adds it.
  package var traced: [(path: String, versions: [(object: ObjectID, origin: Origin)])] {
    traces.map { number, versions in
      let path = String(pathBytes: paths[Int(number)])
      return (
        path,
        versions.map { version in
          let commit = Int(version.commit)
          return (version.object, Origin(commit: commits[commit], age: commit, path: path))
        }
      )
    }.sorted { $0.path < $1.path }
  }

  /// Records that a commit adds a content; the walk goes back in time, so the last record is the earliest commit.
  ///
  /// - Returns: the number of the path, if the content was not known.
  mutating func note(_ object: ObjectID, at path: ArraySlice<UInt8>) -> Int32? {
    let key = Array(path)
    let number: Int32
    if let known = numbers[key] {
      number = known
    } else {
      number = Int32(paths.count)
      numbers[key] = number
      paths.append(key)
      if isTraced(String(pathBytes: key)) { traces[number] = [] }
    }
    let commit = Int32(commits.count - 1)
    traces[number]?.append(Version(object: object, commit: commit))
    let place = Place(commit: commit, path: number)
    return places.updateValue(place, forKey: object) == nil ? number : nil
  }

  mutating func begin(_ commit: ObjectID) {
    commits.append(commit)
  }
}
