package import Documents
package import System
import Text

/// The files of the folder checked: what exists, and a way to read it.
///
/// The rules see files only through this value, so that the same rules work on a folder on disk and on any other set of
/// files, such as the content of git's index.
package struct FileTree: Sendable {
  /// Files to look at, sorted by path.
  ///
  /// Dotenv and wrangler files are here even when git ignores them; other ignored files, and everything in ignored
  /// folders, only when git tracks them.
  package let files: [FileEntry]
  /// How many files and folders were skipped, by reason.
  package let skipped: [SkipReason: Int]
  /// What could not be read.
  package let problems: [FileProblem]
  /// How many files are here only because git tracks them.
  package let trackedDespiteIgnore: Int
  /// How many files and folders an ignore file leaves out that are in no repository.
  package let ignoredOutsideRepositories: Int
  /// The folders below the top in which repositories of their own start.
  package let repositories: [String]
  /// The ignore rules that were met.
  private let ignoreRules: IgnoreRules
  /// Those of them that everybody who clones the repository has.
  private let sharedIgnoreRules: IgnoreRules

  private let reader: FileReader?
  private let reading: @Sendable (String, inout [UInt8]) throws(FileProblem) -> Void
  private let lister: @Sendable (String) -> [FileEntry]
  private let paths: [String: Int]

  /// A tree of files on disk.
  package init(
    files: [FileEntry],
    skipped: [SkipReason: Int],
    problems: [FileProblem],
    ignoreRules: IgnoreRules,
    trackedDespiteIgnore: Int,
    ignoredOutsideRepositories: Int,
    repositories: [String],
    reader: FileReader,
    lister: @escaping @Sendable (String) -> [FileEntry]
  ) {
    self.files = files
    self.skipped = skipped
    self.problems = problems
    self.trackedDespiteIgnore = trackedDespiteIgnore
    self.ignoredOutsideRepositories = ignoredOutsideRepositories
    self.repositories = repositories.sorted { $0.utf8.count > $1.utf8.count }
    self.ignoreRules = ignoreRules
    sharedIgnoreRules = ignoreRules.shared
    self.reader = reader
    reading = { path, buffer throws(FileProblem) in try reader.read(path, into: &buffer) }
    self.lister = lister
    paths = Self.index(files)
  }

  /// A tree of other files, such as those of git's index.
  package init(
    files: [FileEntry],
    problems: [FileProblem] = [],
    ignoreRules: IgnoreRules = IgnoreRules(),
    repositories: [String] = [],
    reader: @escaping @Sendable (String, inout [UInt8]) throws(FileProblem) -> Void,
    lister: @escaping @Sendable (String) -> [FileEntry] = { _ in [] }
  ) {
    self.files = files
    skipped = [:]
    self.problems = problems
    trackedDespiteIgnore = 0
    ignoredOutsideRepositories = 0
    self.repositories = repositories.sorted { $0.utf8.count > $1.utf8.count }
    self.ignoreRules = ignoreRules
    sharedIgnoreRules = ignoreRules.shared
    self.reader = nil
    reading = reader
    self.lister = lister
    paths = Self.index(files)
  }

  private static func index(_ files: [FileEntry]) -> [String: Int] {
    Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A tree of nothing but one file, which is not on disk.
  package init(
    file path: String,
    repositories: [String] = [],
    reader: @escaping @Sendable (inout [UInt8]) throws(FileProblem) -> Void
  ) {
    self.init(
      files: [FileEntry(path: path, isIgnored: false)],
      repositories: repositories,
      reader: { _, buffer throws(FileProblem) in try reader(&buffer) }
    )
  }

  /// A tree of texts, for examples and tests.
  ///
  /// Ignore files among them are honoured as on disk, and `.git/info/exclude` as in a repository.
  package init(texts: [String: String]) {
    let exclude = ".git/info/exclude"
    var rules = IgnoreRules(
      files: texts[exclude].map {
        [IgnoreFile(path: exclude, folder: "", bytes: Array($0.utf8), isPrivate: true)]
      } ?? []
    )
    for path in texts.keys.sorted() where FilePath.name(of: path) == ".gitignore" {
      rules.add(IgnoreFile(path: path, folder: FilePath.folder(of: path), bytes: Array((texts[path] ?? "").utf8)))
    }
    let all = texts.keys.filter { $0 != exclude }.sorted().map { path in
      FileEntry(
        path: path,
        isIgnored: rules.decision(forPath: path, isDirectory: false)?.isIgnored ?? false
      )
    }
    self.init(
      files: all.filter { entry in
        let folder = FilePath.folder(of: entry.path)
        let folderIsIgnored =
          !folder.isEmpty && rules.decision(forPath: folder, isDirectory: true)?.isIgnored ?? false
        return !folderIsIgnored && (!entry.isIgnored || FileTree.isAlwaysRead(fileNamed: FilePath.name(of: entry.path)))
      },
      ignoreRules: rules,
      reader: { path, buffer throws(FileProblem) in
        guard let text = texts[path] else { throw FileProblem(path: path, kind: .missing) }
        buffer = Array(text.utf8)
      },
      lister: { folder in all.filter { FilePath.isPath($0.path, inOrBelow: folder) } }
    )
  }

  /// Whether the walk has seen a file of this path.
  package func contains(_ path: String) -> Bool { paths[path] != nil }

  package func entry(_ path: String) -> FileEntry? { paths[path].map { files[$0] } }

  /// Reads a file, seen by the walk or not; text in UTF-16 comes as UTF-8, a database as its texts.
  ///
  /// Places in a file are places in these bytes, so that lines and columns are those an editor shows.
  package func read(_ path: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path, into: &bytes)
    return bytes
  }

  /// Reads a file into a buffer whose memory is kept from file to file, with text as above.
  package func read(_ path: String, into buffer: inout [UInt8]) throws(FileProblem) {
    try reading(path, &buffer)
    if let text = UTF16Text.decoded(buffer) ?? SQLiteText.decoded(buffer) { buffer = text }
  }

  /// Reads a file as it is, for a program that takes UTF-8 only.
  package func readAsStored(_ path: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    try reading(path, &bytes)
    return bytes
  }

  /// The paths that were asked for and lead out of their repository, sorted; nothing was read there.
  package var pathsLeadingOutside: [String] { reader?.pathsLeadingOutside ?? [] }

  /// What git's ignore files say about a path, existing or not; `nil` when no pattern matches.
  package func ignoreDecision(for path: String, isDirectory: Bool = false) -> IgnoreDecision? {
    ignoreRules.decision(forPath: path, isDirectory: isDirectory)
  }

  /// What the ignore files say that everybody who clones the repository has; see ``ignoreDecision(for:isDirectory:)``.
  package func sharedIgnoreDecision(for path: String) -> IgnoreDecision? {
    sharedIgnoreRules.decision(forPath: path, isDirectory: false)
  }

  /// The folder in which the repository starts that a path is in; "" for the top of the run.
  package func repository(of path: String) -> String {
    repositories.first { FilePath.isPath(path, inOrBelow: $0) } ?? ""
  }

  /// A path as a path from the top of its repository.
  package func repositoryPath(_ path: String) -> String { FilePath.relative(path, to: repository(of: path)) }

  /// Every file in or below a folder, in ignored folders too; only installed packages and `.git` are left out.
  package func everyFile(inOrBelow folder: String) -> [FileEntry] { lister(folder) }

  /// The files the walk has seen in or below a folder.
  package func files(inOrBelow folder: String) -> ArraySlice<FileEntry> {
    if folder.isEmpty { return files[...] }
    // Sorted by UTF-8 bytes, the files below "a" stand together from "a/" on, up to the byte after "/".
    let start = firstIndex(notBefore: folder + "/")
    return files[start..<max(start, firstIndex(notBefore: folder + "0"))]
  }

  private func firstIndex(notBefore path: String) -> Int {
    files.partitioningIndex { !$0.path.utf8.lexicographicallyPrecedes(path.utf8) }
  }

  /// Files with rules of their own, read even when git ignores them: where secrets and configuration belong.
  package static func isAlwaysRead(fileNamed name: String) -> Bool {
    DotenvFile.role(ofFileNamed: name) != nil || WranglerConfig.fileNames.contains(name)
  }
}
