import DeployState
import Documents
import Foundation
import TestSupport
import Testing
import Text
import Workers

@testable import Linter

/// What the help of `vars/…` tells a reader to do is what wrangler accepts, in every situation it may be printed in.
struct SecretAdviceTests {
  /// A configuration with a finding, and the environment it is about.
  struct Config: Sendable, CustomTestStringConvertible {
    let words: String
    let text: String
    var environment: String?
    let rule: String
    var name = "API_KEY"
    var testDescription: String { words }
  }

  private static let value = "correct-Horse7battery-staple"
  /// Forty letters and digits, as a token of wrangler has.
  private static let token = ["Zk7Qp2", "Vx9Lm4", "Rt8Wc1", "Bn5Hy3", "Jd6Fg0", "Sa2Ue7", "Xo4P"].joined()

  static let configs = [
    Config(
      words: "a var",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[vars]\nAPI_KEY = \"\(value)\"\n",
      rule: "vars/secret-name"
    ),
    Config(
      words: "a var of an environment",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[env.prod.vars]\nAPI_KEY = \"\(value)\"\n",
      environment: "prod",
      rule: "vars/secret-name"
    ),
    Config(
      words: "a var beside a required secret",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[vars]\nAPI_KEY = \"\(value)\"\n[secrets]\nrequired = [\"OTHER\"]\n",
      rule: "vars/secret-name"
    ),
    Config(
      words: "a var that is required, too",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[vars]\nAPI_KEY = \"\(value)\"\n[secrets]\nrequired = [\"API_KEY\"]\n",
      rule: "vars/secret-name"
    ),
    Config(
      words: "a var with keep_vars",
      text: "name = \"shop\"\nmain = \"a.ts\"\nkeep_vars = true\n[vars]\nAPI_KEY = \"\(value)\"\n",
      rule: "vars/secret-name"
    ),
    Config(
      words: "a part of a var",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[vars.PAY]\nmode = \"live\"\napiKey = \"\(value)\"\n",
      rule: "vars/secret-name",
      name: "PAY_API_KEY"
    ),
    Config(
      words: "a connection string",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[vars]\nDB = \"postgres://shop:Zk7Qp2Vx9@db.shop-data.net/shop\"\n",
      rule: "vars/secret-value",
      name: "DB"
    ),
    Config(
      words: "a placeholder",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[vars]\nAPI_KEY = \"\"\n",
      rule: "vars/empty-placeholder"
    ),
    Config(
      words: "a credential of wrangler",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[env.prod.vars]\nCLOUDFLARE_API_TOKEN = \"\(token)\"\n",
      environment: "prod",
      rule: "vars/cloudflare-credential",
      name: "CLOUDFLARE_API_TOKEN"
    ),
    Config(
      words: "a configuration without a name",
      text: "main = \"a.ts\"\n[vars]\nAPI_KEY = \"\(value)\"\n",
      rule: "vars/secret-name"
    ),
    Config(
      words: "a define",
      text: "name = \"shop\"\nmain = \"a.ts\"\n[define]\nAPI_KEY = \"'\(value)'\"\n",
      rule: "config/define-secret"
    ),
  ]

  /// What may be deployed under the name; `V` is the value as a variable, `S` as a secret, `O` the other required secret.
  static let situations: [(words: String, worker: RemoteWorker?)] = [
    ("never deployed", nil), ("deployed with the var", worker([["V", "O"]], live: 0)),
    ("deployed without the var", worker([["O"]], live: 0)),
    ("deployed with the secret", worker([["S", "O"]], live: 0)),
    ("deployed with the var, without the other", worker([["V"]], live: 0)),
    ("with a newer version that is not deployed", worker([["O"], ["V", "O"]], live: 0)),
    ("with a newer version that has the secret", worker([["V", "O"], ["S", "O"]], live: 0)),
  ]

  private static func worker(_ versions: [[String]], live: Int) -> RemoteWorker {
    RemoteWorker(
      versions: Timeline(
        versions.enumerated().map { index, words in
          var bindings: [String: RemoteBinding] = [:]
          for word in words {
            switch word {
            case "V": bindings["NAME"] = RemoteBinding(.plainText)
            case "S": bindings["NAME"] = RemoteBinding(.secretText)
            default: bindings["OTHER"] = RemoteBinding(.secretText)
            }
          }
          return Version(
            id: "v\(index)",
            number: .known(index + 1),
            bindings: BindingTable(bindings, extent: .everything)
          )
        },
        endsWithNewest: true,
        isComplete: true
      ),
      deployments: Timeline([Deployment(of: "v\(live)")], endsWithNewest: true, isComplete: true)
    )
  }

  /// The Worker with the name of a configuration in place of `NAME`.
  private static func named(_ worker: RemoteWorker?, _ name: String) -> RemoteWorker? {
    guard var worker else { return nil }
    worker.versions.elements = worker.versions.elements.map { version in
      var bindings = version.bindings.bindings
      bindings[name] = bindings.removeValue(forKey: "NAME")
      return Version(id: version.id, number: version.number, bindings: BindingTable(bindings, extent: .everything))
    }
    return worker
  }

