import System
import SystemPackage

/// Facts about single commits and contents of the history.
extension Repository {
  /// What reports say about a commit.
  package struct CommitFacts: Sendable {
    /// When it was written, as ISO 8601 with the author's time zone.
    package let date: String
    /// Whether it has no parent.
    package let isRoot: Bool
  }

  package func facts(of commits: Set<ObjectID>) throws(GitError) -> [ObjectID: CommitFacts] {
    let output = try answer(["rev-list", "--no-walk=unsorted", "--stdin", "--format=%H %aI %P"], to: commits)
    var facts: [ObjectID: CommitFacts] = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count >= 2, let commit = ObjectID(hexadecimal: words[0]) else { continue }
      facts[commit] = CommitFacts(date: String(decoding: words[1], as: UTF8.self), isRoot: words.count == 2)
    }
    return facts
  }

  /// The commits that are on no remote branch.
  package func unpublished(_ commits: Set<ObjectID>) throws(GitError) -> Set<ObjectID> {
    try missing(commits, from: "--remotes")
  }

  /// The commits that are not on the current branch.
  package func outsideOfHead(_ commits: Set<ObjectID>) throws(GitError) -> Set<ObjectID> {
    // Before the first commit there are none.
    if try isUnborn() { return commits }
    return try missing(commits, from: "HEAD")
  }

  /// The last commit of the current branch, and whether the branch has a merge that no remote branch has.
  package func unpublishedTips() throws(GitError) -> (head: ObjectID?, hasMerges: Bool) {
    let head = try line(of: ["rev-parse", "--verify", "--quiet", "HEAD"])
    let merges = try git.output(["rev-list", "--merges", "--max-count=1", "HEAD", "--not", "--remotes"])
    return (ObjectID(hexadecimal: Array(head.utf8)[...]), !merges.isEmpty)
  }

  private func missing(_ commits: Set<ObjectID>, from revision: String) throws(GitError) -> Set<ObjectID> {
    let output = try answer(["rev-list", "--stdin", "--not", revision], to: commits)
    let names = output.split(separator: UInt8(ascii: "\n"))
    return Set(names.compactMap { ObjectID(hexadecimal: $0) }).intersection(commits)
  }

  /// All files of `HEAD`, by path from the top of the repository; empty before the first commit, `nil` when git cannot
  /// read them.
  package func filesOfHead() throws(GitError) -> [TrackedFile]? {
    if try isUnborn() { return [] }
    return (try? git.output(["ls-tree", "-r", "-z", "--full-tree", "HEAD"])).map { TrackedFile.list($0) }
  }

  /// What the clone lacks on purpose.
  package enum Gap: Sendable {
    /// Commits beyond a depth or before a day.
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
      // The setting does not exist.
    }
    return gaps
  }

  /// The refs that name a file or folder instead of a commit: a walk over commits does not reach them.
  package func refsWithoutCommit() throws(GitError) -> [String] {
    let output = try git.output(["for-each-ref", "--format=%(objecttype) %(*objecttype) %(refname)"])
    return output.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
      let kinds = ["blob", "tree"].map { Array($0.utf8)[...] }
      guard words.count == 3, kinds.contains(words[0]) || kinds.contains(words[1]) else { return nil }
      return String(decoding: words[2], as: UTF8.self)
    }
  }

  /// The names of all objects in the repository.
  func presentObjects() throws(GitError) -> Set<ObjectID> {
    let output = try git.output(Self.everyObject + ["--batch-check=%(objectname)"])
    return Set(output.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hexadecimal: $0) })
  }

  private static let everyObject = ["cat-file", "--batch-all-objects", "--unordered"]

  /// The commits and file contents in the repository, reachable or not.
  func commitsAndFiles() throws(GitError) -> (commits: Set<ObjectID>, files: Set<ObjectID>) {
    var commits: Set<ObjectID> = []
    var files: Set<ObjectID> = []
    let output = try git.output(Self.everyObject + ["--batch-check=%(objectname) %(objecttype)"])
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 2, let object = ObjectID(hexadecimal: words[0]) else { continue }
      if words[1].elementsEqual("commit".utf8) { commits.insert(object) }
      if words[1].elementsEqual("blob".utf8) { files.insert(object) }
    }
    return (commits, files)
  }

  /// Commits, newest first, each with its parents.
  ///
  /// - Parameter options: which of them are wanted.
  func parents(
    of commits: Set<ObjectID>,
    options: [String]
  ) throws(GitError) -> [(commit: ObjectID, parents: [ObjectID])] {
    let output = try answer(["rev-list", "--no-walk=sorted", "--parents"] + options + ["--stdin"], to: commits)
    return output.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let names = line.split(separator: UInt8(ascii: " ")).compactMap { ObjectID(hexadecimal: $0) }
      return names.first.map { ($0, Array(names.dropFirst())) }
    }
  }

  /// The branches, tags and other refs that name something missing or unreadable.
  ///
  /// Other commands that list refs read the objects and stop at the first damaged one.
  func damagedRefs() throws(GitError) -> [String] {
    let names = try lines(of: ["rev-parse", "--symbolic-full-name", "--all"])
    let tips = try lines(of: ["rev-parse", "--all"])
    return zip(names, try exist(tips)).filter { !$0.1 }.map(\.0)
  }

  func answer(_ arguments: [String], to commits: Set<ObjectID>) throws(GitError) -> [UInt8] {
    if commits.isEmpty { return [] }
    var child = try git.start(arguments, input: .pipe)
    if let input = child.takeInput() {
      let text = commits.map { $0.hexadecimal + [UInt8(ascii: "\n")] }.joined()
      // git reads all names before it answers, and reports failures itself.
      _ = try? input.closeAfter { try input.writeAll(Array(text)) }
    }
    return try git.rest(of: &child, arguments)
  }
}
