import DeployState
import Documents
import Foundation
import TestSupport
import Testing

struct SavedStateTests {
  private static func read(_ text: String) throws(StateFileErrors) -> RemoteState {
    try SavedState.read(Array(text.utf8), path: "s.json")
  }

  private static func text(_ state: RemoteState) -> String {
    String(decoding: SavedState.bytes(of: state), as: UTF8.self)
  }

  private static var example: RemoteState {
    var worker = RemoteWorker(captures: [
      Capture(command: "versions list --json", time: "2026-01-02T03:04:05Z", subject: "shop", environment: "staging")
    ])
    worker.versions = Timeline(
      [
        Version(
          id: "1111",
          number: .known(7),
          bindings: BindingTable(
            [
              "PAYMENT_KEY": RemoteBinding(.secretText), "MODE": RemoteBinding(.plainText),
              "SHARED": RemoteBinding(
                .storeSecret,
                storeSecret: StoreReference(storeID: "abcd", secretName: "shared_key")
              ),
            ],
            extent: .everything
          ),
          createdOn: "2026-01-01T00:00:00Z",
          trigger: .known(.upload),
          source: .known(.wrangler)
        )
      ],
      endsWithNewest: true,
      isComplete: false
    )
    worker.deployments = Timeline(
      [Deployment(of: "1111")],
      endsWithNewest: true,
      isComplete: false
    )
    var state = RemoteState(workers: Catalog(["shop-staging": worker]))
    state.workers["gone"] = .known(nil)
    state.stores = Catalog(isComplete: true)
    return state
  }

