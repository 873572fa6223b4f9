import Documents
import Workers

extension Rule {
  /// A `vars` section that is no object of values.
  static let varsShape = Rule(
    id: "vars/shape",
    title: "`vars` of the wrong shape",
    severity: .error,
    help: """
      `vars` is an object of names and values. Wrangler refuses anything that is no object, and TOML dates directly below \
      it; but it lets an array pass, whose elements become vars named `0`, `1` and so on, and a date deeper inside, which \
      becomes text.

      A var called `binding` is legal. It only makes wrangler compare that var's value, in place of the names of all \
      vars, when it looks for names that are used twice.

      Write an object of names and values, with dates in quotation marks.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/environment-variables/"],
    examples: [
      .bad(["wrangler.jsonc": #"{ "vars": «["A=1", "B=2"]», "env": { "dev": { "vars": «"A=1"» } } }"#]),
      .bad([
        "wrangler.toml": "[vars]\nSINCE = «2026-01-01»\nRANGE = { from = «2026-01-01T00:00:00Z» }\n«binding» = \"x\"\n"
      ]),
      .clean(["wrangler.jsonc": #"{ "vars": { "A": "1", "LIST": ["a"], "SINCE": "2026-01-01" } }"#]),
      .clean(["wrangler.toml": "[vars]\nA = \"1\"\n[env.dev]\nname = \"x\"\n"]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment -> [Match] in
        let sections = [environment.own["vars"], environment.own["previews"]?["vars"]].compactMap(\.self)
        return sections.flatMap { shapeMatches(of: $0, environment: environment, project: project) }
      }
    }
  )

  private static func shapeMatches(of vars: Node, environment: Environment, project: Project) -> [Match] {
    func match(_ region: Region, _ message: String, _ name: String, _ help: String? = nil, severity: Severity? = nil)
      -> Match
    {
      Match(
        path: project.config.source.path,
        region: region,
        message: message,
        identity: .name("\(environment.name ?? "")/\(name)"),
        help: help,
        worker: environment.workerName,
        environment: environment.name,
        severity: severity
      )
    }
    guard let members = vars.table?.members else {
      return [
        match(vars.region, "`vars`\(environment.suffix) is \(vars.kindInWords), not an object of names and values", "")
      ]
    }
    return members.flatMap { member -> [Match] in
      var found: [Match] = []
      if member.key == "binding" {
        found.append(
          match(
            member.keyRegion,
            "a var called `binding` keeps wrangler from comparing the names of all other vars\(environment.suffix)",
            "binding",
            "Give the var another name.",
            severity: .note
          )
        )
      }
      for date in dates(in: member.node) {
        let isDirect = date.region == member.node.region
        var problem = match(
          date.region,
          isDirect
            ? "var \(member.key)\(environment.suffix) is a TOML date, which wrangler refuses"
            : "var \(member.key)\(environment.suffix) holds a TOML date, which arrives in the Worker as text",
          "\(member.key)/date",
          "Put the date in quotation marks.",
          severity: isDirect ? nil : .warning
        )
        if case .date(let text) = date.value {
          problem.fix = Fix(
            title: "Quote the date",
            isSafe: isDirect,
            edits: [.init(path: project.config.source.path, region: date.region, replacement: "\"\(text)\"")]
          )
        }
        found.append(problem)
      }
      return found
    }
  }

  private static func dates(in node: Node) -> [Node] {
    switch node.value {
    case .date: [node]
    case .array(let nodes): nodes.flatMap(dates)
    case .table(let table): table.members.flatMap { dates(in: $0.node) }
    default: []
    }
  }
}
