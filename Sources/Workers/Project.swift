package import Documents
package import System
import Text

/// A folder with a wrangler configuration, and the files that belong to it.
package struct Project: Sendable {
  /// The folder, from the folder checked; "" for that folder itself.
  package let folder: String
  /// Every wrangler configuration file in the folder, highest precedence first.
  ///
  /// Only the first is read by wrangler.
  package let configs: [WranglerConfig]
  /// A configuration in a folder above whose name wins over the local file (docs/facts/wrangler.md §1.1), as a path
  /// from the folder checked, which may start with `../`.
  package let shadowedBy: String?
  /// The dotenv files in the folder, sorted by name, then those elsewhere or of other names that commands name.
  package internal(set) var dotenvFiles: [DotenvFile]
  /// The files among them, and those of other projects, that commands name with `--env-file`.
  package internal(set) var namedFiles: [DotenvFile] = []
  /// How commands run the Worker locally.
  package internal(set) var localRuns: [LocalRun] = []
  /// The pointer to a generated configuration, `.wrangler/deploy/config.json`, here or in the nearest folder above.
  package let redirect: Redirect?
  /// Program files such as `cloudflare.config.ts` that configure the Worker and cannot be evaluated.
  package let programConfigs: [String]

  /// The names under which a program configures a Worker (docs/facts/wrangler.md §1.6).
  package static let programConfigNames = ["cloudflare.config.ts", "wrangler.config.ts"]

  /// The configuration wrangler reads in this folder.
  package var config: WranglerConfig { configs[0] }

  /// The dotenv files without those that only show names.
  package var secretFiles: [DotenvFile] { dotenvFiles.filter { !$0.isExample } }
  package var exampleFiles: [DotenvFile] { dotenvFiles.filter(\.isExample) }

  /// What `wrangler dev --env NAME` would load; `nil` for the top level.
  package func localValues(
    for environment: String?,
    choice: DotenvChoice = .usual,
    switches: LocalValues.Switches = .init()
  ) -> LocalValues {
    switch choice {
    case .usual: return LocalValues(files: secretFiles, environment: environment, switches: switches)
    case .named(let paths):
      let named = paths.compactMap { path in namedFiles.first { $0.path == path } }
      return LocalValues(named: named, insteadOf: secretFiles, environment: environment, switches: switches)
    }
  }

  /// The folder of files published to the public: static assets, Workers Sites or Pages output, with the key that says
  /// so.
  ///
  /// `nil` when there is none, or it lies outside the folder checked.
  package func publishedFolders(of environment: Environment) -> [PublishedFolder] {
    var found: [PublishedFolder] = []
    for (node, kind) in [
      (environment.section("assets")?["directory"], PublishedFolder.Kind.assets),
      (config.root["site"]?["bucket"], .site),
      (config.root["pages_build_output_dir"], .pages),
    ] {
      guard let node, let written = node.string else { continue }
      found.append(
        PublishedFolder(
          kind: kind,
          written: written,
          region: node.region,
          path: FilePath.resolve(written, from: folder)
        )
      )
    }
    return found
  }
}

/// A folder whose files anybody can download once the Worker is deployed.
package struct PublishedFolder: Sendable {
  /// By which mechanism, which decides what is left out (docs/facts/wrangler.md §12.3, §12.5, §12.6).
  package enum Kind: Sendable {
    case assets, site, pages
  }

  package let kind: Kind
  /// The path as written in the configuration.
  package let written: String
  /// Where it is written.
  package let region: Region
  /// From the folder checked; `nil` when it lies outside.
  package let path: String?
}

extension Project {
  /// Finds every project of a tree, sorted by folder; configurations that a build has written are none.
  ///
  /// - Returns: the projects, and what could not be read.
  package static func discover(in tree: FileTree, dotenvFiles: [DotenvFile]) -> (
    projects: [Project], problems: [FileProblem]
  ) {
    var configs: [String: [WranglerConfig]] = [:]
    var problems: [FileProblem] = []
    for entry in tree.files where WranglerConfig.fileNames.contains(FilePath.name(of: entry.path)) {
      do {
        let config = WranglerConfig(source: Source(path: entry.path, bytes: try tree.readAsStored(entry.path)))
        if !config.isGenerated { configs[config.folder, default: []].append(config) }
      } catch {
        problems.append(error)
      }
    }
    let projects = configs.keys.sorted().map { folder in
      // File names sort as wrangler prefers them: .json, .jsonc, .toml.
      let own = (configs[folder] ?? []).sorted { precedence($0) < precedence($1) }
      return Project(
        folder: folder,
        configs: own,
        shadowedBy: shadow(of: own[0], in: tree),
        dotenvFiles: dotenvFiles.filter { FilePath.folder(of: $0.path) == folder },
        redirect: Redirect(for: folder, in: tree),
        programConfigs: programConfigNames.map { FilePath.join(folder, $0) }.filter(tree.contains)
      )
    }
    // What a build has written for one project is none by itself, whatever it says.
    let built = Set(projects.compactMap { $0.redirect?.targetPath })
    return (projects.filter { !built.contains($0.config.source.path) }, problems)
  }

  private static func precedence(_ config: WranglerConfig) -> Int {
    WranglerConfig.fileNames.firstIndex(of: FilePath.name(of: config.source.path)) ?? 0
  }

  /// A file of a name with higher precedence in any folder above.
  private static func shadow(of config: WranglerConfig, in tree: FileTree) -> String? {
    var folder = config.folder
    while !folder.isEmpty {
      folder = FilePath.folder(of: folder)
      for name in WranglerConfig.fileNames.prefix(precedence(config)) where tree.contains(FilePath.join(folder, name)) {
        return FilePath.join(folder, name)
      }
    }
    return nil
  }
}
