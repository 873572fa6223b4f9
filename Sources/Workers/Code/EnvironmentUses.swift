import Documents

/// What the code of a Worker does with its environment, as far as one can be sure of it.
package struct EnvironmentUses: Sendable {
  /// In the order of the files and of the places in them.
  package private(set) var reads: [EnvironmentRead] = []
  /// Whether other names may be read: by a name that is computed, or by something that gets the whole environment and is
  /// no code of this graph.
  package private(set) var hasOthers = false

  package init(of graph: ModuleGraph) {
    for module in graph.modules where module.code.isClear {
      let environment = EnvironmentObject(of: module)
      for brace in environment.patterns { addPattern(at: brace, of: module, isProcess: false) }
      for occurrence in environment.occurrences { add(occurrence, of: module) }
      if hasLooseEnvironment(in: module, known: environment) { hasOthers = true }
    }
  }

  /// Whether something called `env`, of which nobody knows what it is, is used in another way than by a name.
  private func hasLooseEnvironment(in module: CodeModule, known: EnvironmentObject) -> Bool {
    var certain = Set(known.occurrences.flatMap(\.tokens))
    for function in module.functions { certain.formUnion(function.parameters.map(\.start)) }
    return module.tokens.indices.contains { index in
      guard module.isName("env", at: index), !certain.contains(index) else { return false }
      let isNamed = [".", "?.", ":", "?"].contains { module.isSign($0, at: index + 1) }
      return !isNamed && !isHarmless(index..<index + 1, in: module)
    }
  }

  private mutating func add(_ occurrence: EnvironmentObject.Occurrence, of module: CodeModule) {
    let range = occurrence.tokens
    let next = range.upperBound
    // `env!.NAME` is `env.NAME`.
    let dot = module.isSign("!", at: next) ? next + 1 : next
    if module.isSign(".", at: dot) || module.isSign("?.", at: dot), module.name(at: dot + 1) != nil {
      add(at: dot + 1, in: range.lowerBound..<dot + 2, of: module, isProcess: occurrence.isProcess)
    } else if module.isSign("[", at: dot) {
      let close = module.code.partners[dot]
      guard close == dot + 2, module.tokens[dot + 1].kind == .string else {
        hasOthers = true
        return
      }
      add(at: dot + 1, in: range.lowerBound..<close + 1, of: module, isProcess: occurrence.isProcess)
    } else if module.isSign("=", at: range.lowerBound - 1), module.isSign("}", at: range.lowerBound - 2),
      !module.isSign("=", at: next)
    {
      addPattern(at: module.code.partners[range.lowerBound - 2], of: module, isProcess: occurrence.isProcess)
    } else if module.isName("in", at: range.lowerBound - 1), range.lowerBound > 1,
      module.tokens[range.lowerBound - 2].kind == .string
    {
      let token = range.lowerBound - 2
      add(at: token, in: token..<next, of: module, isProcess: occurrence.isProcess, isOptional: true)
    } else if !isHarmless(range, in: module) {
      hasOthers = true
    }
  }

  /// A read of the name at a token.
  private mutating func add(
    at token: Int,
    in range: Range<Int>,
    of module: CodeModule,
    isProcess: Bool,
    isOptional: Bool = false
  ) {
    let isWrite = module.isSign("=", at: range.upperBound)
    // `env.NAME!` is `env.NAME`.
    let end = module.isSign("!", at: range.upperBound) ? range.upperBound + 1 : range.upperBound
    let variable = module.variable(holding: range)
    reads.append(
      EnvironmentRead(
        name: module.tokens[token].text,
        path: module.source.path,
        region: Self.inner(module.tokens[token]),
        isProcess: isProcess,
        isOptional: isOptional || module.isGuarded(range) || module.isSign("?.", at: token - 1)
          || variable.map { module.isGuarded(variable: $0) } ?? false,
        isWrite: isWrite,
        usesMember: module.isSign(".", at: end) || module.isSign("?.", at: end) || module.isSign("(", at: end),
        misuse: module.storeMisuse(of: range)
      )
    )
  }

  /// The names that a pattern takes: `{ A, B: b, C = "x", ...rest }`.
  private mutating func addPattern(at brace: Int, of module: CodeModule, isProcess: Bool) {
    let end = module.code.partners[brace]
    var position = brace + 1
    while position < end {
      var entryEnd = position
      var hasDefault = false
      while entryEnd < end, !module.isSign(",", at: entryEnd) {
        if module.isSign("=", at: entryEnd) { hasDefault = true }
        entryEnd = max(entryEnd, module.code.partners[entryEnd]) + 1
      }
      let token = module.tokens[position]
      if token.kind == .name || token.kind == .string {
        let local = module.isSign(":", at: position + 1) ? module.name(at: position + 2) : token.text
        reads.append(
          EnvironmentRead(
            name: token.text,
            path: module.source.path,
            region: Self.inner(token),
            isProcess: isProcess,
            isOptional: hasDefault || local.map { module.isGuarded(variable: $0) } ?? true,
            isWrite: false,
            usesMember: local.map { Self.usesMember(of: $0, in: module) } ?? true,
            misuse: nil
          )
        )
      } else {
        // The rest, or a computed name.
        hasOthers = true
      }
      position = entryEnd + 1
    }
  }

  /// The region of a name without quotes around it.
  private static func inner(_ token: CodeToken) -> Region {
    token.kind == .string ? Region(start: token.region.start + 1, end: token.region.end - 1) : token.region
  }

  private static func usesMember(of variable: String, in module: CodeModule) -> Bool {
    module.tokens.indices.contains { index in
      module.isName(variable, at: index) && !module.isSign(".", at: index - 1)
        && (module.isSign(".", at: index + 1) || module.isSign("?.", at: index + 1)
          || module.isSign("(", at: index + 1))
    }
  }

  /// Whether the environment as a whole goes nowhere but to code of the graph, or to a type.
  private func isHarmless(_ range: Range<Int>, in module: CodeModule) -> Bool {
    if module.isName("typeof", at: range.lowerBound - 1) { return true }
    guard let bracket = module.bracket(around: range.lowerBound) else { return false }
    if module.isSign("{", at: bracket) {
      // `import { env } from "…"`
      return module.isName("from", at: module.code.partners[bracket] + 1)
        && (module.isName("import", at: bracket - 1) || module.isSign(",", at: bracket - 1))
    }
    let isArgument =
      (module.isSign("(", at: range.lowerBound - 1) || module.isSign(",", at: range.lowerBound - 1))
      && (module.isSign(")", at: range.upperBound) || module.isSign(",", at: range.upperBound))
    guard isArgument, module.isSign("(", at: bracket), let callee = module.name(at: bracket - 1),
      !module.isSign(".", at: bracket - 2), !module.isSign("?.", at: bracket - 2)
    else { return false }
    if callee == "super" || module.functions.contains(where: { $0.name == callee }) { return true }
    return module.imports.contains { imported in
      imported.names.values.contains(callee) && imported.specifier?.hasPrefix(".") ?? false
    }
  }
}
