import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.4.
  static let pagesUnsupported = Rule(
    id: "config/pages-unsupported",
    title: "Key that a Pages project cannot have",
    severity: .error,
    help: """
      A file with `pages_build_output_dir` configures a Pages project, and wrangler refuses settings that Pages does not \
      have: among them `main`, `secrets` and `secrets_store_secrets`, and environments other than `preview` and \
      `production`. The name ASSETS is taken by the files of the project.

      Delete the key; set secrets with `npx wrangler pages secret put NAME`. Or move the project to Workers.
      """,
    references: ["https://developers.cloudflare.com/pages/functions/wrangler-configuration/"],
    examples: [
      .bad([
        "wrangler.toml":
          "name = \"site\"\npages_build_output_dir = \"dist\"\n«main» = \"x.ts\"\n[«secrets»]\nrequired = [\"KEY\"]\n"
      ]),
      .bad([
        "wrangler.toml":
          "name = \"site\"\npages_build_output_dir = \"dist\"\nkv_namespaces = [{ binding = «\"ASSETS\"», id = \"x\" }]\n"
      ]),
      .clean(["wrangler.toml": "name = \"site\"\npages_build_output_dir = \"dist\"\n[vars]\nMODE = \"live\"\n"]),
    ],
    check: .project { project, _ in
      let config = project.config
      guard config.isPages else { return [] }
      func match(_ member: Member, _ message: String, help: String?, place: String = "") -> Match {
        Match(
          path: config.source.path,
          region: member.keyRegion,
          message: message,
          identity: .name("\(place)\(member.key)"),
          help: help,
          worker: config.topLevel.workerName
        )
      }
      let keys = config.environments.flatMap { environment in
        (environment.own.table?.members ?? []).compactMap { member -> Match? in
          // Keys nobody knows are config/unknown-key.
          guard ConfigSchema.topLevel.contains(member.key), !ConfigSchema.pages.contains(member.key) else { return nil }
          return match(
            member,
            "a Pages project cannot have `\(member.key)`",
            help: member.key == "secrets" || member.key == "secrets_store_secrets"
              ? "delete it and run `npx wrangler pages secret put NAME`" : "delete it",
            place: environment.name.map { "\($0)/" } ?? ""
          )
        }
      }
      let environments = (config.root["env"]?.table?.members ?? []).compactMap { member -> Match? in
        if ["preview", "production"].contains(member.key) { return nil }
        return match(
          member,
          "a Pages project has no environment \"\(member.key)\", only preview and production",
          help: "rename it to preview or production, or delete it"
        )
      }
      let reserved = config.environments.flatMap { environment in
        environment.bindings.filter { $0.name == "ASSETS" && $0.kind.sectionKey != "assets" }.map { binding in
          Match(
            path: config.source.path,
            region: binding.nameRegion,
            message: "the name ASSETS of this \(binding.kind.words) is that of the files of a Pages project",
            identity: .name("\(environment.name ?? "")/ASSETS"),
            help: "give it another name, here and in the code",
            worker: config.topLevel.workerName
          )
        }
      }
      return keys + environments + reserved
    }
  )
}
