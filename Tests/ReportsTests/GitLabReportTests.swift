import Documents
import Foundation
import Linter
import Reports
import Testing

struct GitLabReportTests {
  private func report(_ result: ScanResult) throws -> String {
    try Report(result, context: Sample.context()).render(.gitlab)
  }

  @Test func everyFindingIsAViolation() throws {
    let fingerprint = "0123456789abcdef0123456789abcdef"
    #expect(
      try report(Sample.full) == """
        [
          {
            "check_name" : "config/name",
            "description" : "the name is taken: choose another",
            "fingerprint" : "\(fingerprint)",
            "location" : {
              "lines" : {
                "begin" : 1,
                "end" : 3
              },
              "path" : "a b/ü#%.toml"
            },
            "severity" : "major"
          },
          {
            "check_name" : "vars/secret-value",
            "description" : "var API_KEY holds a token (tok_…, 32 chars): run `wrangler secret put API_KEY`",
            "fingerprint" : "\(fingerprint)",
            "location" : {
              "lines" : {
                "begin" : 7,
                "end" : 7
              },
              "path" : "wrangler.jsonc"
            },
            "severity" : "critical"
          },
          {
            "check_name" : "git/tracked",
            "description" : "it is tracked: run `git rm --cached x`",
            "fingerprint" : "\(fingerprint)",
            "location" : {
              "lines" : {
                "begin" : 1,
                "end" : 1
              },
              "path" : "x"
            },
            "severity" : "info"
          }
        ]

        """
    )
  }

  @Test func noFindingsAreAnEmptyList() throws {
    let report = try report(Sample.result())
    #expect(try JSONDecoder().decode([String].self, from: Data(report.utf8)) == [])
  }

  /// A path must stay the path it is, whatever it is.
  @Test(arguments: ["a\"b", "a\nb", "a\\b", "a\u{1B}b", "👩‍💻"])
  func anyPathIsWrittenAsItIs(_ path: String) throws {
    struct Violation: Decodable {
      struct Place: Decodable { let path: String }
      let location: Place
    }
    let report = try report(Sample.result([Sample.finding(at: Sample.location(path))]))
    #expect(try JSONDecoder().decode([Violation].self, from: Data(report.utf8)).map(\.location.path) == [path])
  }
}
