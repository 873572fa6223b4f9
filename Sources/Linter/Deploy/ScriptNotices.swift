import DeployState
import Documents
import Workers

/// What of the scripts of a checkout is a command of wrangler that nobody here knows.
///
/// What it does is in no judgement, so the run says so.
enum ScriptNotices {
  static func all(in scripts: [Source]) -> [Notice] {
    let reader = CommandReader(config: nil) { _ in [] }
    return scripts.flatMap { source -> [Notice] in
      var seen: Set<Region> = []
      return Pipeline.all(in: source).flatMap(\.self).compactMap { step in
        let region = step.invocation.region
        guard case .notFound(let sense) = reader.read(step.invocation), seen.insert(region).inserted else { return nil }
        let text = sense.hasSuffix(".") ? String(sense.dropLast()) : sense
        let line = source.lines.lineNumber(at: region.start)
        return Notice(path: source.path, message: "line \(line): \(text)", isFailure: false)
      }
    }
  }
}
