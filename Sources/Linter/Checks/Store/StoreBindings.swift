import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §8.1.
  static let storeBindingShape = Rule(
    id: "store/binding-shape",
    title: "Secrets Store binding has the wrong shape",
    severity: .error,
    help: """
      A Secrets Store binding names three things: `binding`, the name in the code, `store_id`, the store, and \
      `secret_name`, the secret in it.

      Write `{ "binding": "KEY", "store_id": "…", "secret_name": "my-key" }`; the value itself stays in the store.
      """,
    references: ["https://developers.cloudflare.com/secrets-store/integrations/workers/"],
    examples: [
      .bad([
        "wrangler.json":
          #"{ "name": "api", "secrets_store_secrets": [«{ "binding": "KEY", "store_id": "{hex:32}", "name": "key" }»] }"#
      ]),
      .bad([
        "wrangler.json":
          #"{ "name": "api", "secrets_store_secrets": [{ "binding": "KEY", "store_id": «"shop-store"», "secret_name": «"my key"» }] }"#
      ]),
      .clean([
        "wrangler.json":
          #"{ "name": "api", "secrets_store_secrets": [{ "binding": "KEY", "store_id": "{hex:32}", "secret_name": "my-key" }] }"#
      ]),
    ],
    check: .project { project, checkout in
      let config = project.config
      if config.isPages { return [] }
      return checkout.environments(of: project).flatMap { environment -> [Match] in
        (environment.own["secrets_store_secrets"]?.array ?? []).enumerated().flatMap { index, node -> [Match] in
          func match(_ region: Region, _ message: String, _ severity: Severity = .error, help: String? = nil) -> Match {
            Match(
              path: config.source.path,
              region: region,
              message: message,
              identity: .name("\(environment.name ?? "")/\(index)/\(message)"),
              help: help,
              worker: environment.workerName,
              environment: environment.name,
              severity: severity
            )
          }
          let missing = ["binding", "store_id", "secret_name"].filter { node[$0]?.string == nil }
          if !missing.isEmpty {
            return [match(node.region, "this Secrets Store binding has no \(missing.joined(separator: " and no "))")]
          }
          var matches: [Match] = []
          if let id = node["store_id"], let text = id.string, !isStoreID(text), !Placeholder.isPlaceholder(text) {
            matches.append(
              match(
                id.region,
                "a store id has 32 hexadecimal digits",
                .warning,
                help: "copy the id from `npx wrangler secrets-store store list --remote`"
              )
            )
          }
          if let name = node["secret_name"], let text = name.string, !isSecretName(text), !Placeholder.isReference(text)
          {
            matches.append(
              match(
                name.region,
                "a name in the Secrets Store has letters, digits, `-` and `_` only",
                .warning,
                help: "rename the secret in the store and here"
              )
            )
          }
          return matches
        }
      }
    }
  )

  private static func isStoreID(_ text: String) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0.asciiLowercased) }
  }

  private static func isSecretName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  /// docs/facts/wrangler.md §8.1.
  static let storeValueInConfig = Rule(
    id: "store/value-in-config",
    title: "Secret value in place of a secret's name",
    severity: .error,
    help: """
      `secret_name` is the name of a secret in the store. This one looks like the secret itself, and the file is in the \
      repository for everybody to read.

      Roll the credential, put the new value into the store, and write its name here.
      """,
    references: ["https://developers.cloudflare.com/secrets-store/integrations/workers/"],
    examples: [
      .bad([
        "wrangler.json":
          #"{ "name": "api", "secrets_store_secrets": [{ "binding": "KEY", "store_id": "{hex:32}", "secret_name": «"{base62:40}"» }] }"#
      ]),
      .clean([
        "wrangler.json":
          #"{ "name": "api", "secrets_store_secrets": [{ "binding": "KEY", "store_id": "{hex:32}", "secret_name": "stripe_live_key_2026" }] }"#
      ]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment -> [Match] in
        (environment.own["secrets_store_secrets"]?.array ?? []).compactMap { entry in
          guard let node = entry["secret_name"], let text = node.string,
            !checkout.tokens.scan(text).matches.isEmpty || isRandom(text)
          else { return nil }
          return Match(
            path: project.config.source.path,
            region: node.region,
            message: "`secret_name` looks like a secret itself (\(Redaction.describe(text)))",
            identity: .secret(text),
            secret: node.region,
            worker: environment.workerName,
            environment: environment.name
          )
        }
      }
    }
  )

  /// Long, without separators, and of mixed letters and digits, as no name is.
  private static func isRandom(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 24, bytes.allSatisfy(\.isASCIILetterOrDigit) else { return false }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let upper = bytes.count { (0x41...0x5A).contains($0) }
    return digits >= 3 && (upper >= 3 || digits >= bytes.count / 5)
  }
}
