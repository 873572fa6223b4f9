import Documents
import Workers

extension Rule {
  /// A secret inside the settings of a binding.
  static let configBindingLiteralSecret = Rule(
    id: "config/binding-literal-secret",
    title: "Secret in the settings of a binding",
    severity: .error,
    help: """
      Some bindings have room for free text: `unsafe.bindings`, the local credentials of an R2 bucket, the image and the \
      build arguments of a container, `props` of a service, options of a development plugin. What stands there is in the \
      repository, and build arguments stay in the history of the image as well.

      Rotate the credential, and give it to the Worker with `npx wrangler secret put NAME`, or to the build through the \
      shell.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "unsafe": { "bindings": [{ "name": "KEY", "type": "secret_text", "text": «"{base62:32}"» }] },
          "r2_buckets": [{
            "binding": "FILES",
            "local_dev": { "experimental_s3_credentials": { "accessKeyId": "{hex:32}", "secretAccessKey": «"{hex:64}"» } }
          }],
          "containers": [{
            "class_name": "App",
            "image": «"https://robot:{base62:32}@registry.shop-data.net/app:1"»,
            "image_vars": { "NPM_TOKEN": «"{base62:36}"», "NODE_VERSION": "22" }
          }],
          "services": [{ "binding": "API", "service": "api", "props": { "apiKey": «"{hex:32}"», "mode": "fast" } }]
        }
        """
      ]),
      .clean([
        "wrangler.jsonc": """
        {
          "unsafe": { "bindings": [{ "name": "LIMIT", "type": "ratelimit", "namespace_id": "1001" }] },
          "r2_buckets": [{
            "binding": "FILES",
            "local_dev": { "experimental_s3_credentials": { "accessKeyId": "minioadmin", "secretAccessKey": "minioadmin" } }
          }],
          "containers": [{
            "class_name": "App",
            "image": "registry.cloudflare.com/{hex:32}/app:1.2@sha256:{hex:64}",
            "image_vars": { "NPM_TOKEN": "$NPM_TOKEN", "TOKEN_URL": "https://login.shop-data.net" },
            "authorized_keys": [{ "name": "me", "public_key": "ssh-ed25519 AAAA{base62:60}" }]
          }],
          "services": [{ "binding": "API", "service": "api", "props": { "tenant": "{uuid}" } }]
        }
        """
      ]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment in
        literals(of: environment).compactMap {
          literalMatch(for: $0, environment: environment, project: project, checkout: checkout)
        }
      }
    }
  )

  /// Every free text of the bindings of an environment, by the rules of docs/facts/wrangler.md §9.
  private static func literals(of environment: Environment) -> [BindingLiteral] {
    let own = environment.own
    var found: [BindingLiteral] = []
    func add(_ texts: [ConfigText], _ place: String, isSecret: Bool = false) {
      found += texts.map { BindingLiteral(text: $0, place: place, isSecret: isSecret) }
    }
    for entry in own["unsafe"]?["bindings"]?.array ?? [] {
      let name = entry["name"]?.string ?? ""
      if let text = entry["text"] {
        let isSecret = entry["type"]?.string == "secret_text"
        add(ConfigText.all(in: text, key: name, path: name), "unsafe binding", isSecret: isSecret)
      }
    }
    add(ConfigText.all(inMembersOf: own["unsafe"]?["metadata"]), "`unsafe.metadata`")
    for entry in own["r2_buckets"]?.array ?? [] {
      let credentials = entry["local_dev"]?["experimental_s3_credentials"]
      add(ConfigText.all(inMembersOf: credentials), "R2 bucket \(entry["binding"]?.string ?? "")")
    }
    for entry in own["containers"]?.array ?? [] {
      let place = "container \(entry["class_name"]?.string ?? entry["name"]?.string ?? "")"
      for key in ["image", "image_vars", "unsafe", "configuration", "authorized_keys"] {
        if let node = entry[key] { add(ConfigText.all(in: node, key: key, path: key), place) }
      }
    }
    add(ConfigText.all(inMembersOf: own["cloudchamber"]), "`cloudchamber`")
    for entry in own["services"]?.array ?? [] {
      add(ConfigText.all(inMembersOf: entry["props"]), "props of service binding \(entry["binding"]?.string ?? "")")
    }
    for binding in environment.sectionBindings {
      let options = binding.node["dev"]?["plugin"]?["options"]
      add(ConfigText.all(inMembersOf: options), "plugin options of \(binding.name)")
    }
    return found
  }

  private struct BindingLiteral {
    let text: ConfigText
    /// The binding, for messages.
    let place: String
    /// Whether the file itself calls the text a secret.
    let isSecret: Bool
  }

  private static func literalMatch(
    for item: BindingLiteral,
    environment: Environment,
    project: Project,
    checkout: Checkout
  ) -> Match? {
    let (key, text) = (item.text.key, item.text.text)
    guard CloudflareCredential.words(forKey: key, value: text) == nil else { return nil }
    var match = Match(
      path: project.config.source.path,
      region: item.text.region,
      message: "",
      identity: .secret(text),
      secret: item.text.region,
      worker: environment.workerName,
      environment: environment.name
    )
    let subject = "\(item.text.path) of \(item.place)\(environment.suffix)"
    if let secret = ValueSecret.worst(in: text, tokens: checkout.tokens) {
      guard !secret.isPublic else { return nil }
      match.message = "\(subject) holds a secret: \(secret.words)"
      match.identity = secret.identity
      match.severity = secret.severity
      match.confidence = secret.confidence
    } else if key == "image", let password = imagePassword(in: text) {
      match.message = "\(subject) holds a registry password (\(Redaction.describe(password)))"
      match.identity = .secret(password)
    } else if item.isSecret, !Placeholder.isPlaceholder(text) {
      match.message = "\(subject) is a secret with a literal value (\(Redaction.describe(text)))"
    } else if SecretName.isSecret(key), SecretValue.isPlausible(text) {
      match.message = "\(subject) has a secret's name and a literal value (\(Redaction.describe(text)))"
      match.confidence = .medium
    } else {
      return nil
    }
    return match
  }

  /// The password in `user:password@registry/image`, which is no URL; `app:1@sha256:…` has none.
  private static func imagePassword(in image: String) -> String? {
    guard let at = image.utf8.firstIndex(of: UInt8(ascii: "@")),
      let colon = image[..<at].utf8.firstIndex(of: UInt8(ascii: ":")),
      !image[..<at].utf8.contains(UInt8(ascii: "/")), image[at...].utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    let password = String(image[image.utf8.index(after: colon)..<at])
    return password.isEmpty || Placeholder.isPlaceholder(password) ? nil : password
  }
}
