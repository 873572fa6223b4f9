import Documents
import Linter

/// The result as JUnit XML, in the common part of what CI servers read.
///
/// There is no specification; these are the elements and attributes of github.com/testmoapp/junitxml that GitLab
/// (docs.gitlab.com/ci/testing/unit_test_reports) and Jenkins show. Each finding is a test of the "class" that its path
/// is: failed when it makes the run fail, else skipped. What made the answer incomplete is a test that ended with an error.
struct JUnitReport {
  let result: ScanResult
  let context: ReportContext

  func render() -> String {
    var cases = result.notices.filter(\.isFailure).map(error)
    // A name never holds a line number, by which GitLab would take a finding that has moved for a new one; yet of two
    // tests of one name it drops the second.
    var counts: [String: Int] = [:]
    for finding in result.findings {
      let member = finding.location.member.map { " in \($0) of the archive" } ?? ""
      let name = "\(finding.rule): \(finding.message)\(member)"
      let count = counts["\(finding.location.path)\n\(name)", default: 0] + 1
      counts["\(finding.location.path)\n\(name)"] = count
      cases.append(test(finding, name: count == 1 ? name : "\(name) (\(count))"))
    }
    // Servers take a report without any test for a broken one.
    if cases.isEmpty { cases.append("    <testcase classname=\"paddock\" name=\"no problems found\"/>\n") }
    let failures = result.findings.count(where: fails)
    let skipped = result.findings.count - failures
    let counted =
      "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(result.notices.count(where: \.isFailure))\" "
      + "skipped=\"\(skipped)\""
    let time = context.seconds.map { " time=\"\(($0 * 1000).rounded() / 1000)\"" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="paddock" \(counted)\(time)>
        <testsuite name="paddock" \(counted)\(time)>
      \(cases.joined())  </testsuite>
      </testsuites>

      """
  }

  private func fails(_ finding: Finding) -> Bool { context.failOn.map { finding.severity >= $0 } ?? false }

  private func test(_ finding: Finding, name: String) -> String {
    let location = finding.location
    let path = location.path
    let file = location.file
    let start =
      "    <testcase classname=\"\(MarkupText.escaped(path))\" name=\"\(MarkupText.escaped(name))\" "
      + "file=\"\(MarkupText.escaped(path))\" line=\"\(location.inFile.start.line)\">\n"
    let message = MarkupText.escaped(finding.message)
    guard fails(finding) else {
      return start + "      <skipped message=\"\(finding.severity.rawValue): \(message)\"/>\n    </testcase>\n"
    }
    let commit = finding.commit.map { "\nin \(MarkupText.escaped($0.words))" } ?? ""
    return start
      + "      <failure message=\"\(message)\" type=\"\(finding.severity.rawValue)\">"
      + "\(MarkupText.escaped("\(file):\(location.start.line):\(location.start.column)")): \(message)\(commit)\n"
      + "help: \(MarkupText.escaped(finding.help))</failure>\n    </testcase>\n"
  }

  private func error(_ notice: Notice) -> String {
    let place = notice.path ?? "paddock"
    let message = MarkupText.escaped(notice.message)
    return "    <testcase classname=\"\(MarkupText.escaped(place))\" name=\"\(message)\">\n"
      + "      <error message=\"\(message)\" type=\"incomplete\"/>\n    </testcase>\n"
  }
}
