import Documents
import Linter
import TestSupport
import Testing

/// Pages made from the rules, and the rules embedded in the program, are as fresh as the sources.
struct DocumentationTests {
  @Test func rulesPageIsFresh() {
    let mismatch = Snapshot.mismatch(
      RuleDocumentation.markdown(RuleSet.builtIn.rules),
      file: PackageFolder.url("docs/rules.md")
    )
    #expect(mismatch == nil)
  }

  @Test func everyRuleFileIsValid() {
    for source in RuleSet.ruleFiles {
      let read = RuleFileReader.read(source)
      #expect(read.errors.map(\.description) == [])
      #expect(!read.rules.isEmpty)
    }
  }

  @Test func ruleIdsAreUnique() {
    let ids = RuleSet.builtIn.rules.map(\.id.text)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 160)
  }
}
