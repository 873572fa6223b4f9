import Foundation
import TestSupport

/// A shell script that runs the built program, as `"$P"`, in a folder of its own with a small project.
///
/// For what a test cannot do to its own process: close its streams, limit it, remove its folder.
struct ShellRun {
  let folder: TemporaryFolder
  /// Standard output and error of the script.
  let text: String
  let status: Int32

  /// - Parameter files: besides those of the project.
  init(_ script: String, files: [String: String] = [:], arguments: [String] = []) throws {
    folder = try TemporaryFolder()
    for (path, text) in ExitStatusTests.clean.merging(files, uniquingKeysWith: { $1 }) {
      try folder.write(text, to: path)
    }
    let run = try ProgramRun(
      ["sh", "-c", script, "sh"] + arguments,
      in: folder.path,
      environment: ["P": try GitProject.program()]
    )
    (text, status) = (run.text, run.status)
  }

  /// Whether a script succeeds here, as a condition of a test.
  static func canRun(_ script: String) -> Bool { (try? ShellRun(script))?.status == 0 }

  /// Whether there can be a mount namespace of our own, in which nothing outside of it changes.
  static let canMount = canRun("unshare -m true")

  /// Whether the program can be run by a user who has no name.
  static let canBeNobody = canRun("\(asNobody) \"$P\" --version")

  /// Starts a program as such a user.
  static let asNobody = "setpriv --reuid 54321 --regid 54321 --clear-groups"
}
