import Documents

/// Where a module has the environment object in hand, by docs/facts/wrangler.md §10.1: only the forms of which nobody
/// can doubt it.
struct EnvironmentObject {
  /// The tokens that stand for the object: `env`, `this.env`, `process.env`.
  struct Occurrence {
    let tokens: Range<Int>
    let isProcess: Bool
  }

  /// A parameter that takes the environment apart: `fetch(request, { NAME })`.
  typealias Pattern = Int

  private(set) var occurrences: [Occurrence] = []
  /// The opening braces of patterns among the parameters.
  private(set) var patterns: [Pattern] = []

  /// The handlers that get the environment as their second parameter (docs/facts/wrangler.md §10.1).
  private static let handlers: Set<String> = [
    "fetch", "scheduled", "queue", "email", "tail", "tailStream", "trace", "test", "connect",
  ]
  /// The classes of `cloudflare:workers` whose instances have the environment.
  private static let classes: Set<String> = ["WorkerEntrypoint", "DurableObject", "WorkflowEntrypoint"]
  /// What `wrangler types` calls the type of the environment, and the older name.
  private static let types: Set<String> = ["Env", "CloudflareEnv", "CloudflareBindings"]

  init(of module: CodeModule) {
    let tokens = module.tokens
    let workers = module.imports.filter { $0.specifier == RuntimeModule.workers }.map(\.names)
    let classBodies = Self.classBodies(in: module, from: workers)
    let exported = Self.exportedObject(in: module)

    // Which name is the environment, and in which tokens.
    var scopes: [(name: String, range: Range<Int>)] = workers.compactMap { $0["env"] }.map { ($0, tokens.indices) }
    var shadows: [(name: String, range: Range<Int>)] = []
    for function in module.functions {
      let expected = Self.environmentParameter(of: function, in: module, exported: exported, classBodies: classBodies)
      for (index, parameter) in function.parameters.enumerated() {
        let isEnvironment = index == expected || Self.isTyped(parameter, in: module)
        if module.isSign("{", at: parameter.start) {
          if isEnvironment { patterns.append(parameter.start) }
        } else if let name = module.name(at: parameter.start) {
          if isEnvironment { scopes.append((name, function.body)) } else { shadows.append((name, function.body)) }
        }
      }
    }

    // Few names stand for the environment, and many functions have parameters.
    let scopesByName = Dictionary(grouping: scopes, by: \.name).mapValues { scopes in
      scopes.filter { !Self.isDeclared($0.name, in: $0.range, of: module) }
    }
    let shadowsByName = Dictionary(grouping: shadows.filter { scopesByName[$0.name] != nil }, by: \.name)
    let usesHono = module.imports.contains { $0.specifier == "hono" }
    let namespaces = Set(workers.compactMap { $0["*"] })
    for index in tokens.indices where tokens[index].kind == .name {
      let isMember = module.isSign(".", at: index - 1) || module.isSign("?.", at: index - 1)
      if isMember {
        guard tokens[index].text == "env", let owner = module.name(at: index - 2),
          !module.isSign(".", at: index - 3)
        else { continue }
        // In a handler of Hono, the context has the environment.
        let isContext = owner == "c" && usesHono
        let isOwn = owner == "this" && classBodies.contains { $0.contains(index) }
        if owner == "process" || isOwn || isContext || namespaces.contains(owner) {
          occurrences.append(Occurrence(tokens: index - 2..<index + 1, isProcess: owner == "process"))
        }
      } else {
        let name = tokens[index].text
        // The innermost function that has a parameter of the name decides.
        guard
          let scope = scopesByName[name]?.map(\.range).filter({ $0.contains(index) }).min(by: { $0.count < $1.count }),
          !(shadowsByName[name] ?? []).contains(where: { $0.range.contains(index) && $0.range.count <= scope.count }),
          !Self.isKey(at: index, in: module)
        else { continue }
        occurrences.append(Occurrence(tokens: index..<index + 1, isProcess: false))
      }
    }
  }

  /// Whether a scope declares the name anew: then nobody knows which one is meant.
  private static func isDeclared(_ name: String, in range: Range<Int>, of module: CodeModule) -> Bool {
    range.contains { index in
      guard module.isName(name, at: index), let before = module.name(at: index - 1) else { return false }
      return ["const", "let", "var", "function", "class"].contains(before)
    }
  }

  /// Whether a name is the key of a member: `{ env: 1 }`.
  private static func isKey(at index: Int, in module: CodeModule) -> Bool {
    module.isSign(":", at: index + 1) && (module.isSign("{", at: index - 1) || module.isSign(",", at: index - 1))
  }

  /// Which parameter of a function is the environment because of what the function is.
  private static func environmentParameter(
    of function: CodeFunction,
    in module: CodeModule,
    exported: Range<Int>?,
    classBodies: [Range<Int>]
  ) -> Int? {
    guard let name = function.name, function.parameters.count > 1 else { return nil }
    if name == "constructor" {
      return classBodies.contains { $0.contains(function.start) } ? 1 : nil
    }
    guard handlers.contains(name), let bracket = module.bracket(around: function.start) else { return nil }
    if bracket + 1 == exported?.lowerBound { return 1 }
    // An object of handlers that something else exports or wraps.
    let isObject =
      module.isSign("{", at: bracket)
      && (module.isSign("=", at: bracket - 1) || module.isSign("(", at: bracket - 1)
        || module.isSign(",", at: bracket - 1))
    let isNamed = module.isName("env", at: function.parameters[1].start)
    return isObject && isNamed ? 1 : nil
  }

  /// `env: Env`, `env: Cloudflare.Env`.
  private static func isTyped(_ parameter: CodeFunction.Parameter, in module: CodeModule) -> Bool {
    guard module.isName("env", at: parameter.start), let last = parameter.type.last,
      let type = module.name(at: last), types.contains(type)
    else { return false }
    return parameter.type.count == 1
      || parameter.type.count == 3 && module.isName("Cloudflare", at: parameter.type.lowerBound)
  }

  /// The tokens in the braces of `export default { … }`.
  private static func exportedObject(in module: CodeModule) -> Range<Int>? {
    for index in module.tokens.indices
    where module.isName("export", at: index) && module.isName("default", at: index + 1) {
      let brace = module.isSign("(", at: index + 2) ? index + 3 : index + 2
      if module.isSign("{", at: brace) { return brace + 1..<module.code.partners[brace] }
    }
    return nil
  }

  /// The bodies of classes that extend one of the runtime's.
  private static func classBodies(in module: CodeModule, from workers: [[String: String]]) -> [Range<Int>] {
    let bases = Set(workers.flatMap { names in classes.compactMap { names[$0] } })
    if bases.isEmpty { return [] }
    return module.tokens.indices.compactMap { index in
      guard module.isName("extends", at: index), let base = module.name(at: index + 1), bases.contains(base) else {
        return nil
      }
      var brace = index + 2
      while brace < module.tokens.count, !module.isSign("{", at: brace) { brace += 1 }
      guard brace < module.tokens.count, module.code.partners[brace] > brace else { return nil }
      return brace + 1..<module.code.partners[brace]
    }
  }
}
