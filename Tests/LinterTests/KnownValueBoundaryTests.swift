import Documents
import Foundation
import Patterns
import Testing

@testable import Linter

/// A known value counts where it stands by itself, and not inside a longer token; wherever it is, it is masked.
struct KnownValueBoundaryTests {
  /// A text around a value, and whether the value stands in it by itself.
  struct Row: Sendable, CustomTestStringConvertible {
    let value: String
    /// `VALUE` is the value; `base64(…)`, `base64url(…)` and `hex(…)` encode what is in them.
    let text: String
    let stands: Bool

    init(_ value: String, _ text: String, _ stands: Bool) {
      (self.value, self.text, self.stands) = (value, text, stands)
    }

    var testDescription: String { "\(value): \(text)" }
  }

  private static let short = "k3{alnum-lower:8}"
  private static let long = "q7{base62:28}"
  private static let hexadecimal = "{hex:40}"
  private static let dashed = "m4{alnum-lower:4}-{alnum-lower:4}"
  private static let password = "P4$w{alnum-lower:6}!"
  private static let padded = "{base62:22}=="
  private static let structured = "qdoo_v1_{base62:24}"
  private static let connection = "postgres://app:{base62:20}@db.internal.net/app"

  /// Texts in which every value stands by itself.
  static let standing = [
    "VALUE", "x = 'VALUE'", "x = \"VALUE\";", "x = `VALUE`", "KEY=VALUE\n", "key:VALUE", "key: VALUE # comment",
    "https://app:VALUE@host.net/", "https://host.net/VALUE", "https://host.net/?key=VALUE&a=1",
    "Authorization: Bearer VALUE",
    "(VALUE)", "[VALUE]", "<key>VALUE</key>", "VALUE, and more", "it is VALUE.", "is it VALUE?", "VALUE;Timeout=3",
    "a\tVALUE\tb", "a|VALUE|b", "é VALUE é", "キーはVALUEです", "a=VALUE}", "${VALUE}", "#VALUE#", "*VALUE*",
    // Escapes end and start next to it.
    #""KEY=1\nKEY=VALUE\nX=1""#, #""a\nVALUE\nb""#, #""a\tVALUE\tb""#, #""a\r\nVALUE\r\nb""#, #"{\"key\":\"VALUE\"}"#,
    #""a\\nVALUE\\nb""#, #"\u0022VALUE\u0022"#, #"\x22VALUE\x22"#, #"\042VALUE\042"#, #"\u{22}VALUE\u{22}"#,
    "key%3DVALUE%26", "key%253DVALUE%2526", "%22VALUE%22", "&quot;VALUE&quot;", "&#34;VALUE&#34;", "key=3DVALUE=\n",
    "\u{1B}[32mVALUE\u{1B}[0m", #"\e[1;31mVALUE\e[0m"#, #"\033[32mVALUE\033[0m"#,
    // The letter of a flag.
    "mysql -pVALUE shop", "-pVALUE", "['-aVALUE']",
    // What joins names to values.
    "db_VALUE", "VALUE_old", "cache:VALUE:1", "VALUE/1", "a+VALUE", "--VALUE--",
  ]

  /// Texts in which no value of letters and digits stands by itself.
  static let inside = [
    "x = 'aVALUE'", "x = 'VALUEa'", "x = 'aVALUEb'", "1VALUE", "VALUE9", "ZVALUEZ", "%41VALUE", "VALUE%41",
    "VALUE%2541",
    #"\x41VALUE"#, #"VALUE\x41"#, #"\u0041VALUE"#, #"VALUE\u0041"#, #"\101VALUE"#, "https://app:aVALUEa@host.net/",
    "Bearer abcVALUE", "KEY=fedVALUE", "KEY=VALUEdef", "-paVALUE",
  ]

