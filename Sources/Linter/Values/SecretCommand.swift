import Text
import Workers

/// The commands a finding tells the reader to type.
enum SecretCommand {
  /// A word as a shell takes it, in single quotes where it needs them.
  static func shellWord(_ text: String) -> String { text.shellWord }
}
