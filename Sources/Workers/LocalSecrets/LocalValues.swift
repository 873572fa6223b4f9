package import Documents

/// The values `wrangler dev` would take from dotenv files for one environment, and which files it would pass over.
///
/// Source: docs/facts/wrangler.md §5.1, the decision tree, with the code's precedence where the documentation differs
/// (§14).
package struct LocalValues: Sendable {
  /// The two switches that change which files load, from the environment of the person who runs wrangler.
  package struct Switches: Sendable {
    package static let loadsDotenvName = "CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV"
    package static let includesProcessEnvironmentName = "CLOUDFLARE_INCLUDE_PROCESS_ENV"

    /// `CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV`, true unless set to false.
    package var loadsDotenv = true
    /// `CLOUDFLARE_INCLUDE_PROCESS_ENV`, false unless set to true.
    package var includesProcessEnvironment = false

    package init(loadsDotenv: Bool = true, includesProcessEnvironment: Bool = false) {
      self.loadsDotenv = loadsDotenv
      self.includesProcessEnvironment = includesProcessEnvironment
    }
  }

  /// One value and where it comes from.
  package struct LocalValue: Sendable {
    package let key: String
    /// After expansion, where the file's family has it.
    package let value: String
    package let file: DotenvFile
    package let entry: DotenvEntry
  }

  /// The environment the files were chosen for.
  package let environment: String?
  /// The files that load, a later one replacing the values of an earlier one.
  package let loaded: [DotenvFile]
  /// Files that exist for this environment and are passed over because another file wins.
  package let passedOver: [DotenvFile]
  /// Whether a command names the files that load.
  package let areNamed: Bool
  /// The values in order of first appearance.
  package let values: [LocalValue]

  package func value(of key: String) -> LocalValue? { values.first { $0.key == key } }

  /// The `.dev.vars*` file that is what loads, which turns `.env*` and the shell off even when it is empty.
  ///
  /// Named with `--env-file`, such a file is read as an `.env` file is.
  package var winningDevVars: DotenvFile? { areNamed ? nil : loaded.first(where: \.isDevVars) }

  /// What loads when a command names files with `--env-file`: no others, whatever their names.
  ///
  /// - Parameter files: the dotenv files of the project.
  package init(
    named: [DotenvFile],
    insteadOf files: [DotenvFile],
    environment: String?,
    switches: Switches = Switches()
  ) {
    self.environment = environment
    areNamed = true
    loaded = switches.loadsDotenv ? named : []
    let usual = Self(files: files, environment: environment, switches: switches)
    passedOver = (usual.loaded + usual.passedOver).filter { file in !named.contains { $0.path == file.path } }
    values = Self.merge(loaded, expands: true)
  }

  package init(files: [DotenvFile], environment: String?, switches: Switches = Switches()) {
    self.environment = environment
    areNamed = false
    let devVars = files.first { $0.role == .devVars(environment: nil) }
    let devVarsOfEnvironment = environment.flatMap { name in files.first { $0.role == .devVars(environment: name) } }
    // In the code's order: `.env.<environment>` beats `.env.local` (docs/facts/wrangler.md §14).
    var roles: [DotenvFile.Role] = [.env(environment: nil, isLocal: false), .env(environment: nil, isLocal: true)]
    if let environment {
      roles += [.env(environment: environment, isLocal: false), .env(environment: environment, isLocal: true)]
    }
    let dotenv = roles.compactMap { role in files.first { $0.role == role } }

    if let chosen = devVarsOfEnvironment ?? devVars {
      loaded = [chosen]
      passedOver = (chosen.path == devVars?.path ? [] : [devVars].compactMap(\.self)) + dotenv
    } else if switches.loadsDotenv {
      loaded = dotenv
      passedOver = []
    } else {
      loaded = []
      passedOver = dotenv
    }
    // `.dev.vars*` is never expanded (docs/facts/wrangler.md §5.1).
    values = Self.merge(loaded, expands: !loaded.contains(where: \.isDevVars))
  }

  private static func merge(_ files: [DotenvFile], expands: Bool) -> [LocalValue] {
    var order: [String] = []
    var winners: [String: (file: DotenvFile, entry: DotenvEntry)] = [:]
    for file in files {
      for entry in file.document.entries {
        if winners[entry.key] == nil { order.append(entry.key) }
        winners[entry.key] = (file, entry)
      }
    }
    let merged = order.compactMap { key in winners[key].map { (key: key, value: $0.entry.value) } }
    let expanded =
      !expands
      ? merged : DotenvExpansion.expand(merged, environment: [:]).entries.map { (key: $0.key, value: $0.value) }
    return expanded.compactMap { key, value in
      winners[key].map { LocalValue(key: key, value: value, file: $0.file, entry: $0.entry) }
    }
  }
}
