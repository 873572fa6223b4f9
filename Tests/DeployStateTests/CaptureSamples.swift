/// Outputs of wrangler in the shapes of docs/facts/wrangler.md §6.5, all names invented.
enum CaptureSamples {
  static let banner = "\n ⛅️ wrangler 4.99.0\n───────────────────\n"

  static let secretList = """
    [
      {
        "name": "PAYMENT_KEY",
        "type": "secret_text"
      },
      { "name": "SIGNING", "type": "secret_key", "usages": ["sign"] }
    ]
    """

  static let secretListPretty = banner + "Secret Name: PAYMENT_KEY\n\nSecret Name: MAIL_TOKEN\n\n"

  static let versionsSecretList =
    banner + """
      -- Version 1111 (90%) secrets --
      Secret Name: PAYMENT_KEY

      -- Version 2222 (10%) secrets --
      Secret Name: PAYMENT_KEY
      Secret Name: MAIL_TOKEN

      """

  static let versionsList = """
    [
      {
        "id": "1111",
        "number": 6,
        "metadata": {
          "created_on": "2026-01-01T03:04:05.000000Z",
          "source": "api",
          "author_email": "dev@example.org"
        },
        "annotations": { "workers/triggered_by": "upload", "workers/tag": "v6", "workers/message": "first" }
      },
      {
        "id": "2222",
        "number": 7,
        "metadata": { "created_on": "2026-01-02T03:04:05.000000Z", "source": "wrangler" },
        "annotations": { "workers/triggered_by": "secret" },
        "resources": { "bindings": [{ "type": "secret_text", "name": "PAYMENT_KEY" }] }
      }
    ]
    """

  static let versionsView = """
    {
      "id": "2222",
      "number": 7,
      "metadata": { "created_on": "2026-01-02T03:04:05.000000Z", "source": "wrangler" },
      "annotations": { "workers/triggered_by": "secret" },
      "resources": {
        "bindings": [
          { "type": "secret_text", "name": "PAYMENT_KEY" },
          { "type": "plain_text", "name": "MODE", "text": "a-plain-value" },
          { "type": "json", "name": "LIMITS", "json": { "max": 3 } },
          { "type": "kv_namespace", "name": "CACHE", "namespace_id": "0123" },
          { "type": "secrets_store_secret", "name": "SHARED", "store_id": "abcd", "secret_name": "shared_key" }
        ],
        "script_runtime": { "compatibility_date": "2026-01-01", "usage_model": "standard" }
      },
      "startup_time_ms": 12
    }
    """

  static let deploymentsList = """
    [
      {
        "id": "d-1",
        "source": "wrangler",
        "strategy": "percentage",
        "author_email": "dev@example.org",
        "annotations": { "workers/message": "hello" },
        "created_on": "2026-01-01T03:05:00.000000Z",
        "versions": [{ "version_id": "1111", "percentage": 100 }]
      },
      {
        "id": "d-2",
        "source": "dash",
        "strategy": "percentage",
        "created_on": "2026-01-02T03:05:00.000000Z",
        "versions": [{ "version_id": "2222", "percentage": 10 }, { "version_id": "1111", "percentage": 90 }]
      }
    ]
    """

  static let deploymentsStatus = """
    {
      "id": "d-2",
      "source": "wrangler",
      "strategy": "percentage",
      "created_on": "2026-01-02T03:05:00.000000Z",
      "versions": [{ "version_id": "1111", "percentage": 90 }, { "version_id": "2222", "percentage": 10 }]
    }
    """

  static let storeList =
    banner + """
      🔐 Listing stores...
      ┌──────┬──────┬───────────┬──────────────────────┬──────────────────────┐
      │ Name │ ID   │ AccountID │ Created              │ Modified             │
      ├──────┼──────┼───────────┼──────────────────────┼──────────────────────┤
      │ main │ abcd │ 0a1b      │ 1/2/2026, 3:04:05 AM │ 1/2/2026, 3:04:05 AM │
      └──────┴──────┴───────────┴──────────────────────┴──────────────────────┘
      """

  static let storeSecrets = storeSecrets(heading: "🔐 Listing secrets... (store-id: abcd, page: 1, per-page: 10)\n")

  static func storeSecrets(
    heading: String,
    scopes: String = "workers, ai_gateway",
    from first: Int = 1,
    to last: Int = 2
  )
    -> String
  {
    let rows = (first...last).map { number in
      "│ key_\(number) │ s\(number) │ for tests │ \(scopes) │ \(number == 1 ? "active " : "pending") │ 1/2/2026 │ 1/2/2026 │"
    }
    return banner + heading + """
      ┌───┬───┬───┬───┬───┬───┬───┐
      │ Name │ ID │ Comment │ Scopes │ Status │ Created │ Modified │
      ├───┼───┼───┼───┼───┼───┼───┤
      \(rows.joined(separator: "\n├───┼───┼───┼───┼───┼───┼───┤\n"))
      └───┴───┴───┴───┴───┴───┴───┘
      """
  }

  static let pagesSecretList =
    banner + """
      The "preview" environment of your Pages project "site" has access to the following secrets:
        - PAYMENT_KEY: Value Encrypted
        - MAIL_TOKEN: Value Encrypted
      """

  /// So many versions in the shape of `versions list`, numbered from one of them on.
  static func versions(_ numbers: ClosedRange<Int>, prefix: String = "v") -> String {
    "["
      + numbers.map { number in
        """
        { "id": "\(prefix)\(number)", "number": \(number), "metadata": { "created_on": "2026-01-01T00:00:00Z" } }
        """
      }.joined(separator: ",\n") + "]"
  }

  /// So many deployments in the shape of `deployments list`, each of the version of its number.
  static func deployments(_ numbers: ClosedRange<Int>) -> String {
    "["
      + numbers.map { number in
        """
        { "id": "d\(number)", "created_on": "2026-01-01T00:\(number + 10):00Z",
          "versions": [{ "version_id": "v\(number)", "percentage": 100 }] }
        """
      }.joined(separator: ",\n") + "]"
  }
}
