import Documents
import Workers

extension Rule {
  /// Local secret files that the next `git add` would record.
  static let gitSecretFileNotIgnored = Rule(
    id: "git/secret-file-not-ignored",
    title: "Secret file not ignored by git",
    severity: .warning,
    help: """
      Local secrets live in `.dev.vars`, `.env` and their variants for each environment. A file that git does not ignore is \
      recorded by the next `git add .`. Often only the plain names are listed: `.env` alone leaves `.env.production` open, \
      and `.dev.vars` alone `.dev.vars.production`.

      It is an error when such a file exists and holds values, else a warning.

      Add `.dev.vars*` and `.env*` to `.gitignore`, with exceptions such as `!.dev.vars.example` for the samples.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad(
        ["wrangler.toml": "name = \"shop\"\n", ".gitignore": "node_modules\n.env\n.env.local\n«.dev.vars»\n"],
        tracked: ["wrangler.toml", ".gitignore"]
      ),
      .bad(["api/wrangler.toml": "«»name = \"api\"\n"], tracked: ["api/wrangler.toml"]),
      .bad(
        [
          ".gitignore": "«.env*»\n!.env.example\n", "wrangler.toml": "name = \"x\"\n",
          ".dev.vars": "API_SECRET={base62:32}\n",
        ],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .bad(
        [
          ".gitignore": ".env*\n«.dev.vars*»\n", "wrangler.toml": "name = \"x\"\n",
          "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file local.vars" } }"#,
          "local.vars": "API_SECRET={base62:32}\n",
        ],
        tracked: [".gitignore", "wrangler.toml", "package.json"]
      ),
      .clean(
        [
          ".gitignore": ".dev.vars*\n!.dev.vars.example\n.env*\n!.env.example\n", "api/wrangler.toml": "name = \"x\"\n",
        ],
        tracked: [".gitignore", "api/wrangler.toml"]
      ),
      .clean(["wrangler.toml": "name = \"outside-of-a-repository\"\n", ".dev.vars": "API_SECRET={base62:32}\n"]),
      .clean(
        ["site/wrangler.toml": "name = \"s\"\nassets = { directory = \"dist\" }\n"],
        tracked: ["site/wrangler.toml"]
      ),
      .clean(["test/fixtures/app/wrangler.toml": "name = \"fixture\"\n"], tracked: ["test/fixtures/app/wrangler.toml"]),
    ],
    check: .checkout { checkout in
      guard checkout.tracked != nil else { return [] }
      return IgnoreGap.all(in: checkout) { checkout.tree.ignoreDecision(for: $0) == nil }.map { gap in
        let isOne = gap.subject.count == 1
        return gap.match(
          message: "\(gap.subjectInWords) \(isOne ? "is" : "are") not ignored by git"
            + (gap.open.isEmpty ? "" : ", and the next `git add` records \(isOne ? "it" : "them")"),
          name: "not-ignored",
          severity: gap.badness(in: checkout),
          related: "not ignored",
          in: checkout
        )
      }
    }
  )
}
