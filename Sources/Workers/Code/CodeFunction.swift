import Documents

/// A function, method or arrow function of a module.
struct CodeFunction: Sendable {
  /// One parameter: the tokens of its name or pattern, and those of its type.
  struct Parameter: Sendable {
    /// The name, or the opening brace of a pattern.
    let start: Int
    /// The tokens behind the colon; empty without a type.
    let type: Range<Int>
  }

  /// What it is called, where it stands; `nil` for one that has no name.
  let name: String?
  /// The index of its first token: the name, or the opening parenthesis.
  let start: Int
  let parameters: [Parameter]
  /// The tokens of the body.
  let body: Range<Int>

  /// The functions of a module, outer ones first.
  static func all(in code: CodeTokens) -> [CodeFunction] {
    code.tokens.indices.compactMap { index in
      let token = code.tokens[index]
      if token.isSign("(") { return function(withParametersAt: index, in: code) }
      // `name => …`
      if token.isSign("=>"), index > 0, code.tokens[index - 1].kind == .name {
        return CodeFunction(
          name: nil,
          start: index - 1,
          parameters: [Parameter(start: index - 1, type: index..<index)],
          body: arrowBody(from: index + 1, in: code)
        )
      }
      return nil
    }
  }

  /// Names before a parenthesis that call or control rather than declare.
  private static let noMethods: Set<String> = [
    "if", "for", "while", "switch", "catch", "with", "return", "await", "typeof", "new", "super", "import", "in", "of",
  ]

  private static func function(withParametersAt open: Int, in code: CodeTokens) -> CodeFunction? {
    let tokens = code.tokens
    let close = code.partners[open]
    guard close > open else { return nil }
    let nameIndex = startOfTypeArguments(before: open, in: tokens) - 1
    let name = nameIndex >= 0 && tokens[nameIndex].kind == .name ? tokens[nameIndex].text : nil
    if let arrow = arrow(after: close, in: code) {
      // `name: (…) =>`, `name = async (…) =>`.
      var before = nameIndex
      if name == "async" { before -= 1 }
      let isNamed =
        before > 0 && (tokens[before].isSign(":") || tokens[before].isSign("="))
        && tokens[before - 1].kind == .name
      return CodeFunction(
        name: isNamed ? tokens[before - 1].text : nil,
        start: isNamed ? before - 1 : open,
        parameters: parameters(in: open, of: code),
        body: arrowBody(from: arrow + 1, in: code)
      )
    }
    guard let name, !noMethods.contains(name), let brace = bodyStart(after: close, in: code) else { return nil }
    var start = nameIndex
    var shown: String? = name
    if name == "function" {
      // `name: function (…)`, `name = function (…)`.
      shown = nil
      let before = start - 1
      if before > 0, tokens[before].isSign(":") || tokens[before].isSign("="), tokens[before - 1].kind == .name {
        start = before - 1
        shown = tokens[start].text
      }
    } else if nameIndex > 0, tokens[nameIndex - 1].isSign(".") || tokens[nameIndex - 1].isSign("?.") {
      return nil
    }
    return CodeFunction(
      name: shown,
      start: start,
      parameters: parameters(in: open, of: code),
      body: brace + 1..<code.partners[brace]
    )
  }

  /// Where `<T>` before an index starts; the index itself without one.
  private static func startOfTypeArguments(before index: Int, in tokens: [CodeToken]) -> Int {
    guard index > 0, tokens[index - 1].isSign(">") else { return index }
    var depth = 0
    var position = index - 1
    while position >= 0 {
      if tokens[position].isSign(">") { depth += 1 }
      if tokens[position].isSign("<") { depth -= 1 }
      if depth == 0 { return position }
      position -= 1
    }
    return index
  }

  /// The `=>` behind a parameter list and its result type.
  private static func arrow(after close: Int, in code: CodeTokens) -> Int? {
    let end = endOfType(after: close, in: code)
    return end < code.tokens.count && code.tokens[end].isSign("=>") ? end : nil
  }

  /// The brace of a body behind a parameter list and its result type.
  private static func bodyStart(after close: Int, in code: CodeTokens) -> Int? {
    let end = endOfType(after: close, in: code)
    guard end < code.tokens.count, code.tokens[end].isSign("{"), code.partners[end] > end else { return nil }
    return end
  }

  /// The first token behind `: Type`, or behind the index when there is no type.
  private static func endOfType(after index: Int, in code: CodeTokens) -> Int {
    let tokens = code.tokens
    guard index + 1 < tokens.count, tokens[index + 1].isSign(":") else { return index + 1 }
    var position = index + 2
    var depth = 0
    var isStart = true
    while position < tokens.count {
      let token = tokens[position]
      if token.isSign("<") { depth += 1 }
      if token.isSign(">") { depth -= 1 }
      if depth == 0, token.isSign("=>") || token.isSign(";") || token.isSign(",") || token.isSign("=") {
        return position
      }
      if depth == 0, !isStart, token.isSign("{") { return position }
      let partner = code.partners[position]
      // A bracket that closes belongs to something around.
      if partner < position { return position }
      isStart = token.isSign("|") || token.isSign("&")
      position = partner + 1
    }
    return position
  }

  /// The tokens of what an arrow function gives back: a block, or a value up to what ends it.
  private static func arrowBody(from start: Int, in code: CodeTokens) -> Range<Int> {
    let tokens = code.tokens
    guard start < tokens.count else { return tokens.count..<tokens.count }
    if tokens[start].isSign("{"), code.partners[start] > start { return start + 1..<code.partners[start] }
    var position = start
    while position < tokens.count {
      if tokens[position].isSign(",") || tokens[position].isSign(";") || code.partners[position] < position { break }
      position = code.partners[position] + 1
    }
    return start..<position
  }

  private static func parameters(in open: Int, of code: CodeTokens) -> [Parameter] {
    let tokens = code.tokens
    let close = code.partners[open]
    var parameters: [Parameter] = []
    var position = open + 1
    while position < close {
      let start = position
      var typeStart: Int?
      var typeEnd: Int?
      var depth = 0
      while position < close {
        let token = tokens[position]
        if token.isSign("<"), typeStart != nil { depth += 1 }
        if token.isSign(">"), depth > 0 { depth -= 1 }
        if depth == 0, token.isSign(",") { break }
        if depth == 0, token.isSign("="), typeEnd == nil { typeEnd = position }
        if token.isSign(":"), typeStart == nil, typeEnd == nil { typeStart = position + 1 }
        position = max(code.partners[position], position) + 1
      }
      var first = start
      // `public readonly env: Env` in a constructor, `...rest`.
      while first + 1 < position, tokens[first].kind == .name || tokens[first].isSign("..."),
        tokens[first + 1].kind == .name
      {
        first += 1
      }
      let end = min(typeEnd ?? position, close)
      parameters.append(Parameter(start: first, type: (typeStart ?? end)..<max(typeStart ?? end, end)))
      position += 1
    }
    return parameters
  }
}
