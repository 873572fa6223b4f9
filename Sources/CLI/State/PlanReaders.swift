import DeployState
import Documents
import Text
import Workers

/// Finds for each step of a pipeline the configuration it would read.
struct PlanReaders {
  let folder: String
  let environment: String?
  let overrideName: String?
  private var configs: [String: WranglerConfig?] = [:]

  init(folder: String, environment: String?, overrideName: String?) {
    self.folder = folder
    self.environment = environment
    self.overrideName = overrideName
  }

  /// - Throws: `CommandError` for an environment that the configuration of the project does not define.
  mutating func require(_ environment: String) throws(CommandError) {
    guard let config = try config(in: folder), !environment.isEmpty,
      DeployInput(config: config, environment: environment) == nil
    else { return }
    let names = config.namedEnvironments.compactMap(\.name)
    throw CommandError(message: TypedCommands.environmentNotDefined(environment, among: names))
  }

  /// - Parameter script: where the step comes from, which may name files of its own repository only; `nil` for one that
  ///   was typed, which names what the user likes.
  mutating func reader(for step: PipelineStep, in script: ScriptSurroundings? = nil) throws(CommandError)
    -> CommandReader
  {
    @Sendable func source(_ path: String) throws(CommandError) -> Source {
      if let script { return try script.source(path) }
      return try NamedFile.read(path)
    }
    let invocation = step.invocation
    var config = try config(at: invocation.folder)
    if let word = invocation.values(of: "--config", "-c").last, !word.hasUnknownPart {
      let base = invocation.folder.map { $0.isEmpty ? folder : $0 } ?? folder
      config = WranglerConfig(source: try source(FilePath.join(base, word.text)))
    }
    let names = step.pipedNames
    let base = invocation.folder.map { $0.isEmpty ? folder : $0 } ?? folder
    return CommandReader(config: config, environment: environment, overrideName: overrideName) { path in
      if let names, path == PipelineStep.pipedPath { return names.map { SecretEntry($0) } }
      let full = path.hasPrefix("/") ? path : FilePath.join(base, path)
      return (try? source(full)).map { SecretsFile.read($0).file.entries }
    }
  }

  /// The configuration in a folder or above it, else that of the project.
  private mutating func config(at place: String?) throws(CommandError) -> WranglerConfig? {
    var place = place ?? ""
    while !place.isEmpty {
      if let found = try config(in: place) { return found }
      place = FilePath.folder(of: place)
    }
    return try config(in: folder)
  }

  private mutating func config(in folder: String) throws(CommandError) -> WranglerConfig? {
    if let known = configs[folder] { return known }
    let config = try StateSource.config(in: folder)
    configs[folder] = .some(config)
    return config
  }
}
