package import Foundation

/// A folder that is gone when the test is over.
package final class TemporaryFolder {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "paddock-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  package var path: String { url.path }

  /// Writes a file, with the folders it needs.
  package func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  package func write(_ data: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
  }

  /// Writes a script that is going to be executed.
  ///
  /// Whatever is started while this process has a file open for writing holds it open, too, for a moment, and the system
  /// executes no file that somebody may write to ("text file busy"). So another process writes it.
  package func writeProgram(_ text: String, to path: String) throws {
    let source = path + ".source"
    try write(text, to: source)
    try run("install", "-m", "755", "--", source, path)
    try FileManager.default.removeItem(at: url.appending(path: source))
  }

  /// Makes a script that this process has written fit to be executed; see `writeProgram`.
  ///
  /// It is replaced by a copy that another process writes. What is not a regular file is left alone.
  package func settleProgram(_ path: String) throws {
    let kind = try? FileManager.default.attributesOfItem(atPath: url.appending(path: path).path)[.type]
    guard kind as? FileAttributeType == .typeRegular else { return }
    try run("cp", "-p", "--", path, path + ".copy")
    try run("mv", "-f", "--", path + ".copy", path)
  }

  private func run(_ words: String...) throws {
    let run = try ProgramRun(words, in: path)
    guard run.status == 0 else {
      throw CommandFailure(command: words.joined(separator: " "), status: run.status, message: run.text)
    }
  }

  /// Runs git here with an environment of its own, so that no setting of the machine takes part.
  @discardableResult
  package func git(_ arguments: String...) throws -> String { try git(arguments) }

  @discardableResult
  package func git(_ arguments: [String]) throws -> String {
    let run = try ProgramRun(["git"] + arguments, in: path, mergesErrors: false)
    guard run.status == 0 else {
      throw CommandFailure(
        command: "git \(arguments.joined(separator: " "))",
        status: run.status,
        message: run.errors
      )
    }
    return run.text
  }
}

/// A program that ended with another status than 0.
package struct CommandFailure: Error {
  package let command: String
  package let status: Int32
  /// What it said of the reason.
  package let message: String
}
