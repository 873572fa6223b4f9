import Documents
import Workers

/// Keys that a TOML header has caught: everything after `[vars]` is a var (docs/facts/wrangler.md §1.3).
enum WrongTable {
  /// Settings that nobody means as a var.
  static let settings: Set<String> = [
    "name", "main", "compatibility_date", "compatibility_flags", "account_id", "keep_vars", "workers_dev", "routes",
    "route", "preview_urls", "logpush", "minify", "no_bundle", "send_metrics", "upload_source_maps",
    "pages_build_output_dir", "node_compat", "usage_model", "find_additional_modules", "base_dir",
  ]

  /// Those of them that no entry of a binding has as a field of its own.
  static let settingsOfNoBinding: Set<String> = [
    "main", "compatibility_date", "compatibility_flags", "account_id", "keep_vars", "workers_dev", "routes",
    "preview_urls", "logpush", "minify", "no_bundle", "send_metrics", "upload_source_maps",
    "pages_build_output_dir", "node_compat",
  ]

  /// Whether a member of an environment is a plain value under a name like those of vars.
  static func isLikelyVar(_ member: Member) -> Bool {
    switch member.node.value {
    case .string, .integer, .float, .boolean: break
    default: return false
    }
    return member.key.utf8.contains { (0x41...0x5A).contains($0) }
      && member.key.utf8.allSatisfy { !(0x61...0x7A).contains($0) }
  }
}

extension Rule {
  /// docs/facts/wrangler.md §1.3.
  static let keyInWrongTable = Rule(
    id: "config/key-in-wrong-table",
    title: "Key in the wrong table",
    severity: .warning,
    help: """
      In TOML every key after a table header belongs to that table. A setting written below `[vars]` becomes a var and \
      does nothing, and a plain value below `[env.NAME]` is no var of that environment.

      Move settings above the first header, and vars into `[vars]` or `[env.NAME.vars]`.
      """,
    references: ["https://toml.io/en/v1.0.0#table"],
    examples: [
      .bad(["wrangler.toml": "name = \"api\"\n\n[vars]\nMODE = \"live\"\n«keep_vars» = true\n"]),
      .bad([
        "wrangler.toml": "name = \"api\"\n\n[[r2_buckets]]\nbinding = \"B\"\n«compatibility_date» = \"2026-01-01\"\n"
      ]),
      .bad(["wrangler.toml": "name = \"api\"\n\n[env.production]\n«MODE» = \"live\"\n"]),
      .clean(["wrangler.toml": "name = \"api\"\nkeep_vars = true\n\n[vars]\nMODE = \"live\"\n"]),
      .clean(["wrangler.json": #"{ "name": "api", "vars": { "name": "Ada" } }"#]),
    ],
    check: .project { project, checkout in
      let config = project.config
      var matches = config.format == .toml ? belowOtherHeaders(of: config) : []
      for environment in checkout.environments(of: project) {
        if config.format == .toml {
          for member in environment.own["vars"]?.table?.members ?? []
          where WrongTable.settings.contains(member.key) && config.root[member.key] == nil
            && isOnOwnLine(member, of: environment)
          {
            matches.append(
              Match(
                path: config.source.path,
                region: member.keyRegion,
                message: "the setting `\(member.key)` stands below the header of `vars` and so became a var",
                identity: .name("\(environment.name ?? "")/vars/\(member.key)"),
                help: "move it above the first table header",
                worker: environment.workerName,
                environment: environment.name
              )
            )
          }
        }
        guard environment.name != nil else { continue }
        for member in environment.own.table?.members ?? []
        where !ConfigSchema.topLevel.contains(member.key) && WrongTable.isLikelyVar(member) {
          matches.append(
            Match(
              path: config.source.path,
              region: member.keyRegion,
              message: "`\(member.key)` stands directly in \(environment.words) and so is no var of it",
              identity: .name("\(environment.name ?? "")/\(member.key)"),
              help: "move it into the `vars` of \(environment.words)",
              worker: environment.workerName,
              environment: environment.name
            )
          )
        }
      }
      return matches
    }
  )

  /// Settings below the header of a binding: `compatibility_date` after `[[kv_namespaces]]`.
  private static func belowOtherHeaders(of config: WranglerConfig) -> [Match] {
    (config.root.table?.members ?? []).flatMap { section -> [Match] in
      guard ConfigSchema.bindingSections.contains(where: { $0.key == section.key }) else { return [] }
      let isArray = section.node.array != nil
      return (section.node.array ?? [section.node]).flatMap { $0.table?.members ?? [] }
        .filter { WrongTable.settingsOfNoBinding.contains($0.key) && config.root[$0.key] == nil }
        .map { member in
          Match(
            path: config.source.path,
            region: member.keyRegion,
            message: "the setting `\(member.key)` stands below the header of `\(section.key)` and does nothing there",
            identity: .name("\(section.key)/\(member.key)"),
            help:
              "move it above the first table header, before `\(isArray ? "[[" : "[")\(section.key)\(isArray ? "]]" : "]")`",
            worker: config.topLevel.workerName
          )
        }
    }
  }

  /// An inline table, `vars = { name = "x" }`, catches nothing by accident.
  private static func isOnOwnLine(_ member: Member, of environment: Environment) -> Bool {
    guard let vars = environment.own["vars"] else { return false }
    return !vars.region.contains(member.keyRegion)
  }
}
