import Synchronization
package import System
import Text

/// Reads files of a folder and of the repositories in it; nothing leads from one of them into another, or out.
///
/// What leads outside is remembered: whoever asked may not care that it could not be read, but it must be said.
package final class FileReader: Sendable {
  private let root: ConfinedFolder
  /// The repositories below the top, the deepest first.
  private let repositories: [(folder: String, files: ConfinedFolder)]
  private let outside = Mutex<Set<String>>([])

  package init(root: ConfinedFolder, repositories: [String]) {
    self.root = root
    self.repositories = repositories.sorted { $0.utf8.count > $1.utf8.count }.map {
      ($0, ConfinedFolder("\(root.path)/\($0)"))
    }
  }

  /// The paths that were asked for and lead outside, sorted.
  package var pathsLeadingOutside: [String] { outside.withLock { $0.sorted() } }

  package func read(_ path: String, into buffer: inout [UInt8]) throws(FileProblem) {
    let repository = repositories.first { FilePath.isPath(path, inOrBelow: $0.folder) }
    do {
      guard let repository else { return try root.read(path, named: path, into: &buffer) }
      try repository.files.read(FilePath.relative(path, to: repository.folder), named: path, into: &buffer)
    } catch {
      if case .leadsOutside = error.kind { outside.withLock { _ = $0.insert(path) } }
      throw error
    }
  }
}
