import DeployState
import Documents
import TestSupport
import Testing

/// What is no answer of the command asked for is refused with its place.
struct CaptureRefusalTests {
  private static func refusal(_ text: String, _ kind: CaptureKind) -> String? {
    do throws(StateFileError) {
      _ = try CaptureReaderTests.read(text, kind)
      return nil
    } catch {
      return error.description
    }
  }

  /// The output of one command is never taken for that of another.
  @Test func tellsCommandsApart() throws {
    let outputs: [(String, CaptureKind)] = [
      (CaptureSamples.secretList, .secretList), (CaptureSamples.secretListPretty, .secretList),
      (CaptureSamples.versionsSecretList, .versionsSecretList), (CaptureSamples.versionsList, .versionsList),
      (CaptureSamples.versionsView, .versionsView), (CaptureSamples.deploymentsList, .deployments),
      (CaptureSamples.deploymentsStatus, .deployments), (CaptureSamples.storeList, .storeList),
      (CaptureSamples.storeSecrets, .storeSecretList), (CaptureSamples.pagesSecretList, .pagesSecretList),
    ]
    for (text, kind) in outputs {
      for other in CaptureKind.allCases where other != kind {
        let message = try #require(Self.refusal(text, other), "\(kind) taken for \(other)")
        #expect(message.contains("this is the output of `\(kind.command)`, not of `\(other.command)`"), "\(message)")
        #expect(message.contains(kind.option))
      }
    }
  }

