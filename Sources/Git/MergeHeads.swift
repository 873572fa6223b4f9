import Documents
import FoundationEssentials

extension Repository {
  /// The commits that the next commit would merge into `HEAD`; none when it is no merge.
  ///
  /// git writes `MERGE_HEAD` when a merge stops. For a merge that it commits by itself, the pre-merge-commit hook runs
  /// before that, and only variables such as `GITHEAD_4b825dc6…` name what is merged.
  var mergeHeads: [ObjectID] {
    if let file = SmallFile.read(gitFolder + "/MERGE_HEAD") {
      return file.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hexadecimal: $0) }
    }
    let names = ProcessInfo.processInfo.environment.keys.filter { $0.hasPrefix("GITHEAD_") }.sorted()
    guard !names.isEmpty, isMeantByHook else { return [] }
    return names.compactMap { ObjectID(hexadecimal: Array($0.utf8.dropFirst("GITHEAD_".utf8.count))[...]) }
  }
}
