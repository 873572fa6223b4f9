extension Rule {
  /// docs/facts/wrangler.md §4.4.
  static let varReplacesSecret = aboutState(
    id: "state/var-replaces-secret",
    title: "Deploy replaces a secret by what the configuration says",
    severity: .error,
    help: """
      A variable or binding of the configuration has the name of a secret of the Worker. The deploy puts it in the \
      secret's place, and nobody can read the lost value back. In CI wrangler only warns, unless `--strict` is given.

      Remove the name from the configuration, or delete the secret on purpose; add `--strict` to the deploy in CI.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "vars": { «"MAIL_KEY"»: "" } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["MAIL_KEY": StateExample.secret])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "vars": { "MODE": "live" } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["MAIL_KEY": StateExample.secret])),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §6.4.
  static let stateNameTaken = aboutState(
    id: "state/name-taken",
    title: "Secret is put over a plain variable",
    severity: .error,
    help: """
      `secret put` and `secret bulk` refuse a name that is a plain variable or another binding of the latest version, with \
      code 10053.

      Remove the variable from the configuration and deploy, or delete it in the dashboard; then put the secret.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": "«npx wrangler secret put API_KEY»\n",
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.text])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": "npx wrangler secret put API_KEY\n",
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.secret])),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §6.6.
  static let stateOrphanSecret = aboutState(
    id: "state/orphan-secret",
    title: "Worker has a secret that the configuration does not list",
    severity: .note,
    help: """
      The Worker holds a secret that is neither in `secrets.required` nor configured in another way. It stays on every \
      new version, and nobody knows any more what it opens.

      Add it to `secrets.required` if the code reads it; otherwise revoke it, then `npx wrangler secret delete NAME`.
      """,
    examples: [
      .bad([
        "wrangler.json": #"{ "name": «"api"», "main": "a.ts", "secrets": { "required": ["API_KEY"] } }"#,
        "paddock.state.json": StateExample.state(
          StateExample.worker("api", ["API_KEY": StateExample.secret, "OLD_KEY": StateExample.secret])
        ),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_KEY"] } }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.secret])),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §3.
  static let keepVarsAdvice = aboutState(
    id: "config/keep-vars-advice",
    title: "Deploy removes variables that only the dashboard set",
    severity: .warning,
    help: """
      The Worker has plain variables that the configuration lacks. Without `keep_vars`, a deploy removes them; secrets stay.

      Add them to `vars`, or set `keep_vars` at the top level to keep what the dashboard says.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/#source-of-truth"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": «"api"», "main": "a.ts" }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["MODE": StateExample.text])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "keep_vars": true }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["MODE": StateExample.text])),
      ]),
    ]
  )
}
