import Documents
import Git
import System
import SystemPackage

/// The pre-commit hook of a repository, as a file.
struct HookFile {
  static let name = "pre-commit"
  /// What a hook that was there before is called while ours is installed.
  static let earlierName = "pre-commit.before-paddock"

  private static let mark = "# Written by `paddock hook install`; `paddock hook uninstall` takes it away."

  /// A hook must never let a commit pass because the program is missing.
  static let script = """
    #!/bin/sh
    \(mark)
    earlier="$(dirname -- "$0")/\(earlierName)"
    if [ -x "$earlier" ]; then
      "$earlier" "$@" || exit
    fi
    if ! command -v paddock >/dev/null 2>&1; then
      echo 'paddock: not found on the PATH, so the commit was not checked and is stopped; install Paddock, or commit with --no-verify.' >&2
      exit 2
    fi
    exec paddock hook run

    """

  /// What lies where the hook belongs.
  private enum State {
    case nothing, ours
    /// Ours, with changes by somebody else.
    case changed
    /// A file or a link of somebody else.
    case foreign
    /// Neither file nor link.
    case odd
  }

  enum Installation {
    case alreadyThere, alone, afterEarlier
  }

  enum Removal {
    case notThere, removed, restored
  }

  private let folder: String
  var path: String { "\(folder)/\(Self.name)" }
  private var earlierPath: String { "\(folder)/\(Self.earlierName)" }

  init(of repository: Repository) throws(CommandError) {
    do {
      folder = try repository.hooksFolder()
    } catch {
      throw CommandError(error)
    }
  }

  /// - Throws: `CommandError` where an installed hook would not last, or would act on other repositories too.
  func refuseFolderOfOthers(_ repository: Repository, allowsShared: Bool) throws(CommandError) {
    // husky writes every file of this folder anew on each `npm install`, and calls the file of the same name above it.
    if folder.hasSuffix("/.husky/_") {
      throw CommandError(
        message: "\(folder): husky owns this folder; add the line `paddock hook run` to .husky/\(Self.name) instead"
      )
    }
    let own = [repository.topLevel, repository.gitFolder, repository.commonFolder]
    if !allowsShared, !own.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") }) {
      throw CommandError(
        message: "\(folder): core.hooksPath lies outside of this repository and may serve others; "
          + "install there with --shared, or set core.hooksPath to a folder of this repository"
      )
    }
  }

  /// Writes the hook; one that is there already is kept beside it.
  func install() throws(CommandError) -> Installation {
    let state = try state()
    switch state {
    case .ours:
      // git passes over a hook that nobody may execute.
      if !FileStatus.isExecutable(path) {
        do {
          try FileAction.makeExecutable(path)
        } catch {
          throw Self.unwritable(path, WriteProblem(error))
        }
      }
      return .alreadyThere
    case .changed: throw Self.changed(path)
    case .odd: throw CommandError(message: "\(path): this is no file; move it away and install again")
    case .nothing, .foreign: break
    }
    if Self.kind(of: earlierPath) != nil {
      throw CommandError(
        message: "\(earlierPath): this file is left over from an earlier installation; "
          + "rename it to \(Self.name) or delete it, and install again"
      )
    }
    do throws(Errno) {
      try FileAction.createFolder(folder)
      if state == .foreign { try FileAction.rename(path, to: earlierPath) }
    } catch {
      throw Self.unwritable(path, WriteProblem(error))
    }
    do {
      // Nothing that has come there meanwhile is written over.
      try FileReplacement.createExecutable(Array(Self.script.utf8), at: path)
    } catch {
      if state == .foreign { try? FileAction.rename(earlierPath, to: path) }
      throw Self.unwritable(path, error)
    }
    return state == .foreign ? .afterEarlier : .alone
  }

  /// Takes the hook away; the one that was there before comes back.
  func uninstall() throws(CommandError) -> Removal {
    switch try state() {
    case .nothing, .foreign, .odd: return .notThere
    case .changed: throw Self.changed(path)
    case .ours: break
    }
    do throws(Errno) {
      guard Self.kind(of: earlierPath) != nil else {
        try FileAction.remove(path)
        return .removed
      }
      // In one step: a commit made meanwhile finds one hook or the other.
      try FileAction.rename(earlierPath, to: path)
      return .restored
    } catch {
      throw CommandError(message: "\(path): the hook cannot be removed: \(WriteProblem(error).reason)")
    }
  }

  private static func unwritable(_ path: String, _ problem: WriteProblem) -> CommandError {
    CommandError(message: "\(path): the hook cannot be written there: \(problem.reason)")
  }

  private static func changed(_ path: String) -> CommandError {
    CommandError(
      message: "\(path): this hook of Paddock was changed by somebody and is left alone; delete it by hand, "
        + "rename \(earlierName) to \(name) if there is one, and install again"
    )
  }

  private func state() throws(CommandError) -> State {
    switch Self.kind(of: path) {
    case nil: return .nothing
    // Whatever a link leads to, we have not made it.
    case .symbolicLink: return .foreign
    case .regular: break
    default: return .odd
    }
    let text = String(decoding: try NamedFile.read(path).bytes, as: UTF8.self)
    if text == Self.script { return .ours }
    return text.split(separator: "\n", maxSplits: 2).dropFirst().first.map(String.init) == Self.mark
      ? .changed : .foreign
  }

  /// The kind of a file, of the link itself for a link; `nil` when there is nothing.
  private static func kind(of path: String) -> FileStatus.Kind? {
    (try? FileStatus(of: path, followsLinks: false))?.kind
  }
}
