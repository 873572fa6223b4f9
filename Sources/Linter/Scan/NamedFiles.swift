import Documents
import System
import Text
import Workers

extension Scan {
  /// Says of every file on the command line that was not searched why not.
  ///
  /// - Parameter searched: the files that were, sorted by path.
  func notices(ofNamedFilesBesides searched: [FileEntry], in tree: FileTree) -> [Notice] {
    selection.paths.compactMap { path -> Notice? in
      if path.isEmpty || Self.holds(searched, path) { return nil }
      // A folder may be empty, and what is excluded is so by the user's own will.
      let isExcluded = settings.exclude?.contains(path) ?? false
      var reason = SkippedFile(path, settings: settings, tree: tree).reason
      do throws(FileProblem) {
        _ = try tree.readAsStored(path)
      } catch {
        switch error.kind {
        case .isDirectory: return nil
        case .tooLarge: break
        default: reason = "the file was not searched: \(error.reason)"
        }
      }
      return Notice(path: path, message: reason, isFailure: !isExcluded)
    }
  }

  /// Whether a file, or one below a folder, is among sorted ones.
  private static func holds(_ files: [FileEntry], _ path: String) -> Bool {
    [path, path + "/"].contains { start in
      let index = files.partitioningIndex { !$0.path.utf8.lexicographicallyPrecedes(start.utf8) }
      return index < files.count && FilePath.isPath(files[index].path, inOrBelow: path)
    }
  }
}
