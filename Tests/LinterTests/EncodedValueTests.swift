import Documents
import Foundation
import Linter
import Patterns
import Testing
import Workers

/// Values with their names in text that stands in base64.
struct EncodedValueTests {
  private static func settings(_ text: String) -> String {
    "{ \"settings\": \"\(Data(text.utf8).base64EncodedString())\" }\n"
  }

  private static func find(_ text: String) -> [(rule: String, message: String, place: String)] {
    let bytes = Array(text.utf8)
    let result = Scan(rules: .builtIn, settings: Settings())
      .run(on: FileTree(texts: ["deploy/values.json": text]), tracked: TrackedPaths(["deploy/values.json"]))
    return result.findings.map {
      ($0.rule.text, $0.message, String(decoding: bytes[$0.location.region.range], as: UTF8.self))
    }
  }

  @Test(arguments: ["DB_HOST=db\nDB_PASSWORD={password:14}\n", "<apiSecret>{base62:32}</apiSecret>\n"])
  func areFoundAtTheirPlace(_ inside: String) throws {
    var sample = SampleText(seed: inside)
    let text = Self.settings(sample.fill(inside))
    let found = Self.find(text)
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(first.rule == "source/hardcoded-secret")
    #expect(first.message.contains("in base64"))
    #expect(first.place.utf8.count < text.utf8.count / 2 + 24)
  }

  @Test(arguments: [
    "DB_HOST=db\nDB_PASSWORD=changeme\nTOKEN_TTL=3600\n", "PASSWORD=${DB_PASSWORD}\nSECRET_NAME=shop\n",
  ])
  func ofNoSecretAreNotFound(_ inside: String) {
    var sample = SampleText(seed: inside)
    #expect(Self.find(Self.settings(sample.fill(inside))).isEmpty)
  }
}
