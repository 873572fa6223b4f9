import Foundation
import TestSupport
import Testing

/// Comments and pages cite `docs/facts/` and `docs/decisions/`, and pages link to one another: what they name is there.
struct CitationTests {
  @Test(arguments: ["Sources", "Tests", "docs"])
  func everyCitedSectionExists(in folder: String) throws {
    let page = /docs\/(?:facts|decisions)\/[a-z0-9-]+\.md/
    let citation = /(docs\/(?:facts|decisions)\/[a-z0-9-]+\.md)((?:,? (?:and )?§[0-9.]*[0-9](?: \([^)]*\))?)*)/
    var headings: [String: Set<String>] = [:]
    var count = 0
    for file in try files(in: folder, endings: [".swift", ".md"]) where !file.hasSuffix("/CitationTests.swift") {
      let text = try String(contentsOf: PackageFolder.url(file), encoding: .utf8)
      guard text.contains("docs/facts/") || text.contains("docs/decisions/") else { continue }
      let prose = Self.joined(text)
      let named = prose.matches(of: page).count
      let cited = prose.matches(of: citation)
      #expect(named == cited.count, "\(file)")
      for match in cited {
        let page = String(match.output.1)
        let known = headings[page] ?? Self.sections(of: page)
        headings[page] = known
        for section in match.output.2.matches(of: /§([0-9.]*[0-9])/) {
          #expect(known.contains(String(section.output.1)), "\(file) cites \(page) §\(section.output.1)")
          count += 1
        }
      }
    }
    // Of the sources and tests; a page rarely cites a section.
    if folder != "docs" { #expect(count > 30) }
  }

  /// A book that is not in the repository helps no reader.
  @Test func nothingElseIsCited() throws {
    let page = /(?:^|[ (`])([a-z-]+\.(?:md|tsv)),? §/
    for folder in ["Sources", "Tests"] {
      for file in try files(in: folder, endings: [".swift"]) where !file.hasSuffix("/CitationTests.swift") {
        let text = try String(contentsOf: PackageFolder.url(file), encoding: .utf8)
        guard text.contains(".md §") || text.contains(".tsv") else { continue }
        for match in Self.joined(text).matches(of: page) { Issue.record("\(file) cites \(match.output.1)") }
      }
    }
  }

  @Test func everyLinkBetweenPagesLeadsSomewhere() throws {
    let link = /\]\(([^)# ]+)(#[^)]*)?\)/
    var pages = try files(in: "docs", endings: [".md"])
    pages += ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
    for page in pages where page != "docs/rules.md" {
      let url = PackageFolder.url(page)
      for match in try String(contentsOf: url, encoding: .utf8).matches(of: link) {
        let target = String(match.output.1)
        if target.contains("://") || target.hasPrefix("mailto:") { continue }
        let leadsTo = url.deletingLastPathComponent().appending(path: target)
        #expect(FileManager.default.fileExists(atPath: leadsTo.path(percentEncoded: false)), "\(page): \(target)")
      }
    }
  }

  // MARK: Reading

  private func files(in folder: String, endings: [String]) throws -> [String] {
    let root = PackageFolder.url(folder).path(percentEncoded: false)
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { path in endings.contains { path.hasSuffix($0) } }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  /// The text as one line: a citation may go on in the next line of a comment.
  private static func joined(_ text: String) -> String {
    text.split(separator: "\n")
      .map { $0.drop { " /".contains($0) } }
      .joined(separator: " ")
  }

  /// The numbers of a page's headings: `## 6. Title`, `### 6.4 Title`.
  private static func sections(of page: String) -> Set<String> {
    guard let text = try? String(contentsOf: PackageFolder.url(page), encoding: .utf8) else {
      Issue.record("there is no \(page)")
      return []
    }
    return Set(
      text.split(separator: "\n").compactMap { line in
        line.prefixMatch(of: /[#]{2,3} ([0-9]+(?:\.[0-9]+)*)\.?\s/).map { String($0.output.1) }
      }
    )
  }
}