  /// The same for text that is encoded.
  static let encoded: [(text: String, stands: Bool)] = [
    ("base64(VALUE)", true), ("base64(app:VALUE)", true), ("base64({\"key\":\"VALUE\"})", true),
    ("base64(a=VALUE&b=1)", true),
    ("base64(KEY=VALUE\nX=1)", true), ("base64(ab=VALUE\n)", true), ("base64(é VALUE)", true),
    ("base64(xyVALUE)", false),
    ("base64(xVALUE)", false), ("base64(xyzVALUE)", false), ("base64(VALUEx)", false), ("base64(VALUExy)", false),
    ("base64(VALUExyz)", false), ("base64(key=VALUExyz)", false), ("base64(key=\\nVALUE)", true),
    ("base64url({\"key\":\"VALUE\"})", true), ("base64url(abVALUEc)", false), ("hex(VALUE)", true),
    ("hex(key=VALUE&)", true),
    ("hex(xVALUE)", false), ("hex(VALUEx)", false), ("0xhex(VALUE)", true), ("\\xhex(VALUE)", true),
    ("key:hex(VALUE):1", true), ("data:text/plain;base64,base64(VALUE)", true), ("\"a\\nbase64(VALUE)\\nb\"", true),
    ("path/to/base64(VALUE)", true), ("base64(VALUE).base64(abc)", true),
  ]

  static let rows: [Row] =
    [short, long, dashed, structured, password, connection].flatMap { value in
      standing.map { Row(value, $0, true) }
    } + [short, long, dashed, structured].flatMap { value in inside.map { Row(value, $0, false) } }
    + [long, structured, hexadecimal].flatMap { value in encoded.map { Row(value, $0.text, $0.stands) } } + [
      // A short value with a hyphen is continued by one, a long one is not there by chance.
      Row(dashed, "my-VALUE", false), Row(dashed, "VALUE-bucket", false), Row(dashed, "--VALUE--", true),
      Row(long, "backup-VALUE.sql", true), Row(short, "backup-VALUE.sql", true), Row(structured, "my_VALUE", true),
      Row(structured, "VALUE_old", true),
      // What marks hexadecimal digits is no part of them.
      Row(hexadecimal, "0xVALUE", true), Row(hexadecimal, "0XVALUE;", true), Row(hexadecimal, #"'\xVALUE'"#, true),
      Row(hexadecimal, "0xVALUEn", true), Row(hexadecimal, "aVALUE", false), Row(hexadecimal, "VALUE0", false),
      Row(hexadecimal, "0x0VALUE", false), Row(hexadecimal, "VALUEFF", false), Row(hexadecimal, "keyVALUE", false),
      Row(hexadecimal, "0xVALUEnn", false),
      // The ends of these join parts themselves.
      Row(padded, "KEY=VALUE", true), Row(padded, "VALUEnext", true), Row(padded, "aVALUE", false),
      // A sign at the end of a password does not.
      Row(password, "x='VALUEa'", false), Row(password, "x='aVALUE'", false), Row(password, "x='VALUE!'", true),
      Row(connection, "url=VALUE?ssl=1", true), Row(connection, "url=VALUE2", false), Row(connection, "xVALUE", false),
    ]

  @Test(arguments: rows)
  func counts(_ row: Row) throws {
    var sample = SampleText(seed: row.value)
    let value = sample.fill(row.value)
    let scanner = try #require(Self.scanner(value))
    let bytes = Array(Self.encode(row.text.replacing("VALUE", with: value)).utf8)
    let hits = scanner.scan(bytes, of: "src/a.ts")
    #expect(hits.count == (row.stands ? 1 : 0))
    // Nobody is shown even the part of a longer token.
    let places = scanner.places(in: bytes)
    #expect(!places.isEmpty)
    for hit in hits { #expect(places.contains(hit.range)) }
  }

  private static func scanner(_ value: String) -> KnownValueScanner? {
    let known = KnownValue(
      name: "API_SECRET",
      path: ".dev.vars",
      keyRegion: Region(start: 0, end: 0),
      bytes: Array(value.utf8)
    )
    return KnownValueScanner([known], scope: .one)
  }

  /// Encodes what is in the parentheses of `base64(…)` and the others.
  private static func encode(_ text: String) -> String {
    let forms: [(name: String, encode: (Data) -> String)] = [
      ("base64(", { $0.base64EncodedString() }),
      (
        "base64url(",
        { Data($0).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "") }
      ),
      ("hex(", { $0.map { String(format: "%02x", $0) }.joined() }),
    ]
    var text = text
    for form in forms {
      while let start = text.range(of: form.name),
        let end = text.range(of: ")", range: start.upperBound..<text.endIndex)
      {
        text.replaceSubrange(
          start.lowerBound..<end.upperBound,
          with: form.encode(Data(text[start.upperBound..<end.lowerBound].utf8))
        )
      }
    }
    return text
  }
}
