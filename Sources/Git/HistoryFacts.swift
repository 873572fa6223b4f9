import SystemPackage

/// What is worth knowing about single commits and contents of the history.
extension Repository {
  /// When each commit was written, as ISO 8601 with the author's time zone.
  package func authorDates(of commits: Set<ObjectID>) throws(GitError) -> [ObjectID: String] {
    let output = try answer(["rev-list", "--no-walk=unsorted", "--stdin", "--format=%H %aI"], to: commits)
    var dates: [ObjectID: String] = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 2, let commit = ObjectID(hexadecimal: words[0]) else { continue }
      dates[commit] = String(decoding: words[1], as: UTF8.self)
    }
    return dates
  }

  /// Those of the commits that no remote branch has.
  package func unpublished(_ commits: Set<ObjectID>) throws(GitError) -> Set<ObjectID> {
    let output = try answer(["rev-list", "--stdin", "--not", "--remotes"], to: commits)
    return Set(output.split(separator: UInt8(ascii: "\n")).compactMap(ObjectID.init)).intersection(commits)
  }

  /// The contents of all files in `HEAD`; none before the first commit.
  package func contentsOfHead() throws(GitError) -> Set<ObjectID> {
    do throws(GitError) {
      return Set(TrackedFile.list(try git.output(["ls-tree", "-r", "-z", "--full-tree", "HEAD"])).map(\.object))
    } catch GitError.failed {
      return []
    }
  }

  /// What the clone does not have by intent.
  package enum Gap: Sendable {
    /// Commits before some depth or day.
    case shallow
    /// Contents that are fetched when needed.
    case partial
  }

  package func gaps() throws(GitError) -> [Gap] {
    var gaps: [Gap] = []
    if try line(of: ["rev-parse", "--is-shallow-repository"]) == "true" { gaps.append(.shallow) }
    do throws(GitError) {
      let settings = ["config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"]
      if try !git.output(settings).isEmpty { gaps.append(.partial) }
    } catch GitError.failed(_, 1, _) {
      // There is no such setting.
    }
    return gaps
  }

  /// The refs that name a file or a folder and no commit, which a walk over commits cannot reach.
  package func refsWithoutCommit() throws(GitError) -> [String] {
    let output = try git.output(["for-each-ref", "--format=%(objecttype) %(*objecttype) %(refname)"])
    return output.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
      let kinds = ["blob", "tree"].map { Array($0.utf8)[...] }
      guard words.count == 3, kinds.contains(words[0]) || kinds.contains(words[1]) else { return nil }
      return String(decoding: words[2], as: UTF8.self)
    }
  }

  /// The names of all objects that are there.
  func presentObjects() throws(GitError) -> Set<ObjectID> {
    let output = try git.output(["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"])
    return Set(output.split(separator: UInt8(ascii: "\n")).compactMap(ObjectID.init))
  }

  private func answer(_ arguments: [String], to commits: Set<ObjectID>) throws(GitError) -> [UInt8] {
    if commits.isEmpty { return [] }
    var child = try git.start(arguments, input: .pipe)
    if let input = child.takeInput() {
      let text = commits.map { $0.hexadecimal + [UInt8(ascii: "\n")] }.joined()
      // git reads all names before it answers, and says itself when it cannot.
      _ = try? input.closeAfter { try input.writeAll(Array(text)) }
    }
    return try git.rest(of: &child, arguments)
  }
}
