package import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lists the files of a folder on disk, in the order of their paths, without following links.
package struct FileWalk: Sendable {
  /// The absolute or relative path of the folder checked, as the system takes it.
  package let root: String
  /// Where the folder checked lies in its repository; "" for the top, or outside a repository.
  ///
  /// Ignore rules work on paths from the top of the repository.
  package let prefix: String
  /// Whether the settings exclude a file or, with `true`, a folder, by its path from the folder checked.
  package let isExcluded: @Sendable (String, Bool) -> Bool

  package init(
    root: String,
    prefix: String = "",
    isExcluded: @escaping @Sendable (String, Bool) -> Bool = { _, _ in false }
  ) {
    self.root = root
    self.prefix = prefix
    self.isExcluded = isExcluded
  }

  /// Folders of installed packages and of version control, never entered.
  package static let vendoredFolders: Set<String> = ["node_modules", "bower_components", ".git", ".hg", ".svn", ".jj"]

  /// Walks the folder.
  ///
  /// - Parameter outer: ignore files that lie outside it: the user's, `info/exclude`, and those of the folders above.
  package func tree(outer: [IgnoreFile]) -> FileTree {
    var walk = Walk(walk: self, rules: IgnoreRules(files: outer), respectsIgnoreFiles: true)
    walk.enter("")
    return FileTree(
      files: walk.files,
      skipped: walk.skipped,
      problems: walk.problems,
      ignoreRules: walk.rules,
      prefix: prefix,
      reader: { [root] path, buffer throws(FileProblem) in
        try FileRead.read(FileWalk.systemPath(root, path), named: path, into: &buffer)
      },
      lister: { [self, rules = walk.rules] folder in
        var walk = Walk(walk: self, rules: rules, respectsIgnoreFiles: false)
        walk.enter(folder)
        return walk.files
      }
    )
  }

  /// A path from the folder checked as the system takes it.
  static func systemPath(_ root: String, _ path: String) -> String {
    path.isEmpty ? root : "\(root)/\(path)"
  }

  /// The names of the files right in a folder; none when it cannot be read.
  package static func fileNames(in folder: String) -> [String] {
    ((try? Walk.list(folder, named: folder)) ?? []).filter { $0.kind == .regular }.map(\.name)
  }

  private struct Walk {
    let walk: FileWalk
    var rules: IgnoreRules
    let respectsIgnoreFiles: Bool
    var files: [FileEntry] = []
    var skipped: [SkipReason: Int] = [:]
    var problems: [FileProblem] = []
    var depth = 0

    mutating func enter(_ folder: String) {
      let inRepository = FilePath.join(walk.prefix, folder)
      let isIgnored = !folder.isEmpty && rules.decision(forPath: inRepository, isDirectory: true)?.isIgnored ?? false
      enter(folder, scope: rules.scope(ofFolder: inRepository.pathBytes), isIgnored: isIgnored)
    }

    /// - Parameters:
    ///   - scope: the ignore rules that hold in the folder, without its own file.
    ///   - isIgnored: whether the folder itself, or one above it, is ignored.
    private mutating func enter(_ folder: String, scope: IgnoreScope, isIgnored: Bool) {
      // Deeper than any real tree; the system's own limit on paths comes first nearly everywhere.
      guard depth < 200 else {
        problems.append(FileProblem(path: folder, kind: .system("nested deeper than 200 folders")))
        return
      }
      depth += 1
      defer { depth -= 1 }
      let names: [(name: String, kind: Kind)]
      do {
        names = try Self.list(FileWalk.systemPath(walk.root, folder), named: folder)
      } catch {
        problems.append(error)
        return
      }
      var scope = scope
      if respectsIgnoreFiles, names.contains(where: { $0.name == ".gitignore" && $0.kind == .regular }),
        let file = ignoreFile(in: folder)
      {
        rules.add(file)
        scope = scope.adding(file)
      }
      for (name, kind) in names {
        let path = FilePath.join(folder, name)
        switch kind {
        case .directory: enterIfWanted(path, name: name, scope: scope, isIgnored: isIgnored)
        case .regular: add(path, name: name, scope: scope, folderIsIgnored: isIgnored)
        case .symbolicLink: skipped[.symbolicLink, default: 0] += 1
        case .special: skipped[.special, default: 0] += 1
        }
      }
    }

    private mutating func ignoreFile(in folder: String) -> IgnoreFile? {
      let path = FilePath.join(folder, ".gitignore")
      do {
        let bytes = try FileRead.bytes(at: FileWalk.systemPath(walk.root, path), named: path, limit: 1 << 20)
        let inRepository = FilePath.join(walk.prefix, path)
        return IgnoreFile(path: inRepository, folder: FilePath.folder(of: inRepository), bytes: bytes)
      } catch {
        problems.append(error)
        return nil
      }
    }

    private mutating func enterIfWanted(_ path: String, name: String, scope: IgnoreScope, isIgnored: Bool) {
      if FileWalk.vendoredFolders.contains(name) {
        if !name.hasPrefix(".") { skipped[.vendored, default: 0] += 1 }
        return
      }
      if walk.isExcluded(path, true) {
        skipped[.excluded, default: 0] += 1
        return
      }
      let isIgnored = isIgnored || ignores(path, name: name, isDirectory: true, scope: scope)
      if respectsIgnoreFiles, isIgnored {
        skipped[.ignored, default: 0] += 1
      } else {
        enter(path, scope: scope, isIgnored: isIgnored)
      }
    }

    private mutating func add(_ path: String, name: String, scope: IgnoreScope, folderIsIgnored: Bool) {
      if walk.isExcluded(path, false) {
        skipped[.excluded, default: 0] += 1
        return
      }
      let isIgnored = folderIsIgnored || ignores(path, name: name, isDirectory: false, scope: scope)
      if isIgnored, respectsIgnoreFiles, !FileTree.isAlwaysRead(fileNamed: name) {
        skipped[.ignored, default: 0] += 1
        return
      }
      files.append(FileEntry(path: path, isIgnored: isIgnored))
    }

    private func ignores(_ path: String, name: String, isDirectory: Bool, scope: IgnoreScope) -> Bool {
      if scope.isEmpty { return false }
      let bytes = FilePath.join(walk.prefix, path).pathBytes
      let nameStart = bytes.count - name.pathBytes.count
      return scope.lastMatch(bytes.span, nameStart: nameStart, isDirectory: isDirectory)?.isIgnored ?? false
    }

    enum Kind { case regular, directory, symbolicLink, special }

    fileprivate static func list(
      _ path: String,
      named name: String
    ) throws(FileProblem) -> [(name: String, kind: Kind)] {
      guard let directory = unsafe FileRead.withSystemPath(path, { unsafe opendir($0) }) else {
        throw FileRead.problem(name, errno)
      }
      defer { unsafe closedir(directory) }
      var names: [(name: String, kind: Kind)] = []
      while let entry = unsafe readdir(directory) {
        let type = Int32(unsafe entry.pointee.d_type)
        let entryName = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { name in
            unsafe String(pathBytes: UnsafeBufferPointer(start: name, count: strlen(pointer)))
          }
        }
        if entryName == "." || entryName == ".." { continue }
        names.append((entryName, kind(type, of: entryName, in: path)))
      }
      // A folder sorts as the paths in it do, with its slash: then the files of the whole tree come in order.
      return names.map { (key: $0.kind == .directory ? $0.name + "/" : $0.name, item: $0) }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map(\.item)
    }

    private static func kind(_ type: Int32, of name: String, in folder: String) -> Kind {
      switch type {
      case Int32(DT_REG): return .regular
      case Int32(DT_DIR): return .directory
      case Int32(DT_LNK): return .symbolicLink
      case Int32(DT_UNKNOWN):
        // Some file systems leave the type out.
        var status = stat()
        guard unsafe FileRead.withSystemPath("\(folder)/\(name)", { unsafe lstat($0, &status) }) == 0 else {
          return .special
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .regular
        case S_IFDIR: return .directory
        case S_IFLNK: return .symbolicLink
        default: return .special
        }
      default: return .special
      }
    }
  }
}
