import Documents
import System
import Text

/// Goes over a folder and all below it, level by level, each on several threads.
struct FolderWalk: Sendable {
  private let walk: FileWalk
  private let rules: IgnoreRules
  private let respectsIgnoreFiles: Bool

  /// - Parameters:
  ///   - rules: the ignore rules of folders above, and of all folders where those below are not to be read.
  ///   - respectsIgnoreFiles: whether ignored files and folders are left out.
  init(of walk: FileWalk, rules: IgnoreRules, respectsIgnoreFiles: Bool) {
    self.walk = walk
    self.rules = rules
    self.respectsIgnoreFiles = respectsIgnoreFiles
  }

  /// What a walk finds, each in the order of paths.
  struct Found {
    var files: [FileEntry] = []
    var ignoreFiles: [IgnoreFile] = []
    var skipped: [SkipReason: Int] = [:]
    var problems: [FileProblem] = []
  }

  func files(inOrBelow folder: String, workers: Int) -> Found {
    let inRepository = FilePath.join(walk.prefix, folder)
    let isIgnored = !folder.isEmpty && rules.decision(forPath: inRepository, isDirectory: true)?.isIgnored ?? false
    let scope = rules.scope(ofFolder: inRepository.pathBytes)
    var folders = [Folder(path: folder, scope: scope, isIgnored: isIgnored)]
    var levels: [[Content]] = []
    // Deeper than any real tree; the system's own limit on paths comes first nearly everywhere.
    while !folders.isEmpty, levels.count < 200 {
      let contents = concurrentMap(folders, workers: workers) { content(of: $0) }
      levels.append(contents)
      folders = contents.flatMap { $0.items.compactMap(\.folder) }
    }
    var collected = PathOrder(levels: levels)
    collected.take(from: 0)
    return collected.result
  }

  /// A folder to go into.
  private struct Folder: Sendable {
    let path: String
    /// The ignore rules that hold in it, without its own file.
    let scope: IgnoreScope
    /// Whether it, or one above it, is ignored.
    let isIgnored: Bool
  }

  /// What lies right in a folder.
  private struct Content: Sendable {
    enum Item {
      case file(FileEntry)
      case folder(Folder)

      var folder: Folder? { if case .folder(let folder) = self { folder } else { nil } }
    }

    var items: [Item] = []
    var ignoreFile: IgnoreFile?
    var skipped: [SkipReason: Int] = [:]
    var problems: [FileProblem] = []
  }

  // MARK: One folder

  private func content(of folder: Folder) -> Content {
    var content = Content()
    let names: [(name: String, kind: FolderListing.Kind)]
    do {
      names = try FolderListing.entries(ofFolder: FileWalk.systemPath(walk.root, folder.path), named: folder.path)
    } catch {
      content.problems.append(error)
      return content
    }
    var scope = folder.scope
    if respectsIgnoreFiles, names.contains(where: { $0.name == ".gitignore" && $0.kind == .regular }) {
      readIgnoreFile(in: folder.path, into: &content)
      if let file = content.ignoreFile { scope = scope.adding(file) }
    }
    for (name, kind) in names {
      let path = FilePath.join(folder.path, name)
      switch kind {
      case .directory: add(folder: path, name: name, scope: scope, isIgnored: folder.isIgnored, to: &content)
      case .regular: add(file: path, name: name, scope: scope, folderIsIgnored: folder.isIgnored, to: &content)
      case .symbolicLink: skip(path, .symbolicLink, .symbolicLink, in: &content)
      case .special: skip(path, .special, .system("it is not a regular file, and was not searched"), in: &content)
      }
    }
    return content
  }

  /// Passes over what is no file; one with the name of a secret not without a word.
  private func skip(_ path: String, _ reason: SkipReason, _ problem: FileProblem.Kind, in content: inout Content) {
    content.skipped[reason, default: 0] += 1
    guard respectsIgnoreFiles, SecretFileName.matches(path), !walk.isExcluded(path, false) else { return }
    content.problems.append(FileProblem(path: path, kind: problem))
  }

  private func readIgnoreFile(in folder: String, into content: inout Content) {
    let path = FilePath.join(folder, ".gitignore")
    do {
      let bytes = try FileRead.bytes(at: FileWalk.systemPath(walk.root, path), named: path, limit: 1 << 20)
      let inRepository = FilePath.join(walk.prefix, path)
      content.ignoreFile = IgnoreFile(path: inRepository, folder: FilePath.folder(of: inRepository), bytes: bytes)
    } catch {
      content.problems.append(error)
    }
  }

  private func add(folder path: String, name: String, scope: IgnoreScope, isIgnored: Bool, to content: inout Content) {
    if FileWalk.vendoredFolders.contains(name) {
      if !name.hasPrefix(".") { content.skipped[.vendored, default: 0] += 1 }
      return
    }
    if walk.isExcluded(path, true) {
      content.skipped[.excluded, default: 0] += 1
      return
    }
    let isIgnored = isIgnored || ignores(path, name: name, isDirectory: true, scope: scope)
    if respectsIgnoreFiles, isIgnored {
      content.skipped[.ignored, default: 0] += 1
    } else {
      content.items.append(.folder(Folder(path: path, scope: scope, isIgnored: isIgnored)))
    }
  }

  private func add(
    file path: String,
    name: String,
    scope: IgnoreScope,
    folderIsIgnored: Bool,
    to content: inout Content
  ) {
    if walk.isExcluded(path, false) {
      content.skipped[.excluded, default: 0] += 1
      return
    }
    let isIgnored = folderIsIgnored || ignores(path, name: name, isDirectory: false, scope: scope)
    if isIgnored, respectsIgnoreFiles, !FileTree.isAlwaysRead(fileNamed: name) {
      content.skipped[.ignored, default: 0] += 1
      return
    }
    content.items.append(.file(FileEntry(path: path, isIgnored: isIgnored)))
  }

  private func ignores(_ path: String, name: String, isDirectory: Bool, scope: IgnoreScope) -> Bool {
    if scope.isEmpty { return false }
    let bytes = FilePath.join(walk.prefix, path).pathBytes
    let nameStart = bytes.count - name.pathBytes.count
    return scope.lastMatch(bytes.span, nameStart: nameStart, isDirectory: isDirectory)?.isIgnored ?? false
  }

  // MARK: All of them

  /// Brings what lies on all levels into the order of paths.
  private struct PathOrder {
    let levels: [[Content]]
    /// Of each level the folder that comes next: those of a level are in the order of those above them.
    private var next: [Int]
    var result = Found()

    init(levels: [[Content]]) {
      self.levels = levels
      next = levels.map { _ in 0 }
    }

    mutating func take(from level: Int) {
      let content = levels[level][next[level]]
      next[level] += 1
      result.problems += content.problems
      result.skipped.merge(content.skipped) { $0 + $1 }
      if let file = content.ignoreFile { result.ignoreFiles.append(file) }
      for item in content.items {
        switch item {
        case .file(let file): result.files.append(file)
        case .folder(let folder) where level + 1 == levels.count:
          let problem = FileProblem(path: folder.path, kind: .system("nested deeper than \(levels.count) folders"))
          result.problems.append(problem)
        case .folder: take(from: level + 1)
        }
      }
    }
  }
}
