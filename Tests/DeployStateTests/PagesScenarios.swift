import DeployState
import Testing

/// `wrangler pages secret …` (docs/facts/wrangler.md §6.2).
struct PagesScenarios {
  @Test(arguments: [
    ("A", "pages secret put B --project-name site", "A B | A + pagesNextDeployment"),
    ("A", "pages secret put B --project-name site --env preview", "A | A B + pagesNextDeployment"),
    ("A", "pages secret put A --project-name site", "A | A + pagesNextDeployment"),
    ("A", "pages secret put B --project site", "A B | A + pagesNextDeployment"),
    ("A", "pages secret delete A --project-name site", " | A + pagesNextDeployment"),
    ("A", "pages secret delete B --project-name site", "unchanged + nothingToDelete(B) + pagesNextDeployment"),
    ("C", "pages secret bulk secrets.json --project-name site", "A B C | C + pagesNextDeployment"),
    ("C", "pages secret bulk nulls.json --project-name site", "unknown"),
    ("A B", "pages secret list --project-name site", "lists A B"),
    ("A", "pages secret put B --project-name other", "refused 8000007"),
    ("A", "pages secret list --project-name other", "refused 8000007"),
    ("A", "pages secret put B", "refused"),
    ("A", "pages secret put B --project-name site --env staging", "refused"),
    ("?", "pages secret put B --project-name site", "unknown"),
    ("~", "pages secret list --project-name site", "unknown"),
  ])
  func steps(secrets: String, command: String, outcome: String) {
    var state = RemoteState.empty
    if secrets == "?" {
      state.pagesProjects = Catalog()
    } else {
      let table = secrets == "~" ? BindingTable.unknown : .secrets(secrets.split(separator: " ").map(String.init))
      state.pagesProjects["site"] = .known(PagesProject(production: table, preview: table))
    }
    #expect(result(of: command, in: state) == outcome)
  }

  private func result(of line: String, in state: RemoteState) -> String {
    let scenario = Scenario("", line, "")
    switch scenario.reader().read(line) {
    case .command(let command):
      return Scenario.write(apply(command, to: state), before: state) { after in
        guard case .known(.some(let site)) = after.pagesProjects["site"] else { return "none" }
        return PagesProject.Environment.allCases.map { site[$0].listedSecrets.joined(separator: " ") }
          .joined(separator: " | ")
      }
    case .refused: return "refused"
    default: return "unknown"
    }
  }

  @Test func takesTheProjectFromItsConfiguration() {
    let reader = Scenario("", "", "", config: "pages_build_output_dir = \"dist\"").reader()
    #expect(reader.read("pages secret list") == .command(.pagesSecret(PagesSecretCommand(.list, of: "shop"))))
  }
}
