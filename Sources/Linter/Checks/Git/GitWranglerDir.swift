import Documents
import Text
import Workers

extension Rule {
  /// Wrangler's own folder, which holds local data in clear.
  static let gitWranglerDir = Rule(
    id: "git/wrangler-dir",
    title: "`.wrangler` not kept out of git",
    severity: .warning,
    help: """
      `.wrangler` holds what `wrangler dev` needs on this machine: the contents of local KV, D1, R2 and Secrets Store in \
      clear, temporary bundles, and `deploy/config.json`, which sends every deploy to a build that may be stale. Nothing in \
      it belongs into the repository.

      Add `.wrangler/` to `.gitignore`, and run `git rm -r --cached .wrangler` where it is tracked already.
      """,
    references: ["https://developers.cloudflare.com/workers/development-testing/local-data/"],
    examples: [
      .bad(
        [
          "api/wrangler.toml": "name = \"api\"\n", "api/.wrangler/state/v3/kv/x": "«»data", ".gitignore": ".wrangler\n",
        ],
        tracked: ["api/wrangler.toml", "api/.wrangler/state/v3/kv/x"]
      ),
      .bad([".gitignore": "«»node_modules\n", "wrangler.toml": "name = \"x\"\n"], tracked: ["wrangler.toml"]),
      .clean([".gitignore": ".wrangler/*\n", "wrangler.toml": ""], tracked: [".gitignore"]),
      .clean([".gitignore": "/.wrangler/\n", "wrangler.toml": ""], tracked: [".gitignore"]),
      .clean(["wrangler.toml": "name = \"outside-of-a-repository\"\n"]),
    ],
    check: .checkout { checkout in
      guard let tracked = checkout.tracked else { return [] }
      let folders = trackedFolders(tracked)
      return folders.keys.sorted().compactMap { folder in
        folders[folder].map { trackedMatch(folder, firstFile: $0, in: tracked) }
      }
        + notIgnored(checkout, except: Set(folders.keys))
    }
  )

  /// Each `.wrangler` folder with its first tracked file.
  private static func trackedFolders(_ tracked: TrackedPaths) -> [String: String] {
    var found: [String: String] = [:]
    for path in tracked.all where path.hasPrefix(".wrangler/") || path.contains("/.wrangler/") {
      let parts = path.split(separator: "/")
      guard let index = parts.dropLast().firstIndex(of: ".wrangler") else { continue }
      let folder = parts[...index].joined(separator: "/")
      found[folder] = min(found[folder] ?? path, path)
    }
    return found
  }

  private static func trackedMatch(_ folder: String, firstFile: String, in tracked: TrackedPaths) -> Match {
    Match(
      path: firstFile,
      region: Region(start: 0, end: 0),
      message: "git tracks files in \(folder), which holds local data in clear",
      identity: .name(folder),
      help: "Run `\(GitRemoval.untrackFolder(tracked.pathFromTop(folder)))` and add `.wrangler/` to .gitignore.",
      severity: FileRole.isTest(firstFile) ? .warning : .error
    )
  }

  private static func notIgnored(_ checkout: Checkout, except tracked: Set<String>) -> [Match] {
    var found: [String: Match] = [:]
    for project in checkout.projects
    where !FileRole.isTest(project.config.source.path) && checkout.isInRepository(project.folder) {
      let folder = FilePath.join(project.folder, ".wrangler")
      // A file inside, so that `.wrangler/*` counts as well.
      let probe = FilePath.join(folder, "state/v3/kv/data.sqlite")
      guard !tracked.contains(folder), checkout.tree.ignoreDecision(for: probe)?.isIgnored != true else { continue }
      let place = IgnoreFilePlace(nearestTo: project.folder, in: checkout.tree)
      let path = place?.path ?? project.config.source.path
      guard found[place?.path ?? ""] == nil else { continue }
      found[place?.path ?? ""] = Match(
        path: path,
        region: place?.region(near: [".wrangler"]) ?? Region(start: 0, end: 0),
        message: "\(folder) is not ignored by git",
        identity: .name(".wrangler"),
        help: "Add the line `.wrangler/` to \(place?.path ?? FilePath.join(project.folder, ".gitignore")).",
        fix: place.map { Fix(title: "Ignore .wrangler", isSafe: true, edits: [$0.appending([".wrangler/"])]) }
      )
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
