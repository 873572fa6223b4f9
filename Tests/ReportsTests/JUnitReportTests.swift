import Documents
import Foundation
import Linter
import Reports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct JUnitReportTests {
  private func report(_ result: ScanResult, _ change: (inout ReportContext) -> Void = { _ in }) throws -> String {
    try Report(result, context: Sample.context(change)).render(.junit)
  }

  @Test func everyFindingIsATest() throws {
    let counted = #"tests="4" failures="2" errors="1" skipped="1" time="1.5""#
    let path = "wrangler.jsonc"
    let report = try report(Sample.full) {
      $0.seconds = 1.5
    }
    #expect(
      report == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="paddock" \(counted)>
          <testsuite name="paddock" \(counted)>
            <testcase classname="paddock" name="git failed">
              <error message="git failed" type="incomplete"/>
            </testcase>
            <testcase classname="a b/ü#%.toml" name="config/name: the name is taken" \
        file="a b/ü#%.toml" line="1">
              <failure message="the name is taken" type="warning">a b/ü#%.toml:1:1: the name is taken
        help: choose another</failure>
            </testcase>
            <testcase classname="\(path)" name="vars/secret-value: var API_KEY holds a token (tok_…, 32 chars)" \
        file="\(path)" line="7">
              <failure message="var API_KEY holds a token (tok_…, 32 chars)" type="error">\
        \(path):7:5: var API_KEY holds a token (tok_…, 32 chars)
        help: run `wrangler secret put API_KEY`</failure>
            </testcase>
            <testcase classname="x" name="git/tracked: it is tracked" file="x" line="1">
              <skipped message="note: it is tracked"/>
            </testcase>
            <system-out>2 files not searched (1 binary, 1 larger than 64 MiB)</system-out>
          </testsuite>
        </testsuites>

        """
    )
  }

  @Test func aCleanRunIsOneTest() throws {
    let report = try report(Sample.result())
    #expect(report.contains(#"tests="1" failures="0" errors="0" skipped="0""#))
    #expect(report.contains(#"<testcase classname="paddock" name="no problems found"/>"#))
  }

  @Test func whatDoesNotFailTheRunIsSkipped() throws {
    let findings = [Sample.finding(.error), Sample.finding(.warning, rule: "config/name")]
    #expect(
      try report(Sample.result(findings)) { $0.failOn = .error }.contains(#"failures="1" errors="0" skipped="1""#)
    )
    #expect(try report(Sample.result(findings)) { $0.failOn = nil }.contains(#"failures="0" errors="0" skipped="2""#))
  }

  /// GitLab drops the second of two tests of one name; of another file, it is another test.
  @Test func namesAreUniqueInAFile() throws {
    let finding = Sample.finding()
    let other = Sample.finding(at: Sample.location("other.ts"))
    let names = try Self.attributes("name", of: report(Sample.result([other, finding, finding, finding])))
    let name = "vars/secret-value: \(finding.message)"
    #expect(names == [name, name, name + " (2)", name + " (3)"])
  }

  @Test(arguments: [
    ("a\"b'<c>&d", "a\"b'<c>&d"), ("a\u{1B}\u{0}b", "a\\x1b\\x00b"), ("a\nb", "a\\x0ab"), ("]]>", "]]>"),
    ("a\u{FFFE}b", "a\u{FFFD}b"), ("日本", "日本"),
  ])
  func anyNameIsWellFormed(_ name: String, _ shown: String) throws {
    let finding = Sample.finding(message: "m \(name)", help: "h \(name)", at: Sample.location(name))
    let report = try report(Sample.result([finding]))
    #expect(try Self.attributes("classname", of: report) == [shown])
    #expect(try Self.attributes("name", of: report) == ["vars/secret-value: m \(shown)"])
  }

  /// The values of an attribute of all tests, read by an XML parser.
  private static func attributes(_ name: String, of report: String) throws -> [String] {
    final class Reader: NSObject, XMLParserDelegate {
      var tests: [[String: String]] = []
      func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
      ) {
        if element == "testcase" { tests.append(attributes) }
      }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(report.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(report)")
    return reader.tests.map { $0[name] ?? "" }
  }
}
