import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// A browser without a window.
private enum Browser {
  static let program = ["chromium", "chromium-browser", "google-chrome"].first {
    (try? ProgramRun([$0, "--version"], in: "/"))?.status == 0
  }
}

/// The HTML report as a real browser shows it.
@Suite(.enabled(if: Browser.program != nil, "no chromium is installed; `apt-get install chromium` does it"))
struct BrowserTests {
  /// Names that would be markup, code, or a mess, if anybody let them.
  private static let names = [
    "<script>document.title='broken'<", "<img src=x onerror=document.title='broken'>", "a\"b'c", "new\nline",
    "\u{1B}[31mred",
    "\u{202E}evil", "](javascript:document.title='broken')", "&lt;b&gt;", "日本語", String(repeating: "x", count: 200),
  ]

  /// What a page says of itself once it is shown.
  private struct Page {
    let dom: String
    let console: String
    let values: [String: String]

    /// - Parameter isNarrow: as on a telephone.
    init(_ report: URL, isNarrow: Bool, isDark: Bool, script: String = "") throws {
      let probe = """
        <script>
        \(script)
        const style = getComputedStyle(document.body);
        document.body.dataset.probe = [
          `overflow=${document.documentElement.scrollWidth > innerWidth}`,
          `articles=${document.querySelectorAll("article").length}`,
          `shown=${[...document.querySelectorAll("article")].filter((one) => one.offsetHeight > 0).length}`,
          `choice=${document.querySelector("form")?.offsetHeight > 0}`,
          `dark=${matchMedia("(prefers-color-scheme: dark)").matches}`,
          `requests=${performance.getEntriesByType("resource").length}`,
          `title=${document.title}`,
        ].join("|");
        </script>
        """
      let copy = report.deletingLastPathComponent().appending(path: "shown.html")
      let text = try String(contentsOf: report, encoding: .utf8)
      try text.replacing("</body>", with: probe + "</body>").write(to: copy, atomically: true, encoding: .utf8)
      let run = try ProgramRun(
        [
          Browser.program ?? "", "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
          "--window-size=\(isNarrow ? 500 : 1400),900",
          "--user-data-dir=\(copy.deletingLastPathComponent().path)/profile",
        ] + (isDark ? ["--force-dark-mode"] : []) + ["--dump-dom", copy.path],
        in: "/"
      )
      dom = run.text
      console = run.text.split(separator: "\n").filter { $0.contains(":CONSOLE") }.joined(separator: "\n")
      let probed = try #require(run.text.range(of: "data-probe=\""), "\(run.text)")
      let list = run.text[probed.upperBound...].prefix { $0 != "\"" }
      values = Dictionary(
        list.split(separator: "|").map { pair in
          let parts = pair.split(separator: "=", maxSplits: 1)
          return (String(parts[0]), String(parts.last ?? ""))
        },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  private func report(of files: [String: String]) throws -> (project: GitProject, report: URL, folder: TemporaryFolder)
  {
    let project = try GitProject()
    let folder = try TemporaryFolder()
    try project.write(files)
    let report = folder.url.appending(path: "report.html")
    _ = project.check("--output", report.path)
    return (project, report, folder)
  }

  @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
  func hostileNamesStayText(isNarrow: Bool, isDark: Bool) throws {
    let line = GitProject.leak().dropLast() + " // " + String(repeating: "w", count: 400) + "\n"
    let files = Dictionary(uniqueKeysWithValues: Self.names.map { ("src/\($0)/a.ts", String(line)) })
    let (_, report, folder) = try report(of: files)
    let page = try Page(report, isNarrow: isNarrow, isDark: isDark)
    #expect(page.values["title"] == "Paddock report")
    #expect(page.values["overflow"] == "false", "the page is wider than the window")
    #expect(page.values["articles"] == "\(Self.names.count)")
    #expect(page.values["choice"] == "true")
    #expect(page.values["dark"] == "\(isDark)")
    #expect(page.values["requests"] == "0")
    #expect(page.console == "")
    withExtendedLifetime(folder) {}
  }

  /// Two thousand findings are shown, and a click on a severity hides its findings.
  @Test func manyFindingsCanBeHidden() throws {
    let line = GitProject.leak()
    var files = Dictionary(
      uniqueKeysWithValues: (0..<100).map { ("src/\($0).ts", String(repeating: line, count: 20)) }
    )
    files["test/a.ts"] = line
    let (_, report, folder) = try report(of: files)
    let all = try Page(report, isNarrow: false, isDark: false)
    #expect(all.values["shown"] == "2001")
    let click = #"document.querySelector("input[value=error]").click();"#
    let some = try Page(report, isNarrow: false, isDark: false, script: click)
    #expect(some.values["articles"] == "2001")
    #expect(some.values["shown"] == "1")
    #expect(some.console == "")
    withExtendedLifetime(folder) {}
  }

  @Test func noFindings() throws {
    let (_, report, folder) = try report(of: [:])
    let page = try Page(report, isNarrow: true, isDark: true)
    #expect(page.values["articles"] == "0")
    #expect(page.dom.contains("no problems found"))
    #expect(page.console == "")
    withExtendedLifetime(folder) {}
  }
}
