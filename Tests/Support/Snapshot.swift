package import Foundation

/// Expected text in a file, which `RECORD=1 swift test` writes anew.
///
/// A recording run always fails, so that it cannot pass for a test run.
package enum Snapshot {
  package static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// What is wrong, in words; `nil` when the text is as expected.
  package static func mismatch(_ text: String, file: URL) -> String? {
    if isRecording {
      do {
        try text.write(to: file, atomically: true, encoding: .utf8)
        return "recorded \(file.lastPathComponent)"
      } catch {
        return "\(file.path) cannot be written: \(error)"
      }
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      return "\(file.path) is missing; run `make record`"
    }
    if expected == text { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
      \(file.path) line \(line + 1) differs
        expected: \(line < old.count ? old[line] : "(end)")
        actual:   \(line < new.count ? new[line] : "(end)")
      """
  }
}

/// Where the package lies, for tests that read its files.
package enum PackageFolder {
  package static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static func url(_ path: String) -> URL { url.appending(path: path) }
}
