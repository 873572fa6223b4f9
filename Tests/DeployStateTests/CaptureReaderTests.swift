import Documents
import Testing

@testable import DeployState

/// Every output of docs/facts/wrangler.md §6.5, and what is done with anything else.
struct CaptureReaderTests {
  static func read(_ text: String, _ kind: CaptureKind) throws(StateFileError) -> CapturedFacts? {
    try CapturedOutput.read(Source(path: "out", text: text), as: kind)?.facts
  }

  private static let shared = StoreReference(storeID: "abcd", secretName: "shared_key")

  private static let view = Version(
    id: "2222",
    number: .known(7),
    bindings: BindingTable(
      [
        "PAYMENT_KEY": RemoteBinding(.secretText), "MODE": RemoteBinding(.plainText), "LIMITS": RemoteBinding(.json),
        "CACHE": RemoteBinding(BindingType(rawValue: "kv_namespace")),
        "SHARED": RemoteBinding(.storeSecret, storeSecret: shared),
      ],
      extent: .everything
    ),
    createdOn: "2026-01-02T03:04:05.000000Z",
    trigger: .known(.secret),
    source: .known(.wrangler)
  )

  @Test func readsSecretList() throws {
    let table = BindingTable(
      ["PAYMENT_KEY": RemoteBinding(.secretText), "SIGNING": RemoteBinding(.secretKey)],
      extent: .allSecrets
    )
    #expect(try Self.read(CaptureSamples.secretList, .secretList) == .secrets(table))
    #expect(
      try Self.read(CaptureSamples.secretListPretty, .secretList) == .secrets(.secrets(["PAYMENT_KEY", "MAIL_TOKEN"]))
    )
    #expect(try Self.read("[]\n", .secretList) == .secrets(.secrets([String]())))
  }

  @Test func readsVersions() throws {
    guard case .versions(let versions)? = try Self.read(CaptureSamples.versionsList, .versionsList) else {
      Issue.record("no versions")
      return
    }
    try #require(versions.map(\.id) == ["1111", "2222"])
    #expect(versions[0].number == .known(6))
    #expect(versions[0].bindings == .unknown)
    #expect(versions[0].createdOn == "2026-01-01T03:04:05.000000Z")
    #expect(versions[0].source == .known(.api))
    #expect(versions[0].trigger == .known(.upload))
    #expect(versions[0].tag == "v6")
    #expect(versions[0].message == "first")
    #expect(versions[1].bindings.extent == .everything)
    #expect(try Self.read(CaptureSamples.versionsView, .versionsView) == .version(Self.view))
    #expect(try Self.read("[]", .versionsList) == .versions([]))
    // Without numbers and all that is optional, in the order as written.
    let bare = #"[{ "id": "b", "metadata": {} }, { "id": "a", "metadata": null, "number": null }]"#
    #expect(try Self.read(bare, .versionsList) == .versions([Version(id: "b"), Version(id: "a")]))
  }

  @Test func readsDeployments() throws {
    guard case .deployments(let deployments)? = try Self.read(CaptureSamples.deploymentsList, .deployments) else {
      Issue.record("no deployments")
      return
    }
    #expect(deployments.map(\.id) == ["d-1", "d-2"])
    #expect(deployments[0].message == "hello")
    #expect(deployments[1].source == .known(.dashboard))
    #expect(deployments[1].shares.map(\.percentage) == [10, 90])
    guard case .currentDeployment(let current)? = try Self.read(CaptureSamples.deploymentsStatus, .deployments) else {
      Issue.record("no deployment")
      return
    }
    #expect(current.id == "d-2")
    #expect(current.shares.map(\.version) == ["1111", "2222"])
  }

  @Test func readsVersionsSecretList() throws {
    #expect(
      try Self.read(CaptureSamples.versionsSecretList, .versionsSecretList)
        == .versionSecrets([
          .init(version: "1111", percentage: 90, names: ["PAYMENT_KEY"]),
          .init(version: "2222", percentage: 10, names: ["PAYMENT_KEY", "MAIL_TOKEN"]),
        ])
    )
    #expect(
      try Self.read("-- Version 3333 (0%) secrets --\n\n", .versionsSecretList)
        == .versionSecrets([.init(version: "3333", percentage: 0, names: [])])
    )
    #expect(
      try Self.read("-- Version a (33.3%) secrets --\n-- Version b (66.7%) secrets --\n", .versionsSecretList)
        == .versionSecrets([
          .init(version: "a", percentage: 33.3, names: []), .init(version: "b", percentage: 66.7, names: []),
        ])
    )
  }

  @Test func readsStores() throws {
    #expect(try Self.read(CaptureSamples.storeList, .storeList) == .stores([.init(id: "abcd", name: "main")]))
    guard case .storeSecrets(let page)? = try Self.read(CaptureSamples.storeSecrets, .storeSecretList) else {
      Issue.record("no page")
      return
    }
    #expect(page.heading == .init(storeID: "abcd", page: 1, pageSize: 10))
    #expect(
      page.secrets == [
        "s1": StoreSecret(
          name: "key_1",
          scopes: .known([.workers, .aiGateway]),
          status: .known(.active),
          comment: "for tests"
        ),
        "s2": StoreSecret(
          name: "key_2",
          scopes: .known([.workers, .aiGateway]),
          status: .known(.pending),
          comment: "for tests"
        ),
      ]
    )
  }

  @Test func readsCellsOfSeveralLines() throws {
    let text = CaptureSamples.storeSecrets(heading: "", to: 1).replacing("│ for tests │", with: "│ for │")
      .replacing("└", with: "│  │  │ tests │  │  │  │  │\n└", maxReplacements: 1)
    guard case .storeSecrets(let page)? = try Self.read(text, .storeSecretList) else {
      Issue.record("no page")
      return
    }
    #expect(page.heading == nil)
    #expect(page.secrets["s1"]?.comment == "for tests")
  }

  @Test func readsPagesSecrets() throws {
    #expect(
      try Self.read(CaptureSamples.pagesSecretList, .pagesSecretList)
        == .pagesSecrets(.init(environment: .preview, project: "site", names: ["PAYMENT_KEY", "MAIL_TOKEN"]))
    )
    // A project without secrets has its heading only.
    let heading = #"The "production" environment of your Pages project "site" has access to the following secrets:"#
    #expect(
      try Self.read(heading, .pagesSecretList)
        == .pagesSecrets(.init(environment: .production, project: "site", names: []))
    )
  }

  /// What stands around an answer changes nothing.
  @Test(arguments: [
    (CaptureSamples.banner, ""), ("\u{FEFF}", ""), ("npm warn exec [something]\n", "\n\n"),
    ("[wrangler:info] a line of the log\n", "▲ [WARNING] an update is available\n"),
    ("{\"method\": \"GET\", \"url\": \"…\"}\n[1, 2]\n[]\n{ \"versions\": 3 }\n", "Done [ok]\n"),
    ("\u{1B}[33mcoloured\u{1B}[39m\n", "\u{1B}[0m"), ("{ not json }\n[ ]\n", ""),
  ])
  func passesOverNoise(before: String, after: String) throws {
    for (text, kind) in [
      (CaptureSamples.secretList, CaptureKind.secretList), (CaptureSamples.versionsList, .versionsList),
      (CaptureSamples.versionsView, .versionsView), (CaptureSamples.deploymentsList, .deployments),
      (CaptureSamples.deploymentsStatus, .deployments), (CaptureSamples.versionsSecretList, .versionsSecretList),
      (CaptureSamples.storeList, .storeList), (CaptureSamples.storeSecrets, .storeSecretList),
      (CaptureSamples.pagesSecretList, .pagesSecretList),
    ] {
      let plain = try Self.read(text, kind)
      #expect(try Self.read(before + text + "\n" + after, kind) == plain, "\(kind)")
      let windows = (before + text + "\n" + after).replacing("\n", with: "\r\n")
      #expect(try Self.read(windows, kind) == plain, "\(kind) with CRLF")
    }
  }

  @Test func passesOverColours() throws {
    let text =
      "The \"\u{1B}[34mproduction\u{1B}[39m\" environment of your Pages project \"\u{1B}[34msite\u{1B}[39m\" has access "
      + "to the following secrets:\n  - KEY: \u{1B}[3mValue Encrypted\u{1B}[23m\n"
    #expect(
      try Self.read(text, .pagesSecretList)
        == .pagesSecrets(.init(environment: .production, project: "site", names: ["KEY"]))
    )
    let table = CaptureSamples.storeList.replacing("│", with: "\u{1B}[90m│\u{1B}[39m")
    #expect(try Self.read(table, .storeList) == .stores([.init(id: "abcd", name: "main")]))
  }

  /// A log of many values takes time in proportion to its size, or this test would not end.
  @Test func readsBehindALongLog() throws {
    let log = String(repeating: "{ \"method\": \"GET\" }\n[]\n", count: 50_000)
    #expect(try Self.read(log + "[]", .secretList) == .secrets(.secrets([String]())))
  }

  /// `WRANGLER_LOG=none` empties the output: nothing is known then.
  @Test(arguments: CaptureKind.allCases)
  func takesNothingFromNothing(kind: CaptureKind) throws {
    for text in ["", "\n", " \r\n\t\n", "\u{1B}[0m\n"] { #expect(try Self.read(text, kind) == nil) }
  }
}
