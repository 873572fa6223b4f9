import DeployState
import Linter

/// Verdicts where it is not the configuration alone that says what is deployed, and where to.
extension ReadyTests {
  /// What a build leaves behind: a pointer, and a configuration without environments.
  static func redirected(_ required: [String], environment: String? = "production") -> [String: String] {
    let names = required.map { "\"\($0)\"" }.joined(separator: ", ")
    let built = environment.map { #", "targetEnvironment": "\#($0)""# } ?? #", "topLevelName": "shop""#
    return [
      ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
      "dist/wrangler.json":
        #"{ "name": "shop-production", "main": "a.js", "secrets": { "required": [\#(names)] }\#(built) }"#,
    ]
  }

  static let targetRows: [Row] = [
    Row(
      situation: "a build takes the place of the configuration",
      files: project.merging(redirected(["PAY_KEY", "NEW_KEY"])) { $1 },
      workers: ["shop-production": SavedWorkers.worker("PAY_KEY")],
      status: .findings,
      shows: [
        "wrangler.json, built as dist/wrangler.json", "✘ production  shop-production", "lacks NEW_KEY",
        "$ npx wrangler secret put NEW_KEY --env production", "in 1 environment",
      ],
      hides: ["staging"]
    ),
    Row(
      situation: "a build that needs nothing more",
      files: project.merging(redirected(["PAY_KEY"])) { $1 },
      workers: ["shop-production": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--for", "versions-upload"],
      status: .clean,
      shows: ["✔ production  shop-production  ready"]
    ),
    Row(
      situation: "a build for another environment",
      files: project.merging(redirected(["PAY_KEY"])) { $1 },
      workers: ["shop-staging": SavedWorkers.worker("PAY_KEY", "MAIL_KEY")],
      arguments: ["--env", "staging"],
      status: .findings,
      shows: ["error[state/refused]: the build is for environment production", "CLOUDFLARE_ENV=staging"]
    ),
    Row(
      situation: "a build that does not say for which environment",
      files: project.merging(redirected(["PAY_KEY"], environment: nil)) { $1 },
      workers: ["shop-staging": SavedWorkers.worker("PAY_KEY", "MAIL_KEY")],
      arguments: ["--env", "staging"],
      status: .findings,
      shows: ["unknown[state/unknown]: the generated configuration does not say for which environment it was built"]
    ),
    Row(
      situation: "a build that is gone",
      files: project.merging(redirected(["PAY_KEY"])) { $1 }.filter { $0.key != "dist/wrangler.json" },
      workers: ["shop-production": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--env", "production"],
      status: .findings,
      shows: ["error[config/redirect-stale]:", "../../dist/wrangler.json does not exist"]
    ),
    Row(
      situation: "a build elsewhere",
      files: project.merging(redirected(["PAY_KEY"])) { $1 }
        .merging([".wrangler/deploy/config.json": #"{ "configPath": "../../../elsewhere/wrangler.json" }"#]) { $1 },
      workers: ["shop-production": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--env", "production"],
      status: .findings,
      shows: ["unknown[state/unknown]: the redirect in .wrangler/deploy/config.json leads out of the folder checked"]
    ),
    Row(
      situation: "a configuration that is named in spite of a build",
      files: project.merging(redirected(["PAY_KEY", "NEW_KEY"])) { $1 },
      workers: ["shop-staging": SavedWorkers.worker("PAY_KEY", "MAIL_KEY")],
      arguments: ["--env", "staging", "--for", "deploy --config wrangler.json"],
      status: .clean,
      shows: ["✔ staging  shop-staging  ready"]
    ),
    Row(
      situation: "a secret, which builds have no part in",
      files: project.merging(redirected(["PAY_KEY"])) { $1 },
      workers: ["shop-staging": SavedWorkers.worker("PAY_KEY", "MAIL_KEY")],
      arguments: ["--env", "staging", "--for", "secret put PAY_KEY"],
      status: .clean,
      hides: ["built as"]
    ),
    Row(
      situation: "a script of a dispatch namespace, whatever a Worker of its name has",
      files: ["wrangler.json": #"{ "name": "shop", "main": "a.ts", "secrets": { "required": [] } }"#],
      workers: ["shop": SavedWorkers.worker([("v1", ["A"]), ("v2", [])], live: [[("v1", 50), ("v2", 50)]])],
      arguments: ["--for", "deploy --dispatch-namespace tenants"],
      status: .clean,
      hides: ["split-mismatch"]
    ),
    Row(
      situation: "a script of a dispatch namespace that has to have a secret",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--for", "deploy --dispatch-namespace tenants"],
      status: .findings,
      shows: ["no command tells whether the script shop of the namespace tenants has PAY_KEY", "`--secrets-file`"]
    ),
    Row(
      situation: "two environments that are one Worker",
      files: [
        "wrangler.json":
          #"{ "name": "shop", "main": "a.ts", "env": { "a": { "name": "shop-x" }, "b": { "name": "shop-x" } } }"#
      ],
      workers: ["shop": SavedWorkers.worker(), "shop-x": SavedWorkers.worker()],
      status: .findings,
      shows: [
        "? a            shop-x  not known", "? b            shop-x  not known", "✔ (top level)",
        "unknown[config/worker-name-clash]: the Worker shop-x is that of environment \"b\", too",
      ]
    ),
    Row(
      situation: "a secret for two environments that are one Worker",
      files: [
        "wrangler.json":
          #"{ "name": "shop", "main": "a.ts", "env": { "a": { "name": "shop-x" }, "b": { "name": "shop-x" } } }"#
      ],
      workers: ["shop": SavedWorkers.worker("A"), "shop-x": SavedWorkers.worker("A")],
      arguments: ["--for", "secret put A"],
      status: .clean
    ),
  ]
}
