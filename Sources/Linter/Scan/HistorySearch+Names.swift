import Documents
import Git
import Text
import Workers

extension HistorySearch {
  /// Looks at skipped contents once more, now that their names are known.
  ///
  /// Contents that are text by their names are searched; it is said which files of secrets were too large.
  func review(_ outcome: inout Outcome, origins: HistoryOrigins, reader: ObjectReader) -> [Notice] {
    var notices: [Notice] = []
    var scratch = TokenScanner.Scratch()
    var bytes: [UInt8] = []
    for (object, reason) in outcome.skipped {
      guard let origin = origins.origin(of: object) else { continue }
      if reason == .tooLarge {
        guard let notice = WantedFiles().notice(tooLarge: origin.path, limit: settings.maximumFileSize) else {
          continue
        }
        notices.append(notice)
      } else if TextFileName.matches(origin.path) || SecretFileName.matches(origin.path),
        reader.read(object, limit: settings.maximumFileSize, into: &bytes) == .content
      {
        outcome.statistics.skipped[reason, default: 1] -= 1
        outcome.statistics.scanned += 1
        let found = secrets(in: bytes, mustSearch: true, scratch: &scratch) ?? []
        if !found.isEmpty { outcome.hits.append(Hit(object: object, secrets: found)) }
      }
    }
    return notices
  }
}
