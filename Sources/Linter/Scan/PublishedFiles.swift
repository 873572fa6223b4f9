import Text
import Workers

/// The files of a checkout that everybody can download once its Workers are deployed.
struct PublishedFiles: Sendable {
  private let folders: Set<String>
  private let entries: [FileEntry]

  /// - Parameter selection: what is asked about; other published files are not listed.
  init(of checkout: Checkout, selection: PathSelection) {
    var folders: Set<String> = []
    for project in checkout.projects {
      for environment in checkout.environments(of: project) {
        // A folder that holds the configuration itself is a mistake of its own, see assets/directory-too-wide.
        for folder in project.publishedFolders(of: environment) {
          guard let path = folder.path, !FilePath.isPath(project.folder, inOrBelow: path) else { continue }
          folders.insert(path)
        }
      }
    }
    self.folders = folders
    entries = folders.sorted().filter(selection.touches).flatMap { checkout.tree.everyFile(inOrBelow: $0) }
  }

  /// The files to scan: those of the walk and the published ones, which are often ignored by git, sorted by path.
  func union(with files: [FileEntry]) -> [FileEntry] {
    if entries.isEmpty { return files }
    let known = Set(files.map(\.path))
    var seen: Set<String> = []
    let extra = entries.filter { !known.contains($0.path) && seen.insert($0.path).inserted }
    return (files + extra).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  func role(of entry: FileEntry, in checkout: Checkout) -> FileRole {
    if folders.contains(where: { FilePath.isPath(entry.path, inOrBelow: $0) }) { return .published }
    if let role = checkout.dotenvRole(of: entry.path) {
      if role == .example { return .example }
      return checkout.isTracked(entry.path) ? .source : .localSecrets
    }
    return FileRole.isTest(entry.path) ? .test : .source
  }
}
