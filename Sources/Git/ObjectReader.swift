import Synchronization
import SystemPackage

/// Reads file contents from a repository through one `git cat-file` that stays open, for any number of threads.
package final class ObjectReader: Sendable {
  /// The answer to a question.
  package enum Outcome: Sendable, Hashable {
    /// The content is in the buffer.
    case content
    case tooLarge
    /// A partial clone has not fetched the object, and it is not fetched now.
    case notFetched
    /// git could not read it; its first line says why.
    case failed(String)
  }

  private let git: GitProcess
  private let connection = Mutex<Connection?>(nil)

  private struct Connection: ~Copyable {
    var stream: ObjectStream
    let input: FileDescriptor

    static func open(_ git: GitProcess) throws(GitError) -> Connection {
      var stream = try ObjectStream(git, isBuffered: false)
      let input = try stream.takeInput()
      return Connection(stream: stream, input: input)
    }

    deinit { try? input.close() }

    mutating func ask(
      _ name: [UInt8],
      limit: Int,
      into buffer: inout [UInt8],
      kind: ObjectStream.Kind
    ) throws(GitError) -> ObjectStream.Answer? {
      do {
        try input.writeAll(name + [UInt8(ascii: "\n")])
      } catch {
        // git has ended; its message, if any, says why.
      }
      return try stream.next(limit: limit, into: &buffer, kind: kind, endsAtLarge: true)
    }
  }

  package init(_ repository: Repository) {
    git = repository.git
  }

  /// Starts git, so that it is ready for the first question.
  package func warmUp() throws(GitError) {
    try connection.withLock { connection throws(GitError) in
      if connection == nil { connection = try Connection.open(git) }
    }
  }

  /// Reads one object.
  package func read(_ object: ObjectID, limit: Int, into buffer: inout [UInt8]) -> Outcome {
    connection.withLock { connection in
      do throws(GitError) {
        if connection == nil { connection = try Connection.open(git) }
        switch try connection?.ask(object.hexadecimal, limit: limit, into: &buffer, kind: .file)?.outcome {
        case .content: return .content
        case .tooLarge:
          // Starting a new process is faster than draining the rest of the content.
          connection = nil
          return .tooLarge
        case .missing: return .failed("the repository lacks its content; `git fsck` tells what is damaged")
        case .otherKind: return .failed("git holds no file of this name")
        case nil: break
        }
        connection = nil
        return .failed("git ended without an answer")
      } catch {
        // An object that cannot be read ends the program; the next question starts another one.
        connection = nil
        return error == .notFetched ? .notFetched : .failed(error.description)
      }
    }
  }

  /// A folder of a commit.
  struct Folder {
    let files: [TrackedFile]
    /// By name.
    let folders: [String: ObjectID]
  }

  /// A folder with a million files is much smaller.
  private static let folderLimit = 256 << 20

  /// Reads a folder; `nil` when it does not exist.
  ///
  /// - Parameters:
  ///   - name: an object in git's grammar, such as `HEAD^{tree}`.
  ///   - path: its path, which prefixes those of its files; "" for the top.
  func folder(_ name: [UInt8], at path: String) throws(GitError) -> Folder? {
    var bytes: [UInt8] = []
    let answer = try connection.withLock { connection throws(GitError) in
      do throws(GitError) {
        if connection == nil { connection = try Connection.open(git) }
        return try connection?.ask(name, limit: Self.folderLimit, into: &bytes, kind: .folder)
      } catch {
        connection = nil
        throw error
      }
    }
    guard case .content? = answer?.outcome, let object = answer?.object else { return nil }
    let (files, folders) = TrackedFile.entries(ofFolder: bytes, at: path, idLength: object.byteCount)
    return Folder(files: files, folders: folders)
  }
}
