import Documents
import System
import Text
import Workers

/// Why a run passes over a file.
struct SkippedFile {
  let reason: String

  init(_ path: String, settings: Settings, tree: FileTree) {
    reason =
      Self.folders(of: path).lazy.compactMap { Self.reason(for: $0, path, settings, tree) }.first
      ?? "the file was not searched: it is a link, lies behind one, or is no regular file"
  }

  /// The folders above a path, the topmost first, and the path itself.
  private static func folders(of path: String) -> [String] {
    var folders = [path]
    while let last = folders.last, !FilePath.folder(of: last).isEmpty { folders.append(FilePath.folder(of: last)) }
    return folders.reversed()
  }

  private static func reason(for part: String, _ path: String, _ settings: Settings, _ tree: FileTree) -> String? {
    let isFolder = part != path
    let what = isFolder ? "it lies in \(part)/, which is" : "it is"
    if isFolder, FileWalk.vendoredFolders.contains(FilePath.name(of: part)) {
      return "the file was not searched: it lies in \(part)/, which holds what others have written"
    }
    if settings.exclude?.contains(part, isDirectory: isFolder) ?? false {
      return "the file was not searched: \(what) excluded by `exclude` in \(SettingsFile.name)"
    }
    if let decision = tree.ignoreDecision(for: part, isDirectory: isFolder), decision.isIgnored {
      let pattern = "`\(decision.pattern.text)` in \(decision.file)"
      return "the file was not searched: \(what) ignored by git, by \(pattern)"
    }
    if !isFolder, !tree.contains(path) {
      do {
        _ = try tree.readAsStored(path)
      } catch {
        return "the file was not searched: \(error.reason)"
      }
    }
    return nil
  }
}