  private static let wrong: [(String, CaptureKind, String)] = [
    // Cut off.
    ("[\n  {\n    \"name\": \"A\",\n", .secretList, "out:1:1: the JSON that starts here is cut off"),
    (
      "\n{ \"id\": \"1111\", \"number\": 7, \"resources\": {", .versionsView,
      "out:2:1: the JSON that starts here is cut off"
    ),
    ("[", .versionsList, "out:1:1: the JSON that starts here is cut off"),
    ("│ Name │ ID │ AccountID │\n├──┼──┼──┤\n│ main │ abcd │ 0a │\n", .storeList, "out:3:1: the table is cut off"),
    ("-- Version a (60%) secrets --\n-- Version b (30%) secrets --\n", .versionsSecretList, "do not add up to 100"),
    ("-- Version a (60%) secrets --\n-- Version a (40%) secrets --\n", .versionsSecretList, "do not add up to 100"),
    // Not of wrangler at all.
    ("hello\n", .secretList, "out:1:1: this is not the output of `wrangler secret list`"),
    ("hello\n", .pagesSecretList, "out:1:1: this is not the output of `wrangler pages secret list`"),
    ("[1, 2]\n", .versionsList, "this is not the output of `wrangler versions list --json`"),
    ("{}\n", .versionsView, "this is not the output of `wrangler versions view ID --json`"),
    ("[]\n", .versionsView, "this is not the output of `wrangler versions view ID --json`"),
    ("null\n", .deployments, "this is not the output of `wrangler deployments list --json`"),
    (CaptureSamples.banner, .versionsSecretList, "this is not the output of `wrangler versions secret list`"),
    (CaptureSamples.banner, .secretList, "this is not the output of `wrangler secret list`"),
    ("\n✘ [ERROR] A request to the Cloudflare API failed.\n", .secretList, "out:2:1: wrangler reports an error here"),
    (
      "\u{1B}[31m✘ \u{1B}[41;31m[\u{1B}[41;97mERROR\u{1B}[41;31m]\u{1B}[0m \u{1B}[1mNo.\u{1B}[0m\n", .versionsList,
      "wrangler reports an error here"
    ),
    ("X [ERROR] You are not logged in.\n", .storeList, "out:1:1: wrangler reports an error here"),
    ("\u{FEFF}\n✘ [ERROR] No.\n", .versionsList, "wrangler reports an error here"),
    // Older text forms of commands that have JSON.
    ("Version ID:  1111\nCreated:     2026-01-01\n", .versionsList, "this is not the output of"),
    // Members of the wrong kind.
    (#"[{ "name": "A", "type": "secret_text" }, { "name": 3, "type": "x" }]"#, .secretList, "out:1:52: the `name`"),
    (#"[{ "name": "A", "type": "secret_text" }, { "name": "B" }]"#, .secretList, "out:1:42: a secret has no `type`"),
    (#"[{ "name": "", "type": "secret_text" }]"#, .secretList, "out:1:12: the `name` of a secret must be a text"),
    (#"[{ "id": "a", "number": "7" }]"#, .versionsList, "out:1:25: the `number` of a version must be a whole number"),
    (#"[{ "id": "a", "number": 0 }]"#, .versionsList, "out:1:25: the `number` of a version must be a whole number"),
    (#"[{ "id": 7, "number": 7 }]"#, .versionsList, "out:1:10: the `id` of a version must be a text"),
    (#"{ "id": "a", "resources": { "bindings": {} } }"#, .versionsView, "`bindings` must be an array, not an object"),
    (#"{ "id": "a", "resources": { "bindings": [{ "type": "json" }] } }"#, .versionsView, "a binding has no `name`"),
    (#"{ "id": "d", "versions": [] }"#, .deployments, "out:1:26: a deployment has one or two different versions"),
    (#"{ "versions": [{ "version_id": "a", "percentage": 70 }] }"#, .deployments, "percentages add up to 100"),
    (#"{ "versions": [{ "version_id": "a", "percentage": "100" }] }"#, .deployments, "needs its `percentage`"),
    (#"{ "versions": [{ "percentage": 100 }] }"#, .deployments, "has no `version_id`"),
    (#"[{ "versions": [] }, 3]"#, .deployments, "a deployment has one or two different versions"),
    // Of this machine.
    (CaptureSamples.storeSecrets(heading: "", scopes: ""), .storeSecretList, "this lists the store of this machine"),
    ("│ Name │ ID │ AccountID │\n├──┼──┼──┤\n│ main │ abcd │\n└", .storeList, "out:3:1: this row has 2 cells"),
    ("│ Name │ ID │ AccountID │\n├──┼──┼──┤\n│ main │  │ 0a │\n└──┘", .storeList, "out:3:1: this row has no ID"),
  ]

  @Test(arguments: wrong)
  func refuses(text: String, kind: CaptureKind, message: String) throws {
    let refusal = try #require(Self.refusal(text, kind))
    #expect(refusal.contains(message), "\(refusal)")
  }

  @Test func refusesUTF16() {
    let text = Array("[]".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for kind in CaptureKind.allCases {
      #expect(throws: StateFileError.self) {
        _ = try CapturedOutput.read(Source(path: "out", bytes: [0xFF, 0xFE] + text), as: kind)
      }
    }
  }

  /// However an answer is cut, it is refused, says nothing, or, where only blanks are gone, says the same.
  @Test(arguments: [
    (CaptureSamples.secretList, CaptureKind.secretList), (CaptureSamples.versionsList, .versionsList),
    (CaptureSamples.versionsView, .versionsView), (CaptureSamples.deploymentsList, .deployments),
    (CaptureSamples.storeList, .storeList), (CaptureSamples.storeSecrets, .storeSecretList),
  ])
  func neverTakesAPartForTheWhole(text: String, kind: CaptureKind) throws {
    let whole = try CaptureReaderTests.read(text, kind)
    let bytes = Array(text.utf8)
    for count in 0..<bytes.count {
      let part = try? CapturedOutput.read(Source(path: "out", bytes: Array(bytes[..<count])), as: kind)?.facts
      let rest = bytes[count...].allSatisfy {
        $0 == UInt8(ascii: "\n") || kind == .storeList || kind == .storeSecretList
      }
      #expect(part == nil || (rest && part == whole), "after \(count) bytes")
    }
  }

  /// Whatever the bytes are, there is an answer, and a refusal points into the file.
  @Test func pointsIntoTheFile() {
    var random = RandomSource(seed: 7)
    let texts = [
      CaptureSamples.secretList, CaptureSamples.versionsSecretList, CaptureSamples.versionsList,
      CaptureSamples.versionsView, CaptureSamples.deploymentsList, CaptureSamples.storeSecrets,
      CaptureSamples.pagesSecretList,
    ]
    for _ in 0..<3000 {
      var bytes = Array(random.pick(texts).utf8)
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[place] = random.pick(Array("[]{}\":,\u{1B}│ -(%)\n".utf8))
        case 1: bytes.remove(at: place)
        default: bytes.replaceSubrange(place..<place, with: bytes[place...].prefix(random.below(40)))
        }
      }
      let source = Source(path: "out", bytes: bytes)
      do throws(StateFileError) {
        _ = try CapturedOutput.read(source, as: random.pick(CaptureKind.allCases))
      } catch {
        #expect(source.lines.offset(of: error.position) != nil, "\(error.description)")
      }
    }
  }
}
