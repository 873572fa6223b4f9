extension Rule {
  /// docs/facts/wrangler.md §6.2.
  static let stateStrayWorker = aboutState(
    id: "state/stray-worker",
    title: "Secret command would make an empty Worker",
    severity: .warning,
    help: """
      There is no Worker of that name. Without a terminal `secret put` and `secret bulk` do not ask: they make an empty \
      Worker and put the secret there. With a wrong name or a forgotten `--env`, that is a stray Worker with a real secret.

      Deploy first, with `--secrets-file` where secrets are required, or mend the name.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/commands/#secret"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "env": { "production": {} } }"#,
        "deploy.sh": "«npx wrangler secret put API_KEY»\n",
        "paddock.state.json": StateExample.state(StateExample.worker("api-production", [:])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "env": { "production": {} } }"#,
        "deploy.sh": "npx wrangler secret put API_KEY --env production\n",
        "paddock.state.json": StateExample.state(StateExample.worker("api-production", [:])),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §6.3.
  static let stateBulkFileShape = aboutState(
    id: "state/bulk-file-shape",
    title: "File of secrets is not what it seems",
    severity: .error,
    help: """
      A file for `secret bulk` or `--secrets-file` is read as strict JSON, and what is none as dotenv: a comment or a \
      trailing comma makes wrangler read the file line by line, quotes included. Every value must be a string. A null \
      deletes with `secret bulk` only; `versions secret bulk` and `--secrets-file` drop it.

      Write one strict JSON object of strings, with at most 100 entries.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/commands/#secret-bulk"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": "«npx wrangler versions secret bulk secrets.json»\n",
        "secrets.json": #"{ "OLD_KEY": null }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["OLD_KEY": StateExample.secret])),
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": "npx wrangler secret bulk secrets.json\n",
        "secrets.json": #"{ "OLD_KEY": null }"#,
        "paddock.state.json": StateExample.state(StateExample.worker("api", ["OLD_KEY": StateExample.secret])),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §8.5.
  static let storeState = aboutState(
    id: "store/state",
    title: "Secrets Store lacks what the configuration binds",
    severity: .error,
    help: """
      A binding names a secret of the account's Secrets Store. The deploy is refused when the store or the secret does not \
      exist, or the secret's scopes lack `workers`.

      Create the secret, or widen its scopes, with `npx wrangler secrets-store secret … --remote`.
      """,
    references: ["https://developers.cloudflare.com/secrets-store/integrations/workers/"],
    examples: [
      .bad([
        "wrangler.json": """
        { "name": "api", "main": "a.ts", "secrets_store_secrets": [
          { "binding": «"KEY"», "store_id": "a1", "secret_name": "api-key" }
        ] }

        """,
        "paddock.state.json": StateExample.state(
          StateExample.worker("api", [:]),
          stores: #"    "a1": { "secrets": { "complete": true, "entries": {} } }"#
        ),
      ]),
      .clean([
        "wrangler.json": """
        { "name": "api", "main": "a.ts", "secrets_store_secrets": [
          { "binding": "KEY", "store_id": "a1", "secret_name": "api-key" }
        ] }

        """,
        "paddock.state.json": StateExample.state(
          StateExample.worker("api", [:]),
          stores: """
                "a1": { "secrets": { "complete": true, "entries": {
                  "b1": { "name": "api-key", "scopes": ["workers"], "status": "active" }
                } } }
            """
        ),
      ]),
    ]
  )

  /// docs/facts/wrangler.md §8.2.
  static let storeCommand = aboutState(
    id: "store/command",
    title: "Secrets Store command that leaks or does nothing",
    severity: .warning,
    help: """
      `secrets-store secret create --value …` leaves the secret in the shell's history and in the logs of CI. Without \
      `--remote` the command changes files of the machine it runs on and nothing in the account.

      Pipe the value into the command and add `--remote`.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/commands/#secrets-store-secret"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": """
        «npx wrangler secrets-store secret create a1 --name api-key --scopes workers --value "$API_KEY" --remote»

        """,
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.ts" }"#,
        "deploy.sh": """
        printf %s "$API_KEY" | npx wrangler secrets-store secret create a1 --name api-key --scopes workers --remote

        """,
      ]),
    ]
  )
}
