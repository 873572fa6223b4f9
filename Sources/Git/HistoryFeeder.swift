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

  func run(_ repository: Repository, _ query: HistoryQuery, names: [FileDescriptor]) {
    let result = Result { () throws(GitError) in try feed(repository, query, names: names) }
    state.withLock { $0 = result }
    for input in names { try? input.close() }
  }

  private func feed(
    _ repository: Repository,
    _ query: HistoryQuery,
    names: [FileDescriptor]
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
    var origins = HistoryOrigins(isTraced: isTraced)
    // git would end at the first content that a partial clone has not fetched.
    let present = try repository.gaps().contains(.partial) ? repository.presentObjects() : nil
    var reader = RawHistoryReader()
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    var wanted = names.map { HistoryQuestions(input: $0) }
    do throws(any Error) {
      while case let count = try changes.read(into: &chunk, at: 0, count: chunk.count), count > 0 {
        reader.read(chunk[..<count]) { event in
          switch event {
          case .commit(let commit): origins.begin(commit)
          case .content(let object, let path):
            guard isWanted(path), let number = origins.note(object, at: path) else { return }
            if present?.contains(object) ?? true {
              wanted[Int(number) % wanted.count].add(object)
            } else {
              origins.notFetched += 1
            }
          }
        }
        for index in wanted.indices { try wanted[index].send(atLeast: 1024) }
      }
      for index in wanted.indices { try wanted[index].send(atLeast: 1) }
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

/// Names of objects on their way to one program.
private struct HistoryQuestions {
  let input: FileDescriptor
  private var text: [UInt8] = []

  init(input: FileDescriptor) { self.input = input }

  mutating func add(_ object: ObjectID) {
    text += object.hexadecimal
    text.append(UInt8(ascii: "\n"))
  }

  mutating func send(atLeast count: Int) throws {
    guard text.count >= count else { return }
    try input.writeAll(text)
    text.removeAll(keepingCapacity: true)
  }
}
