extension Rule {
  /// docs/facts/wrangler.md §4.3.
  static let requiredFirstDeploy = aboutState(
    id: "required/first-deploy",
    title: "First deploy without its required secrets",
    severity: .error,
    help: """
      The Worker does not exist yet, and wrangler refuses a first deploy that lacks a name of `secrets.required`. \
      `secret put` is no way around: it would make an empty Worker.

      Give the values with the deploy: `npx wrangler deploy --secrets-file FILE`.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": [«"API_KEY"»] } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("other", [:])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("other", [:])),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §4.3.
  static let requiredNotOnLatest = aboutState(
    id: "required/not-on-latest",
    title: "Required secret is missing on the latest version",
    severity: .error,
    help: """
      An upload takes required secrets over from the latest version, deployed or not. A name that version lacks is refused \
      with code 10057, after the build has run. The values in `.dev.vars` and `.env` are never used.

      Put the secret first: `npx wrangler secret put NAME`, or `versions secret put NAME` while the latest version is not \
      deployed.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_KEY", «"MAIL_KEY"»] } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.secret])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_KEY"] } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.secret])),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §4.3.
  static let requiredSatisfiedAsText = aboutState(
    id: "required/satisfied-as-text",
    title: "Required secret is a plain variable on the Worker",
    severity: .warning,
    help: """
      The check of `secrets.required` goes by name, not by type. Here a plain variable of that name satisfies it, and \
      everybody with access to the account can read the value.

      Delete the variable in the dashboard, put a secret in its place, and change the value.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": [«"API_KEY"»] } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.text])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_KEY"] } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.secret])),
      ]),
    ]
  )
}
