import Dispatch
import Documents
import Synchronization
import SystemPackage

/// Reads which contents each commit brings, and passes on the names of those that are new.
final class HistoryFeeder: Sendable {
  private let isWanted: (@Sendable (String) -> Bool)?
  private let isTraced: @Sendable (String) -> Bool
  private let state: Mutex<Result<HistoryOrigins, GitError>>

  init(isWanted: (@Sendable (String) -> Bool)?, isTraced: @escaping @Sendable (String) -> Bool) {
    self.isWanted = isWanted
    self.isTraced = isTraced
    state = Mutex(.success(HistoryOrigins(isTraced: isTraced)))
  }

  func result() throws(GitError) -> HistoryOrigins { try state.withLock(\.self).get() }

  func run(_ repository: Repository, _ query: HistoryQuery, to senders: [HistoryQuestions.Sender]) {
    var feed = Feed(
      repository: repository,
      query: query,
      isWanted: isWanted,
      origins: HistoryOrigins(isTraced: isTraced),
      senders: senders
    )
    let result = Result { () throws(GitError) in
      try feed.run()
      return feed.origins
    }
    state.withLock { $0 = result }
    feed.finish()
  }
}

/// One run of the feeder.
private struct Feed {
  let repository: Repository
  let query: HistoryQuery
  let isWanted: (@Sendable (String) -> Bool)?
  var origins: HistoryOrigins
  var senders: [HistoryQuestions.Sender]
  /// The objects a partial clone has; `nil`: all are there.
  private var present: Set<ObjectID>?

  init(
    repository: Repository,
    query: HistoryQuery,
    isWanted: (@Sendable (String) -> Bool)?,
    origins: HistoryOrigins,
    senders: [HistoryQuestions.Sender]
  ) {
    self.repository = repository
    self.query = query
    self.isWanted = isWanted
    self.origins = origins
    self.senders = senders
  }

  private var git: GitProcess { repository.git }

  private func complaint(_ end: ChildProcess.End, of command: String) -> GitError {
    GitError(end, command: command, folder: repository.topLevel)
  }

  private var since: [String] { query.since.map { ["--since=\($0) 00:00:00"] } ?? [] }

  private var list: [String] {
    ["rev-list"] + since + (query.range.map { ["--end-of-options", $0] } ?? ["--all"]) + ["--"]
  }

  /// - Parameter isEvery: whether commits without changes are named, too.
  private func changes(ofEvery isEvery: Bool) -> [String] {
    ["--literal-pathspecs", "diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--no-renames"]
      + (isEvery ? ["--always"] : []) + ["--format=%H", "--"] + query.paths
  }

  mutating func finish() {
    for index in senders.indices { senders[index].finish() }
  }

  mutating func run() throws(GitError) {
    // git would end at the first content that a partial clone has not fetched.
    present = try repository.gaps().contains(.partial) ? repository.presentObjects() : nil
    var commits = try git.start(list)
    let ends = try read(changesOf: &commits)
    if ends.commits.status != 0, ends.commits.message.firstIndex(of: "bad revision") != nil, let range = query.range {
      throw .unknownRevision(range)
    }
    // A list that nobody reads any more ends as well.
    let isListWhole = ends.commits.status == 0 || ends.changes.status != 0
    if !isListWhole { try readOn(after: complaint(ends.commits, of: "rev-list")) }
    if ends.changes.status != 0 {
      try readOn(afterChanges: complaint(ends.changes, of: "diff-tree"))
    }
  }

  /// Notes what each commit of a list brings.
  private mutating func read(
    changesOf commits: inout ChildProcess
  ) throws(GitError) -> (commits: ChildProcess.End, changes: ChildProcess.End) {
    guard let listed = commits.takeOutput() else { throw .gitMissing }
    var changes = try git.start(changes(ofEvery: false), input: .file(listed))
    try read(&changes)
    let end = changes.end()
    return (commits.end(), end)
  }

