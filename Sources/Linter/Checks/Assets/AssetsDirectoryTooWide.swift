import Documents
import Text
import Workers

extension Rule {
  /// A published folder that holds the project itself.
  static let assetsDirectoryTooWide = Rule(
    id: "assets/directory-too-wide",
    title: "Whole project published",
    severity: .error,
    help: """
      The folder to publish is the folder of the wrangler configuration, or one above it. With static assets that uploads \
      everything in it: `.dev.vars`, `.env`, `.git`, the configuration and the sources. Pages skips `.git` and \
      `node_modules` and uploads the rest; Workers Sites skips hidden files.

      Publish a folder of its own, such as `public` or `dist`. Where the page really lies next to the configuration, list \
      what is not part of it in `.assetsignore`.
      """,
    references: ["https://developers.cloudflare.com/workers/static-assets/binding/"],
    examples: [
      .bad(["wrangler.jsonc": #"{ "assets": { "directory": «"./"» } }"#]),
      .bad(["site/wrangler.toml": "pages_build_output_dir = «\"..\"»\n"]),
      .bad([
        "wrangler.toml": "[env.production.assets]\ndirectory = «\".\"»\n",
        ".assetsignore": "node_modules\n",
      ]),
      .clean(["site/wrangler.jsonc": #"{ "assets": { "directory": "../web/dist" } }"#]),
      .clean([
        "wrangler.toml": "assets = { directory = \".\" }\n",
        ".assetsignore": "*\n!index.html\n!img/**\n",
      ]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment in
        project.publishedFolders(of: environment).compactMap {
          wideMatch(for: $0, environment: environment, project: project, checkout: checkout)
        }
      }
    }
  )

  private static func wideMatch(
    for folder: PublishedFolder,
    environment: Environment,
    project: Project,
    checkout: Checkout
  ) -> Match? {
    guard folder.isTooWide(for: project) else { return nil }
    let filter = folder.path.map { PublishedFilter(folder.kind, folder: $0, project: project, tree: checkout.tree) }
    // The files that are certainly there, or will be.
    let names = [".dev.vars", ".env", FilePath.name(of: project.config.source.path)]
    let open = names.filter { filter?.isPublished(FilePath.join(project.folder, $0)) ?? true }
    if open.isEmpty { return nil }
    let hasIgnoreFile = filter?.hasIgnoreFile ?? false
    return Match(
      path: project.config.source.path,
      region: folder.region,
      message: "`\(folder.key)` publishes the folder of the configuration itself"
        + (hasIgnoreFile ? ", and .assetsignore leaves \(open.inWords) in" : ", \(open.inWords) included"),
      identity: .name("\(environment.name ?? "")/\(folder.key)"),
      help: folder.kind == .assets
        ? "Publish a folder of its own, or list \(open.inWords) in `.assetsignore`."
        : "Publish a folder of its own, such as `dist`.",
      worker: environment.workerName,
      severity: hasIgnoreFile || folder.kind == .site ? .warning : .error
    )
  }
}
