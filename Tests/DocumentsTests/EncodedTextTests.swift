import Documents
import Foundation
import TestSupport
import Testing

/// Text in any encoding is found wherever it stands, with its place; bytes of chance hold none.
struct EncodedTextTests {
  /// Ways to write a text, as programs do.
  enum Writing: CaseIterable {
    case base64, base64WithoutPadding, base64URL, base64Lines, base64UTF16, hexadecimal, upperHexadecimal, percent,
      percentSome
    case octal, shellOctal, decimalList, hexadecimalList, numberLines
    case jsonUnicode, jsonSlash, unicodeBraces, hexadecimalEscapes, decimalEntity, hexadecimalEntity

    var encoding: TextEncoding {
      switch self {
      case .base64, .base64WithoutPadding, .base64URL, .base64Lines, .base64UTF16: .base64
      case .hexadecimal, .upperHexadecimal: .hexadecimal
      case .percent, .percentSome: .percent
      case .jsonUnicode, .jsonSlash, .unicodeBraces, .hexadecimalEscapes, .octal, .shellOctal: .backslash
      case .decimalList, .hexadecimalList, .numberLines: .byteList
      case .decimalEntity, .hexadecimalEntity: .entity
      }
    }

    func encode(_ text: String) -> String {
      let data = Data(text.utf8)
      func each(_ write: (String, UInt8) -> String) -> String {
        text.utf8.map { write(String($0, radix: 16), $0) }.joined()
      }
      switch self {
      case .base64: return data.base64EncodedString()
      case .base64WithoutPadding: return data.base64EncodedString().replacing("=", with: "")
      case .base64URL: return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      case .base64Lines:
        var lines = data.base64EncodedString()
        for index in stride(from: 40, to: lines.count, by: 43) {
          lines.insert(contentsOf: "\n  ", at: lines.index(lines.startIndex, offsetBy: index))
        }
        return lines
      case .base64UTF16: return Data(text.utf8.flatMap { [$0, 0] }).base64EncodedString()
      case .hexadecimal: return each { digits, _ in digits }
      case .upperHexadecimal: return each { digits, _ in digits.uppercased() }
      case .percent: return each { digits, _ in "%\(digits)" }
      case .percentSome: return each { digits, byte in byte == 0x2F ? "%\(digits)" : String(UnicodeScalar(byte)) }
      case .octal: return text.utf8.map { "\\" + ($0 < 0o100 ? "0" : "") + String($0, radix: 8) }.joined()
      case .shellOctal: return text.utf8.map { "\\0" + ($0 < 0o100 ? "0" : "") + String($0, radix: 8) }.joined()
      case .decimalList: return text.utf8.map { String($0) }.joined(separator: ", ")
      case .hexadecimalList: return text.utf8.map { "0x\(String($0, radix: 16))" }.joined(separator: ",")
      case .numberLines: return text.utf8.map { String($0) }.joined(separator: ",\n    ")
      case .jsonUnicode: return each { digits, _ in "\\u00\(digits)" }
      case .jsonSlash: return text.replacing("/", with: "\\/")
      case .unicodeBraces: return each { digits, _ in "\\u{\(digits)}" }
      case .hexadecimalEscapes: return each { digits, _ in "\\x\(digits)" }
      case .decimalEntity: return each { _, byte in "&#\(byte);" }
      case .hexadecimalEntity: return each { digits, _ in "&#x\(digits);" }
      }
    }
  }

  private static func texts(_ text: String) -> [DecodedText] {
    EncodedText.texts(in: Array(text.utf8), limit: 4 * text.utf8.count)
  }

  /// The texts in which another stands, as places in what was read.
  private static func places(of inner: String, in text: String, _ encoding: TextEncoding) -> [String] {
    let bytes = Array(text.utf8)
    return texts(text).filter { $0.encoding == encoding }.compactMap { decoded in
      decoded.bytes.firstOccurrence(of: inner.utf8).map {
        String(decoding: bytes[decoded.place(of: $0)], as: UTF8.self)
      }
    }
  }

