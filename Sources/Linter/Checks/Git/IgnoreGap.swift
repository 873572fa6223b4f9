import Documents
import Text
import Workers

/// What one ignore file lacks, for all projects it is the nearest to.
struct IgnoreGap {
  private let place: IgnoreFilePlace?
  /// The first of the projects, for a place when there is no ignore file at all.
  private let project: Project
  private var projects: [Project] = []
  /// The names of local secret files that it does not cover, of those that exist and of those that may come.
  private(set) var names: [String] = []
  /// The files that exist.
  private(set) var open: [DotenvFile] = []

  private init(place: IgnoreFilePlace?, project: Project) {
    self.place = place
    self.project = project
  }

  /// The gaps of all projects, by the path of the ignore file.
  ///
  /// - Parameter isOpen: whether a path, of a file that git does not track, is not covered.
  static func all(in checkout: Checkout, where isOpen: (String) -> Bool) -> [IgnoreGap] {
    var gaps: [String: IgnoreGap] = [:]
    for project in checkout.projects where checkout.isInRepository(project.folder) {
      func isOpenFile(_ path: String) -> Bool { !checkout.isTracked(path) && isOpen(path) }
      let open = project.secretFiles.filter { file in
        // What a command names may hold settings only.
        let isMeant = file.role != .named || DotenvContent(of: file.document, tokens: checkout.tokens) == .secret
        return isMeant && isOpenFile(file.path)
      }
      let existing = Set(project.dotenvFiles.map(\.name))
      // A fixture gets no secrets one day, and static files without a program have nobody to read them.
      let isPlain = FileRole.isTest(project.config.source.path) || project.hasAssetsOnly
      let names = isPlain ? [] : project.localSecretNames
      let future = names.filter { !existing.contains($0) && isOpenFile(FilePath.join(project.folder, $0)) }
      guard !open.isEmpty || !future.isEmpty else { continue }
      let place = IgnoreFilePlace(nearestTo: project.folder, in: checkout.tree)
      var gap = gaps[place?.path ?? "", default: IgnoreGap(place: place, project: project)]
      gap.projects.append(project)
      gap.open += open
      for name in open.map(\.name) + future where !gap.names.contains(name) { gap.names.append(name) }
      gaps[place?.path ?? ""] = gap
    }
    return gaps.keys.sorted().compactMap { gaps[$0] }
  }

  /// The names to speak of: those of files that exist, else all.
  var subject: [String] { open.isEmpty ? names : open.map(\.name).unique }

  /// The names to speak of, and where they lie.
  var subjectInWords: String {
    let many =
      projects.count > 1 ? " in \(projects.count) projects" : project.folder.isEmpty ? "" : " in \(project.folder)"
    return subject.inWords + many
  }

  /// - Parameter related: what to say at the files that exist.
  func match(
    message: String,
    name: String,
    severity: Severity,
    related: String,
    in checkout: Checkout
  ) -> Match {
    let families = [".dev.vars", ".env"].filter { family in names.contains { $0.hasPrefix(family) } }
    let lines =
      families.flatMap { ["\($0)*"] + exceptions(for: $0, in: checkout) }
      + open.filter { $0.role == .named }.map(\.name).unique
    return Match(
      path: place?.path ?? project.config.source.path,
      region: place?.region(near: [".dev.vars", ".env"]) ?? Region(start: 0, end: 0),
      message: message,
      identity: .name(name),
      help:
        "Add the lines \(lines.map { "`\($0)`" }.joined(separator: ", ")) to \(place?.path ?? FilePath.join(project.folder, ".gitignore")).",
      severity: projects.allSatisfy { FileRole.isTest($0.config.source.path) } ? severity.lowered : severity,
      related: open.prefix(10).map {
        Match.Related(path: $0.path, region: Region(start: 0, end: 0), message: related)
      },
      fix: place.map { Fix(title: "Ignore local secret files", isSafe: true, edits: [$0.appending(lines)]) }
    )
  }

  /// How bad it is that the files that exist are open.
  func badness(in checkout: Checkout) -> Severity {
    open.map { file -> Severity in
      switch DotenvContent(of: file.document, tokens: checkout.tokens) {
      case .secret: .error
      case .plain: file.isDevVars ? .error : .warning
      case .publicOnly, .empty: .warning
      }
    }.max() ?? .warning
  }

  /// The sample files that must stay in the repository.
  private func exceptions(for family: String, in checkout: Checkout) -> [String] {
    let samples = checkout.dotenvFiles.filter { $0.isExample && $0.name.hasPrefix(family) }.map { "!\($0.name)" }
    return (["!\(family).example"] + samples).unique
  }
}

extension [String] {
  /// The elements in their order, each once.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
