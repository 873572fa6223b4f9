import Linter
import Text
import Workers

/// The paths of a check, in words for what must be said about them as a whole.
struct CheckedPaths {
  /// As typed; empty: the current folder.
  let paths: [String]

  private var words: String {
    switch paths.count {
    case 0: "the current folder"
    case 1...3: paths.joined(separator: ", ")
    default: "the \(paths.count) paths"
    }
  }

  /// What a reader of "no problems found" must know about a check of files on disk.
  func notices(about statistics: ScanResult.Statistics) -> [Notice] {
    if statistics.scanned == 0 {
      let excluded = statistics.skipped[.excluded, default: 0]
      if excluded > 0, statistics.skipped.allSatisfy({ $0.key == .excluded || $0.value == 0 }) {
        let message = "no file was searched: `exclude` in \(SettingsFile.name) leaves out everything in \(words)"
        return [Notice(path: nil, message: message, isFailure: false)]
      }
      return [Notice(path: nil, message: "no file was searched in \(words)", isFailure: !paths.isEmpty)]
    }
    guard statistics.projects == 0 else { return [] }
    let message = "no wrangler configuration at or below \(words); only files were searched"
    return [Notice(path: nil, message: message, isFailure: false)]
  }
}
