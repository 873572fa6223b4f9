/// An entry of git's index.
package struct TrackedFile: Sendable, Hashable {
  /// What kind of entry it is, from git's file mode.
  package enum Mode: Sendable {
    case regular, executable, symbolicLink, submodule

    init?(_ text: some StringProtocol) {
      switch text {
      case "100644": self = .regular
      case "100755": self = .executable
      case "120000": self = .symbolicLink
      case "160000": self = .submodule
      default: return nil
      }
    }
  }

  /// The path from the folder asked about; bytes that are no UTF-8 stand as U+FFFD.
  package let path: String
  package let mode: Mode
  /// 0, or 1 to 3 for the sides of a merge conflict.
  package let stage: Int

  /// The entries of `git ls-files -z --stage`: mode, object, stage, a tab, the path, a NUL byte.
  static func list(_ output: [UInt8]) -> [TrackedFile] {
    output.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let fields = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      guard fields.count == 3, let mode = Mode(fields[0]), let stage = Int(fields[2]) else { return nil }
      return TrackedFile(path: String(decoding: record[(tab + 1)...], as: UTF8.self), mode: mode, stage: stage)
    }
  }
}
