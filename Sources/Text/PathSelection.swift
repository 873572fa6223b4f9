/// The files and folders that somebody asked about, among all files of a run; nothing asked means everything.
package struct PathSelection: Sendable {
  /// As given: paths from the top of the run, "" for all of it.
  package let paths: [String]
  private let named: Set<String>
  /// The folders above those that are named.
  private let above: Set<String>

  package init(_ paths: [String] = []) {
    self.paths = paths.contains("") ? [] : paths
    named = Set(self.paths)
    var above: Set<String> = []
    for path in named {
      var folder = FilePath.folder(of: path)
      while above.insert(folder).inserted, !folder.isEmpty { folder = FilePath.folder(of: folder) }
    }
    self.above = above
  }

  /// Whether nothing is left out.
  package var isEverything: Bool { named.isEmpty }

  /// Whether a path was given itself, not only a folder above it.
  package func names(_ path: String) -> Bool { named.contains(path) }

  /// Whether something that was asked about is below a folder.
  package func leads(through folder: String) -> Bool { isEverything || above.contains(folder) }

  /// Whether a path was asked about: it is named, or a folder above it is.
  package func contains(_ path: String) -> Bool {
    if isEverything || named.contains(path) { return true }
    var folder = FilePath.folder(of: path)
    while !folder.isEmpty {
      if named.contains(folder) { return true }
      folder = FilePath.folder(of: folder)
    }
    return false
  }

  /// Whether a folder holds something that was asked about, or is in it.
  package func touches(_ folder: String) -> Bool { leads(through: folder) || contains(folder) }
}
