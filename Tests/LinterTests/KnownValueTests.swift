import Documents
import Foundation
import Patterns
import TestSupport
import Testing
import Workers

@testable import Linter

/// Known values in all their forms; Foundation's encoders are the judge.
struct KnownValueTests {
  /// Holes of one name get the same value in every text.
  private func fill(_ text: String) -> String {
    var text = text
    for (name, hole) in [("SHORT", "k3{alnum-lower:8}"), ("TAIL", "q7{alnum-lower:8}"), ("HEX", "{hex:32}")] {
      var sample = SampleText(seed: name)
      text = text.replacing(name, with: sample.fill(hole))
    }
    return text
  }

  private func scanner(_ dotenv: String) throws -> KnownValueScanner? {
    let file = try #require(DotenvFile(source: Source(path: ".dev.vars", text: fill(dotenv))))
    return KnownValueScanner(KnownValue.all(in: [file], tokens: TokenScanner([])), scope: .one)
  }

  @Test func isFoundInEveryEncodingAtEveryAlignment() throws {
    var random = RandomSource(seed: 11)
    let characters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789+/=\"\\&%é")
    for _ in 0..<200 {
      let secret = String(
        (0..<Int.random(in: 12...40, using: &random)).map { _ in characters.randomElement(using: &random)! }
      )
      let value = KnownValue(
        name: "API_SECRET",
        path: ".dev.vars",
        keyRegion: Region(start: 0, end: 0),
        bytes: Array(secret.utf8)
      )
      let scanner = try #require(KnownValueScanner([value], scope: .one))
      let before = String(repeating: "<", count: Int.random(in: 0...5, using: &random))
      let after = String(repeating: ">", count: Int.random(in: 0...5, using: &random))
      let base64 = Data((before + secret + after).utf8).base64EncodedString()
      let json = String(decoding: try JSONEncoder().encode([secret]), as: UTF8.self).replacing("\\/", with: "/")
      let allowed = CharacterSet(charactersIn: "-_.!~*'()").union(
        .alphanumerics.intersection(.init(charactersIn: " "..."~"))
      )
      let forms = [
        before + secret + after, base64,
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""),
        secret.utf8.map { String(format: "%02x", $0) }.joined(),
        secret.utf8.map { String(format: "%02X", $0) }.joined(),
        json, try #require(secret.addingPercentEncoding(withAllowedCharacters: allowed)),
      ]
      for form in forms {
        let bytes = Array("const a = '\(form)';".utf8)
        let hits = scanner.scan(bytes, of: nil)
        #expect(hits.count == 1, "\(form)")
        #expect(hits.first.map { $0.range.upperBound <= bytes.count } == true)
      }
    }
  }

  @Test(arguments: [
    // A placeholder, a word, a short value, a switch, a number, an address, a path, a name, a public name.
    "API_SECRET=changeme", "API_SECRET=<your-secret>", "API_SECRET=secret", "API_SECRET=kd8", "API_SECRET=true",
    "API_SECRET=1234567890", "API_SECRET=https://api.example.com", "API_SECRET=/run/secrets/api",
    "API_SECRET=production", "MODE=TAIL", "VITE_API_SECRET=TAIL",
    "CLOUDFLARE_ACCOUNT_ID=HEX", "DATABASE_URL=postgres://app:localpassword9@localhost/app",
  ])
  func isNoKnownValue(_ dotenv: String) throws {
    #expect(try scanner(dotenv) == nil)
  }

  @Test func passwordOfAURLIsKnownByItself() throws {
    let scanner = try #require(try scanner("DATABASE_URL=postgres://app:SHORT@db.internal.net/app\n"))
    #expect(scanner.scan(Array(fill("password: \"SHORT\"").utf8), of: nil).count == 1)
  }

  @Test func ofValuesThatOverlapTheLongestCounts() throws {
    let scanner = try #require(try scanner("A_SECRET=SHORT\nB_SECRET=SHORT-TAIL\n"))
    let hits = scanner.scan(Array(fill("'SHORT-TAIL' 'SHORT'").utf8), of: nil)
    #expect(hits.map(\.value.name) == ["B_SECRET", "A_SECRET"])
  }
}

extension KnownValueScope {
  /// Everything lies in one repository.
  static let one = KnownValueScope(repositories: [""], projects: [])
}
