import DeployState
import Linter

/// Goals and environments that do not exist, and a goal that is only known in part.
extension ReadyTests {
  static let goalRows: [Row] = [
    Row(
      situation: "an environment that is misspelt",
      files: project,
      arguments: ["--env", "prodution"],
      status: .failure,
      shows: ["has an environment `prodution`; did you mean `production`?"]
    ),
    Row(
      situation: "a goal that is misspelt",
      files: project,
      arguments: ["--for", "secrt put A"],
      status: .failure,
      shows: ["--for: `secrt put` is not a known wrangler command; did you mean `secret put`?"]
    ),
    Row(
      situation: "a goal with an option that is misspelt",
      files: project,
      arguments: ["--for", "deploy --strct"],
      status: .failure,
      shows: ["--for: `deploy` has no known option `--strct`; did you mean `--strict`?"]
    ),
    Row(
      situation: "a script as a goal",
      files: project,
      arguments: ["--for", "deploy.sh"],
      status: .failure,
      shows: ["--for: `deploy.sh` is a file, not a command"]
    ),
    Row(
      situation: "a goal that is none",
      files: project,
      arguments: ["--for", ""],
      status: .failure,
      shows: ["--for takes one command"]
    ),
    Row(
      situation: "two goals",
      files: project,
      arguments: ["--for", "versions upload && rollback"],
      status: .failure,
      shows: ["--for takes one command"]
    ),
    Row(
      situation: "a goal whose name is not known",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--for", "secret put $NAME"],
      status: .findings,
      shows: ["? (top level)", "what $NAME stands for is not known"],
      hides: ["state capture"]
    ),
  ]
}
