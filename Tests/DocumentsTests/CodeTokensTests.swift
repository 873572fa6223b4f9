import Documents
import TestSupport
import Testing

@Suite struct CodeTokensTests {
  /// Tokens as text, one after the other; strings in quotes, literals in pipes.
  private static func words(_ code: String) -> String {
    CodeTokens(Array(code.utf8)).tokens.map { token in
      switch token.kind {
      case .name, .sign: token.text
      case .string: "'\(token.text)'"
      case .holeStart: "<"
      case .holeEnd: ">"
      case .literal: "|\(token.text)|"
      }
    }
    .joined(separator: " ")
  }

  @Test(arguments: [
    ("a.b?.c ?? d", "a . b ?. c ?? d"), ("x ? .5 : y", "x ? . |5| : y"), ("x?.5:y", "x ? . |5| : y"),
    ("const { A, B: b = \"x\" } = env;", "const { A , B : b = 'x' } = env ;"),
    ("#!/usr/bin/env node\na // b\n/* c\n'*/ d", "a d"), ("this.#env", "this . #env"), ("größe = 1", "größe = |1|"),
    ("a === b !== c => d", "a === b !== c => d"), ("Map<string, Set<A>>", "Map < string , Set < A > >"),
    // Strings.
    ("'it\\'s' + \"a\\\"b\"", "'it\\'s' + 'a\\\"b'"), ("`plain`", "'plain'"), ("`a\nb`", "'a\nb'"),
    ("`a${b}c`", "|`a| < b > |c`|"), ("`${a}${b}`", "|`| < a > || < b > |`|"),
    ("`x${ {a: `y${z}`}.a }`", "|`x| < { a : |`y| < z > |`| } . a > |`|"), ("`\\${a}`", "'\\${a}'"),
    // Regular expressions.
    ("a / b / c", "a / b / c"), ("return /'/g.test(x)", "return |/'/g| . test ( x )"),
    ("x = /[/']\\//i;", "x = |/[/']\\//i| ;"), ("f(a) / 2", "f ( a ) / |2|"), ("[/a/, /b/]", "[ |/a/| , |/b/| ]"),
    ("1e-5 + 0x1F + 1_000n", "|1e-5| + |0x1F| + |1_000n|"), ("", ""), ("\u{FEFF}a", "a"),
  ])
  func tokens(_ code: String, _ expected: String) {
    #expect(Self.words(code) == expected)
    #expect(CodeTokens(Array(code.utf8)).isClear)
  }

  @Test(arguments: [
    "'a", "\"a\nb\"", "`a", "`a${b`", "/* a", "x = /a\n", "(", "(]", "{ [ }", "a)", "\\u0061",
    "<p>Don't</p>",
  ])
  func isNotClear(_ code: String) {
    #expect(!CodeTokens(Array(code.utf8)).isClear)
  }

  @Test func bracketsHavePartners() {
    let code = CodeTokens(Array("f({ a: [`x${b}`] })".utf8))
    for (index, partner) in code.partners.enumerated() { #expect(code.partners[partner] == index) }
    #expect(code.partners[1] == code.tokens.count - 1)
    #expect(code.partners[2] == code.tokens.count - 2)
  }

  /// Whatever the bytes: regions lie in order within them, and the text of names and signs is what stands there.
  @Test func keepsItsPromisesOnBytesAtRandom() {
    var random = RandomSource(seed: 51)
    let alphabet = Array("ab$_ .,;:?!=<>+-/*()[]{}`'\"\\\n019".utf8) + [0x80, 0xC3, 0xFF]
    for _ in 0..<3000 {
      let bytes = (0..<random.below(40)).map { _ in random.pick(alphabet) }
      let code = CodeTokens(bytes)
      var end = 0
      for token in code.tokens {
        #expect(
          token.region.start >= end && token.region.end <= bytes.count && !token.region.isEmpty
            || token.kind == .literal
        )
        end = token.region.end
        if token.kind == .name || token.kind == .sign {
          #expect(token.text == String(decoding: bytes[token.region.range], as: UTF8.self))
        }
      }
    }
  }
}
