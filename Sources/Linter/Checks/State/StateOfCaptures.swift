extension Rule {
  /// docs/facts/wrangler.md §6.5.
  static let stateCaptureUnusable = aboutState(
    id: "state/capture-unusable",
    title: "Saved state cannot be used",
    severity: .error,
    help: """
      `paddock.state.json` is damaged, from a newer Paddock, or older than `--max-age` allows. A wrong answer about what is \
      deployed is worse than none, so nothing in it is used.

      Write it anew with `paddock state capture`.
      """,
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "paddock.state.json": "{\n  \"schemaVersion\": 1,\n  «\"worker\": {}»\n}\n",
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", [:])),
      ]),
    ]
  )

  /// What a gate says where nobody looked.
  static let stateUnknown = aboutState(
    id: "state/unknown",
    title: "What a command depends on is not known",
    severity: .error,
    help: """
      The saved state says nothing about what decides whether the command succeeds. What nobody looked at is never taken \
      for empty. Only `paddock ready` reports it.

      Capture what is missing with `paddock state capture`, or pass with `--allow-unknown`.
      """,
    examples: [
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_KEY"] } }"#,
        "paddock.state.json": "{ \"schemaVersion\": 1 }\n",
      ])
    ]
  )

  /// Everything else that wrangler or Cloudflare refuses (docs/facts/wrangler.md §6.4).
  static let stateRefused = aboutState(
    id: "state/refused",
    title: "Command is refused",
    severity: .error,
    help: """
      Wrangler or Cloudflare refuses the command with what is deployed now: the Worker, the version or the secret it names \
      does not exist, or the configuration is none for this command.

      Read the message; where a command mends it, it is shown.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/commands/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "cleanup.sh": "«npx wrangler secret delete OLD_KEY»\n",
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.secret])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "cleanup.sh": "npx wrangler secret delete API_KEY\n",
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["API_KEY": StateExample.secret])),
      ]),
    ]
  )
}
