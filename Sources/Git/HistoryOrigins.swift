/// Where each content of the history appeared first.
package struct HistoryOrigins: Sendable {
  /// How many contents a partial clone has not fetched; they were not read.
  package internal(set) var notFetched = 0
  private var places: [ObjectID: Place] = [:]
  private var commits: [ObjectID] = []
  private var paths: [[UInt8]] = []
  private var numbers: [[UInt8]: Int32] = [:]

  private struct Place {
    var commit: Int32
    var path: Int32
  }

  /// How many commits there are.
  package var commitCount: Int { commits.count }

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
        path: String(decoding: paths[Int(place.path)], as: UTF8.self)
      )
    }
  }

  /// The contents that appeared first at certain paths, with these paths, in the order of their names.
  package func contents(at isWanted: (String) -> Bool) -> [(object: ObjectID, path: String)] {
    let names = paths.map { String(decoding: $0, as: UTF8.self) }
    let wanted = names.map(isWanted)
    return places.filter { wanted[Int($0.value.path)] }.map { ($0.key, names[Int($0.value.path)]) }
      .sorted { ($0.path, $0.object.text) < ($1.path, $1.object.text) }
  }

  /// Notes that a commit brings a content; as the walk goes back in time, the last note is that of the first commit.
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
    }
    let place = Place(commit: Int32(commits.count - 1), path: number)
    return places.updateValue(place, forKey: object) == nil ? number : nil
  }

  mutating func begin(_ commit: ObjectID) {
    commits.append(commit)
  }
}
