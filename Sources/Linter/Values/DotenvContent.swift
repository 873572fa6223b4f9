import Documents
import Workers

/// What the values of a dotenv file give away, the worst of them.
enum DotenvContent: Comparable {
  /// No value, or placeholders only.
  case empty
  /// Nothing but variables that build tools write into browser code anyway.
  case publicOnly
  /// Values that do not look like secrets.
  case plain
  /// At least one value that is, or by its name ought to be, a secret.
  case secret

  init(of document: DotenvDocument, tokens: TokenScanner) {
    var worst = DotenvContent.empty
    for entry in document.entries where !Placeholder.isPlaceholder(entry.value) {
      worst = max(worst, Self.judge(entry, tokens: tokens))
      if worst == .secret { break }
    }
    // The rest of a value of several lines that was not quoted.
    if worst < .secret, document.entries.contains(where: \.isContinuation) { worst = .secret }
    self = worst
  }

  private static func judge(_ entry: DotenvEntry, tokens: TokenScanner) -> DotenvContent {
    if let secret = ValueSecret.worst(in: entry.value, tokens: tokens), !secret.isPublic, secret.severity > .note {
      return .secret
    }
    if SecretName.isSecret(entry.key), SecretValue.isPlausible(entry.value) { return .secret }
    return SecretName.hasPublicPrefix(entry.key) ? .publicOnly : .plain
  }
}
