import Linter
import Reports
import System
import SystemPackage

/// Where the reports of one run go: standard output and any number of files.
struct ReportOutputs {
  struct Output {
    let format: ReportFormat
    /// `nil` is standard output.
    let file: OutputFile?
  }

  let outputs: [Output]
  let console: Console
  let color: ColorChoice

  /// - Throws: `CommandError` for a format nobody knows, and for a file that cannot be written.
  init(_ options: ReportOptions, console: Console) throws(CommandError) {
    self.console = console
    color = options.color
    var format = options.format
    if format == nil, let word = console.variable("PADDOCK_FORMAT") {
      guard let known = ReportFormat(rawValue: word) else {
        throw CommandError(message: "PADDOCK_FORMAT is \"\(word)\"; it must be one of \(Self.formatList)")
      }
      format = known
    }
    var outputs: [Output] = []
    for word in options.output { outputs.append(try Self.output(word, format: format)) }
    // A job of GitHub Actions that was not told gets text for its log, and annotations besides.
    if outputs.isEmpty, format == nil, console.variable("GITHUB_ACTIONS") == "true" {
      outputs = [Output(format: .text, file: nil), Output(format: .github, file: nil)]
    }
    // With files only, standard output stays empty unless a format for it was asked for.
    if outputs.isEmpty || (format != nil && !outputs.contains { $0.file == nil }) {
      outputs.insert(Output(format: format ?? .text, file: nil), at: 0)
    }
    self.outputs = outputs
    try refuseSharedFiles()
  }

  /// Refuses two reports in one file, of which one would be lost.
  ///
  /// Pipes and devices take them one after the other.
  private func refuseSharedFiles() throws(CommandError) {
    let files = outputs.compactMap(\.file)
    for (index, file) in files.enumerated() {
      guard case .file(let place) = file.place else { continue }
      for earlier in files[..<index] {
        if case .file(let other) = earlier.place, place.isSame(as: other) {
          throw CommandError(
            message: "--output \(file.name): another report goes into the same file, \(earlier.name); name two files"
          )
        }
      }
      for (descriptor, words) in [(FileDescriptor.standardOutput, "output"), (.standardError, "error")]
      where place.isOpen(as: descriptor) {
        throw CommandError(
          message: "--output \(file.name): standard \(words) goes into the same file; name two files"
        )
      }
    }
  }

  private static var formatList: String { ReportFormat.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func output(_ word: String, format: ReportFormat?) throws(CommandError) -> Output {
    func output(_ format: ReportFormat, _ name: String) throws(CommandError) -> Output {
      if name == "-" { return Output(format: format, file: nil) }
      let file = try OutputFile(name, what: "the report")
      return Output(format: format, file: file.isStandardOutput ? nil : file)
    }
    if word == "-" { return try output(format ?? .text, word) }
    if let colon = word.firstIndex(of: ":"), let named = ReportFormat(rawValue: String(word[..<colon])) {
      let file = String(word[word.index(after: colon)...])
      if file.isEmpty { throw CommandError(message: "--output \(word) names no file; write \(word)FILE, or \(word)-") }
      return try output(named, file)
    }
    if word.hasSuffix(".sarif") || word.hasSuffix(".sarif.json") { return try output(.sarif, word) }
    if word.hasSuffix(".json") { return try output(.json, word) }
    if word.hasSuffix(".xml") { return try output(.junit, word) }
    if word.hasSuffix(".html") { return try output(.html, word) }
    if word.hasSuffix(".txt") { return try output(.text, word) }
    guard let format else {
      throw CommandError(
        message: "--output \(word) does not say which format; write FORMAT:\(word) with one of \(formatList)"
      )
    }
    return try output(format, word)
  }

  /// Whether findings need the hashes of their lines.
  var needLineHashes: Bool { outputs.contains { $0.format == .sarif } }

  /// - Throws: `CommandError` when a file cannot be written.
  func write(_ result: ScanResult, context: ReportContext, isQuiet: Bool) throws {
    var context = context
    context.isQuiet = isQuiet
    try write(result, context: context) { format, context in try Report(result, context: context).render(format) }
  }

  /// Writes reports that are rendered elsewhere.
  ///
  /// - Throws: `CommandError` with every file that cannot be written, after all others were.
  func write(
    _ result: ScanResult,
    context: ReportContext,
    render: (ReportFormat, ReportContext) throws -> String
  ) throws {
    var problems: [String] = []
    func trying(_ write: () throws(CommandError) -> Void) {
      do throws(CommandError) { try write() } catch { problems.append(error.message) }
    }
    for output in outputs {
      var context = context
      context.usesColor = output.file == nil && console.usesColor(color)
      let text = try render(output.format, context)
      if let file = output.file {
        trying { () throws(CommandError) in try file.write(text) }
      } else {
        console.write(text)
      }
      if output.format == .github, let summary = console.variable("GITHUB_STEP_SUMMARY") {
        let markdown = JobSummary.markdown(result, context: context)
        trying { () throws(CommandError) in try OutputFile.append(markdown, to: summary, what: "the job summary") }
      }
    }
    if !problems.isEmpty { throw CommandError(message: problems.joined(separator: "\n")) }
  }
}