  private static func help(of config: Config, state: RemoteState?) throws -> String {
    var settings = Settings()
    settings.deploy.state = state.map { RecordedState(path: "s.json", state: $0) }
    let tree = FileTree(texts: ["wrangler.toml": config.text])
    let rules = RuleSet(RuleSet.builtIn.rules.filter { $0.id.text == config.rule })
    let result = Scan(rules: rules, settings: settings).run(on: tree, tracked: nil)
    let finding = try #require(
      result.findings.first { $0.rule.text == config.rule },
      "\(config.words): \(result.findings.map(\.rule.text))"
    )
    return finding.help
  }

  /// The steps for a finding, and what is printed of them.
  private static func steps(of config: Config, in state: RemoteState?) throws -> (
    steps: [Mend], input: DeployInput, target: WorkerTarget
  ) {
    let parsed = WranglerConfig(source: Source(path: "wrangler.toml", text: config.text))
    let input = try #require(DeployInput(config: parsed, environment: config.environment))
    let target = input.target ?? WorkerTarget("NAME", isNamed: true)
    let edit: Mend.Edit
    switch config.words {
    case "a part of a var": edit = .removeValue("PAY.apiKey", from: "vars")
    case "a define": edit = .removeValue("API_KEY", from: "define")
    default: edit = .removeVar(config.name)
    }
    return (input.stepsToSecret(config.name, removing: edit, from: target, in: state ?? RemoteState()), input, target)
  }

  @Test(arguments: configs)
  func adviceIsAccepted(_ config: Config) throws {
    for situation in Self.situations {
      for isKnown in [true, false] {
        let prefix = "\(config.words), \(situation.words)\(isKnown ? "" : ", not known")"
        let (_, input, target) = try Self.steps(of: config, in: nil)
        var state = RemoteState.empty
        if let worker = Self.named(situation.worker, config.name) { state.workers[target.worker] = .known(worker) }
        let (steps, _, _) = try Self.steps(of: config, in: isKnown ? state : nil)

        // What is printed is made of the steps, in their order.
        let help = try Self.help(of: config, state: isKnown ? state : nil)
        var rest = help[...]
        for step in steps {
          let words = if case .run(let command) = step { "`npx \(command.text)`" } else { step.text }
          let found = rest.range(of: words)
          #expect(found != nil, "\(prefix): no \(words) in \(help)")
          if let found { rest = rest[found.upperBound...] }
        }

        var upload = Upload(input, to: target)
        for step in steps {
          switch step {
          case .edit(let edit): upload = edit.applied(to: upload)
          case .run(let command):
            let transition = apply(command, to: state)
            guard case .done(let outcome) = transition else {
              Issue.record("\(prefix): \(command.text) is not done: \(transition); \(steps.map(\.text))")
              return
            }
            #expect(!outcome.notes.contains(.draftCreated(target.worker)), "\(prefix): a stray Worker")
            state = outcome.state
          }
        }
        let after = try #require(state.workers[target.worker].value ?? nil)
        #expect(
          after.latestBindings.isSecret(config.name) == .known(true),
          "\(prefix): no secret after \(steps.map(\.text))"
        )
        #expect(after.isLatestDeployed == .known(true), "\(prefix)")
        #expect(upload.input.vars[config.name] == nil, "\(prefix)")
        #expect(upload.input.requiredSecrets.contains(config.name), "\(prefix)")
        // And from there the next deploy goes through and keeps the secret.
        let next = apply(.deploy(upload), to: state)
        guard case .done(let outcome) = next else {
          Issue.record("\(prefix): the next deploy: \(next)")
          return
        }
        let last = try #require(outcome.state.workers[target.worker].value ?? nil)
        #expect(last.latestBindings.isSecret(config.name) == .known(true), "\(prefix)")
      }
    }
  }

  /// A Pages project has no `secrets.required`, and secrets for production and preview apart.
  @Test(arguments: [
    ("[vars]\nAPI_KEY = \"\(value)\"\n", ["production", "preview"]),
    ("[vars]\nAPI_KEY = \"\(value)\"\n[env.preview.vars]\nX = \"1\"\n", ["production"]),
    ("[env.preview.vars]\nAPI_KEY = \"\(value)\"\n", ["preview"]),
    ("[env.production.vars]\nAPI_KEY = \"\(value)\"\n", ["production"]),
  ])
  func pagesAdviceIsAccepted(_ text: String, _ environments: [String]) throws {
    let config = Config(
      words: "Pages",
      text: "name = \"site\"\npages_build_output_dir = \"dist\"\n" + text,
      rule: "vars/secret-name"
    )
    let help = try Self.help(of: config, state: nil)
    #expect(!help.contains("secrets.required"))
    let commands = help.split(separator: "`").filter { $0.hasPrefix("npx wrangler") }.map(String.init)
    var state = RemoteState.empty
    state.pagesProjects["site"] = .known(PagesProject(production: .empty, preview: .empty))
    let reader = CommandReader(config: WranglerConfig(source: Source(path: "wrangler.toml", text: config.text)))
    for line in commands {
      guard case .command(let command) = reader.read(line), case .done(let outcome) = apply(command, to: state) else {
        Issue.record("\(line) is not done; \(help)")
        return
      }
      state = outcome.state
    }
    let project = try #require(state.pagesProjects["site"].value ?? nil)
    for environment in PagesProject.Environment.allCases {
      let isSecret = project[environment].isSecret("API_KEY") == .known(true)
      #expect(isSecret == environments.contains(environment.rawValue), "\(environment): \(help)")
    }
    #expect(help.contains("remove API_KEY from `vars`") && help.contains("next deployment"))
  }
}
