import Documents
import System
import Text

/// One run of the feeder.
struct HistoryFeed {
  let repository: Repository
  let query: HistoryQuery
  let isWanted: (@Sendable (String) -> Bool)?
  var origins: HistoryOrigins
  private let senders: [HistoryQuestions.Sender]
  /// The objects that a partial clone has; `nil`: all.
  private var present: Set<ObjectID>?
  /// What was found and not yet sent.
  private var unsent: [(path: Int32, object: ObjectID)] = []
  private var sentCount = 0

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

  var git: GitProcess { repository.git }

  func complaint(_ end: ChildProcess.End, of command: String) -> GitError {
    GitError(end, command: command, folder: repository.topLevel)
  }

  var since: [String] { query.since.map { ["--since=\($0) 00:00:00"] } ?? [] }

  var list: [String] {
    ["rev-list"] + since + (query.range.map { ["--end-of-options", $0] } ?? ["--all"]) + ["--"]
  }

  /// - Parameter isEvery: whether commits without changes are listed, too.
  func changes(ofEvery isEvery: Bool) -> [String] {
    ["--literal-pathspecs", "diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--no-renames"]
      + (isEvery ? ["--always"] : []) + ["--format=%H", "--"] + query.paths
  }

  func finish() {
    for sender in senders { sender.finish() }
  }

  mutating func run() throws(GitError) {
    // git would stop at the first content that a partial clone has not fetched.
    present = try repository.gaps().contains(.partial) ? repository.presentObjects() : nil
    var commits = try git.start(list)
    guard let listed = commits.takeOutput() else { throw .gitMissing }
    var changes = try git.start(changes(ofEvery: false), input: .file(listed))
    try read(&changes)
    let changesEnd = changes.end()
    let commitsEnd = commits.end()
    if commitsEnd.status != 0, commitsEnd.message.firstIndex(of: "bad revision") != nil, let range = query.range {
      throw .unknownRevision(range)
    }
    if changesEnd.status != 0 {
      try readOn(after: complaint(changesEnd, of: "diff-tree"))
    } else if commitsEnd.status != 0 {
      try readOn(after: complaint(commitsEnd, of: "rev-list"))
    }
    send()
  }

  /// Records what each commit adds.
  mutating func read(_ changes: inout ChildProcess) throws(GitError) {
    var reader = RawHistoryReader()
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    do {
      while case let count = try changes.read(into: &chunk, at: 0, count: chunk.count), count > 0 {
        reader.read(chunk[..<count]) { event in
          switch event {
          case .commit(let commit): origins.begin(commit)
          case .content(let object, let path): note(object, at: path)
          }
        }
        // As many as all before: few at first, so that the readers start soon, then larger batches in the best order.
        if unsent.count >= max(Self.smallestBatch, sentCount) { send() }
      }
    } catch {
      throw .failed(command: "diff-tree", status: -1, message: "\(error)")
    }
  }

  private static let smallestBatch = 2048

  /// Records that the current commit adds a content.
  mutating func note(_ object: ObjectID, at path: ArraySlice<UInt8>) {
    guard isWanted.map({ $0(String(pathBytes: path)) }) ?? true, let number = origins.note(object, at: path) else {
      return
    }
    if present?.contains(object) ?? true {
      unsent.append((number, object))
    } else {
      origins.notFetched += 1
    }
  }

  /// Distributes what was found: each share gets a part of the paths.
  ///
  /// Versions of a path, and neighbouring paths, are consecutive and in one share: git stores them as deltas of one
  /// another, and every share would have to unpack the bases again.
  private mutating func send() {
    sentCount += unsent.count
    // Within a path, keep the order of the walk.
    let ordered = unsent.enumerated().sorted { ($0.element.path, $0.offset) < ($1.element.path, $1.offset) }
      .map(\.element.object)
    unsent.removeAll(keepingCapacity: true)
    for (index, sender) in senders.enumerated() {
      let part = ordered[ordered.count * index / senders.count..<ordered.count * (index + 1) / senders.count]
      if !part.isEmpty { sender.send(Array(part)) }
    }
  }
}
