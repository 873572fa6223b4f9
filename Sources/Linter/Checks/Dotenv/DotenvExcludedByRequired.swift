import Documents
import Workers

extension Rule {
  /// A key that does not reach the Worker because `secrets` does not name it (docs/facts/wrangler.md §4.2).
  static let dotenvExcludedByRequired = Rule(
    id: "dotenv/excluded-by-required",
    title: "Key that `secrets.required` leaves out",
    severity: .note,
    help: """
      As soon as an environment has a `secrets` property, `wrangler dev` gives the Worker only those keys of the dotenv \
      files that are listed in `secrets.required` or are vars of the configuration. Every other key is left out.

      Add the name to `secrets.required`, or delete the line.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": """
        { "name": "shop", "vars": { "MODE": "beta" }, "secrets": { "required": ["MAIL_TOKEN"] } }
        """,
        ".dev.vars": "MODE=alpha\nMAIL_TOKEN={alnum-lower:12}\n«MAIL_SECRET»={alnum-lower:12}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY"] }, "env": { "staging": {} } }"#,
        ".dev.vars": "A_KEY={alnum-lower:12}\nB_KEY={alnum-lower:12}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY"] } }"#,
        ".env": "A_KEY={alnum-lower:12}\nVITE_TITLE=Shop\nCLOUDFLARE_API_TOKEN={alnum-lower:12}\nNODE_ENV=test\n",
      ]),
      .clean(["wrangler.jsonc": #"{ "name": "shop", "secrets": ["A_KEY"] }"#, ".dev.vars": "A_KEY={alnum-lower:12}\n"]),
    ],
    check: .project { project, checkout in excludedKeys(LocalEnvironment.all(of: project, in: checkout), project) }
  )
}

private struct Place: Hashable {
  let path: String
  let region: Region
}

/// The keys that no environment takes of those that load their file.
private func excludedKeys(_ environments: [LocalEnvironment], _ project: Project) -> [Match] {
  // Pages has no `secrets`; a value that is no object is an error of its own.
  let isUsable = environments.allSatisfy {
    !$0.environment.definesSecrets || $0.environment.own["secrets"]?.table != nil
  }
  guard isUsable, !project.config.isPages else { return [] }
  var taken: Set<Place> = []
  for environment in environments {
    for value in environment.values where environment.takes(value.key) || environment.isBinding(value.key) {
      taken.insert(Place(path: value.file.path, region: value.entry.keyRegion))
    }
  }
  return environments.flatMap { environment in
    environment.values.compactMap { value in
      let place = Place(path: value.file.path, region: value.entry.keyRegion)
      // Wrangler and other programs read `.env` too.
      if taken.contains(place) || (value.file.isEnv && DotenvAudience.of(value.key) != .worker) { return nil }
      return Match(
        path: place.path,
        region: place.region,
        message: "\(value.key) of \(value.file.name) does not reach the Worker: it is neither required nor a var",
        identity: .name(value.key),
        worker: environment.environment.workerName,
        environment: environment.environment.name,
        confidence: value.file.isEnv ? .medium : nil
      )
    }
  }
}
