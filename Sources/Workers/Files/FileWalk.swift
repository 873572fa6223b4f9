package import Documents
package import System
package import Text

/// Lists the files of a folder on disk, in the order of their paths, without following links.
package struct FileWalk: Sendable {
  /// The top of the run: of a repository, or the folder checked where there is none.
  package let root: ConfinedFolder
  /// What is asked about; of other folders only files that tell something about it are listed.
  package private(set) var selection: PathSelection
  /// Whether the settings exclude a file or, with `true`, a folder, by its path from the top.
  package let isExcluded: @Sendable (String, Bool) -> Bool
  /// The ignore files of a repository that starts in a folder below the top, besides those in its folders; `nil` when
  /// none starts there.
  let ignoreFilesOfRepository: @Sendable (String) -> [IgnoreFile]?
  /// Whether the top is in a repository.
  let isInRepository: Bool
  private let workers: Int

  /// - Parameter workers: how many threads list folders.
  package init(
    root: ConfinedFolder,
    selection: PathSelection = PathSelection(),
    isInRepository: Bool = false,
    workers: Int = 1,
    isExcluded: @escaping @Sendable (String, Bool) -> Bool = { _, _ in false },
    ignoreFilesOfRepository: @escaping @Sendable (String) -> [IgnoreFile]? = { _ in nil }
  ) {
    self.root = root
    self.selection = selection
    self.isInRepository = isInRepository
    self.workers = workers
    self.isExcluded = isExcluded
    self.ignoreFilesOfRepository = ignoreFilesOfRepository
  }

  /// Folders of installed packages and of version control, entered only for what git tracks in them.
  package static let vendoredFolders: Set<String> = ["node_modules", "bower_components", ".git", ".hg", ".svn", ".jj"]

  /// Walks the folder.
  ///
  /// - Parameter outer: the ignore files that are not in its folders: the user's and `info/exclude`.
  package func listing(outer: [IgnoreFile]) -> FileListing {
    let outer = IgnoreRules(files: outer)
    let found = FolderWalk(of: self, rules: outer, respectsIgnoreFiles: true).files(inOrBelow: "", workers: workers)
    var rules = outer
    for file in found.ignoreFiles { rules.add(file) }
    for (folder, files) in found.repositories { rules.add(repository: folder, files: files) }
    return FileListing(walk: self, found: found, ignoreRules: rules)
  }

  /// Every file in or below a folder, ignored or not, asked about or not: what is known is never narrowed.
  func everyFile(inOrBelow folder: String, rules: IgnoreRules) -> [FileEntry] {
    var walk = self
    walk.selection = PathSelection()
    return FolderWalk(of: walk, rules: rules, respectsIgnoreFiles: false).files(inOrBelow: folder, workers: workers)
      .files
  }
}