  /// No encoded text is missed because of where it starts, what stands before it, or how it is aligned.
  @Test(arguments: Writing.allCases)
  func isFoundAtEveryOffset(_ writing: Writing) {
    let inner = "key_0123/abcdefgh/XYZ+~56789/more"
    for offset in 0..<70 {
      for before in [" ", "\"", "\u{E9}", ",", "data:;base64,"] {
        let encoded = writing.encode(inner)
        let filler = String(repeating: "x y, ", count: offset / 5) + String(repeating: "z", count: offset % 5)
        let found = Self.places(of: inner, in: "\(filler)\(before)\(encoded)\" tail\n", writing.encoding)
        let part = encoded.trimmingCharacters(in: ["="])
        #expect(found == [part], "offset \(offset) after \(before)")
      }
    }
  }

  /// What stands around a token in the encoded text moves its digits.
  @Test(arguments: Writing.allCases, 0..<9)
  func isFoundAtEveryAlignment(_ writing: Writing, _ length: Int) throws {
    let inner = "key_0123/abcdefgh/XYZ+~56789/more"
    let before = String(repeating: "p", count: length)
    let encoded = writing.encode("\(before)=\(inner)\n")
    let found = Self.places(of: inner, in: "a = '\(encoded)'", writing.encoding)
    let place = try #require(found.first)
    #expect(found.count == 1)
    #expect(encoded.contains(place))
  }