  private mutating func read(_ changes: inout ChildProcess) throws(GitError) {
    var reader = RawHistoryReader()
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    do {
      while case let count = try changes.read(into: &chunk, at: 0, count: chunk.count), count > 0 {
        reader.read(chunk[..<count]) { take($0) }
        for index in senders.indices { senders[index].send(atLeast: 1024) }
      }
    } catch {
      throw .failed(command: "diff-tree", status: -1, message: "\(error)")
    }
    for index in senders.indices { senders[index].send(atLeast: 1) }
  }

  private mutating func take(_ event: RawHistoryReader.Event) {
    switch event {
    case .commit(let commit): origins.begin(commit)
    case .content(let object, let path):
      guard isWanted(path), let number = origins.note(object, at: path) else { return }
      if present?.contains(object) ?? true {
        senders[Int(number) % senders.count].add(object)
      } else {
        origins.notFetched += 1
      }
    }
  }

  private func isWanted(_ path: ArraySlice<UInt8>) -> Bool {
    isWanted.map { $0(String(pathBytes: path)) } ?? true
  }

  // MARK: Damaged repositories

  /// Goes on after a commit could not be read: with what the readable branches and tags have, if none was listed at all.
  private mutating func readOn(after error: GitError) throws(GitError) {
    guard case .failed = error else { throw error }
    if origins.commitCount > 0 || query.range != nil {
      if origins.commitCount == 0 { throw error }
      origins.damage.append(.commits(error))
      return
    }
    // Other commands that list refs look at the objects, and end at the first that is damaged.
    let tips = try lines(of: ["rev-parse", "--all"])
    let names = try lines(of: ["rev-parse", "--symbolic-full-name", "--all"])
    let isThere = try repository.exist(tips)
    // What is wrong is no object.
    if !isThere.contains(false) { throw error }
    for (name, isThere) in zip(names, isThere) where !isThere { origins.damage.append(.ref(name)) }
    var commits = try git.start(["rev-list"] + since + ["--stdin"], input: .pipe)
    if let input = commits.takeInput() {
      let readable = zip(tips, isThere).filter(\.1).map { $0.0 + "\n" }.joined()
      _ = try? input.closeAfter { try input.writeAll(Array(readable.utf8)) }
    }
    let ends = try read(changesOf: &commits)
    if ends.changes.status != 0 {
      try readOn(afterChanges: complaint(ends.changes, of: "diff-tree"))
    } else if ends.commits.status != 0 {
      origins.damage.append(.commits(complaint(ends.commits, of: "rev-list")))
    }
  }

  private func lines(of command: [String]) throws(GitError) -> [String] {
    try git.output(command).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Goes on with the commits after one whose changes could not be read.
  private mutating func readOn(afterChanges error: GitError) throws(GitError) {
    guard case .failed = error else { throw error }
    var commits = try git.start(list)
    var (listed, end) = try git.outputAndEnd(of: &commits, list)
    var rest = listed.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hexadecimal: $0) }[...]
    listed = []
    if end.status != 0 { origins.damage.append(.commits(complaint(end, of: "rev-list"))) }
    if let last = origins.lastCommit, let index = rest.firstIndex(of: last) { rest = rest[(index + 1)...] }
    while !rest.isEmpty {
      let before = origins.commitCount
      var changes = try git.start(changes(ofEvery: true), input: .pipe)
      if let input = changes.takeInput() {
        let names = rest.flatMap { $0.hexadecimal + [UInt8(ascii: "\n")] }
        DispatchQueue.global().async { _ = try? input.closeAfter { try input.writeAll(names) } }
      }
      try read(&changes)
      end = changes.end()
      rest = rest.dropFirst(origins.commitCount - before)
      guard end.status != 0, let damaged = rest.popFirst() else { return }
      origins.damage.append(.changes(of: damaged, complaint(end, of: "diff-tree")))
    }
  }
}
