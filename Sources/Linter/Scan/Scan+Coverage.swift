import Documents
import Text
import Workers

/// What a run must say about what it did not look at.
extension Scan {
  /// - Parameter isWholeTree: whether everything asked about was looked at, not only what changed.
  func coverageNotices(of checkout: Checkout, isWholeTree: Bool) -> [Notice] {
    outsideNotices(checkout.tree) + environmentNotices(checkout) + (isWholeTree ? ignoredNotices(checkout.tree) : [])
  }

  /// What leads out of the repository was not read, whoever asked for it.
  private func outsideNotices(_ tree: FileTree) -> [Notice] {
    tree.pathsLeadingOutside.map { path in
      Notice(
        path: path,
        message: "it leads outside the repository, so it was not read",
        isFailure: !selection.isEverything && selection.names(path)
      )
    }
  }

  /// Where there is no repository, nobody can tell whether an ignored file is one that will be shared.
  private func ignoredNotices(_ tree: FileTree) -> [Notice] {
    guard tree.ignoredOutsideRepositories > 0 else { return [] }
    let count = tree.ignoredOutsideRepositories
    let words =
      count == 1
      ? "1 file or folder that .gitignore leaves out was" : "\(count) files and folders that .gitignore leaves out were"
    return [Notice(path: nil, message: "this is not a git repository: \(words) not searched", isFailure: false)]
  }

  /// An environment that nobody has is a mistake of whoever asked for it; one that another Worker has may be meant.
  private func environmentNotices(_ checkout: Checkout) -> [Notice] {
    let projects = checkout.projects.filter { selection.touches($0.folder) }
    // A configuration without any `env` is deployed under every name (docs/facts/wrangler.md §2.1).
    let choosing = projects.filter { $0.config.root["env"] != nil }
    guard !choosing.isEmpty else { return [] }
    let all = Set(choosing.flatMap { $0.config.namedEnvironments.compactMap(\.name) })
    return settings.environments.filter { !$0.isEmpty }.flatMap { name -> [Notice] in
      let lacking = choosing.filter { project in !project.config.namedEnvironments.contains { $0.name == name } }
      if lacking.isEmpty { return [] }
      if lacking.count == choosing.count {
        let near = NearMiss.closest(to: name, among: all) ?? all.sorted().first { $0.hasPrefix(name) }
        let list = all.sorted().prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
        let hint = near.map { "did you mean \"\($0)\"?" } ?? (all.isEmpty ? "none is defined" : "there is \(list)")
        return [
          Notice(
            path: nil,
            message: "no wrangler configuration has the environment \"\(name)\"; \(hint)",
            isFailure: true
          )
        ]
      }
      return lacking.map {
        Notice(
          path: $0.config.source.path,
          message: "it has no environment \"\(name)\", so nothing of it was checked for that",
          isFailure: false
        )
      }
    }
  }
}
