/// A word, sign or literal of JavaScript or TypeScript.
package struct CodeToken: Sendable {
  package enum Kind: Sendable, Hashable {
    /// An identifier or keyword; `text` is it.
    case name
    /// Punctuation; `text` is it.
    case sign
    /// A string, or a template without holes; `text` is its content, escapes as written.
    case string
    /// The start of a hole of a template, `${`, or the end of one.
    case holeStart, holeEnd
    /// A number, a regular expression, or a part of a template between holes.
    case literal
  }

  package let kind: Kind
  package let text: String
  package let region: Region

  package init(_ kind: Kind, _ text: String, at region: Region) {
    self.kind = kind
    self.text = text
    self.region = region
  }

  package func isName(_ name: String) -> Bool { kind == .name && text == name }
  package func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
}

/// The tokens of a program file, with its brackets in pairs.
///
/// There is no grammar: callers look for patterns of tokens they are sure of.
package struct CodeTokens: Sendable {
  package let tokens: [CodeToken]
  /// For each bracket, holes of templates included, the index of its partner; for other tokens their own.
  package let partners: [Int]
  /// Whether every string, comment and bracket is closed; otherwise what looks like code may be text.
  ///
  /// Usually false for code with markup.
  package let isClear: Bool

  package init(_ bytes: [UInt8]) {
    var lexer = CodeLexer(bytes)
    lexer.run()
    tokens = lexer.tokens
    var partners = Array(tokens.indices)
    var open: [Int] = []
    var isClear = lexer.isClear
    for (index, token) in tokens.enumerated() {
      guard let role = Self.bracket(token) else { continue }
      if role.isOpening {
        open.append(index)
      } else if let start = open.popLast(), Self.bracket(tokens[start])?.shape == role.shape {
        (partners[start], partners[index]) = (index, start)
      } else {
        isClear = false
      }
    }
    self.partners = partners
    self.isClear = isClear && open.isEmpty
  }

  private enum Shape { case round, square, curly, hole }

  private static func bracket(_ token: CodeToken) -> (shape: Shape, isOpening: Bool)? {
    switch token.kind {
    case .holeStart: return (.hole, true)
    case .holeEnd: return (.hole, false)
    case .sign: break
    default: return nil
    }
    return switch token.text {
    case "(": (.round, true)
    case ")": (.round, false)
    case "[": (.square, true)
    case "]": (.square, false)
    case "{": (.curly, true)
    case "}": (.curly, false)
    default: nil
    }
  }
}
