import FoundationEssentials

/// What the program asks the system about itself.
enum SystemEnvironment {
  static func read() -> [String: String] { ProcessInfo.processInfo.environment }

  static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  static var currentFolder: String { FileManager.default.currentDirectoryPath }

  /// Today as `YYYY-MM-DD`, in UTC.
  static var today: String { String(Date().formatted(.iso8601).prefix(10)) }
}
