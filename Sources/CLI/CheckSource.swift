import ArgumentParser
import Git
import Linter
import System
import Workers

/// Which state of the files a check reads.
struct CheckSource: ParsableArguments {
  @Flag(help: "Check what `git commit` would record: the content of the index, not of the work tree.")
  var staged = false

  @Option(
    help: ArgumentHelp(
      "Check the lines a range of commits adds: A...B, BASE for what HEAD adds to BASE, or pull-request in CI.",
      valueName: "range"
    )
  )
  var diff: String?

  @Flag(
    help: ArgumentHelp(
      "Check every version of every file in the history. An argument that is not a path is taken as a commit range.",
      discussion: "paddock check --history main..topic"
    )
  )
  var history = false

  @Option(help: ArgumentHelp("With --history: only commits since this day, YYYY-MM-DD.", valueName: "day"))
  var since: String?

  /// Whether the files on disk are checked.
  var isWorkTree: Bool { !staged && diff == nil && !history }

  func validate() throws {
    if [staged, diff != nil, history].count(where: \.self) > 1 {
      throw ValidationError("--staged, --diff and --history exclude each other.")
    }
    if let since {
      guard history else { throw ValidationError("--since goes with --history.") }
      guard Self.isDay(since) else { throw ValidationError("--since must be a day, written YYYY-MM-DD.") }
    }
  }

  /// git would take any word for a date, and one that it does not understand for today.
  private static func isDay(_ text: String) -> Bool {
    let shape = text.utf8.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? UInt8(ascii: "0") : $0 }
    guard shape.elementsEqual("0000-00-00".utf8) else { return false }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return (1970...2099).contains(parts[0]) && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
  }

  /// Takes the range out of the words after `--history`: as in `git log`, a word that is no path is a range.
  ///
  /// - Throws: `CommandError` when more than one word is no path.
  func range(takenFrom paths: inout [String]) throws(CommandError) -> String? {
    guard history else { return nil }
    let ranges = paths.filter { FileRead.isFolder($0) == nil }
    guard ranges.count < 2 else {
      throw CommandError(
        message: "\(ranges[0]), \(ranges[1]): at most one word after --history can be a range; the others are no paths"
      )
    }
    paths.removeAll { ranges.contains($0) }
    return ranges.first
  }

  /// The range after `--diff`, where `pull-request` stands for the base that CI tells.
  ///
  /// - Throws: `CommandError` when CI tells none.
  func comparison(_ console: Console) throws(CommandError) -> String? {
    diff == PullRequest.word ? try PullRequest.base(console) : diff
  }

  /// Lets git set to work on what is staged; `nil` when something else is to be checked.
  func stagedFiles(of target: CheckTarget) throws(GitError) -> StagedFiles? {
    guard staged else { return nil }
    guard let repository = target.repository else { throw .noRepository(path: target.folder) }
    return try StagedFiles(repository)
  }

  /// Runs a scan over this state.
  ///
  /// - Parameters:
  ///   - staged: what `stagedFiles(of:)` gave.
  ///   - range: what `range(takenFrom:)` gave.
  ///   - comparison: what `comparison(_:)` gave.
  func run(
    _ scan: Scan,
    on target: CheckTarget,
    staged: StagedFiles?,
    range: String?,
    comparison: String?
  ) throws(GitError) -> ScanResult {
    if let staged { return try scan.run(on: staged) }
    guard history || comparison != nil else { return try scan.run(onFolder: target.root, in: target.repository) }
    guard let repository = (history ? Repository.bare(at: target.folder) : nil) ?? target.repository else {
      throw .noRepository(path: target.folder)
    }
    if let comparison { return try scan.run(onRange: comparison, of: repository) }
    return try scan.run(onHistoryOf: repository, range: range, since: since)
  }
}
