extension Rule {
  private static let undeployed = StateExample.worker(
    "api",
    [("v1", ["API_KEY": StateExample.secret]), ("v2", ["API_KEY": StateExample.secret])],
    live: [("v1", 100)]
  )

  /// docs/facts/wrangler.md §6.1.
  static let stateLatestUndeployed = aboutState(
    id: "state/latest-undeployed",
    title: "Secret command while the latest version is not deployed",
    severity: .error,
    help: """
      `secret put`, `delete` and `bulk` copy the latest version and deploy the copy. While the latest version is not the \
      deployed one, that would deploy it by accident, so Cloudflare refuses (10215, for `bulk` 10214).

      Use `versions secret put`, which deploys nothing, or deploy the latest version first.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/versions-and-deployments/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": "«npx wrangler secret put API_KEY»\n",
        "paddock.state.json": StateExample.state(undeployed),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": "npx wrangler versions deploy v2@100 -y\nnpx wrangler secret put API_KEY\n",
        "paddock.state.json": StateExample.state(undeployed),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §6.1.
  static let stateSplitMismatch = aboutState(
    id: "state/split-mismatch",
    title: "Two live versions have different secrets",
    severity: .warning,
    help: """
      A gradual deployment runs two versions side by side. A secret that only one of them has is there for a part of the \
      requests and undefined for the rest.

      Finish the rollout, or put the secret on both versions before you go on.
      """,
    references: [
      "https://developers.cloudflare.com/workers/configuration/versions-and-deployments/gradual-deployments/"
    ],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": «"api"», "main": "a.ts" }"#,
        "paddock.state.json": StateExample.state(
          StateExample.worker(
            "api",
            [("v1", [:]), ("v2", ["API_KEY": StateExample.secret])],
            live: [("v1", 90), ("v2", 10)]
          )
        ),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "paddock.state.json": StateExample.state(
          StateExample.worker(
            "api",
            [("v1", ["API_KEY": StateExample.secret]), ("v2", ["API_KEY": StateExample.secret])],
            live: [("v1", 90), ("v2", 10)]
          )
        ),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §6.1.
  static let stateRollbackHazard = aboutState(
    id: "state/rollback-hazard",
    title: "Rollback would bring back other secrets",
    severity: .warning,
    help: """
      `wrangler rollback` deploys an older version with the secrets it had then: what was put later is missing, and a \
      rotated key comes back in its old form. In CI wrangler goes ahead without asking.

      Know what would be missing, and put the secrets again right after a rollback.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/versions-and-deployments/rollbacks/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": [«"API_KEY"»] } }"#,
        "paddock.state.json": StateExample.state(
          StateExample.worker(
            "api",
            [("v1", [:]), ("v2", ["API_KEY": StateExample.secret])],
            live: [("v1", 100)],
            [("v2", 100)]
          )
        ),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_KEY"] } }"#,
        "paddock.state.json": StateExample.state(
          StateExample.worker(
            "api",
            [("v1", ["API_KEY": StateExample.secret]), ("v2", ["API_KEY": StateExample.secret])],
            live: [("v1", 100)],
            [("v2", 100)]
          )
        ),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §6.1.
  static let stateEnvironmentDrift = aboutState(
    id: "state/env-drift",
    title: "Environment lacks a secret that another has",
    severity: .warning,
    help: """
      Every environment is a Worker with secrets of its own; nothing copies or compares them. What was put on staging and \
      forgotten on production shows when production runs.

      Put the secret on the Worker that lacks it, or list it in `secrets.required` so that the deploy says so.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/environments/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "env": { "staging": {}, «"production"»: {} } }"#,
        "paddock.state.json": StateExample.state(
          StateExample.worker("api-staging", ["API_KEY": StateExample.secret]),
          StateExample.worker("api-production", [:])
        ),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "env": { "staging": {}, "production": {} } }"#,
        "paddock.state.json": StateExample.state(
          StateExample.worker("api-staging", ["API_KEY": StateExample.secret]),
          StateExample.worker("api-production", ["API_KEY": StateExample.secret])
        ),
      ]),
    ]
  )
}