  @Test func wholeFile() {
    #expect(
      Self.text(Self.example) == """
        {
          "schemaVersion": 1,
          "workers": {
            "complete": false,
            "entries": {
              "gone": null,
              "shop-staging": {
                "captures": [
                  { "command": "versions list --json", "time": "2026-01-02T03:04:05Z", "subject": "shop", "environment": "staging" }
                ],
                "versions": {
                  "complete": false,
                  "endsWithNewest": true,
                  "entries": [
                    {
                      "id": "1111",
                      "number": 7,
                      "createdOn": "2026-01-01T00:00:00Z",
                      "source": "wrangler",
                      "triggeredBy": "upload",
                      "bindings": {
                        "listed": "all",
                        "entries": {
                          "MODE": "plain_text",
                          "PAYMENT_KEY": "secret_text",
                          "SHARED": { "type": "secrets_store_secret", "store": "abcd", "secret": "shared_key" }
                        }
                      }
                    }
                  ]
                },
                "deployments": {
                  "complete": false,
                  "endsWithNewest": true,
                  "entries": [
                    {
                      "versions": [
                        { "version": "1111", "percentage": 100 }
                      ]
                    }
                  ]
                }
              }
            }
          },
          "stores": {
            "complete": true,
            "entries": {}
          }
        }

        """
    )
  }

  /// What is written is read back, whatever it is, and written again the same.
  @Test func roundTrip() throws {
    for seed in 0..<400 as Range<UInt64> {
      var world = RandomWorld(seed: seed)
      let state = world.savedState()
      let text = Self.text(state)
      do {
        let again = try Self.read(text)
        #expect(again == state, "seed \(seed)")
        #expect(Self.text(again) == text, "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error.errors.map(\.description))\n\(text)")
      }
      // Nothing in it moves a terminal's cursor.
      #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
  }

  @Test func nothingIsKnownOfWhatIsLeftOut() throws {
    #expect(try Self.read(#"{ "schemaVersion": 1 }"#) == RemoteState())
    #expect(try Self.read(#"{ "schemaVersion": 1 }"#).workers["shop"] == .unknown)
    let empty = #"{ "schemaVersion": 1, "workers": { "complete": true, "entries": { "shop": {} } } }"#
    let worker = try #require(try Self.read(empty).workers["shop"].value ?? nil)
    #expect(worker.latest == .unknown)
    #expect(worker.latestBindings == .unknown)
    #expect(try Self.read(empty).workers["other"] == .known(nil))
  }

  /// Versions are read from the one before: names that come, go, change their type or their order.
  @Test func versionsThatDiffer() throws {
    let tables: [[(String, String)]] = [
      [("A", "secret_text"), ("B", "plain_text"), ("C", "json")],
      [("A", "secret_text"), ("B", "plain_text"), ("C", "json")],
      [("A", "secret_text"), ("C", "json")], [("A", "secret_text"), ("B", "secret_text"), ("C", "json")],
      [("C", "json"), ("B", "secret_text"), ("A", "secret_text")], [], [("D", "kv_namespace")],
      [("A", "json"), ("D", "kv_namespace"), ("E", "json")], [("AA", "json"), ("D", "kv")],
    ]
    let entries = tables.enumerated().map { index, table in
      let members = table.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ")
      return #"{ "id": "v\#(index)", "bindings": { "listed": "all", "entries": { \#(members) } } }"#
    }
    let state = try Self.read(Self.version(entries.joined(separator: ", ")))
    let worker = try #require(state.workers["shop"].value ?? nil)
    #expect(
      worker.versions.elements.map { $0.bindings.bindings.mapValues(\.type.rawValue) }
        == tables.map { Dictionary(uniqueKeysWithValues: $0) }
    )
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    /// With `@` where the place is.
    let text: String
    let message: String
    /// Whether the schema sees it, too.
    var isSeenBySchema = true
    var testDescription: String { text }

    var json: String { text.replacing("@", with: "", maxReplacements: 1) }
    var place: String {
      let before = text.prefix { $0 != "@" }
      let line = before.filter { $0 == "\n" }.count + 1
      return "s.json:\(line):\(before.reversed().prefix { $0 != "\n" }.count + 1): "
    }
  }

  private static func worker(_ text: String) -> String {
    #"{ "schemaVersion": 1, "workers": { "complete": false, "entries": { "shop": \#(text) } } }"#
  }

  private static func version(_ text: String) -> String {
    worker(#"{ "versions": { "complete": true, "endsWithNewest": true, "entries": [\#(text)] } }"#)
  }

  private static func deployment(_ text: String) -> String {
    worker(#"{ "deployments": { "complete": true, "endsWithNewest": true, "entries": [\#(text)] } }"#)
  }

  private static func secret(_ text: String) -> String {
    #"""
    { "schemaVersion": 1, "stores": { "complete": true, "entries":
      { "S": { "secrets": { "complete": true, "entries": { "id": \#(text) } } } } } }
    """#
  }

  static let bad: [Bad] = [
    // Foreign.
    Bad(text: "@[]", message: "this is no saved state"),
    Bad(text: "@{}", message: "this is no saved state"),
    Bad(text: #"@{ "name": "shop", "main": "index.ts" }"#, message: "this is no saved state"),
    Bad(text: #"{ "schemaVersion": @2 }"#, message: "schema version 2, which a newer Paddock wrote; update Paddock"),
    Bad(text: #"{ "schemaVersion": @0 }"#, message: "must be a whole number from 1"),
    Bad(text: #"{ "schemaVersion": @"1" }"#, message: "must be a whole number from 1"),
    // Damaged or edited.
    Bad(text: #"{ "schemaVersion": 1, @"worker": {} }"#, message: "unknown key `worker` in a saved state"),
    Bad(text: #"{ "schemaVersion": 1, "workers": @[] }"#, message: "`workers` must be an object, not an array"),
    Bad(text: #"{ "schemaVersion": 1, "workers": @{ "complete": true } }"#, message: "`workers` has no `entries`"),
    Bad(text: #"{ "schemaVersion": 1, "workers": @{ "entries": {} } }"#, message: "`workers` has no `complete`"),
    Bad(
      text: #"{ "schemaVersion": 1, "workers": { "complete": @"yes", "entries": {} } }"#,
      message: "`complete` must be true or false"
    ),
    Bad(
      text: #"{ "schemaVersion": 1, "workers": { "complete": true, "entries": @[] } }"#,
      message: "`entries` of `workers` must be an object"
    ),
    Bad(
      text: #"{ "schemaVersion": 1, "workers": { "complete": true, "entries": { @"": {} } } }"#,
      message: "a name in `workers` must not be empty"
    ),
    Bad(text: worker(#"@"lost""#), message: #"an entry of `workers` is an object, null or "unknown""#),
    Bad(text: worker("@3"), message: "a Worker must be an object, not a number"),
    Bad(text: worker(#"{ @"secrets": [] }"#), message: "unknown key `secrets` in a Worker; it may have `draft`"),
    Bad(text: worker(#"{ "draft": @1 }"#), message: "`draft` must be true or false"),
    Bad(text: worker(#"{ "captures": @{} }"#), message: "`captures` must be an array"),
    Bad(text: worker(#"{ "captures": [@{ "command": "x" }] }"#), message: "a capture has no `time`"),
    Bad(
      text: worker(#"{ "captures": [{ "command": "x", "time": @"yesterday" }] }"#),
      message: "`time` must be a time such as"
    ),
    Bad(text: worker(#"{ "versions": @[] }"#), message: "`versions` must be an object"),
    Bad(
      text: worker(#"{ "versions": @{ "complete": true, "entries": [] } }"#),
      message: "`versions` has no `endsWithNewest`"
    ),
    Bad(text: version("@{}"), message: "a version has no `id`"),
    Bad(text: version(#"{ "id": @"" }"#), message: "`id` must not be empty"),
    Bad(text: version(#"{ "id": @7 }"#), message: "`id` must be a string, not a number"),
    Bad(text: version(#"{ "id": "a", "number": @0 }"#), message: "`number` must be a whole number from 1"),
    Bad(text: version(#"{ "id": "a", "number": @1.5 }"#), message: "`number` must be a whole number from 1"),
    Bad(
      text: version(#"{ "id": "a" }, @{ "id": "a" }"#),
      message: "the version a stands here a second time",
      isSeenBySchema: false
    ),
    Bad(
      text: version(#"{ "id": "a", "number": 9 }, @{ "id": "b", "number": 5 }"#),
      message: "the version with number 5 stands behind number 9; the oldest comes first",
      isSeenBySchema: false
    ),
    Bad(
      text: worker(
        #"""
        { "versions": { "complete": true, "endsWithNewest": true, "entries": [{ "id": "a" }] },
          "deployments": @{ "complete": true, "endsWithNewest": true, "entries": [
            { "versions": [{ "version": "b", "percentage": 100 }] }] } }
        """#
      ),
      message: "the version b is deployed and is not among `versions`, which are complete",
      isSeenBySchema: false
    ),
    Bad(text: version(#"{ "id": "a", "bindings": @{ "entries": {} } }"#), message: "`bindings` has no `listed`"),
    Bad(
      text: version(#"{ "id": "a", "bindings": { "listed": @"most", "entries": {} } }"#),
      message: #"`listed` must be one of "some", "secrets", "all""#
    ),
    Bad(
      text: version(#"{ "id": "a", "bindings": { "listed": "all", "entries": { "A": @"" } } }"#),
      message: "the type of a binding must not be empty"
    ),
    Bad(
      text: version(#"{ "id": "a", "bindings": { "listed": "all", "entries": { "A": "x", @"A": "x" } } }"#),
      message: "`A` stands here a second time",
      isSeenBySchema: false
    ),
    Bad(
      text: version(
        #"""
        { "id": "a", "bindings": { "listed": "all", "entries": { "A": "x" } } },
        { "id": "b", "bindings": { "listed": "all", "entries": { "A": "x", "B": "x", @"A": "x" } } }
        """#
      ),
      message: "`A` stands here a second time",
      isSeenBySchema: false
    ),
    Bad(
      text: version(
        #"{ "id": "a", "bindings": { "listed": "all", "entries": { "A": { "type": "x", @"value": "v" } } } }"#
      ),
      message: "unknown key `value` in a binding"
    ),
    Bad(
      text: version(
        #"{ "id": "a", "bindings": { "listed": "all", "entries": { "A": @{ "type": "x", "store": "S" } } } }"#
      ),
      message: "a binding of a store secret has no `secret`"
    ),
    Bad(text: deployment("@{}"), message: "a deployment has no `versions`"),
    Bad(text: deployment(#"{ "versions": @[] }"#), message: "a deployment has one or two different versions"),
    Bad(
      text: deployment(#"{ "versions": @[{ "version": "a", "percentage": 60 }] }"#),
      message: "percentages add up to 100",
      isSeenBySchema: false
    ),
    Bad(text: deployment(#"{ "versions": [@{ "version": "a" }] }"#), message: "a share has no `percentage`"),
    Bad(
      text: deployment(#"{ "versions": [{ "version": "a", "percentage": @"100" }] }"#),
      message: "`percentage` must be a number, not a string"
    ),
    Bad(text: secret("@{}"), message: "a store secret has no `name`"),
    Bad(text: secret(#"{ "name": "x", "status": @"old" }"#), message: #"`status` must be one of "pending""#),
    Bad(text: secret(#"{ "name": "x", "scopes": [@3] }"#), message: "a scope must be a string"),
    Bad(
      text: #"{ "schemaVersion": 1, "account": { "plan": @"gold" } }"#,
      message: #"`plan` must be one of "free", "paid""#
    ),
    Bad(
      text: #"{ "schemaVersion": 1, "account": { "roles": [@"Owner"] } }"#,
      message: "`roles` must be one of"
    ),
    Bad(
      text: #"""
        { "schemaVersion": 1, "auditLog": { "complete": true, "endsWithNewest": true, "entries": [
          { "action": @"read", "store": "S", "secret": "x" } ] } }
        """#,
      message: "`action` must be one of"
    ),
  ]

  @Test(arguments: bad)
  func refuses(_ bad: Bad) {
    do {
      _ = try Self.read(bad.json)
      Issue.record("read")
    } catch {
      let texts = error.errors.map(\.description)
      #expect(
        texts.contains {
          $0.hasPrefix(bad.place + bad.message) || ($0.hasPrefix(bad.place) && $0.contains(bad.message))
        },
        "\(texts)"
      )
    }
  }

  /// What no parser takes as JSON.
  @Test(arguments: [
    "", " ", "{", "{ \"schemaVersion\": 1", "{ \"schemaVersion\": 1, \"workers\": ", "schemaVersion = 1", "{ a }",
    "<<<<<<< ours\n{ \"schemaVersion\": 1 }\n=======\n", "{ \"schemaVersion\": 1, \"schemaVersion\": 1 }",
    "{ \"schemaVersion\": 1 } {}",
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: StateFileErrors.self) { _ = try Self.read(text) }
  }

  /// However the file is cut, it is never read as a smaller state.
  @Test func refusesEveryPart() {
    let bytes = SavedState.bytes(of: Self.example)
    for count in 0..<bytes.count - 2 {
      #expect(throws: StateFileErrors.self) {
        _ = try SavedState.read(Array(bytes[..<count]), path: "s.json")
      }
    }
  }

  /// `docs/state.schema.json` takes what is written, and refuses what the reader refuses, as far as a schema can.
  @Test(.enabled(if: JSONSchema.isAvailable, "needs python3 with jsonschema"))
  func schemaAndReaderAgree() throws {
    let schema = PackageFolder.url("docs/state.schema.json")
    var documents = [Self.text(Self.example), Self.text(.empty), Self.text(RemoteState())]
    for seed in 0..<60 as Range<UInt64> {
      var world = RandomWorld(seed: seed)
      documents.append(Self.text(world.savedState()))
    }
    for (document, violations) in zip(documents, try JSONSchema.violations(of: documents, against: schema)) {
      #expect(violations.isEmpty, "\(violations)\n\(document)")
    }
    let refused = Self.bad.filter(\.isSeenBySchema)
    for (bad, violations) in zip(refused, try JSONSchema.violations(of: refused.map(\.json), against: schema)) {
      #expect(!violations.isEmpty, "\(bad.text)")
    }
  }
}
