import Documents
import Text
import Workers

extension Rule {
  /// A secret file inside a folder that is published.
  static let assetsSecretFile = Rule(
    id: "assets/secret-file",
    title: "Secret file in a published folder",
    severity: .error,
    help: """
      Every file of a folder of static assets is uploaded and can be downloaded by anybody: files with a leading dot, \
      `.env`, `.dev.vars` and wrangler's configuration as well. Only `.assetsignore`, in the folder itself and in the syntax \
      of `.gitignore`, leaves files out. Pages has a short fixed list of what it skips, and these files are not on it.

      Source maps and configuration files are a warning: they tell how the Worker works, not its secrets.

      Move the file out of the folder, or name it in `.assetsignore`; rotate what was published.
      """,
    references: ["https://developers.cloudflare.com/workers/static-assets/binding/"],
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "assets": { "directory": "./public" } }"#,
        "public/index.html": "<p>Hello</p>\n",
        "public/.env": "«»API_SECRET={base62:32}\n",
        "public/keys/server.pem": "«»{pem:pkcs8}\n",
        "public/wrangler.toml": "«»name = \"x\"\n",
      ]),
      .bad([
        "wrangler.toml": "pages_build_output_dir = «\"dist\"»\n",
        "dist/app.js": "1\n",
        "dist/app.js.map": "{}\n",
        "dist/assets/b.css.map": "{}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "assets": { "directory": "public" } }"#,
        "public/.assetsignore": ".dev.vars\n*.map\nwrangler.*\n",
        "public/.dev.vars": "API_SECRET={base62:32}\n",
        "public/app.js.map": "{}\n",
        "public/wrangler.json": "{}\n",
        "public/.env.example": "API_SECRET=\n",
        "public/chain.pem": "-----BEGIN CERTIFICATE-----\n",
      ]),
      .clean([
        "wrangler.toml": "[site]\nbucket = \"public\"\n",
        "public/.env": "API_SECRET={base62:32}\n",
      ]),
    ],
    check: .project { project, checkout in
      var seen: Set<String> = []
      return checkout.environments(of: project).flatMap { environment in
        project.publishedFolders(of: environment).flatMap { folder -> [Match] in
          guard let path = folder.path, seen.insert("\(folder.kind) \(path)").inserted else { return [] }
          let filter = PublishedFilter(folder.kind, folder: path, project: project, tree: checkout.tree)
          // Without an ignore file the folder itself is the mistake, see assets/directory-too-wide.
          if folder.isTooWide(for: project), !filter.hasIgnoreFile { return [] }
          return fileMatches(in: folder, filter: filter, environment: environment, project: project, checkout: checkout)
        }
      }
    }
  )

  private static func fileMatches(
    in folder: PublishedFolder,
    filter: PublishedFilter,
    environment: Environment,
    project: Project,
    checkout: Checkout
  ) -> [Match] {
    var found: [Match] = []
    var maps: [String] = []
    for entry in checkout.tree.everyFile(inOrBelow: filter.folder) {
      let isMap = [".js.map", ".mjs.map", ".cjs.map", ".css.map"].contains(where: entry.path.hasSuffix)
      guard isMap || SecretFile.mayBe(entry.path), filter.isPublished(entry.path) else { continue }
      if isMap {
        maps.append(entry.path)
        continue
      }
      guard let file = SecretFile.judge(entry.path, in: checkout) else { continue }
      found.append(
        Match(
          path: file.path,
          region: Region(start: 0, end: 0),
          message: "\(file.path), \(file.words), is in the folder that `\(folder.key)` publishes",
          identity: .name(file.path),
          help: help(for: FilePath.relative(file.path, to: filter.folder), filter: filter),
          worker: environment.workerName,
          severity: file.severity,
          related: [
            .init(path: project.config.source.path, region: folder.region, message: "published by this setting")
          ]
        )
      )
    }
    if let first = maps.first {
      // Their names carry hashes, so the setting is the stable place.
      let others = maps.count > 1 ? " and \(maps.count - 1) more source maps are" : ", a source map, is"
      found.append(
        Match(
          path: project.config.source.path,
          region: folder.region,
          message: "\(first)\(others) in the folder that `\(folder.key)` publishes",
          identity: .name("\(filter.folder)/source maps"),
          help: filter.kind == .assets
            ? "Add `*.map` to \(FilePath.join(filter.folder, ".assetsignore")), or build without source maps."
            : "Build without source maps, or delete them before the deploy.",
          worker: environment.workerName,
          severity: .warning
        )
      )
    }
    return found
  }

  private static func help(for file: String, filter: PublishedFilter) -> String {
    filter.kind == .assets
      ? "Move it away, or add `/\(file)` to \(FilePath.join(filter.folder, ".assetsignore")); rotate what was published."
      : "Move it out of the folder, and rotate what was published."
  }
}
