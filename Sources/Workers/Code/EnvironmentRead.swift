package import Documents

/// A place where code takes a name from its environment (docs/facts/wrangler.md §10.3).
package struct EnvironmentRead: Sendable {
  /// A way to use a Secrets Store binding that does not work (docs/facts/wrangler.md §8.4).
  package enum StoreMisuse: Sendable, Hashable {
    /// The binding itself, an object, stands where a text is wanted.
    case asText
    /// A member is asked for that only a text has, of the binding or of the promise.
    case member(String)
    /// The promise that `get()` gives stands where a text is wanted.
    case notAwaited
    /// `get()` runs when the module is loaded.
    case atTopLevel
  }

  package let name: String
  package let path: String
  /// The name as written.
  package let region: Region
  /// Whether it comes from `process.env`.
  package let isProcess: Bool
  /// Whether the code provides for the name not being there, here or where it uses the value later.
  package let isOptional: Bool
  /// Whether the code sets the name rather than reading it.
  package let isWrite: Bool
  /// Whether a member of the value is used, as of a binding that is no text.
  package let usesMember: Bool
  package let misuse: StoreMisuse?
}

extension CodeModule {
  /// Whether the code around some tokens provides for their value being absent: a default, a test, a comparison.
  func isGuarded(_ range: Range<Int>) -> Bool {
    let after = ["??", "??=", "||", "||=", "&&", "?.", "?", "===", "!==", "==", "!="]
    if after.contains(where: { isSign($0, at: range.upperBound) }) { return true }
    let before = range.lowerBound - 1
    if ["!", "&&", "||", "??", "===", "!==", "==", "!="].contains(where: { isSign($0, at: before) }) { return true }
    if let word = name(at: before), ["typeof", "in", "delete"].contains(word) { return true }
    guard isSign("(", at: before), isSign(")", at: range.upperBound), let word = name(at: before - 1) else {
      return false
    }
    return ["if", "while", "Boolean"].contains(word)
  }

  /// The variable that some tokens are the value of: `const key = env.KEY`.
  func variable(holding range: Range<Int>) -> String? {
    guard isSign("=", at: range.lowerBound - 1) else { return nil }
    // A type may stand between the name and the sign.
    for index in stride(from: range.lowerBound - 3, through: max(0, range.lowerBound - 10), by: -1) {
      if isSign(";", at: index) { return nil }
      if let word = name(at: index), ["const", "let", "var"].contains(word) { return name(at: index + 1) }
    }
    return nil
  }

  /// Whether a variable is tested anywhere in the module.
  func isGuarded(variable: String) -> Bool {
    tokens.indices.contains { index in
      isName(variable, at: index) && !isSign(".", at: index - 1) && !isSign("?.", at: index - 1)
        && isGuarded(index..<index + 1)
    }
  }

  /// What is wrong with some tokens that stand for a Secrets Store binding; `nil` for everything that may be right.
  func storeMisuse(of range: Range<Int>) -> EnvironmentRead.StoreMisuse? {
    if isText(range) { return .asText }
    guard isSign(".", at: range.upperBound), let member = name(at: range.upperBound + 1) else { return nil }
    if member != "get" { return Self.textMembers.contains(member) ? .member(member) : nil }
    let open = range.upperBound + 2
    guard isSign("(", at: open), code.partners[open] > open else { return nil }
    let call = range.lowerBound..<code.partners[open] + 1
    if isAtTopLevel(range.lowerBound) { return .atTopLevel }
    if isName("await", at: call.lowerBound - 1) { return nil }
    if isText(call) { return .notAwaited }
    if isSign(".", at: call.upperBound), let next = name(at: call.upperBound + 1), Self.textMembers.contains(next) {
      return .notAwaited
    }
    return nil
  }

  /// Members of texts that neither a binding nor a promise has.
  private static let textMembers: Set<String> = [
    "length", "trim", "split", "slice", "substring", "startsWith", "endsWith", "includes", "replace", "replaceAll",
    "toLowerCase", "toUpperCase", "charCodeAt", "padStart", "padEnd", "match", "concat", "indexOf",
  ]

  /// Whether a value is made part of a text: in a hole of a template, or added to a string.
  private func isText(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    let after = range.upperBound
    guard tokens.indices.contains(before), tokens.indices.contains(after) else { return false }
    if tokens[before].kind == .holeStart, tokens[after].kind == .holeEnd { return true }
    if isSign("+", at: before), before > 0, tokens[before - 1].kind == .string { return true }
    return isSign("+", at: after) && after + 1 < tokens.count && tokens[after + 1].kind == .string
      && !isSign(".", at: before)
  }

  /// Whether a token runs when the module is loaded: it is in no function, class or other block.
  private func isAtTopLevel(_ index: Int) -> Bool {
    if functions.contains(where: { $0.body.contains(index) }) { return false }
    var position = index
    while let bracket = bracket(around: position) {
      if isSign("{", at: bracket) { return false }
      position = bracket
    }
    return true
  }
}
