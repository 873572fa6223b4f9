import Synchronization
import System

/// What the next commit would record, against each commit it would come after: `HEAD` and what is merged into it, or,
/// before the first commit, nothing.
///
/// git starts when this value is made: reading a large index takes time, in which the caller does other work. Two
/// processes in all: one reads the index, one returns contents.
package final class StagedFiles: Sendable {
  package let repository: Repository
  /// Started early, to be ready for the first question.
  package let reader: ObjectReader
  private let listing: Mutex<ChildProcess?>

  /// Files that are only announced (`git add --intent-to-add`) are no part of a commit, and left out.
  private let diff: [String]
  /// The commits that are merged into `HEAD`.
  private let mergeHeads: [ObjectID]

  package init(_ repository: Repository) throws(GitError) {
    self.repository = repository
    reader = ObjectReader(repository)
    mergeHeads = repository.mergeHeads
    // A file that one side of a merge has moved is compared with what it was.
    let renames = mergeHeads.isEmpty ? "--no-renames" : "-M"
    diff = ["diff-index", "--cached", "--raw", "-z", renames, "--ita-invisible-in-index"]
    listing = Mutex(try repository.git.start(diff + ["HEAD", "--"], readsIndex: true))
    try reader.warmUp()
  }

  /// Every file that changes, against `HEAD` and then against each commit that is merged; asked for once.
  package func changesFromEachParent() throws(GitError) -> [[FileChange]] {
    var parents = [try changes()]
    for head in mergeHeads {
      parents.append(FileChange.list(try repository.git.output(diff + [head.text, "--"], readsIndex: true)))
    }
    return parents
  }

  private func changes() throws(GitError) -> [FileChange] {
    let git = repository.git
    do throws(GitError) {
      let output = try listing.withLock { child throws(GitError) -> [UInt8] in
        guard var running = child.take() else { return [] }
        return try git.rest(of: &running, diff)
      }
      return FileChange.list(output)
    } catch {
      guard try repository.isUnborn() else { throw error }
      return FileChange.list(try git.output(diff + [try repository.emptyTree(), "--"]))
    }
  }

  /// The files of `HEAD` directly at the top or directly in the given folders, by path from the top of the repository.
  ///
  /// The time does not depend on the size of the repository.
  package func filesOfHead(inFolders wanted: Set<String>) throws(GitError) -> [TrackedFile] {
    guard let top = try reader.folder(Array("HEAD^{tree}".utf8), at: "") else {
      if try repository.isUnborn() { return [] }
      throw .failed(command: "cat-file", status: 0, message: "HEAD names no commit that can be read; see `git fsck`")
    }
    var known: [String: ObjectReader.Folder?] = ["": top]
    /// A folder, found step by step from the top, so that no file name is ever part of a question.
    func folder(at path: String) throws(GitError) -> ObjectReader.Folder? {
      if let folder = known[path] { return folder }
      let parts = path.split(separator: "/")
      let above = try folder(at: parts.dropLast().joined(separator: "/"))
      let object = parts.last.flatMap { above?.folders[String($0)] }
      let found = try object.flatMap { object throws(GitError) in try reader.folder(object.hexadecimal, at: path) }
      known[path] = .some(found)
      return found
    }
    var files = top.files
    for path in wanted.sorted() { files += try folder(at: path)?.files ?? [] }
    return files
  }
}
