import Documents
import Testing
import Workers

/// What an environment takes from the top level (docs/facts/wrangler.md §2.2, §2.3).
struct EnvironmentTests {
  private static func config(_ text: String, path: String = "wrangler.jsonc") -> WranglerConfig {
    WranglerConfig(source: Source(path: path, text: text))
  }

  @Test(arguments: ConfigSchema.inheritable.sorted())
  func inherits(key: String) throws {
    let config = Self.config("{ \"\(key)\": \"top\", \"env\": { \"a\": {}, \"b\": { \"\(key)\": \"own\" } } }")
    let inheriting = try #require(config.environment(named: "a"))
    let overriding = try #require(config.environment(named: "b"))
    #expect(config.topLevel.section(key)?.string == "top")
    #expect(inheriting.section(key)?.string == "top")
    #expect(overriding.section(key)?.string == "own")
  }

  @Test(arguments: ConfigSchema.notInheritable + ConfigSchema.topLevelOnly.subtracting(["env"]).sorted())
  func doesNotInherit(key: String) throws {
    let config = Self.config("{ \"\(key)\": \"top\", \"env\": { \"a\": {}, \"b\": { \"\(key)\": \"own\" } } }")
    let inheriting = try #require(config.environment(named: "a"))
    let overriding = try #require(config.environment(named: "b"))
    #expect(config.topLevel.section(key)?.string == "top")
    #expect(inheriting.section(key) == nil)
    #expect(overriding.section(key)?.string == "own")
  }

  @Test func everyKeyIsInOneGroup() {
    let groups = [ConfigSchema.inheritable, Set(ConfigSchema.notInheritable), ConfigSchema.topLevelOnly]
    #expect(ConfigSchema.topLevel.count == groups.reduce(0) { $0 + $1.count })
    #expect(ConfigSchema.notInheritable.count == Set(ConfigSchema.notInheritable).count)
  }

  @Test(arguments: [
    (#"{ "name": "shop", "env": { "staging": {} } }"#, "shop", "shop-staging"),
    (#"{ "name": "shop", "env": { "staging": { "name": "test" } } }"#, "shop", "test"),
    (#"{ "env": { "staging": { "name": "test" } } }"#, nil, "test"),
    (#"{ "env": { "staging": {} } }"#, nil, nil),
    (#"{ "name": 3, "env": { "staging": {} } }"#, nil, nil),
    (#"{ "name": "shop", "env": { "staging": { "name": 3 } } }"#, "shop", "shop-staging"),
  ])
  func namesTheWorker(text: String, top: String?, staging: String?) throws {
    let config = Self.config(text)
    let environment = try #require(config.environment(named: "staging"))
    #expect(config.topLevel.workerName == top)
    #expect(environment.workerName == staging)
  }

  @Test func takesVarsAndSecretsFromItselfOnly() throws {
    let config = Self.config(
      """
      name = "shop"
      vars = { MODE = "beta", LIMIT = 3 }
      [secrets]
      required = ["A_KEY", 5, "B_KEY", "A_KEY"]
      [env.bare]
      [env.empty.secrets]
      [env.own.vars]
      MODE = "alpha"
      """,
      path: "wrangler.toml"
    )
    #expect(config.topLevel.vars.map(\.name) == ["MODE", "LIMIT"])
    #expect(config.topLevel.requiredSecrets.map(\.name) == ["A_KEY", "B_KEY", "A_KEY"])
    let bare = try #require(config.environment(named: "bare"))
    #expect(bare.vars.isEmpty)
    #expect(bare.requiredSecrets.isEmpty)
    #expect(!bare.definesSecrets)
    let empty = try #require(config.environment(named: "empty"))
    #expect(empty.definesSecrets)
    #expect(empty.requiredSecrets.isEmpty)
    let own = try #require(config.environment(named: "own"))
    #expect(own.bindings.map(\.name) == ["MODE"])
  }

  @Test func listsEnvironmentsInDocumentOrder() {
    let config = Self.config(#"{ "env": { "b": {}, "a": {}, "b": { "name": "last" } } }"#)
    #expect(config.environments.map(\.name) == [nil, "b", "a"])
    #expect(config.environment(named: "b")?.workerName == "last")
    #expect(config.environments.map(\.words) == ["the top level", "environment \"b\"", "environment \"a\""])
  }

  @Test(arguments: ["", "[]", "{", #"{ "env": [] }"#, #"{ "env": { "a": 3 }, "vars": "x", "secrets": ["A"] }"#])
  func survivesOtherShapes(text: String) {
    for environment in Self.config(text).environments {
      #expect(environment.bindings.isEmpty)
      #expect(environment.workerName == nil)
    }
  }

  /// The shapes of docs/facts/wrangler.md §3.2, written by hand.
  private static let arraysWithBinding = [
    "secrets_store_secrets", "kv_namespaces", "r2_buckets", "d1_databases", "workflows", "services", "hyperdrive",
    "vectorize", "analytics_engine_datasets", "mtls_certificates", "dispatch_namespaces", "pipelines", "ai_search",
    "ai_search_namespaces", "agent_memory", "artifacts", "vpc_services", "vpc_networks", "worker_loaders", "flagship",
    "unsafe_hello_world",
  ]
  private static let arraysWithName = ["send_email", "ratelimits"]
  private static let objects = [
    "ai", "browser", "images", "media", "stream", "websearch", "version_metadata", "assets",
  ]
  private static let nested = [
    ("durable_objects", "bindings", "name"), ("logfwdr", "bindings", "name"), ("unsafe", "bindings", "name"),
    ("queues", "producers", "binding"),
  ]
  private static let keyed = ["wasm_modules", "text_blobs", "data_blobs"]

  static let sections: [(key: String, value: String, names: [String])] =
    arraysWithBinding.map { ($0, #"[{ "binding": "ONE" }, { "name": "no" }, { "binding": "TWO" }]"#, ["ONE", "TWO"]) }
    + arraysWithName.map { ($0, #"[{ "name": "ONE" }, { "binding": "no" }, 3]"#, ["ONE"]) }
    + objects.map { ($0, #"{ "binding": "ONE", "directory": "no" }"#, ["ONE"]) }
    + nested.map {
      ($0, #"{ "\#($1)": [{ "\#($2)": "ONE" }, { "\#($2)": 3 }], "consumers": [{ "binding": "no" }] }"#, ["ONE"])
    }
    + keyed.map { ($0, #"{ "ONE": "./one", "TWO": "./two" }"#, ["ONE", "TWO"]) }

  @Test(arguments: sections.map { [$0.key, $0.value] + $0.names })
  func namesTheBindings(section: [String]) {
    let (key, value, names) = (section[0], section[1], Array(section[2...]))
    let text = "{ \"\(key)\": \(value) }"
    let config = Self.config(text)
    let bindings = config.topLevel.sectionBindings
    #expect(bindings.map(\.name) == names)
    #expect(bindings.allSatisfy { $0.kind.sectionKey == key })
    let written = bindings.map { config.source.text(of: $0.nameRegion) }
    #expect(written == names.map { "\"\($0)\"" })
  }

  @Test func everySectionIsTested() {
    #expect(Set(ConfigSchema.bindingSections.map(\.key)) == Set(Self.sections.map(\.key)))
  }

  @Test(arguments: ["tail_consumers", "streaming_tail_consumers", "connect", "containers", "define"])
  func otherSectionsNameNothing(key: String) {
    #expect(Self.config("{ \"\(key)\": [{ \"binding\": \"NO\", \"name\": \"NO\" }] }").topLevel.bindings.isEmpty)
  }
}
