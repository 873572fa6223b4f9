import DeployState
import Documents
import System
import Text
import Workers

/// The saved states of a folder, each read once.
struct StateFiles {
  private let named: RecordedState?
  private var read: [String: Result<RecordedState, StateFileErrors>] = [:]
  private let tree: FileTree

  init(tree: FileTree, projects: [Project], named: RecordedState?) {
    self.tree = tree
    self.named = named
    guard named == nil else { return }
    for path in Set(projects.flatMap { Self.places(for: $0) }) {
      read[path] = Self.read(path, in: tree)
    }
  }

  /// `nil` when there is no file; one that cannot be read is no state in which nothing is known.
  private static func read(_ path: String, in tree: FileTree) -> Result<RecordedState, StateFileErrors>? {
    let bytes: [UInt8]
    do {
      bytes = try tree.read(path)
    } catch {
      if error.kind == .missing { return nil }
      let start = Position(line: 1, column: 1)
      return .failure(StateFileErrors([StateFileError(path: path, position: start, message: error.reason)]))
    }
    return Result { () throws(StateFileErrors) in
      RecordedState(path: path, state: try SavedState.read(bytes, path: path))
    }
  }

  /// Beside the configuration, else at the top of the folder checked.
  private static func places(for project: Project) -> [String] {
    [FilePath.join(project.folder, SavedState.fileName), SavedState.fileName]
  }

  /// The state that counts for a project; `nil` when there is none, or none that can be read.
  func state(for project: Project) -> RecordedState? {
    if let named { return named }
    let place = Self.places(for: project).first { read[$0] != nil }
    return place.flatMap { try? read[$0]?.get() }
  }

  /// What is wrong with the files, in the order of their paths.
  var errors: [StateFileError] {
    read.keys.sorted().flatMap { path -> [StateFileError] in
      if case .failure(let errors) = read[path] { errors.errors } else { [] }
    }
  }

  /// The mistakes in the file a project would use, as matches.
  func mistakes(for project: Project) -> [Match] {
    guard named == nil, let place = Self.places(for: project).first(where: { read[$0] != nil }),
      case .failure(let errors) = read[place]
    else { return [] }
    let source = Source(path: place, bytes: (try? tree.read(place)) ?? [])
    return errors.errors.map { error in
      let start = source.lines.offset(of: error.position) ?? 0
      let line = source.lines.region(ofLine: error.position.line)
      return Match(
        path: place,
        region: Region(start: start, end: max(start, line?.end ?? start)),
        message: error.message,
        identity: .name(error.message),
        help: "record it again with `paddock state capture --from-wrangler`"
      )
    }
  }
}
