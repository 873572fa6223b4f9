/// The vocabulary; all words in lower case.
extension SecretName {
  /// What build tools look for to decide which variables they write into browser code (docs/facts/wrangler.md §12.13).
  static let publicPrefixes = [
    "VITE_", "NEXT_PUBLIC_", "NUXT_PUBLIC_", "EXPO_PUBLIC_", "PUBLIC_", "REACT_APP_", "GATSBY_",
  ]

  /// Words that make their value a secret by themselves, wherever they stand.
  static let strongWords: Set<String> = [
    "secret", "secrets", "password", "passwords", "passwd", "passwort", "pwd", "passphrase", "passcode", "apikey",
    "apikeys", "apisecret", "authtoken", "accesstoken", "refreshtoken", "privatekey", "secretkey", "credential",
    "credentials", "pat", "bearer", "apitoken", "clientsecret", "signingkey", "encryptionkey", "masterkey",
    "webhooksecret", "mnemonic", "seedphrase",
  ]

  /// Endings of words that were written without a separator: `dbpassword`, `myapikey`.
  static let strongSuffixes = ["password", "passwd", "apikey", "secret", "secretkey", "accesstoken", "authtoken"]

  /// Words before KEY that make it a secret one.
  static let keyQualifiers: Set<String> = [
    "api", "private", "secret", "access", "signing", "encryption", "encrypt", "decryption", "master", "service",
    "admin", "auth", "license", "deploy", "hmac", "jwt", "session", "cookie", "crypt", "crypto", "aes", "rsa", "ssh",
    "server", "role", "account", "app", "wallet", "bot", "webhook", "root", "rest", "management", "secure", "pgp",
    "gpg", "ed25519", "signature", "sign", "internal", "shared", "symmetric",
  ]

  /// Vendors of which one has a key only to use it in secret: `OPENAI_KEY`.
  static let keyVendors: Set<String> = [
    "openai", "anthropic", "claude", "gemini", "groq", "mistral", "deepseek", "openrouter", "cohere", "replicate",
    "huggingface", "elevenlabs", "stripe", "resend", "sendgrid", "twilio", "mailgun", "postmark", "aws", "azure",
    "github", "gitlab", "slack", "discord", "telegram", "shopify", "paypal", "notion", "airtable", "pinecone",
    "upstash", "turso", "tinybird", "axiom", "honeycomb", "datadog", "newrelic", "cloudflare", "r2", "s3",
  ]

  /// Words before KEY that make it no secret: a site key, a cache key.
  static let publicKeys: Set<String> = [
    "public", "pub", "anon", "site", "primary", "foreign", "partition", "sort", "cache", "hot", "idempotency", "query",
    "object", "row", "group", "i18n", "translation", "lookup", "index", "sitekey", "map", "dedupe",
  ]

  /// Words before TOKEN that make it no secret, or none that stays.
  static let publicTokens: Set<String> = [
    "csrf", "xsrf", "anon", "public", "publishable", "beacon", "page", "next", "continuation", "cancel", "design",
    "client", "insights", "analytics", "verification",
  ]

  /// Words before TOKENS for which it is a list of secrets, and not an amount of text.
  static let listedTokens: Set<String> = ["api", "auth", "access", "bearer", "admin", "refresh", "secret", "service"]

  /// Words that, anywhere in the name, make it public.
  static let publicWords: Set<String> = [
    "publishable", "example", "placeholder", "sample", "sitekey", "turnstilesitekey", "publickey", "anonkey",
  ]

  /// Vendors whose keys are made for browsers (docs/facts/false-positives.md §5).
  static let publicVendors: Set<String> = [
    "posthog", "mixpanel", "amplitude", "firebase", "segment", "mapbox", "pusher", "maps", "recaptcha", "hcaptcha",
    "vapid", "walletconnect", "logrocket", "fullstory", "intercom", "crisp", "gtm",
  ]

  /// Words that take the exception for such a vendor back.
  static let neverPublic: Set<String> = [
    "secret", "private", "personal", "admin", "service", "server", "password", "credentials", "refresh",
  ]

  /// Words at the end that say nothing about what the value is.
  static let trailingWords: Set<String> = [
    "prod", "production", "staging", "stage", "dev", "development", "live", "test", "testing", "preview", "local",
    "sandbox", "qa", "uat", "old", "new", "current", "previous", "backup", "default", "base64", "b64", "pem", "json",
    "hex", "value", "raw", "v1", "v2", "v3", "us", "eu",
  ]

  /// Last words that say the value is about a secret, not the secret.
  static let endings: Set<String> = [
    "id", "ids", "name", "names", "type", "types", "url", "urls", "uri", "uris", "endpoint", "path", "paths", "file",
    "files", "ref", "regex", "pattern", "length", "len", "count", "size", "limit", "limits", "expiry", "expires",
    "expiration", "ttl", "age", "label", "field", "fields", "header", "headers", "policy", "prefix", "suffix",
    "algorithm", "alg", "algo", "host", "hostname", "port", "region", "version", "enabled", "disabled", "required",
    "optional", "issuer", "audience", "aud", "domain", "domains", "format", "timeout", "seconds", "minutes", "days",
    "hours", "interval", "rotation", "mode", "kind", "provider", "store", "binding", "namespace", "scope", "scopes",
    "hint", "validity", "duration", "lifetime", "window", "min", "max", "cost", "rounds", "iterations", "strength",
    "email", "user", "username", "login", "status", "state", "date", "at", "time", "timestamp", "source", "method",
    "location", "title", "description", "text", "message", "address", "symbol", "decimals", "index", "owner", "role",
    "roles", "link", "page", "route", "env", "variable", "var", "template", "rule", "rules", "check", "validation",
    "reset", "flow", "grant", "strategy", "allowed", "list", "fingerprint", "thumbprint", "origin", "origins", "salt",
    "manager", "service", "storage", "digest", "checksum", "bucket", "table", "column", "feature", "flag", "visible",
    "placeholder",
  ]

  /// Systems whose URL carries a user and a password.
  static let stores: Set<String> = [
    "database", "db", "postgres", "postgresql", "pg", "mysql", "mariadb", "mongo", "mongodb", "redis", "amqp",
    "rabbitmq", "direct", "neon", "planetscale", "hyperdrive", "supabasedb", "clickhouse", "cockroach", "smtp",
    "connection",
  ]
}
