import Text

/// Tells for which files of a run the value of a local secret counts.
///
/// The files of a repository belong together, and those of another one are no concern of theirs, even where one lies
/// inside the other, as a submodule does. Where there is no repository, projects take their place:
///
/// * A secret in a repository counts for every file of that repository, and for no other.
/// * A secret in no repository counts for everything at or below its own top-level project, or at or below its own folder
///   where it lies in no project (a `.env` at the top of a monorepo).
/// * It also counts for files that lie in no repository and in no project, and those of no project count for the files of
///   every project: what both share is nobody else's. Only what lies in another top-level project is unrelated.
struct KnownValueScope: Sendable {
  /// The folders of repositories, from the folder checked; "" where one holds everything.
  private let repositories: Set<String>
  /// The folders of projects.
  private let projects: Set<String>

  init(repositories: some Sequence<String>, projects: some Sequence<String>) {
    self.repositories = Set(repositories)
    self.projects = Set(projects)
  }

  /// What a file belongs to.
  struct Home: Sendable, Hashable {
    /// The folder of the nearest repository; `nil` outside of all.
    let repository: String?
    /// The folder of the topmost project; `nil` outside of all.
    let project: String?
    /// The folder at and below which everything belongs to the file, where no repository decides.
    fileprivate let territory: String
  }

  func home(of path: String) -> Home {
    var (repository, project): (String?, String?)
    let own = FilePath.folder(of: path)
    var folder = own
    while true {
      if repository == nil, repositories.contains(folder) { repository = folder }
      if projects.contains(folder) { project = folder }
      if folder.isEmpty { break }
      folder = FilePath.folder(of: folder)
    }
    return Home(repository: repository, project: project, territory: project ?? own)
  }

  /// Whether a value counts for a file.
  ///
  /// - Parameter path: of the file; for one in an archive, that of the archive and the name in it.
  func isRelated(path: String, to value: KnownValue) -> Bool {
    isRelated(path: path, in: home(of: path), to: home(of: value.path))
  }

  /// The same where it is known what both belong to.
  func isRelated(path: String, in home: Home, to value: Home) -> Bool {
    if let repository = value.repository { return home.repository == repository }
    if FilePath.isPath(path, inOrBelow: value.territory) { return true }
    return home.repository == nil && (home.project == nil || value.project == nil)
  }
}
