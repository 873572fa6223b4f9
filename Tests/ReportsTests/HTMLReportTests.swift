import Documents
import Foundation
import Linter
import Reports
import Testing

struct HTMLReportTests {
  private func page(_ result: ScanResult) throws -> String {
    try Report(result, context: Sample.context()).render(.html)
  }

  /// What stands between the head of the page and the script.
  private func body(_ page: String) throws -> String {
    let start = try #require(page.range(of: "<body>\n")).upperBound
    let end = try #require(page.range(of: "<footer>")).lowerBound
    return String(page[start..<end])
  }

  @Test func findingsAreGroupedByFile() throws {
    let result = Sample.full
    #expect(
      try body(page(result)) == """
        <h1>Paddock report</h1>
        <p>Checked 1 project, 3 files: 1 error, 1 warning, 1 note (2 suppressed); \
        2 files not searched (1 binary, 1 larger than 64 MiB).</p>
        <section class="incomplete">
        <h2>The answer is incomplete</h2>
        <ul>
        <li>git failed</li>
        </ul>
        </section>
        <form id="severities" hidden>
        <label><input type="checkbox" value="error" checked> 1 error</label>
        <label><input type="checkbox" value="warning" checked> 1 warning</label>
        <label><input type="checkbox" value="note" checked> 1 note</label>
        </form>
        <section class="file">
        <h2><code>a b/ü#%.toml</code></h2>
        <article class="warning">
        <h3><span>warning</span> the name is taken</h3>
        <p class="place">line 1, column 1 · config/name · confidence medium</p>
        <p>choose another</p>
        </article>
        </section>
        <section class="file">
        <h2><code>wrangler.jsonc</code></h2>
        <article class="error">
        <h3><span>error</span> var API_KEY holds a token (tok_…, 32 chars)</h3>
        <p class="place">line 7, column 5 · vars/secret-value · Worker api · environment production</p>
        <pre>    &quot;KEY&quot;: &quot;••••••••&quot;,</pre>
        <p>run <code>wrangler secret put API_KEY</code></p>
        <ul>
        <li><code>.dev.vars:3</code>: the same value [1]</li>
        <li><code>b.env:4</code>: and here</li>
        </ul>
        </article>
        </section>
        <section class="file">
        <h2><code>x</code></h2>
        <article class="note">
        <h3><span>note</span> it is tracked</h3>
        <p class="place">line 1, column 1 · git/tracked</p>
        <pre>A=••••••••</pre>
        <p>run <code>git rm --cached x</code></p>
        </article>
        </section>

        """
    )
  }

  @Test func aCleanRunHasNothingToChoose() throws {
    let page = try page(Sample.result())
    #expect(page.contains("no problems found"))
    #expect(!page.contains("<form") && !page.contains("<script"))
  }

  /// Findings of one file stand under one heading.
  @Test func aFileHasOneHeading() throws {
    let page = try page(
      Sample.result([Sample.finding(), Sample.finding(.note), Sample.finding(at: Sample.location("z"))])
    )
    #expect(page.components(separatedBy: "<section class=\"file\">").count == 3)
    #expect(page.components(separatedBy: "<article").count == 4)
  }

  /// No name can become markup, wherever it stands.
  @Test(arguments: [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "'><img src=x>", "`</code><b>`", "</pre><b>", "&lt;b&gt;",
  ])
  func namesAreEscaped(_ name: String) throws {
    let finding = Sample.finding(
      message: name,
      help: name,
      at: Sample.location(name),
      worker: name,
      environment: name,
      related: [Finding.Related(location: Sample.location(name), message: name)],
      excerpt: Excerpt(text: name, underline: 0..<1)
    )
    let notice = Notice(path: name, message: name, isFailure: true)
    let plain = Sample.finding(
      message: "x",
      help: "x",
      at: Sample.location("x"),
      worker: "x",
      environment: "x",
      related: [Finding.Related(location: Sample.location("x"), message: "x")],
      excerpt: Excerpt(text: "x", underline: 0..<1)
    )
    /// All tags, but for those of backticks.
    func tags(_ page: String) -> [String] {
      page.components(separatedBy: "<").dropFirst().map { String($0.prefix { $0 != ">" }) }
        .filter { $0 != "code" && $0 != "/code" }
    }
    let usual = try page(Sample.result([plain], notices: [Notice(path: "x", message: "x", isFailure: true)]))
    let odd = try page(Sample.result([finding], notices: [notice]))
    #expect(tags(odd) == tags(usual))
    #expect(!odd.contains(name) || name == "&lt;b&gt;" && odd.contains("&amp;lt;b&amp;gt;"))
  }

  @Test func nothingIsLoaded() throws {
    let page = try page(Sample.full)
    for word in ["http://", "https://", "src=", "href=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
  }
}