  /// A word or a path that ends in letters can stand right before the digits.
  @Test(arguments: ["x", "x/", "id-", "abc_", "abcde/"])
  func isFoundBehindOtherDigits(_ before: String) {
    let inner = "key_0123/abcdefgh/XYZ+~56789/more"
    #expect(!Self.places(of: "abcdefgh/XYZ+~56789/more", in: before + Writing.base64.encode(inner), .base64).isEmpty)
    #expect(
      !Self.places(of: "abcdefgh/XYZ+~56789/more", in: "a" + Writing.hexadecimal.encode(inner), .hexadecimal).isEmpty
    )
  }

  @Test func linesOfBase64AreOneText() {
    let inner = "key_0123/abcdefgh/XYZ+~56789-and-more-of-it-than-stands-on-a-line-of-64-digits-in-all"
    for end in ["\n", "\r\n", "\n    "] {
      let digits = Array(Writing.base64.encode(inner))
      let lines = stride(from: 0, to: digits.count, by: 64).map { String(digits[$0..<min($0 + 64, digits.count)]) }
      let text = "key: |\(end)" + lines.joined(separator: end) + "\nother: x\n"
      #expect(Self.places(of: inner, in: text, .base64) == [lines.joined(separator: end).trimmingCharacters(in: ["="])])
    }
  }

  @Test(
    arguments: [
      (#"\"a\":\"https:\/\/host.example\/a\u003db\""#, #""a":"https://host.example/a=b""#),
      (#"first\nsecond-is-a-long-line-of-text-without-blanks"#, "first\nsecond-is-a-long-line-of-text-without-blanks"),
      (#"\ud83c\udf89-party-and-more-of-it-\u0041-\x42-\u{43}"#, "🎉-party-and-more-of-it-A-B-C"),
      ("a=1&amp;b=2&#47;&#x3A;and-so-on-and-on-and-on-&quot;", "a=1&b=2/:and-so-on-and-on-and-on-\""),
      ("%7B%22a%22%3A%22and-so-on-and-on-and-on%22%7D%ZZ%", "{\"a\":\"and-so-on-and-on-and-on\"}%ZZ%"),
    ]
  )
  func escapesAreDecoded(_ text: String, _ expected: String) {
    let decoded = Self.texts(text).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(decoded == [expected])
  }

  /// What stands before and behind a list, and numbers that are no text, are no part of it.
  @Test(
    arguments: [
      ("Buffer.from([«»])", ""), ("x(1, 2, «», 300, 4)", ""), ("{ 0x00, 0xff, «», 0x00 }", ""), ("a, b, «», c.d", ""),
      ("[«»\n]", ""), ("[-65, «», 66.5]", ""), ("[65, «», 66]", "AB"),
    ]
  )
  func listsOfBytesEndWhereTheirTextDoes(_ around: String, _ more: String) throws {
    let inner = "key_0123/abcdefgh/XYZ+~56789/more"
    let text = around.replacing("«»", with: Writing.decimalList.encode(inner))
    let found = Self.texts(text).filter { $0.encoding == .byteList }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(found == [more.prefix(1) + inner + more.dropFirst(1)])
  }

  /// Characters that no token has are no reason to decode a text.
  @Test(
    arguments: [
      #"\u4e2d\u6587\u5b57\u7b26\u4e32\u4e2d\u6587\u5b57"#, "%E4%B8%AD%E6%96%87%E5%AD%97%E7%AC%A6",
      "a&&b;cdefghijklmn&opqrstuvwxyz&nothing;&#;&#x;&#300000000;", "SomeRatherLongNameOfATypeInAProgram",
      "node_modules/some/rather/long/path/to/a/file", "0123456789abcdef0123456789abcdef01234567",
      "100.5, 101.5, 102.5, 103.5, 104.5, 105.5, 106.5, 107.5, 108.5, 109.5, 110.5, 111.5, 112.5, 113.5, 114.5, 115.5",
      "-45, -67, -45, -67, -45, -67, -45, -67, -45, -67, -45, -67, -45, -67, -45, -67, -45, -67, -45, -67, -45, -67, -45",
      "4500, 6700, 4500, 6700, 4500, 6700, 4500, 6700, 4500, 6700, 4500, 6700, 4500, 6700, 4500, 6700, 4500, 6700, 4500",
      "137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 4, 0, 0, 0, 3, 0, 8, 6, 0, 0, 0, 205, 83, 98, 1",
      "abc65, abc66, abc67, abc68, abc69, abc70, abc71, abc72, abc73, abc74, abc75, abc76, abc77, abc78, abc79, abc80, abc81",
      #"(a)(b)(c)\1\2\3-\10-\12-and-so-on-and-on-and-on-\27-\033[0m"#,
      "--------------------------------------------------------", "//////////////////////////////////////////",
    ]
  )
  func otherTextIsLeftAlone(_ text: String) {
    #expect(Self.texts(text).map { String(decoding: $0.bytes, as: UTF8.self) } == [])
  }

  /// An image, a font or a program in base64 or hexadecimal digits.
  @Test func chanceHoldsNoText() {
    var random = RandomSource(seed: 1)
    let data = Data(random.bytes(500_000))
    let digits = data.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    let lines = data.base64EncodedString(options: .lineLength76Characters)
    for text in [data.base64EncodedString(), lines, digits] {
      #expect(Self.texts("const image = \"\(text)\";").isEmpty)
    }
  }

  /// Nothing that bytes can be makes it fail, take long, or decode more than it may.
  @Test func anyBytesAreFine() {
    var random = RandomSource(seed: 2)
    let pieces = [
      "%", "\\", "&#", "65, ", "0x41,", "66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85", "\\141", "\\u{",
      "%4", "\n ", "QUJD", "41", "x", ";", "&quot", "\\ud83c", " ", "}", "=", "\r\n",
    ]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(80) {
        bytes += random.once(in: 8) ? random.bytes(1) : Array(random.pick(pieces).utf8)
      }
      let texts = EncodedText.texts(in: bytes, limit: bytes.count)
      #expect(texts.reduce(0) { $0 + $1.bytes.count } <= bytes.count)
      for text in texts where !text.bytes.isEmpty {
        let place = text.place(of: text.bytes.indices)
        #expect(place.lowerBound >= 0 && place.upperBound <= bytes.count)
      }
    }
  }
}
