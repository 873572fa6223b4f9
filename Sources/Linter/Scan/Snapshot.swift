import Documents
import Git
import System
import Text
import Workers

/// Makes file trees of what git holds: the folder checked as it is in the index or in a commit.
///
/// Only files that can matter are in such a tree: those that configure, ignore or hold secrets, and those that change.
/// Local secret files, which git never holds, come from the work tree.
struct Snapshot: Sendable {
  let repository: Repository
  /// The top of its work tree.
  let root: ConfinedFolder
  let settings: Settings
  let reader: ObjectReader
  /// The ignore files that are no part of the project.
  let ignoreFiles: [IgnoreFile]

  /// Which entries of the index can matter, as pathspecs: a star and the end of a name, which git compares fastest.
  static let pathspecs =
    ([".gitignore", ".assetsignore", "package.json", "worker-configuration.d.ts", ".sh", ".bash", "akefile", "ustfile"]
    + WranglerConfig.fileNames + Project.programConfigNames).map { "*\($0)" }
    + ["*.dev.vars*", "*.env*", ".github/workflows/*", ".gitlab-ci.yml"]

  /// Whether a file can matter by its name; the names behind ``pathspecs``.
  static func canMatter(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    return [".gitignore", ".assetsignore", "worker-configuration.d.ts"].contains(name)
      || FileTree.isAlwaysRead(fileNamed: name) || Project.programConfigNames.contains(name)
      || ScriptFiles.mayHoldCommands(path)
  }

  /// The tree of some entries.
  ///
  /// - Parameters:
  ///   - entries: by path from the top of the repository.
  ///   - changed: paths that belong to the tree whatever their names.
  func tree(of entries: [TrackedFile], changed: Set<String>) -> (tree: FileTree, tracked: TrackedPaths) {
    let folders = Set(
      entries.filter { WranglerConfig.fileNames.contains(FilePath.name(of: $0.path)) }.map {
        FilePath.folder(of: $0.path)
      }
    )
    var rules = IgnoreRules(files: ignoreFiles)
    var problems: [FileProblem] = []
    var known: [String: TrackedFile] = [:]
    for entry in entries where entry.mode.isFile && entry.stage == 0 {
      if FilePath.name(of: entry.path) == ".gitignore" { add(entry, to: &rules, &problems) }
      guard changed.contains(entry.path) || isNear(entry.path, folders) else { continue }
      let path = entry.path
      guard !(settings.exclude?.contains(path) ?? false) else { continue }
      if let other = known.updateValue(entry, forKey: path), other != entry {
        problems.append(
          FileProblem(path: path, kind: .system("two files have this name but for how its accents are written"))
        )
      }
    }
    func isIgnored(_ path: String) -> Bool {
      rules.decision(forPath: path, isDirectory: false)?.isIgnored ?? false
    }
    let local = folders.flatMap(localSecretFiles)
      .filter { known[$0] == nil && !(settings.exclude?.contains($0) ?? false) }
    // Other names are only told by the scripts that pass them to wrangler.
    let named = known.filter { ScriptFiles.mayHoldCommands($0.key) }.flatMap { path, entry -> [String] in
      var bytes: [UInt8] = []
      guard (try? read(entry.object, named: path, into: &bytes)) != nil else { return [] }
      return ScriptFiles.envFiles(in: Source(path: path, bytes: bytes))
    }.filter { known[$0] == nil && !(settings.exclude?.contains($0) ?? false) }
    let files = (Array(known.keys) + local).map { FileEntry(path: $0, isIgnored: isIgnored($0)) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let tree = FileTree(
      files: files,
      problems: problems,
      ignoreRules: rules,
      reader: { [known, root, local = Set(local + named)] path, buffer throws(FileProblem) in
        if let entry = known[path] {
          try read(entry.object, named: path, into: &buffer)
        } else if local.contains(path) {
          try root.read(path, named: path, into: &buffer)
        } else {
          throw FileProblem(path: path, kind: .missing)
        }
      },
      lister: { folder in files.filter { FilePath.isPath($0.path, inOrBelow: folder) } }
    )
    return (tree, TrackedPaths([("", repository, Array(known.keys))]))
  }

  /// Scripts count where a project or the whole repository keeps them; there may be very many others.
  private func isNear(_ path: String, _ folders: Set<String>) -> Bool {
    guard Self.canMatter(path) else { return false }
    let folder = FilePath.folder(of: path)
    return !ScriptFiles.mayHoldCommands(path) || folder.isEmpty || folder == ".github/workflows"
      || folders.contains(folder)
  }

  private func add(_ entry: TrackedFile, to rules: inout IgnoreRules, _ problems: inout [FileProblem]) {
    var bytes: [UInt8] = []
    do {
      try read(entry.object, named: entry.path, into: &bytes)
      rules.add(IgnoreFile(path: entry.path, folder: FilePath.folder(of: entry.path), bytes: bytes))
    } catch {
      problems.append(error)
    }
  }

  private func read(_ object: ObjectID, named path: String, into buffer: inout [UInt8]) throws(FileProblem) {
    switch reader.read(object, limit: settings.maximumFileSize, into: &buffer) {
    case .content: return
    case .tooLarge: throw FileProblem(path: path, kind: .tooLarge(limit: settings.maximumFileSize))
    case .notFetched: throw FileProblem(path: path, kind: .notFetched)
    case .failed(let message): throw FileProblem(path: path, kind: .system(message))
    }
  }

  /// The dotenv files of a folder of the work tree, which may not be there at all.
  private func localSecretFiles(in folder: String) -> [String] {
    ((try? root.entries(ofFolder: folder)) ?? [])
      .filter { $0.kind != .directory && DotenvFile.role(ofFileNamed: $0.name) != nil }
      .map { FilePath.join(folder, $0.name) }
  }
}
