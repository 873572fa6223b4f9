/// What wrangler knows about the keys of its configuration file.
///
/// Source: docs/facts/wrangler.md §1.4, §2.3 and §3.2, which were read from wrangler 4.125.
package enum ConfigSchema {
  /// Keys an environment takes from the top level when it has none of its own (docs/facts/wrangler.md §2.3).
  package static let inheritable: Set<String> = [
    "name", "account_id", "compatibility_date", "compatibility_flags", "main", "find_additional_modules",
    "preserve_file_names", "base_dir", "workers_dev", "preview_urls", "route", "routes", "tsconfig", "jsx_factory",
    "jsx_fragment", "migrations", "exports", "triggers", "limits", "rules", "build", "no_bundle", "minify",
    "keep_names", "first_party_worker", "logfwdr", "logpush", "upload_source_maps", "placement", "assets",
    "observability", "access", "cache", "compliance_region", "python_modules", "previews",
  ]

  /// Keys with which every environment starts empty, in wrangler's order (docs/facts/wrangler.md §2.3).
  package static let notInheritable: [String] = [
    "define", "vars", "secrets", "durable_objects", "workflows", "cloudchamber", "containers", "kv_namespaces",
    "send_email", "queues", "connect", "r2_buckets", "d1_databases", "vectorize", "ai_search_namespaces", "ai_search",
    "websearch", "agent_memory", "hyperdrive", "services", "analytics_engine_datasets", "browser", "ai", "images",
    "media", "stream", "version_metadata", "unsafe", "mtls_certificates", "tail_consumers",
    "streaming_tail_consumers", "dispatch_namespaces", "pipelines", "secrets_store_secrets", "artifacts",
    "unsafe_hello_world", "flagship", "ratelimits", "worker_loaders", "vpc_services", "vpc_networks",
  ]

  /// Keys that mean something at the top level only (docs/facts/wrangler.md §2.3).
  package static let topLevelOnly: Set<String> = [
    "keep_vars", "send_metrics", "dependencies_instrumentation", "dev", "site", "alias", "wasm_modules", "text_blobs",
    "data_blobs", "addresses", "pages_build_output_dir", "env", "$schema",
  ]

  /// Keys wrangler has removed: an error in a user's file (docs/facts/wrangler.md §1.3).
  package static let removed: Set<String> = ["legacy_env", "node_compat"]

  /// Keys of wrangler 1 to 3 that have no effect any more and whose place nothing has taken: they may stay.
  ///
  /// Source: the messages on deprecated fields of wrangler 3, and its change log for version 4.
  package static let outlived: Set<String> = [
    "type", "zone_id", "webpack_config", "usage_model", "miniflare", "private", "target_type",
  ]

  /// Keys that only a generated, redirected configuration may carry (docs/facts/wrangler.md §1.2).
  package static let redirectedOnly: Set<String> = [
    "topLevelName", "definedEnvironments", "targetEnvironment", "userConfigPath", "configPath",
  ]

  /// Every key wrangler accepts at the top level.
  package static let topLevel: Set<String> = inheritable.union(notInheritable).union(topLevelOnly)

  /// Every key wrangler accepts in `env.NAME`.
  package static let environment: Set<String> = inheritable.union(notInheritable)

  /// Every key of some sections, or of their entries; wrangler warns about others and leaves them out
  /// (docs/facts/wrangler.md §2.4, §3.2, §4.1; for `assets` and `build` Cloudflare's pages on static assets and on
  /// custom builds).
  package static let sectionKeys: [(section: String, keys: Set<String>)] = [
    ("assets", ["directory", "binding", "html_handling", "not_found_handling", "run_worker_first"]),
    // Of `upload`, which older versions had, wrangler speaks itself.
    ("build", ["command", "cwd", "watch_dir", "upload"]),
    ("secrets", ["required"]),
    ("secrets_store_secrets", ["binding", "store_id", "secret_name"]),
  ]

  /// The fields a Pages configuration may have (docs/facts/wrangler.md §1.4).
  package static let pages: Set<String> = [
    "pages_build_output_dir", "name", "compatibility_date", "compatibility_flags", "send_metrics", "no_bundle",
    "limits", "placement", "vars", "durable_objects", "kv_namespaces", "queues", "r2_buckets", "d1_databases",
    "vectorize", "hyperdrive", "services", "analytics_engine_datasets", "ai", "version_metadata", "dev",
    "mtls_certificates", "browser", "upload_source_maps", "env", "$schema",
  ]

  /// How the entries of a section carry the name under which the Worker sees them.
  package enum BindingShape: Sendable {
    /// An object whose keys are the names: `vars`.
    case keys
    /// An array whose entries have a field with the name: `kv_namespaces[].binding`.
    case array(field: String)
    /// One object with the name in `binding`: `ai`.
    case object
    /// An object with an array below a key: `durable_objects.bindings[].name`, `queues.producers[].binding`.
    case nestedArray(key: String, field: String)
  }

  /// A section that gives the Worker names, with its type in Cloudflare's API (docs/facts/wrangler.md §3.2).
  package struct BindingSection: Sendable {
    package let key: String
    package let shape: BindingShape
    package let apiType: String
    /// What a reader calls one of these: "KV namespace".
    package let words: String
    /// Whether wrangler itself compares these names with the others (docs/facts/wrangler.md §3.1).
    package var isComparedByWrangler = true
  }

  /// The sections that give a Worker names, `vars` and `secrets` excepted.
  package static let bindingSections: [BindingSection] = [
    .init(key: "kv_namespaces", shape: .array(field: "binding"), apiType: "kv_namespace", words: "KV namespace"),
    .init(key: "r2_buckets", shape: .array(field: "binding"), apiType: "r2_bucket", words: "R2 bucket"),
    .init(key: "d1_databases", shape: .array(field: "binding"), apiType: "d1", words: "D1 database"),
    .init(
      key: "durable_objects",
      shape: .nestedArray(key: "bindings", field: "name"),
      apiType: "durable_object_namespace",
      words: "Durable Object"
    ),
    .init(key: "workflows", shape: .array(field: "binding"), apiType: "workflow", words: "workflow"),
    .init(
      key: "queues",
      shape: .nestedArray(key: "producers", field: "binding"),
      apiType: "queue",
      words: "queue producer"
    ),
    .init(key: "services", shape: .array(field: "binding"), apiType: "service", words: "service binding"),
    .init(key: "hyperdrive", shape: .array(field: "binding"), apiType: "hyperdrive", words: "Hyperdrive"),
    .init(key: "vectorize", shape: .array(field: "binding"), apiType: "vectorize", words: "Vectorize index"),
    .init(
      key: "analytics_engine_datasets",
      shape: .array(field: "binding"),
      apiType: "analytics_engine",
      words: "Analytics Engine dataset"
    ),
    .init(
      key: "mtls_certificates",
      shape: .array(field: "binding"),
      apiType: "mtls_certificate",
      words: "mTLS certificate"
    ),
    .init(
      key: "dispatch_namespaces",
      shape: .array(field: "binding"),
      apiType: "dispatch_namespace",
      words: "dispatch namespace"
    ),
    .init(
      key: "send_email",
      shape: .array(field: "name"),
      apiType: "send_email",
      words: "e-mail binding",
      isComparedByWrangler: false
    ),
    .init(
      key: "ratelimits",
      shape: .array(field: "name"),
      apiType: "ratelimit",
      words: "rate limit",
      isComparedByWrangler: false
    ),
    .init(key: "pipelines", shape: .array(field: "binding"), apiType: "pipelines", words: "pipeline"),
    .init(key: "ai_search", shape: .array(field: "binding"), apiType: "ai_search", words: "AI Search"),
    .init(
      key: "ai_search_namespaces",
      shape: .array(field: "binding"),
      apiType: "ai_search_namespaces",
      words: "AI Search namespace"
    ),
    .init(key: "agent_memory", shape: .array(field: "binding"), apiType: "agent_memory", words: "agent memory"),
    .init(key: "artifacts", shape: .array(field: "binding"), apiType: "artifacts", words: "artifacts binding"),
    .init(key: "vpc_services", shape: .array(field: "binding"), apiType: "vpc_services", words: "VPC service"),
    .init(key: "vpc_networks", shape: .array(field: "binding"), apiType: "vpc_networks", words: "VPC network"),
    .init(key: "worker_loaders", shape: .array(field: "binding"), apiType: "worker_loaders", words: "Worker loader"),
    .init(key: "flagship", shape: .array(field: "binding"), apiType: "flagship", words: "Flagship binding"),
    .init(
      key: "unsafe_hello_world",
      shape: .array(field: "binding"),
      apiType: "unsafe_hello_world",
      words: "hello-world binding"
    ),
    .init(
      key: "secrets_store_secrets",
      shape: .array(field: "binding"),
      apiType: "secrets_store_secret",
      words: "Secrets Store secret"
    ),
    .init(key: "ai", shape: .object, apiType: "ai", words: "AI binding"),
    .init(key: "browser", shape: .object, apiType: "browser", words: "browser binding"),
    .init(key: "images", shape: .object, apiType: "images", words: "Images binding"),
    .init(key: "media", shape: .object, apiType: "media", words: "media binding"),
    .init(key: "stream", shape: .object, apiType: "stream", words: "Stream binding"),
    .init(key: "websearch", shape: .object, apiType: "websearch", words: "web search binding"),
    .init(key: "version_metadata", shape: .object, apiType: "version_metadata", words: "version metadata"),
    .init(key: "assets", shape: .object, apiType: "assets", words: "assets binding"),
    .init(
      key: "logfwdr",
      shape: .nestedArray(key: "bindings", field: "name"),
      apiType: "logfwdr",
      words: "log forwarder"
    ),
    .init(key: "wasm_modules", shape: .keys, apiType: "wasm_module", words: "WebAssembly module"),
    .init(key: "text_blobs", shape: .keys, apiType: "text_blob", words: "text blob"),
    .init(key: "data_blobs", shape: .keys, apiType: "data_blob", words: "data blob"),
    .init(
      key: "unsafe",
      shape: .nestedArray(key: "bindings", field: "name"),
      apiType: "unsafe",
      words: "unsafe binding"
    ),
  ]
}
