import Dispatch
import Synchronization
import SystemPackage

/// Which part of a repository's history is read.
package struct HistoryQuery: Sendable {
  /// A revision or range in git's grammar; `nil`: everything any branch, tag or stash can reach.
  package var range: String?
  /// Only commits from this day on, `YYYY-MM-DD`.
  package var since: String?
  /// Only these files and folders, from the top of the repository; empty: all.
  package var paths: [String]

  package init(range: String? = nil, since: String? = nil, paths: [String] = []) {
    self.range = range
    self.since = since
    self.paths = paths
  }
}

/// Every content of every file in a part of the history, each once, newest first.
///
/// Three programs work side by side: one lists commits, one lists what each changes, one reads the contents. A thread
/// passes the names of new contents from the second to the third; any number of threads takes the contents. Nobody holds
/// more than one content, so the memory does not grow with the repository but for some fifty bytes for each.
package final class HistoryWalk: Sendable {
  /// One version of a file.
  package enum Content: Sendable {
    /// The content is in the buffer.
    case read(ObjectID)
    case tooLarge(ObjectID)
    /// The repository should have it, and has not.
    case missing(ObjectID)
  }

  private let contents: Mutex<ObjectStream>
  private let feeder: HistoryFeeder
  private let isFed = DispatchSemaphore(value: 0)

  /// - Parameter isWanted: whether a path, from the top of the repository, takes part; `nil`: all do.
  package init(
    _ repository: Repository,
    _ query: HistoryQuery,
    isWanted: (@Sendable (String) -> Bool)? = nil
  ) throws(GitError) {
    var stream = try ObjectStream(repository.git, isBuffered: true)
    let input = try stream.takeInput()
    contents = Mutex(stream)
    feeder = HistoryFeeder(isWanted: isWanted)
    DispatchQueue(label: "history").async { [feeder, isFed] in
      feeder.run(repository, query, names: input)
      isFed.signal()
    }
  }

  /// The next content; `nil` when all are through.
  ///
  /// - Parameter limit: larger contents are passed over without being held.
  package func next(limit: Int, into buffer: inout [UInt8]) throws(GitError) -> Content? {
    try contents.withLock { stream throws(GitError) in
      while let answer = try stream.next(limit: limit, into: &buffer) {
        switch answer.outcome {
        case .content: return .read(answer.object)
        case .tooLarge: return .tooLarge(answer.object)
        case .missing: return .missing(answer.object)
        case .otherKind: continue
        }
      }
      return nil
    }
  }

  /// What the walk has seen, once all contents are through.
  ///
  /// - Throws: what the commands that list commits and changes complained about.
  package func origins() throws(GitError) -> HistoryOrigins {
    isFed.wait()
    isFed.signal()
    return try feeder.result()
  }
}

/// Where each content of the history appeared first.
package struct HistoryOrigins: Sendable {
  /// How many contents a partial clone has not fetched; they were not read.
  package fileprivate(set) var notFetched = 0
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

  /// Notes that a commit brings a content; as the walk goes back in time, the last note is that of the first commit.
  ///
  /// - Returns: whether the content was not known.
  fileprivate mutating func note(_ object: ObjectID, at path: ArraySlice<UInt8>) -> Bool {
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
    return places.updateValue(place, forKey: object) == nil
  }

  fileprivate mutating func begin(_ commit: ObjectID) {
    commits.append(commit)
  }
}

/// Reads which contents each commit brings, and passes on the names of those that are new.
private final class HistoryFeeder: Sendable {
  private let isWanted: (@Sendable (String) -> Bool)?
  private let state = Mutex<Result<HistoryOrigins, GitError>>(.success(HistoryOrigins()))

  init(isWanted: (@Sendable (String) -> Bool)?) { self.isWanted = isWanted }

  func result() throws(GitError) -> HistoryOrigins { try state.withLock(\.self).get() }

  func run(_ repository: Repository, _ query: HistoryQuery, names: FileDescriptor) {
    let result = Result { () throws(GitError) in try feed(repository, query, names: names) }
    state.withLock { $0 = result }
    try? names.close()
  }

