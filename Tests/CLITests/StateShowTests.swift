import DeployState
import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// The table of secrets, and the comparison of two states.
struct StateShowTests {
  static let config = """
    {
      "name": "shop", "main": "a.ts",
      "env": {
        "staging": { "secrets": { "required": ["PAY_KEY", "MAIL_KEY"] } },
        "production": { "secrets": { "required": ["PAY_KEY"] } }
      }
    }
    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(config, to: "wrangler.json")
    try folder.write(
      SavedWorkers.file([
        "shop-staging": SavedWorkers.worker(
          [("v1", ["PAY_KEY"]), ("v2", ["PAY_KEY", "MAIL_KEY=plain_text", "OLD_KEY"])],
          live: [[("v1", 90), ("v2", 10)]]
        ),
        "shop-production": SavedWorkers.worker("PAY_KEY", "MAIL_KEY"),
      ]),
      to: "paddock.state.json"
    )
    return folder
  }

  @Test func tableShowsSecretsAgainstVersions() throws {
    let folder = try Self.folder()
    let run = CommandRun(["state", "show", "--project", folder.path])
    #expect(run.status == .clean)
    #expect(
      run.output == """
                  staging           production
                  v1       v2       v1
                  90%      10%      100%
        MAIL_KEY  ✘        T        ✔           differs
        OLD_KEY   -        ✔        -           differs, orphan
        PAY_KEY   ✔        ✔        ✔

        shop: nobody looked at the Worker shop

        ✔ secret · T not secret, readable in the dashboard · - not there · ✘ required and not there ·
        differs: not in every live version · orphan: in no configuration

        """
    )
    for line in run.output.split(separator: "\n") { #expect(line.count <= 100) }
  }

  @Test func jsonHoldsTheSameTable() throws {
    let folder = try Self.folder()
    let run = CommandRun(["state", "show", "--project", folder.path, "--format", "json", "--env", "staging"])
    struct Document: Decodable {
      struct Version: Decodable {
        let title, version: String
        let percentage: Double?
      }
      struct Secret: Decodable {
        let name: String
        let versions: [String]
        let orphan, differs: Bool
      }
      let versions: [Version]
      let secrets: [Secret]
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    #expect(document.versions.map(\.percentage) == [90, 10])
    #expect(document.secrets.map(\.name) == ["MAIL_KEY", "OLD_KEY", "PAY_KEY"])
    #expect(document.secrets.map(\.versions) == [["missing", "plain"], ["absent", "secret"], ["secret", "secret"]])
    #expect(document.secrets.map(\.orphan) == [false, true, false])
  }

  /// Many columns stand in blocks one below the other.
  @Test func wideTablesFit() throws {
    let folder = try TemporaryFolder()
    let environments = (1...12).map { "env-\($0)" }
    let list = environments.map { "\"\($0)\": {}" }.joined(separator: ", ")
    try folder.write("{ \"name\": \"shop\", \"main\": \"a.ts\", \"env\": { \(list) } }", to: "wrangler.json")
    let name = String(repeating: "LONG_", count: 20)
    var workers: [String: RemoteWorker] = [:]
    for environment in environments {
      workers["shop-\(environment)"] = SavedWorkers.worker(
        [("11111111-1111-1111-1111-111111111111", [name]), ("22222222-2222-2222-2222-222222222222", [name])],
        live: [[("11111111-1111-1111-1111-111111111111", 100)]]
      )
    }
    try folder.write(SavedWorkers.file(workers), to: "paddock.state.json")
    let run = CommandRun(["state", "show", "--project", folder.path])
    let lines = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    for environment in environments { #expect(run.output.contains(environment)) }
    #expect(lines.contains { $0.hasPrefix("LONG_LONG_") && $0.contains("…") })
  }

  @Test func differenceNamesWhatChanged() throws {
    let folder = try Self.folder()
    try folder.write(
      SavedWorkers.file([
        "shop-staging": SavedWorkers.worker("PAY_KEY", "MAIL_KEY"), "shop": SavedWorkers.worker(),
      ]),
      to: "new.json"
    )
    let old = "\(folder.path)/paddock.state.json"
    let run = CommandRun(["state", "diff", old, "\(folder.path)/new.json"])
    #expect(run.status == .findings)
    #expect(
      run.output == """
        shop
          ~ Worker is known now
        shop-production
          ~ Worker is not known any more
        shop-staging
          ~ live was v1 90% and v2 10%, is v1 100%
          ~ latest version was v2, is v1
          ~ MAIL_KEY was plain_text, is secret_text on the latest version
          - secret OLD_KEY on the latest version
          + secret MAIL_KEY for all of the traffic

        """
    )
    let same = CommandRun(["state", "diff", old, old])
    #expect(same.status == .clean)
    #expect(same.output == "Nothing changed.\n")
    let json = CommandRun(["state", "diff", old, "\(folder.path)/new.json", "--format", "json"])
    #expect(json.output.contains("\"message\" : \"Worker is known now\""))
  }
}
