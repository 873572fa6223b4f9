import Documents
import Git
import System
import Text
import Workers

/// What a commit, or a range of commits, changes: the files before and after, and which lines are new.
///
/// Of the findings in the files after, those count that lie in what changed, and those about the state of the project
/// that were not there before, such as a secret file that a changed `.gitignore` no longer covers.
struct Change: Sendable {
  let snapshot: Snapshot
  /// The entries after the change that can matter, by path from the top of the repository.
  private let entries: [TrackedFile]
  /// The files that change, below the folder checked or not, against each commit that comes before.
  private let parents: [[FileChange]]
  /// Those that no commit before has as they are, with their changes from each.
  private let own: [(change: FileChange, fromEach: [FileChange])]
  private let selection: PathSelection
  /// Whether a range of commits is looked at, of which only added lines count.
  private let isRange: Bool

  /// Whether several commits come before: what any of them has is not new.
  var isMerge: Bool { parents.count > 1 }

  private init(
    snapshot: Snapshot,
    entries: [TrackedFile],
    parents: [[FileChange]],
    selection: PathSelection,
    isRange: Bool
  ) {
    self.snapshot = snapshot
    self.entries = entries
    self.parents = parents
    self.selection = selection
    self.isRange = isRange
    let others = parents.dropFirst().map { changes in
      Dictionary(changes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    own = (parents.first ?? []).compactMap { change in
      let fromEach = [change] + others.compactMap { $0[change.path] }
      let isNew = others.isEmpty || fromEach.count == parents.count && fromEach.allSatisfy(\.changesContent)
      return isNew || change.isConflict ? (change, fromEach) : nil
    }
  }

  /// What the next commit would record.
  static func staged(_ staged: StagedFiles, settings: Settings, selection: PathSelection) throws(GitError) -> Change {
    // While git reads the index.
    let snapshot = try snapshot(of: staged.repository, reader: staged.reader, settings: settings)
    let parents = try staged.changesFromEachParent()
    return Change(
      snapshot: snapshot,
      entries: try Change.entries(around: parents, in: staged),
      parents: parents,
      selection: selection,
      isRange: false
    )
  }

  /// The files whose state a staged change may touch.
  ///
  /// A file that configures or ignores can matter to any other: then the whole index is asked. Else only what lies in the
  /// folders above the changed files can matter to them, and as it is not changed, `HEAD` has it.
  private static func entries(around parents: [[FileChange]], in staged: StagedFiles) throws(GitError) -> [TrackedFile]
  {
    let changes = parents.first ?? []
    if parents.allSatisfy(\.isEmpty) { return [] }
    var folders: Set<String> = [".github/workflows"]
    for change in changes {
      var folder = FilePath.folder(of: change.path)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = FilePath.folder(of: folder) }
    }
    guard parents.count == 1, folders.count < 1000, !changes.contains(where: { Snapshot.canMatter($0.path) })
    else { return try staged.repository.indexEntries(matching: Snapshot.pathspecs) }
    return try staged.filesOfHead(inFolders: folders).filter { Snapshot.canMatter($0.path) }
  }

  /// What a range of commits changes; see `Repository.comparison`.
  static func range(
    _ range: String,
    of repository: Repository,
    settings: Settings,
    selection: PathSelection
  ) throws(GitError) -> Change {
    let comparison = try repository.comparison(range)
    let entries = try repository.files(of: comparison.new) { Snapshot.canMatter(String(pathBytes: $0)) }
    return Change(
      snapshot: try snapshot(of: repository, reader: ObjectReader(repository), settings: settings),
      entries: entries,
      parents: try repository.changes(comparison),
      selection: selection,
      isRange: true
    )
  }

  private static func snapshot(
    of repository: Repository,
    reader: ObjectReader,
    settings: Settings
  ) throws(GitError) -> Snapshot {
    Snapshot(
      repository: repository,
      root: ConfinedFolder(repository.topLevel),
      settings: settings,
      reader: reader,
      ignoreFiles: try repository.privateIgnoreFiles()
    )
  }

  // MARK: States

  /// The files after the change.
  func after() -> (tree: FileTree, tracked: TrackedPaths) {
    let known = Set(entries.map(\.path))
    let others = Set(parents.joined().compactMap(\.new)).filter { !known.contains($0.path) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return snapshot.tree(of: entries + others, changed: Set(parents.joined().map(\.path)))
  }

  /// The files of each commit before the change.
  func before() -> [(tree: FileTree, tracked: TrackedPaths)] {
    parents.map { changes in
      let changed = Set(changes.map(\.path))
      let unchanged = entries.filter { !changed.contains($0.path) }
      return snapshot.tree(of: unchanged + changes.compactMap(\.old), changed: Set(changes.map(\.oldPath)))
    }
  }

  // MARK: Files

  /// The changes that are asked about.
  private var changesWanted: [FileChange] { own.map(\.change).filter { selection.contains($0.path) } }

  /// The changed files of a tree.
  func files(of tree: FileTree) -> [FileEntry] {
    changesWanted.compactMap { tree.entry($0.path) }
  }

  /// How many changed paths are no files to look into, by reason.
  var skipped: [SkipReason: Int] {
    var skipped: [SkipReason: Int] = [:]
    for change in changesWanted {
      guard let new = change.new, !change.isConflict else { continue }
      switch new.mode {
      case .symbolicLink: skipped[.symbolicLink, default: 0] += 1
      case .submodule: skipped[.submodule, default: 0] += 1
      case .regular, .executable:
        if snapshot.settings.exclude?.contains(new.path) ?? false { skipped[.excluded, default: 0] += 1 }
      }
    }
    return skipped
  }

  /// What a reader should know: conflicts that are not resolved, and that there was nothing to look at.
  func notices(scanned: Int, skipped: [SkipReason: Int]) -> [Notice] {
    var notices = changesWanted.filter(\.isConflict).map {
      Notice(
        path: $0.path,
        message: "a merge has left a conflict here; resolve it and `git add` the file",
        isFailure: true
      )
    }
    notices += changesWanted.filter { $0.new?.mode == .symbolicLink && SecretFileName.matches($0.path) }.map {
      Notice(path: $0.path, message: FileProblem(path: $0.path, kind: .symbolicLink).reason, isFailure: false)
    }
    if changesWanted.isEmpty {
      let what =
        isRange ? "the range changes nothing" : isMerge ? "the merge adds nothing of its own" : "nothing is staged"
      notices.append(Notice(path: nil, message: "\(what) here: no file was looked at", isFailure: false))
    } else if scanned == 0, skipped[.tooLarge, default: 0] > 0 {
      notices.append(
        Notice(
          path: nil,
          message: "no file was looked at, as all are too large; raise max-file-size or exclude them",
          isFailure: true
        )
      )
    }
    return notices
  }

  // MARK: Findings

  /// Tells whether places lie in what changed; remembers what git said about a file.
  struct Places {
    private let change: Change
    private let files: [String: [FileChange]]
    /// `nil` where all lines are new.
    private var addedLines: [String: [ClosedRange<Int>]?] = [:]

    init(of change: Change) {
      self.change = change
      files = Dictionary(
        change.own.filter { change.selection.contains($0.change.path) }.map { ($0.change.path, $0.fromEach) },
        uniquingKeysWith: { first, _ in first }
      )
    }

    mutating func contain(_ location: Location) throws(GitError) -> Bool {
      guard let file = files[location.path] else { return false }
      // git knows nothing of the lines in an archive: all of a changed one are new.
      guard change.isRange || change.isMerge, location.member == nil else { return true }
      let added: [ClosedRange<Int>]?
      if let known = addedLines[location.path] {
        added = known
      } else {
        added = try lines(addedBy: file)
        addedLines[location.path] = .some(added)
      }
      let lines = location.start.line...location.end.line
      return added.map { $0.contains { $0.overlaps(lines) } } ?? true
    }

    /// The lines that no commit before has.
    private func lines(addedBy file: [FileChange]) throws(GitError) -> [ClosedRange<Int>]? {
      var added: [ClosedRange<Int>]?
      for change in file {
        guard let old = change.old, let new = change.new, old.mode.isFile else { continue }
        let lines = try self.change.snapshot.repository.addedLines(from: old.object, to: new.object)
        added = added.map { $0.common(with: lines) } ?? lines
      }
      return added
    }
  }
}

extension FileChange {
  /// Whether the file has another content than before, wherever it was.
  fileprivate var changesContent: Bool { old?.object != new?.object }
}

extension [ClosedRange<Int>] {
  /// The numbers that are in the ranges of both lists.
  fileprivate func common(with others: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    flatMap { range in others.filter { $0.overlaps(range) }.map { $0.clamped(to: range) } }
  }
}
