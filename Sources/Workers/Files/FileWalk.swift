package import Documents
import System

/// Lists the files of a folder on disk, in the order of their paths, without following links.
package struct FileWalk: Sendable {
  /// The absolute or relative path of the folder checked, as the system takes it.
  package let root: String
  /// Where the folder checked lies in its repository; "" for the top, or outside a repository.
  ///
  /// Ignore rules work on paths from the top of the repository.
  package let prefix: String
  /// Whether the settings exclude a file or, with `true`, a folder, by its path from the folder checked.
  package let isExcluded: @Sendable (String, Bool) -> Bool
  private let workers: Int

  /// - Parameter workers: how many threads list folders.
  package init(
    root: String,
    prefix: String = "",
    workers: Int = 1,
    isExcluded: @escaping @Sendable (String, Bool) -> Bool = { _, _ in false }
  ) {
    self.root = root
    self.prefix = prefix
    self.workers = workers
    self.isExcluded = isExcluded
  }

  /// Folders of installed packages and of version control, never entered.
  package static let vendoredFolders: Set<String> = ["node_modules", "bower_components", ".git", ".hg", ".svn", ".jj"]

  /// Walks the folder.
  ///
  /// - Parameter outer: ignore files that lie outside it: the user's, `info/exclude`, and those of the folders above.
  package func tree(outer: [IgnoreFile]) -> FileTree {
    let outer = IgnoreRules(files: outer)
    let found = FolderWalk(of: self, rules: outer, respectsIgnoreFiles: true).files(inOrBelow: "", workers: workers)
    var rules = outer
    for file in found.ignoreFiles { rules.add(file) }
    return FileTree(
      files: found.files,
      skipped: found.skipped,
      problems: found.problems,
      ignoreRules: rules,
      prefix: prefix,
      reader: { [root] path, buffer throws(FileProblem) in
        try FileRead.read(FileWalk.systemPath(root, path), named: path, into: &buffer)
      },
      lister: { [self, rules] folder in
        FolderWalk(of: self, rules: rules, respectsIgnoreFiles: false).files(inOrBelow: folder, workers: workers).files
      }
    )
  }

  /// A path from the folder checked as the system takes it.
  static func systemPath(_ root: String, _ path: String) -> String {
    path.isEmpty ? root : "\(root)/\(path)"
  }

  /// The names of the files right in a folder; none when it cannot be read.
  package static func fileNames(in folder: String) -> [String] {
    ((try? FolderListing.entries(ofFolder: folder, named: folder)) ?? []).filter { $0.kind == .regular }.map(\.name)
  }
}
