import Foundation

/// One run of a program, with everything it wrote to both of its outputs.
package struct ProgramRun {
  package let status: Int32
  package let text: String

  /// - Parameters:
  ///   - words: the program, found on the search path, and its arguments.
  ///   - searchPath: folders put before those of `PATH`.
  ///   - environment: variables besides `PATH`; git sees no settings of the machine.
  package init(
    _ words: [String],
    in folder: String,
    searchPath: [String] = [],
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "PATH": (searchPath + [inherited]).joined(separator: ":"), "HOME": folder, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.com", "GIT_COMMITTER_NAME": "Test",
      "GIT_COMMITTER_EMAIL": "test@example.com",
    ].merging(environment) { $1 }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
