import Documents
import Workers

/// A secret that a local dotenv file holds, to be looked for everywhere else.
///
/// Only values that are certainly secrets and cannot occur by chance are known values: a hit needs no guessing then.
struct KnownValue: Sendable {
  /// The name it has: "STRIPE_KEY".
  let name: String
  /// The dotenv file, from the folder checked.
  let path: String
  /// The key in that file.
  let keyRegion: Region
  let bytes: [UInt8]

  /// The values of all dotenv files that are not examples, each once for every file, those of files that come first by
  /// path before others.
  static func all(in files: [DotenvFile], tokens: TokenScanner) -> [KnownValue] {
    files.filter { !$0.isExample }.flatMap { file in
      var seen: Set<[UInt8]> = []
      return file.document.entries.flatMap { entry in
        secrets(of: entry, tokens: tokens).filter { seen.insert($0).inserted }.map {
          KnownValue(name: entry.key, path: file.path, keyRegion: entry.keyRegion, bytes: $0)
        }
      }
    }
  }

  /// The whole value where its name or its form says that it is a secret, and the password of a URL.
  private static func secrets(of entry: DotenvEntry, tokens: TokenScanner) -> [[UInt8]] {
    guard !entry.isContinuation, !SecretName.hasPublicPrefix(entry.key), isLongEnough(entry.value) else { return [] }
    let shape = ValueSecret.worst(in: entry.value, tokens: tokens)
    if let shape, shape.isPublic { return [] }
    let isSecret = SecretName.isSecret(entry.key) && SecretValue.isPlausible(entry.value)
    let hasSecret = shape.map { $0.severity >= .warning } ?? false
    guard isSecret || hasSecret else { return [] }
    let passwords = ConnectionPassword.find(in: entry.value)
      .filter { !$0.isReference && !$0.isPlaceholder && !$0.isLocal }
      .map(\.password).filter { isLongEnough($0) && SecretValue.isPlausible($0) }
    return [Array(entry.value.utf8)] + passwords.map { Array($0.utf8) }
  }

  /// Shorter values occur by chance.
  private static func isLongEnough(_ value: String) -> Bool { (8...16_384).contains(value.utf8.count) }
}
