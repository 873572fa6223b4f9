import Git
import Text
import Workers

/// The files that git tracks, of every repository of a run, by path from its top.
package struct TrackedPaths: Sendable {
  private let paths: Set<String>
  /// The folders in which repositories start, the deepest first.
  private let repositories: [(folder: String, spread: @Sendable ([String]) -> [String: FileSpread])]

  /// The files of a repository at the top that cannot be asked.
  package init(_ paths: some Sequence<String>) {
    self.paths = Set(paths)
    repositories = [("", { _ in [:] })]
  }

  /// - Parameter repositories: each with the folder it starts in and the paths in its index, from its top.
  init(_ repositories: [(folder: String, repository: Repository, paths: [String])]) {
    paths = repositories.reduce(into: []) { all, part in
      if part.folder.isEmpty {
        all.formUnion(part.paths)
      } else {
        for path in part.paths { all.insert(FilePath.join(part.folder, path)) }
      }
    }
    self.repositories = repositories.sorted { $0.folder.utf8.count > $1.folder.utf8.count }.map { part in
      (
        part.folder,
        { asked in
          let spread = part.repository.spread(of: asked.map { FilePath.relative($0, to: part.folder) })
          return Dictionary(
            asked.compactMap { path in spread[FilePath.relative(path, to: part.folder)].map { (path, $0) } },
            uniquingKeysWith: { first, _ in first }
          )
        }
      )
    }
  }

  /// The folders in which repositories start.
  var folders: [String] { repositories.map(\.folder) }

  /// Whether a path is in a repository at all.
  package func covers(_ path: String) -> Bool {
    repositories.contains { FilePath.isPath(path, inOrBelow: $0.folder) }
  }

  /// A path from the top of its repository.
  func pathFromTop(_ path: String) -> String {
    repository(of: path).map { FilePath.relative(path, to: repositories[$0].folder) } ?? path
  }

  /// How far some of the files have got, which costs a process or two; without those of which git cannot say.
  func spread(of paths: [String]) -> [String: FileSpread] {
    if paths.isEmpty { return [:] }
    var found: [String: FileSpread] = [:]
    for (index, asked) in Dictionary(grouping: paths, by: { repository(of: $0) }) {
      guard let index else { continue }
      found.merge(repositories[index].spread(asked)) { first, _ in first }
    }
    return found
  }

  private func repository(of path: String) -> Int? {
    repositories.firstIndex { FilePath.isPath(path, inOrBelow: $0.folder) }
  }

  package func contains(_ path: String) -> Bool { paths.contains(path) }
  package var all: Set<String> { paths }
}
