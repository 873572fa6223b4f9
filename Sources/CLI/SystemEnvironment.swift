import FoundationEssentials
import System
import SystemPackage

/// What the program asks the system about itself.
enum SystemEnvironment {
  static func read() -> [String: String] { ProcessInfo.processInfo.environment }

  static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The absolute path of the current folder.
  ///
  /// - Throws: `CommandError` when it was deleted: nothing may take another folder for it.
  static var currentFolder: String {
    get throws(CommandError) {
      do {
        return try WorkingFolder.path()
      } catch .noSuchFileOrDirectory {
        throw CommandError(message: "the current folder no longer exists; change to one that does")
      } catch {
        throw CommandError(message: "the current folder cannot be told: \(error)")
      }
    }
  }

  static var secondsSinceEpoch: Int { Int(Date().timeIntervalSince1970) }

  /// Today as `YYYY-MM-DD`, in UTC.
  static var today: String { String(now.prefix(10)) }

  /// The time in UTC, to the second: `2026-01-02T03:04:05Z`.
  static var now: String { Date().formatted(.iso8601) }

  /// All of standard input, as text.
  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    while let line = readLine(strippingNewline: false) { bytes += line.utf8 }
    return bytes
  }
}
