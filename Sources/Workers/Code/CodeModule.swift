package import Documents

/// A program file of a Worker: its tokens, its imports and its functions.
package struct CodeModule: Sendable {
  package let source: Source
  let code: CodeTokens
  let imports: [ModuleImport]
  let functions: [CodeFunction]

  init(source: Source) {
    self.source = source
    code = CodeTokens(source.bytes)
    imports = ModuleImport.all(in: code)
    functions = CodeFunction.all(in: code)
  }

  var tokens: [CodeToken] { code.tokens }

  /// Whether the token at an index is a sign; false outside of the file.
  func isSign(_ sign: String, at index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isSign(sign)
  }

  func isName(_ name: String, at index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isName(name)
  }

  /// The identifier or keyword at an index.
  func name(at index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].kind == .name ? tokens[index].text : nil
  }

  /// The bracket that encloses a token, by index; `nil` at the top of the module.
  func bracket(around index: Int) -> Int? {
    var position = index - 1
    while position >= 0 {
      let partner = code.partners[position]
      if partner > position { return position }
      position = partner - 1
    }
    return nil
  }
}

/// What a module takes from another one: `import`, `export … from`, `require` or a dynamic `import`.
struct ModuleImport: Sendable {
  /// The text between the quotes; `nil` where a value decides.
  let specifier: String?
  /// What the module calls the imported things, by the names they have in the other one.
  ///
  /// "default" and "*" for these.
  var names: [String: String] = [:]

  /// Every import of a module, those of types alone left out.
  static func all(in code: CodeTokens) -> [ModuleImport] {
    let tokens = code.tokens
    var imports: [ModuleImport] = []
    for (index, token) in tokens.enumerated() where token.kind == .name {
      if index > 0, tokens[index - 1].isSign(".") || tokens[index - 1].isSign("?.") { continue }
      switch token.text {
      case "import":
        if index + 1 < tokens.count, tokens[index + 1].isSign("(") {
          imports.append(call(at: index + 1, in: code))
        } else if let found = statement(from: index + 1, in: tokens) {
          imports.append(found)
        }
      case "export":
        if let found = reexport(from: index + 1, in: code) { imports.append(found) }
      case "require":
        if index + 1 < tokens.count, tokens[index + 1].isSign("(") { imports.append(call(at: index + 1, in: code)) }
      default: break
      }
    }
    return imports
  }

  /// `("./x")`, or `(name)`, of which nobody knows what it is.
  private static func call(at open: Int, in code: CodeTokens) -> ModuleImport {
    let argument = code.tokens[open + 1 <= code.tokens.count - 1 ? open + 1 : open]
    let isOnlyOne = code.partners[open] == open + 2
    return ModuleImport(specifier: isOnlyOne && argument.kind == .string ? argument.text : nil)
  }

  /// What stands between `import` and the end of its specifier; `nil` for `import type` and `import.meta`.
  private static func statement(from start: Int, in tokens: [CodeToken]) -> ModuleImport? {
    var index = start
    var names: [String: String] = [:]
    if index + 1 < tokens.count, tokens[index].isName("type"), !tokens[index + 1].isName("from"),
      !tokens[index + 1].isSign(",")
    {
      return nil
    }
    while index < tokens.count, tokens[index].kind != .string {
      let token = tokens[index]
      if token.isSign("*"), index + 2 < tokens.count, tokens[index + 1].isName("as") {
        names["*"] = tokens[index + 2].text
        index += 3
      } else if token.isSign("{") {
        index += 1
        while index < tokens.count, !tokens[index].isSign("}") {
          let imported = tokens[index].text
          let isTypeOnly =
            imported == "type" && index + 1 < tokens.count && tokens[index + 1].kind == .name
            && !tokens[index + 1].isName("as")
          var local = imported
          if index + 2 < tokens.count, tokens[index + 1].isName("as") {
            local = tokens[index + 2].text
            index += 2
          }
          if tokens[index].kind == .name, !isTypeOnly { names[imported] = local }
          if isTypeOnly { index += 1 }
          index += 1
          if index < tokens.count, tokens[index].isSign(",") { index += 1 }
        }
        index += 1
      } else if token.isName("from") || token.isSign(",") {
        index += 1
      } else if token.kind == .name {
        names["default"] = token.text
        index += 1
      } else {
        return nil
      }
    }
    return index < tokens.count ? ModuleImport(specifier: tokens[index].text, names: names) : nil
  }

  /// `export { a } from "./x"` or `export * from "./x"`.
  private static func reexport(from start: Int, in code: CodeTokens) -> ModuleImport? {
    let tokens = code.tokens
    guard start < tokens.count, tokens[start].isSign("{") || tokens[start].isSign("*") else { return nil }
    var index = code.partners[start] + 1
    if index + 1 < tokens.count, tokens[index].isName("as") { index += 2 }
    guard index + 1 < tokens.count, tokens[index].isName("from"), tokens[index + 1].kind == .string else { return nil }
    return ModuleImport(specifier: tokens[index + 1].text)
  }
}
