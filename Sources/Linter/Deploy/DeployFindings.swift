import DeployState
import Documents
import Workers

/// What a saved state says about the projects of a checkout, found once for all rules.
///
/// The computation is that of `Readiness`; here its answers only get a place and a rule.
package struct DeployFindings: Sendable {
  private var states: StateFiles?
  /// By rule, then by the folder of the project.
  private var matches: [Rule.ID: [String: [Match]]] = [:]

  /// Nothing is known of the remote side.
  init() {}

  init(
    of projects: [Project],
    environments: (Project) -> [Environment],
    states: StateFiles,
    question: DeployQuestion
  ) {
    self.states = states
    for project in projects {
      for match in states.mistakes(for: project) { add(match, as: "state/capture-unusable", of: project) }
      guard !project.config.isPages, let recorded = states.state(for: project) else { continue }
      let places = ObstaclePlaces(config: project.config)
      let names = environments(project).map(\.name)
      var gate = Gate(.deploy, in: recorded.state, age: question.age, overrideName: question.overrideName)
      for readiness in gate.judge(names, of: project.config) {
        for obstacle in readiness.readiness.obstacles
        where obstacle.isCertain || obstacle.rule == "state/capture-unusable" {
          add(places.match(for: obstacle, in: readiness), as: Rule.ID(obstacle.rule), of: project)
        }
      }
      gate.goal = .rollback
      gate.age = nil
      for readiness in gate.judge(names, of: project.config) {
        for obstacle in readiness.readiness.obstacles
        where obstacle.isCertain && obstacle.rule == "state/rollback-hazard" {
          add(places.match(for: obstacle, in: readiness), as: "state/rollback-hazard", of: project)
        }
      }
    }
  }

  mutating func add(_ match: Match, as rule: Rule.ID, of project: Project) {
    matches[rule, default: [:]][project.folder, default: []].append(match)
  }

  /// The state that counts for a project; an unknown one where there is none.
  func state(for project: Project) -> RemoteState { states?.state(for: project)?.state ?? RemoteState() }

  /// What a rule reports about a project.
  func matches(of rule: Rule.ID, in project: Project) -> [Match] { matches[rule]?[project.folder] ?? [] }
}

extension Rule {
  /// A rule whose findings come from the model of the remote side; they are there when a state is.
  static func aboutState(
    id: ID,
    title: String,
    severity: Severity,
    help: String,
    references: [String] = [],
    examples: [Example]
  ) -> Rule {
    Rule(
      id: id,
      title: title,
      severity: severity,
      help: help,
      references: references,
      examples: examples,
      check: .project { project, checkout in checkout.deploy.matches(of: id, in: project) }
    )
  }
}
