import Linter
import Reports

/// Where the reports of one run go: standard output and any number of files.
struct ReportOutputs {
  struct Output {
    let format: ReportFormat
    /// `nil` is standard output.
    let file: String?
  }

  let outputs: [Output]
  let console: Console
  let color: ColorChoice

  /// - Throws: `CommandError` for a format nobody knows.
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
  }

  private static var formatList: String { ReportFormat.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func output(_ word: String, format: ReportFormat?) throws(CommandError) -> Output {
    if word == "-" { return Output(format: format ?? .text, file: nil) }
    if let colon = word.firstIndex(of: ":"), let named = ReportFormat(rawValue: String(word[..<colon])) {
      let file = String(word[word.index(after: colon)...])
      if file.isEmpty { throw CommandError(message: "--output \(word) names no file; write \(word)FILE, or \(word)-") }
      return Output(format: named, file: file == "-" ? nil : file)
    }
    if word.hasSuffix(".sarif") || word.hasSuffix(".sarif.json") { return Output(format: .sarif, file: word) }
    if word.hasSuffix(".json") { return Output(format: .json, file: word) }
    if word.hasSuffix(".xml") { return Output(format: .junit, file: word) }
    if word.hasSuffix(".html") { return Output(format: .html, file: word) }
    if word.hasSuffix(".txt") { return Output(format: .text, file: word) }
    guard let format else {
      throw CommandError(
        message: "--output \(word) does not say which format; write FORMAT:\(word) with one of \(formatList)"
      )
    }
    return Output(format: format, file: word)
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
  func write(
    _ result: ScanResult,
    context: ReportContext,
    render: (ReportFormat, ReportContext) throws -> String
  ) throws {
    for output in outputs {
      var context = context
      context.usesColor = output.file == nil && console.usesColor(color)
      let text = try render(output.format, context)
      if let file = output.file {
        try OutputFile.write(text, to: file, what: "the report")
      } else {
        console.write(text)
      }
      if output.format == .github, let summary = console.variable("GITHUB_STEP_SUMMARY") {
        try OutputFile.append(JobSummary.markdown(result, context: context), to: summary, what: "the job summary")
      }
    }
  }
}