  private func feed(
    _ repository: Repository,
    _ query: HistoryQuery,
    names: FileDescriptor
  ) throws(GitError) -> HistoryOrigins {
    let git = repository.git
    let list =
      ["rev-list"] + (query.since.map { ["--since=\($0) 00:00:00"] } ?? [])
      + (query.range.map { ["--end-of-options", $0] } ?? ["--all"]) + ["--"]
    let change =
      ["--literal-pathspecs", "diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--no-renames"]
      + ["--format=%H", "--"] + query.paths
    var commits = try git.start(list)
    guard let listed = commits.takeOutput() else { throw .gitMissing }
    var changes = try git.start(change, input: .file(listed))
    var origins = HistoryOrigins()
    // git would end at the first content that a partial clone has not fetched.
    let present = try repository.gaps().contains(.partial) ? repository.presentObjects() : nil
    var reader = RawHistoryReader()
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    var wanted: [UInt8] = []
    do {
      while case let count = try changes.read(into: &chunk, at: 0, count: chunk.count), count > 0 {
        reader.read(chunk[..<count]) { event in
          switch event {
          case .commit(let commit): origins.begin(commit)
          case .content(let object, let path):
            guard isWanted(path), origins.note(object, at: path) else { return }
            guard present?.contains(object) ?? true else {
              origins.notFetched += 1
              return
            }
            wanted += object.hexadecimal
            wanted.append(UInt8(ascii: "\n"))
          }
        }
        if wanted.count > 4096 {
          try names.writeAll(wanted)
          wanted.removeAll(keepingCapacity: true)
        }
      }
      try names.writeAll(wanted)
    } catch {
      // The reader of contents has ended; it says why itself.
    }
    // The list of commits ends before the list of changes does; its complaint is the better one.
    let end = commits.end()
    if end.status != 0, end.message.firstIndex(of: "bad revision") != nil, let range = query.range {
      throw .unknownRevision(range)
    }
    try git.check(end, list)
    try git.check(changes.end(), ["diff-tree"])
    return origins
  }

  private func isWanted(_ path: ArraySlice<UInt8>) -> Bool {
    isWanted.map { $0(String(decoding: path, as: UTF8.self)) } ?? true
  }
}

/// Takes apart what `git diff-tree --stdin -c --raw -z --format=%H` prints, in pieces of any size.
///
/// A commit is its name and a NUL byte; a change is one or, for a merge, several colons, the modes, the objects and the
/// status, a NUL byte, the path, a NUL byte. A line feed may stand before either.
struct RawHistoryReader {
  enum Event {
    case commit(ObjectID)
    /// A file's content, and its path.
    case content(ObjectID, ArraySlice<UInt8>)
  }

  private var rest: [UInt8] = []
  /// The content whose path comes next; `nil` inside: a change without one, such as a deletion.
  private var pending: ObjectID??

  mutating func read(_ chunk: ArraySlice<UInt8>, _ body: (Event) -> Void) {
    var start = chunk.startIndex
    while let end = chunk[start...].firstIndex(of: 0) {
      if rest.isEmpty {
        take(chunk[start..<end], body)
      } else {
        rest += chunk[start..<end]
        take(rest[...], body)
        rest.removeAll(keepingCapacity: true)
      }
      start = end + 1
    }
    rest += chunk[start...]
  }

  private mutating func take(_ part: ArraySlice<UInt8>, _ body: (Event) -> Void) {
    if let object = pending {
      pending = .none
      if let object { body(.content(object, part)) }
      return
    }
    let text = part.drop { $0 == UInt8(ascii: "\n") }
    let parents = text.prefix { $0 == UInt8(ascii: ":") }.count
    if parents > 0 {
      pending = .some(Self.content(text.dropFirst(parents), parents: parents))
    } else if let commit = ObjectID(hexadecimal: text) {
      body(.commit(commit))
    }
  }

  /// The object of the result, if that is a file.
  private static func content(_ text: ArraySlice<UInt8>, parents: Int) -> ObjectID? {
    let fields = text.split(separator: UInt8(ascii: " "))
    guard fields.count == 2 * parents + 3,
      let mode = TrackedFile.Mode(String(decoding: fields[parents], as: UTF8.self)), mode.isFile
    else { return nil }
    return ObjectID(hexadecimal: fields[2 * parents + 1])
  }
}
