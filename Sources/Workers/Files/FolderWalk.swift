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
    /// The repositories below the top, with the ignore files that are not in their folders.
    var repositories: [(folder: String, files: [IgnoreFile])] = []
    /// Of what was asked about.
    var skipped: [SkipReason: Int] = [:]
    /// How many files and folders are ignored that are in no repository, where nothing may be tracked.
    var ignoredOutsideRepositories = 0
    var problems: [FileProblem] = []
  }

  func files(inOrBelow folder: String, workers: Int) -> Found {
    let isIgnored = !folder.isEmpty && rules.decision(forPath: folder, isDirectory: true)?.isIgnored ?? false
    let top = Folder(
      path: folder,
      scope: rules.scope(ofFolder: folder.pathBytes),
      isIgnored: isIgnored,
      isWanted: walk.selection.contains(folder),
      listsIgnored: !respectsIgnoreFiles,
      isInRepository: walk.isInRepository
    )
    var folders = [top]
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
    var scope: IgnoreScope
    /// Whether it, or one above it, is ignored.
    var isIgnored: Bool
    /// Whether it was asked about; otherwise something below it was.
    var isWanted: Bool
    /// Whether ignored files in it are wanted as well, as in an ignored folder that was named itself.
    var listsIgnored: Bool
    var isInRepository: Bool
  }

  /// What is right in a folder.
  private struct Content: Sendable {
    enum Item {
      case file(FileEntry)
      case folder(Folder)

      var folder: Folder? { if case .folder(let folder) = self { folder } else { nil } }
    }

    var items: [Item] = []
    var ignoreFile: IgnoreFile?
    var repository: (folder: String, files: [IgnoreFile])?
    var skipped: [SkipReason: Int] = [:]
    var ignoredOutsideRepositories = 0
    var problems: [FileProblem] = []
  }

  // MARK: One folder

  private func content(of folder: Folder) -> Content {
    var folder = folder
    var content = Content()
    let names: [(name: String, kind: FolderListing.Kind)]
    do {
      names = try walk.root.entries(ofFolder: folder.path)
    } catch {
      content.problems.append(error)
      return content
    }
    if respectsIgnoreFiles, !folder.path.isEmpty, names.contains(where: { $0.name == ".git" }),
      let files = walk.ignoreFilesOfRepository(folder.path)
    {
      content.repository = (folder.path, files)
      folder.scope = IgnoreScope(files: files)
      folder.isIgnored = false
      folder.isInRepository = true
    }
    if respectsIgnoreFiles, names.contains(where: { $0.name == ".gitignore" && $0.kind == .regular }) {
      readIgnoreFile(in: folder.path, into: &content)
      if let file = content.ignoreFile { folder.scope = folder.scope.adding(file) }
    }
    for (name, kind) in names {
      let path = FilePath.join(folder.path, name)
      let isNamed = walk.selection.names(path)
      switch kind {
      case .directory: add(folder: path, name: name, in: folder, isNamed: isNamed, to: &content)
      case .regular: add(file: path, name: name, in: folder, isNamed: isNamed, to: &content)
      case .symbolicLink: add(link: path, name: name, in: folder, isNamed: isNamed, to: &content)
      case .special:
        if isNamed { content.problems.append(FileProblem(path: path, kind: .system("it is not a regular file"))) }
        if folder.isWanted || isNamed { content.skipped[.special, default: 0] += 1 }
      }
    }
    return content
  }

  private func readIgnoreFile(in folder: String, into content: inout Content) {
    let path = FilePath.join(folder, ".gitignore")
    do {
      let bytes = try walk.root.bytes(path, named: path, limit: 1 << 20)
      content.ignoreFile = IgnoreFile(path: path, folder: folder, bytes: bytes)
    } catch {
      content.problems.append(error)
    }
  }

  private func add(folder path: String, name: String, in parent: Folder, isNamed: Bool, to content: inout Content) {
    let isWanted = parent.isWanted || isNamed
    let leads = isNamed || walk.selection.leads(through: path) && !walk.selection.isEverything
    guard isWanted || leads else { return }
    // What was named, and the way to it, is entered whatever it is.
    if FileWalk.vendoredFolders.contains(name), !leads {
      if !name.hasPrefix(".") { content.skipped[.vendored, default: 0] += 1 }
      return
    }
    if walk.isExcluded(path, true) {
      content.skipped[.excluded, default: 0] += 1
      return
    }
    let isIgnored = parent.isIgnored || ignores(path, name: name, isDirectory: true, scope: parent.scope)
    if isIgnored, !parent.listsIgnored, !leads {
      countIgnored(in: parent, &content)
      return
    }
    let folder = Folder(
      path: path,
      scope: parent.scope,
      isIgnored: isIgnored,
      isWanted: isWanted,
      listsIgnored: parent.listsIgnored || isNamed && isIgnored,
      isInRepository: parent.isInRepository
    )
    content.items.append(.folder(folder))
  }

  private func add(file path: String, name: String, in folder: Folder, isNamed: Bool, to content: inout Content) {
    guard folder.isWanted || isNamed || FileTree.isAlwaysRead(fileNamed: name) || ScriptFiles.mayHoldCommands(path)
    else { return }
    if walk.isExcluded(path, false) {
      if folder.isWanted || isNamed { content.skipped[.excluded, default: 0] += 1 }
      return
    }
    let isIgnored = folder.isIgnored || ignores(path, name: name, isDirectory: false, scope: folder.scope)
    if isIgnored, !folder.listsIgnored, !isNamed, !FileTree.isAlwaysRead(fileNamed: name) {
      if folder.isWanted { countIgnored(in: folder, &content) }
      return
    }
    content.items.append(.file(FileEntry(path: path, isIgnored: isIgnored)))
  }

  /// A link is looked at where it leads, unless somebody asked about the link, or wrangler would read it.
  private func add(link path: String, name: String, in folder: Folder, isNamed: Bool, to content: inout Content) {
    if isNamed || FileTree.isAlwaysRead(fileNamed: name) && !walk.isExcluded(path, false) {
      do {
        switch try walk.root.kind(of: path) {
        case .regular:
          let isIgnored = folder.isIgnored || ignores(path, name: name, isDirectory: false, scope: folder.scope)
          content.items.append(.file(FileEntry(path: path, isIgnored: isIgnored, isLink: true)))
          return
        case .folder where isNamed:
          let target = Folder(
            path: path,
            scope: folder.scope,
            isIgnored: folder.isIgnored,
            isWanted: true,
            listsIgnored: folder.listsIgnored,
            isInRepository: folder.isInRepository
          )
          content.items.append(.folder(target))
          return
        case .folder: break
        case .special: content.problems.append(FileProblem(path: path, kind: .system("it is not a regular file")))
        }
      } catch {
        // A link to nothing is not a file.
        if isNamed || error.kind != .missing { content.problems.append(error) }
      }
    }
    if folder.isWanted || isNamed { content.skipped[.symbolicLink, default: 0] += 1 }
  }

  private func countIgnored(in folder: Folder, _ content: inout Content) {
    content.skipped[.ignored, default: 0] += 1
    if !folder.isInRepository { content.ignoredOutsideRepositories += 1 }
  }

  private func ignores(_ path: String, name: String, isDirectory: Bool, scope: IgnoreScope) -> Bool {
    if scope.isEmpty { return false }
    let bytes = path.pathBytes
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
      result.ignoredOutsideRepositories += content.ignoredOutsideRepositories
      if let repository = content.repository { result.repositories.append(repository) }
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
