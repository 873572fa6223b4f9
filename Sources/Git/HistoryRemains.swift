import Dispatch
import Documents
import System
import SystemPackage
import Text

/// What can still be read of a damaged history.
extension HistoryFeed {
  /// Continues after a commit or folder could not be read: with the commits that git can still list, then, when
  /// everything was requested, with every other commit in the repository.
  mutating func readOn(after error: GitError) throws(GitError) {
    guard case .failed = error else { throw error }
    var commits = try git.start(list)
    let (output, end) = try git.outputAndEnd(of: &commits, list)
    let listed = Self.objects(output)
    if end.status != 0, query.range != nil, listed.isEmpty { throw error }
    var rest = listed[...]
    if let last = origins.lastCommit, let index = rest.firstIndex(of: last) { rest = rest[(index + 1)...] }
    try read(rest)
    guard end.status != 0 else { return }
    let reason = complaint(end, of: "rev-list")
    if query.range == nil {
      try readUnlisted(besides: Set(listed), because: reason)
    } else {
      origins.damage.append(.commits(reason))
    }
  }

  /// Records what each commit adds, and returns those whose changes git cannot list.
  private mutating func read(_ commits: ArraySlice<ObjectID>) throws(GitError) {
    var rest = commits
    while !rest.isEmpty {
      let before = origins.commitCount
      var changes = try git.start(changes(ofEvery: true), input: .pipe)
      if let input = changes.takeInput() {
        let names = rest.flatMap { $0.hexadecimal + [UInt8(ascii: "\n")] }
        DispatchQueue.global().async { _ = try? input.closeAfter { try input.writeAll(names) } }
      }
      try read(&changes)
      let end = changes.end()
      rest = rest.dropFirst(origins.commitCount - before)
      guard end.status != 0, let damaged = rest.popFirst() else { return }
      try readWhole(damaged, because: complaint(end, of: "diff-tree"))
    }
  }

  /// Records all files of a commit whose changes are unknown; what it shares with others is already known.
  private mutating func readWhole(_ commit: ObjectID, because error: GitError) throws(GitError) {
    let command = ["--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit.text, "--"] + query.paths
    var child = try git.start(command)
    let (output, end) = try git.outputAndEnd(of: &child, command)
    origins.begin(commit)
    for file in TrackedFile.list(output) where file.mode.isFile && origins.origin(of: file.object) == nil {
      note(file.object, at: file.path.pathBytes[...])
    }
    // If only the parent is damaged, this commit is complete.
    if end.status != 0 { origins.damage.append(.changes(of: commit, error)) }
  }

  /// Records what unreached commits add: what leads to them is damaged.
  private mutating func readUnlisted(besides listed: Set<ObjectID>, because error: GitError) throws(GitError) {
    let (commits, files) = try repository.commitsAndFiles()
    // git fails if one of them is damaged in a way that shows only when it is read; then any order will do.
    let families = try? repository.parents(of: commits, options: since)
    let ordered = families?.map(\.commit) ?? commits.sorted { $0.text < $1.text }
    try read(ordered.filter { !listed.contains($0) }[...])

    let lost = Set((families ?? []).flatMap(\.parents)).subtracting(commits)
    origins.damage += lost.sorted { $0.text < $1.text }.map { .commit($0) }
    let refs = try repository.damagedRefs()
    origins.damage += refs.map { .ref($0) }
    if lost.isEmpty, refs.isEmpty { origins.damage.append(.commits(error)) }
    guard isWanted == nil, query.paths.isEmpty, query.since == nil else { return }
    let unseen = files.count { origins.origin(of: $0) == nil }
    if unseen > 0 { origins.damage.append(.contents(unseen)) }
  }

  private static func objects(_ lines: [UInt8]) -> [ObjectID] {
    lines.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hexadecimal: $0) }
  }
}
