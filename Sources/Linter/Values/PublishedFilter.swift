import Documents
import Text
import Workers

/// Tells which files of a published folder are really uploaded.
///
/// Source: docs/facts/wrangler.md §12.3 (static assets), §12.5 (Pages) and §12.6 (Workers Sites).
struct PublishedFilter: Sendable {
  let kind: PublishedFolder.Kind
  /// The folder, from the folder checked.
  let folder: String
  /// What is left out; for Workers Sites with `include` empty.
  private let left: IgnoreRules
  /// What alone is taken, for Workers Sites with `include`.
  private let taken: IgnoreRules?
  /// Whether the owner of a folder of static assets says what to leave out.
  let hasIgnoreFile: Bool

  init(_ kind: PublishedFolder.Kind, folder: String, project: Project, tree: FileTree) {
    self.kind = kind
    self.folder = folder
    func rules(_ text: String) -> IgnoreFile { IgnoreFile(path: "", folder: folder, bytes: Array(text.utf8)) }
    var taken: IgnoreRules?
    var hasIgnoreFile = false
    switch kind {
    case .assets:
      var files = [rules("/.assetsignore\n/_redirects\n/_headers\n")]
      if let bytes = try? tree.readAsStored(FilePath.join(folder, ".assetsignore")) {
        files.append(IgnoreFile(path: "", folder: folder, bytes: bytes))
        hasIgnoreFile = true
      }
      left = IgnoreRules(files: files)
    case .pages:
      let skipped =
        "/_worker.js\n/_redirects\n/_headers\n/_routes.json\n/functions\n.DS_Store\nnode_modules\n.git\n/.wrangler\n"
      left = IgnoreRules(files: [rules(skipped)])
    case .site:
      let site = project.config.root["site"]
      let include = (site?["include"]?.array ?? []).compactMap(\.string)
      let exclude = (site?["exclude"]?.array ?? []).compactMap(\.string)
      if !include.isEmpty { taken = IgnoreRules(files: [rules(include.joined(separator: "\n"))]) }
      left = IgnoreRules(files: [rules((include.isEmpty ? exclude : []).joined(separator: "\n") + "\nnode_modules\n")])
    }
    self.taken = taken
    self.hasIgnoreFile = hasIgnoreFile
  }

  /// Whether a file below the folder is uploaded; the path is from the folder checked.
  func isPublished(_ path: String) -> Bool {
    if kind == .site {
      let parts = FilePath.relative(path, to: folder).split(separator: "/")
      if parts.contains(where: { $0.hasPrefix(".") && $0 != ".well-known" }) { return false }
    }
    if left.decision(forPath: path, isDirectory: false)?.isIgnored ?? false { return false }
    return taken.map { $0.decision(forPath: path, isDirectory: false)?.isIgnored ?? false } ?? true
  }
}

extension PublishedFolder {
  /// The configuration key, for messages.
  var key: String {
    switch kind {
    case .assets: "assets.directory"
    case .site: "site.bucket"
    case .pages: "pages_build_output_dir"
    }
  }

  /// Whether the folder of a project's configuration lies in this one, or is it.
  func isTooWide(for project: Project) -> Bool {
    if let path { return !written.isEmpty && FilePath.isPath(project.folder, inOrBelow: path) }
    // Outside of the folder checked: above it when nothing but dots leads there.
    let parts = written.split(separator: "/")
    return !written.hasPrefix("/") && !parts.isEmpty && parts.allSatisfy { $0 == "." || $0 == ".." }
  }
}
