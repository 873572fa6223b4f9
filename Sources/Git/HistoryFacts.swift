import System
import SystemPackage

/// What is worth knowing about single commits and contents of the history.
extension Repository {
  /// What is to be told of a commit.
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

  /// Those of the commits that no remote branch has.
  package func unpublished(_ commits: Set<ObjectID>) throws(GitError) -> Set<ObjectID> {
    try missing(commits, from: "--remotes")
  }

  /// Those of the commits that the current branch does not have.
  package func outsideOfHead(_ commits: Set<ObjectID>) throws(GitError) -> Set<ObjectID> {
    // Before the first commit it has none.
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

  /// All files of `HEAD`, by path from the top of the repository; none before the first commit, and `nil` when git cannot
  /// read them.
  package func filesOfHead() throws(GitError) -> [TrackedFile]? {
    if try isUnborn() { return [] }
    return (try? git.output(["ls-tree", "-r", "-z", "--full-tree", "HEAD"])).map { TrackedFile.list($0) }
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
    let output = try git.output(Self.everyObject + ["--batch-check=%(objectname)"])
    return Set(output.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hexadecimal: $0) })
  }

  private static let everyObject = ["cat-file", "--batch-all-objects", "--unordered"]

  /// The commits and the contents of files that are there, whether anything leads to them or not.
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

  /// Some commits, newest first, each with the commits before it.
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

  /// The branches, tags and other refs that name something that is not there, or cannot be read.
  ///
  /// Other commands that list refs look at the objects, and end at the first that is damaged.
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
      // git reads all names before it answers, and says itself when it cannot.
      _ = try? input.closeAfter { try input.writeAll(Array(text)) }
    }
    return try git.rest(of: &child, arguments)
  }
}
