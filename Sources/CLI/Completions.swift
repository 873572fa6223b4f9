import ArgumentParser
import Linter
import System
import Text
import Workers

/// What shells offer after an option. The words are computed when a shell asks, never at start-up.
extension CompletionKind {
  /// The ids and groups of rules; of a list with commas, its last entry is completed.
  static let rules = CompletionKind.custom { _, _, typed in CompletionWords.rules(completing: typed) }

  /// A rule, or a file of which a line can be explained.
  static let subjects = CompletionKind.custom { _, _, typed in
    CompletionWords.rules(completing: typed) + CompletionWords.files(completing: typed)
  }

  /// The environments of the nearest wrangler configuration.
  static let environments = CompletionKind.custom { _, _, _ in
    (try? SystemEnvironment.currentFolder).map { CompletionWords.environments(at: $0) } ?? []
  }
}

/// The words for completions.
///
/// A shell shows no errors, so a file that cannot be read has none.
enum CompletionWords {
  static func rules(completing typed: String) -> [String] {
    let list = typed.lastIndex(of: ",").map { typed[...$0] } ?? ""
    let rules = RuleSet.builtIn.rules
    return (Set(rules.map(\.id.group)).sorted() + rules.map(\.id.text)).map { list + $0 }
  }

  /// The files and folders beside what is typed.
  static func files(completing typed: String) -> [String] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let entries = (try? FolderListing.entries(ofFolder: folder.isEmpty ? "." : folder, named: folder)) ?? []
    return entries.map(\.name).sorted().map { folder + $0 }
  }

  /// The names below `env` of the configuration that wrangler would read in a folder.
  static func environments(at start: String) -> [String] {
    var folder = start
    while true {
      for name in WranglerConfig.fileNames where FileStatus.exists("\(folder)/\(name)") {
        guard let source = try? NamedFile.read("\(folder)/\(name)", named: name) else { return [] }
        return WranglerConfig(source: source).namedEnvironments.compactMap(\.name)
      }
      let parent = FilePath.folder(of: folder)
      if parent.isEmpty || parent == folder { return [] }
      folder = parent
    }
  }
}
