import Documents
import Linter
import Reports
import Testing

struct GitHubReportTests {
  private func annotations(_ findings: [Finding]) throws -> [String] {
    let report = Report(Sample.result(findings), context: Sample.context())
    return try report.render(.github).split(separator: "\n").map(String.init)
  }

  @Test func theMostSevereComeFirst() throws {
    #expect(
      try annotations(Sample.full.findings) == [
        "::error file=wrangler.jsonc,line=7,endLine=7,col=5,endColumn=10,title=vars/secret-value"
          + "::var API_KEY holds a token (tok_…, 32 chars)%0Arun `wrangler secret put API_KEY`",
        // No columns: it spans lines.
        "::warning file=a b/ü#%25.toml,line=1,endLine=3,title=config/name::the name is taken%0Achoose another",
        "::notice file=x,line=1,endLine=1,col=1,endColumn=1,title=git/tracked"
          + "::it is tracked%0Arun `git rm --cached x`",
      ]
    )
    #expect(try annotations([]) == [])
  }

  /// A name, as a property and as part of the message.
  @Test(arguments: [
    ("a%b", "a%25b", "a%25b"), ("a:b,c", "a%3Ab%2Cc", "a:b,c"), ("a\nb", "a%0Ab", "a\\x0ab"),
    ("a\r\nb", "a%0D%0Ab", "a\\x0d\\x0ab"), ("a\u{1B}b", "a\\x1bb", "a\\x1bb"), ("👩‍💻", "👩‍💻", "👩\\u200d💻"),
    ("::error::x", "%3A%3Aerror%3A%3Ax", "::error::x"),
  ])
  func namesAreEscaped(_ name: String, _ property: String, _ data: String) throws {
    let finding = Sample.finding(message: "m \(name)", help: "h \(name)", at: Sample.location(name))
    #expect(
      try annotations([finding]) == [
        "::error file=\(property),line=7,endLine=7,col=3,endColumn=8,title=vars/secret-value::m \(data)%0Ah \(data)"
      ]
    )
  }

  @Test func noMoreThanGitHubShowsArePrinted() throws {
    let findings =
      Array(repeating: Sample.finding(.note), count: 12) + Array(repeating: Sample.finding(.error), count: 11)
      + [Sample.finding(.warning)]
    let lines = try annotations(findings)
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 1)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    #expect(lines.last == "paddock: 3 more findings have no annotation, as GitHub shows 10 of each kind")
    let eleven = try annotations(Array(repeating: Sample.finding(), count: 11))
    #expect(eleven.last == "paddock: 1 more finding has no annotation, as GitHub shows 10 of each kind")
  }
}
