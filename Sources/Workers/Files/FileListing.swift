import Documents
import System
import Text

/// What a walk has found, before git was asked what it tracks.
package struct FileListing: Sendable {
  let walk: FileWalk
  let found: FolderWalk.Found
  let ignoreRules: IgnoreRules

  /// The folders below the top in which repositories of their own start.
  package var repositories: [String] { found.repositories.map(\.folder) }

  /// The files as a tree.
  ///
  /// What git tracks is in the repository, whatever an ignore file says: such files are added where the walk has passed
  /// over them.
  ///
  /// - Parameters:
  ///   - tracked: what git tracks, from the top; only files, no links and submodules.
  ///   - matters: whether a tracked file tells something about what is asked, by its path, though it is not asked about.
  package func tree(tracked: Set<String>, matters: (String) -> Bool) -> FileTree {
    let known = Set(found.files.map(\.path))
    var files = found.files.map { file in
      file.isIgnored && tracked.contains(file.path)
        ? FileEntry(path: file.path, isIgnored: false, isLink: file.isLink) : file
    }
    var despiteIgnore = zip(files, found.files).count { $0.isIgnored != $1.isIgnored }
    var skipped = found.skipped
    var folders: Set<String> = []
    for path in tracked.subtracting(known) where !walk.isExcluded(path, false) && !isInExcludedFolder(path) {
      if walk.selection.contains(path) {
        // What is neither ignored nor installed was deleted in the work tree.
        guard isPassedOver(path), (try? walk.root.kind(of: path)) == .regular else { continue }
        despiteIgnore += 1
        // Where its folder is ignored, only that was counted.
        if !isIgnored(FilePath.folder(of: path), isFolder: true), isIgnored(path) { skipped[.ignored, default: 1] -= 1 }
      } else {
        guard matters(path) else { continue }
        if WranglerConfig.fileNames.contains(FilePath.name(of: path)) { folders.insert(FilePath.folder(of: path)) }
      }
      files.append(FileEntry(path: path, isIgnored: false))
    }
    files += folders.flatMap { localSecretFiles(in: $0, except: known.union(tracked)) }
    if files.count > found.files.count { files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
    return FileTree(
      files: files,
      skipped: skipped,
      problems: found.problems,
      ignoreRules: ignoreRules,
      trackedDespiteIgnore: despiteIgnore,
      ignoredOutsideRepositories: found.ignoredOutsideRepositories,
      repositories: repositories,
      reader: FileReader(root: walk.root, repositories: repositories),
      lister: { [walk, ignoreRules] folder in walk.everyFile(inOrBelow: folder, rules: ignoreRules) }
    )
  }

  /// Whether the walk has left out a file that is there.
  private func isPassedOver(_ path: String) -> Bool {
    isIgnored(path)
      || path.split(separator: "/").dropLast().contains { FileWalk.vendoredFolders.contains(String($0)) }
  }

  private func isIgnored(_ path: String, isFolder: Bool = false) -> Bool {
    !path.isEmpty && ignoreRules.decision(forPath: path, isDirectory: isFolder)?.isIgnored ?? false
  }

  private func isInExcludedFolder(_ path: String) -> Bool {
    var folder = FilePath.folder(of: path)
    while !folder.isEmpty {
      if walk.isExcluded(folder, true) { return true }
      folder = FilePath.folder(of: folder)
    }
    return false
  }

  /// The dotenv files that git does not track beside a configuration outside of what is asked about.
  private func localSecretFiles(in folder: String, except known: Set<String>) -> [FileEntry] {
    ((try? walk.root.entries(ofFolder: folder)) ?? [])
      .filter { $0.kind == .regular && DotenvFile.role(ofFileNamed: $0.name) != nil }
      .map { FilePath.join(folder, $0.name) }
      .filter { !known.contains($0) && !walk.isExcluded($0, false) }
      .map { FileEntry(path: $0, isIgnored: isIgnored($0)) }
  }
}
