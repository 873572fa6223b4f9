import Documents
import Git
import Workers

/// The values of dotenv files, for the history: those of today are looked for, and those of old versions are masked as well.
struct HistoryKnownValues {
  /// Finds the values that the files on disk hold now; `nil` when there are none, or nobody wants them.
  let scanner: KnownValueScanner?
  /// The files on disk now, where the secrets found are kept.
  let tree: FileTree
  private let files: [DotenvFile]

  /// - Parameters:
  ///   - tree: the files on disk now.
  ///   - notices: receives the files that could not be read.
  init(in tree: FileTree, tokens: TokenScanner, isWanted: Bool, notices: inout [Notice]) {
    self.tree = tree
    var files: [DotenvFile] = []
    for entry in tree.files where isWanted && DotenvFile.isOne(entry.path) {
      do {
        files += try DotenvFile(source: Source(path: entry.path, bytes: tree.read(entry.path))).map { [$0] } ?? []
      } catch {
        // In a partial clone, files outside of what is checked out are not there by intent.
        notices.append(Notice(path: error.path, message: error.reason, isFailure: error.kind != .notFetched))
      }
    }
    self.files = files
    scanner = KnownValueScanner(KnownValue.all(in: files, tokens: tokens))
  }

  /// Finds what must not be shown: the values of now and those of every version that a dotenv file ever had.
  func masks(
    with origins: HistoryOrigins,
    tokens: TokenScanner,
    reader: ObjectReader,
    limit: Int
  ) -> KnownValueScanner? {
    var old: [DotenvFile] = []
    for (object, path) in origins.contents(at: DotenvFile.isOne) {
      var bytes: [UInt8] = []
      guard reader.read(object, limit: limit, into: &bytes) == .content else { continue }
      old += DotenvFile(source: Source(path: path, bytes: bytes)).map { [$0] } ?? []
    }
    return KnownValueScanner(KnownValue.all(in: files + old, tokens: tokens))
  }
}

extension DotenvFile {
  fileprivate static func isOne(_ path: String) -> Bool { role(ofFileNamed: FilePath.name(of: path)) != nil }
}
