import Documents
package import Git
import System
package import Workers

extension Scan {
  /// Why a line of a file is reported, or is not.
  ///
  /// - Parameter path: from the folder.
  /// - Throws: `GitError` when the folder lies in a repository and git cannot be asked about it.
  package func explain(
    line: Int,
    of path: String,
    inFolder root: String,
    in repository: Repository?
  ) throws(GitError) -> LineExplanation {
    let found = try files(ofFolder: root, in: repository)
    return explain(line: line, of: path, in: found.tree, tracked: found.tracked)
  }

  package func explain(line: Int, of path: String, in tree: FileTree, tracked: TrackedPaths?) -> LineExplanation {
    let findings = FindingReview(of: path, line: line, scan: self, tree: tree, tracked: tracked)
    // Some rules see what the others pass over, such as build outputs.
    func passedOver(_ reason: String) -> LineExplanation {
      let candidates = findings.outcomes.map { outcome in
        var candidate = outcome.candidate
        candidate.silence(outcome.finding, in: nil, settings: settings)
        candidate.advice += LineReview.advice(on: candidate)
        return candidate
      }
      return LineExplanation(
        path: path,
        line: line,
        role: nil,
        candidates: candidates,
        unmatched: [],
        remarks: [reason] + findings.remarks.filter { !reason.hasSuffix($0) }
      )
    }
    var unused = ScanResult()
    let checkout = discover(in: tree, tracked: tracked, tokens: tokenScanner, into: &unused, judgesDeploys: false)
    let published = PublishedFiles(of: checkout, selection: selection)
    guard let entry = published.union(with: tree.files).first(where: { $0.path == path }) else {
      return passedOver(SkippedFile(path, settings: settings, tree: tree).reason)
    }
    let bytes: [UInt8]
    do {
      bytes = try tree.read(path)
    } catch {
      return passedOver("the file was not searched: \(error.reason)")
    }
    if bytes.count > settings.maximumFileSize {
      return passedOver("the file was not searched: it is larger than max-file-size, \(settings.maximumFileSize) bytes")
    }
    if BinaryFile.isSkipped(bytes, path: path) {
      return passedOver("the file was not searched: it is binary, as it holds NUL bytes")
    }
    let source = Source(path: path, bytes: bytes)
    guard let region = source.lines.region(ofLine: line) else {
      return passedOver("the file ends with line \(source.lines.lineCount)")
    }
    let place = ExplainedLine(
      source: source,
      line: line,
      region: region,
      role: published.role(of: entry, in: checkout)
    )
    return LineReview(rules: rules, checkout: checkout, settings: settings, findings: findings, place: place)
      .explanation
  }
}

/// The line an explanation is about.
struct ExplainedLine: Sendable {
  let source: Source
  let line: Int
  let region: Region
  let role: FileRole

  func touches(_ range: Range<Int>) -> Bool {
    range.lowerBound <= region.end && max(range.upperBound, range.lowerBound + 1) > region.start
  }

  func candidate(
    _ rule: Rule.ID,
    _ range: Range<Int>,
    _ words: String,
    _ verdict: LineExplanation.Verdict,
    gates: [LineExplanation.Gate]
  ) -> LineExplanation.Candidate {
    let positions = source.positions(of: Region(range))
    return LineExplanation.Candidate(
      rule: rule,
      start: positions.lowerBound,
      end: positions.upperBound,
      words: words,
      verdict: verdict,
      gates: gates
    )
  }
}
