import Documents
import Text
import Workers

/// What the code of a project's Workers takes from their environment, read once for all rules that ask.
struct WorkerCode: Sendable {
  let reads: [EnvironmentRead]
  /// Whether no other name can be read: all code is here, and nothing gets at the environment in another way.
  let isWhole: Bool
  /// Whether `process.env` holds the bindings in every environment.
  let populatesProcess: Bool
  /// The files whose code runs in the Workers, sorted.
  let paths: [String]

  /// The code of the projects whose configuration says which names there should be, by folder.
  static func all(of projects: [Project], in tree: FileTree) -> [String: WorkerCode] {
    var found: [String: WorkerCode] = [:]
    for project in projects where isAsked(project) {
      if let code = WorkerCode(of: project, in: tree) { found[project.folder] = code }
    }
    return found
  }

  /// Only a list of required secrets, or a binding of a store, says something that code can contradict.
  private static func isAsked(_ project: Project) -> Bool {
    !project.config.isPages && project.config.document.errors.isEmpty
      && project.config.environments.contains { $0.definesSecrets || $0.own["secrets_store_secrets"] != nil }
  }

  /// `nil` when no code of the project is among the files.
  private init?(of project: Project, in tree: FileTree) {
    let environments = project.config.environments
    let mains = environments.map { $0.section("main")?.string }
    var graphs: [ModuleGraph] = []
    var isWhole = !mains.contains(nil)
    for main in Set(mains.compactMap(\.self)).sorted() {
      if let path = FilePath.resolve(main, from: project.folder), let graph = ModuleGraph(of: path, in: tree) {
        graphs.append(graph)
      } else {
        isWhole = false
      }
    }
    if graphs.isEmpty { return nil }
    let uses = graphs.map { EnvironmentUses(of: $0) }
    var seen: Set<String> = []
    // A module that two Workers share is read once.
    reads = uses.flatMap(\.reads).filter { seen.insert("\($0.path):\($0.region.start)").inserted }
    // What a build writes, and modules that are uploaded without being imported, are not here.
    let hasMore = environments.contains { environment in
      ["build", "no_bundle", "find_additional_modules"].contains { environment.section($0) != nil }
    }
    self.isWhole =
      isWhole && !hasMore && graphs.allSatisfy { $0.isComplete && !$0.usesPackages }
      && !uses.contains(where: \.hasOthers)
    populatesProcess = environments.allSatisfy(\.populatesProcessEnvironment)
    paths = Set(graphs.flatMap(\.modules).map(\.source.path)).sorted()
  }
}
