import System
import SystemPackage

/// A file that a command writes because the user named it.
///
/// Links are followed. A regular file is replaced in one step; pipes, devices and open files such as `/dev/stdout` are
/// written as they are.
struct OutputFile {
  /// As the user wrote it.
  let name: String
  /// What is written, for messages: "the report".
  let what: String
  let place: OutputPlace

  /// Finds out what is to be written, so that a mistake is said before any work is done.
  ///
  /// - Throws: `CommandError` for a folder, for a file in no folder, for links in a circle.
  init(_ name: String, what: String) throws(CommandError) {
    self.name = name
    self.what = what
    do {
      place = try OutputPlace(name)
    } catch {
      throw Self.error(error, name: name, what: what)
    }
  }

  /// Whether it is the standard output of this process, by another name.
  var isStandardOutput: Bool {
    if case .descriptor(.standardOutput) = place { true } else { false }
  }

  /// Whether there is a regular file, which will be replaced.
  var isExistingFile: Bool {
    if case .file(let place) = place { place.isTaken } else { false }
  }

  /// - Throws: `CommandError` when not all of it could be written.
  func write(_ text: String) throws(CommandError) {
    let bytes = Array(text.utf8)
    do throws(WriteProblem) {
      switch place {
      case .descriptor(let descriptor): try StreamWriting.write(bytes, to: descriptor)
      case .stream(let path): try StreamWriting.write(bytes, to: path)
      case .file(let place): try FileReplacement.write(bytes, to: place)
      }
    } catch {
      throw Self.error(error, name: name, what: what)
    }
  }

  /// Writes a file whose content is there already.
  static func write(_ text: String, to name: String, what: String) throws(CommandError) {
    try OutputFile(name, what: what).write(text)
  }

  /// Adds to the end of a file, or to what the place stands for.
  ///
  /// - Throws: `CommandError` when not all of it could be written; a regular file is then as it was.
  static func append(_ text: String, to name: String, what: String) throws(CommandError) {
    let file = try OutputFile(name, what: what)
    guard case .file = file.place else { return try file.write(text) }
    do throws(WriteProblem) {
      try StreamWriting.append(Array(text.utf8), to: name)
    } catch {
      throw Self.error(error, name: name, what: what)
    }
  }

  private static func error(_ problem: WriteProblem, name: String, what: String) -> CommandError {
    CommandError(message: "\(name): \(what) cannot be written there: \(problem.reason)")
  }
}
