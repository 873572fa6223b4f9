import Documents
import Text
import Workers

extension Rule {
  /// Local secret files that only an ignore file of one person keeps out of the repository.
  static let gitIgnoredPrivately = Rule(
    id: "git/ignored-privately",
    title: "Secret file ignored on this machine only",
    severity: .warning,
    help: """
      `.git/info/exclude` and the file that `core.excludesFile` names hold for one clone and one person. A colleague who \
      clones the repository, and a CI job, do not have them: there the next `git add .` records `.dev.vars` or `.env`.

      Add `.dev.vars*` and `.env*` to a `.gitignore` of the repository, with exceptions such as `!.dev.vars.example` for \
      the samples.
      """,
    references: ["https://git-scm.com/docs/gitignore"],
    examples: [
      .bad(
        [
          ".git/info/exclude": ".dev.vars*\n.env*\n", ".gitignore": "«»node_modules\n",
          "wrangler.toml": "name = \"shop\"\n", ".dev.vars": "API_SECRET={base62:32}\n",
        ],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .bad(
        [".git/info/exclude": ".dev.vars*\n.env*\n", "api/wrangler.toml": "«»name = \"api\"\n"],
        tracked: ["api/wrangler.toml"]
      ),
      .clean(
        [
          ".git/info/exclude": ".dev.vars\n", ".gitignore": ".dev.vars*\n.env*\n",
          "wrangler.toml": "name = \"shop\"\n", ".dev.vars": "API_SECRET={base62:32}\n",
        ],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .clean(
        [
          ".git/info/exclude": ".dev.vars*\n.env*\n", "test/fixtures/app/wrangler.toml": "name = \"fixture\"\n",
        ],
        tracked: ["test/fixtures/app/wrangler.toml"]
      ),
    ],
    check: .checkout { checkout in
      guard checkout.tracked != nil else { return [] }
      let families = [".dev.vars", ".env"]
      // What nobody ignores is said by git/secret-file-not-ignored, with the same lines to add.
      let open = IgnoreGap.all(in: checkout) { checkout.tree.ignoreDecision(for: $0) == nil }.flatMap(\.names)
      let known = families.filter { family in open.contains { $0.hasPrefix(family) } }
      let gaps = IgnoreGap.all(in: checkout) { path in
        !known.contains { FilePath.name(of: path).hasPrefix($0) }
          && checkout.tree.ignoreDecision(for: path)?.isIgnored == true
          && checkout.tree.sharedIgnoreDecision(for: path) == nil
      }
      return gaps.map { gap in
        gap.match(
          message: "\(gap.subjectInWords) \(gap.subject.count == 1 ? "is" : "are") ignored on this machine only, by "
            + "`.git/info/exclude` or your own settings of git: a colleague's `git add` records "
            + (gap.subject.count == 1 ? "it" : "them"),
          name: "ignored-privately",
          severity: .warning,
          related: "ignored on this machine only",
          in: checkout
        )
      }
    }
  )
}
