import Documents
import Git
import System
import Text
import Workers

/// The files of a folder on disk.
struct ScannedFiles: Sendable {
  var tree: FileTree
  /// What git tracks; `nil` where there is no repository at all.
  var tracked: TrackedPaths?
  /// What could not be found out.
  var notices: [Notice] = []
}

extension Scan {
  /// The files of a folder on disk, and which of them git tracks; each repository in it is asked for itself.
  ///
  /// - Parameter asksGit: whether to ask what is tracked; without, only ignore files count.
  /// - Throws: `GitError` when git cannot be asked about the repository at the top.
  func files(
    ofFolder root: String,
    in repository: Repository?,
    asksGit: Bool = true
  ) throws(GitError) -> ScannedFiles {
    let walk = FileWalk(
      root: ConfinedFolder(root),
      selection: selection,
      isInRepository: repository != nil,
      workers: settings.workers,
      isExcluded: { [exclude = settings.exclude] in exclude?.contains($0, isDirectory: $1) ?? false },
      ignoreFilesOfRepository: { folder in
        Self.repository(at: folder, below: root).map { (try? $0.privateIgnoreFiles(in: folder)) ?? [] }
      }
    )
    let outer = try repository?.privateIgnoreFiles() ?? []
    let (listing, asked) = concurrently(workers: settings.workers) {
      walk.listing(outer: outer)
    } _: {
      (asksGit ? repository : nil).map { repository in Result { () throws(GitError) in try repository.trackedFiles() } }
    }
    var notices: [Notice] = []
    var indexes: [Index] = []
    if let repository, let entries = try asked?.get() { indexes.append(Index("", repository, entries)) }
    let inner = (asksGit ? listing.repositories : []).compactMap { folder in
      Self.repository(at: folder, below: root).map { (folder, $0) }
    }
    let answers = concurrentMap(inner, workers: settings.workers) { folder, repository in
      Result { () throws(GitError) in Index(folder, repository, try repository.trackedFiles()) }
    }
    for ((folder, _), answer) in zip(inner, answers) {
      switch answer {
      case .success(let index): indexes.append(index)
      case .failure(let error):
        let message = "git cannot be asked about this repository: \(error.description)"
        notices.append(Notice(path: folder, message: message, isFailure: true))
      }
    }
    let tracked = indexes.isEmpty ? nil : TrackedPaths(indexes.map { ($0.folder, $0.repository, wanted($0.paths)) })
    let tree = listing.tree(tracked: tracked?.all ?? [], matters: Snapshot.canMatter)
    return ScannedFiles(tree: tree, tracked: tracked, notices: notices)
  }

  /// What the settings do not exclude.
  private func wanted(_ paths: [String]) -> [String] {
    guard let exclude = settings.exclude else { return paths }
    return paths.filter { !exclude.contains($0) }
  }

  private static func repository(at folder: String, below root: String) -> Repository? {
    let path = "\(root)/\(folder)"
    return Repository.find(at: path).flatMap { $0.topLevel == path ? $0 : nil }
  }

  /// A repository's index: its files, from its top.
  private struct Index: Sendable {
    let folder: String
    let repository: Repository
    let paths: [String]

    init(_ folder: String, _ repository: Repository, _ entries: [TrackedFile]) {
      self.folder = folder
      self.repository = repository
      paths = entries.filter { $0.mode.isFile }.map(\.path)
    }
  }
}
