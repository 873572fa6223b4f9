import Dispatch
import Synchronization

/// Which part of a repository's history is read.
package struct HistoryQuery: Sendable {
  /// A revision or range in git's grammar; `nil`: everything any branch, tag or stash can reach.
  package var range: String?
  /// Only commits from this day on, `YYYY-MM-DD`.
  package var since: String?
  /// Only these files and folders, from the top of the repository; empty: all.
  package var paths: [String]

  package init(range: String? = nil, since: String? = nil, paths: [String] = []) {
    self.range = range
    self.since = since
    self.paths = paths
  }
}

/// Every content of every file in a part of the history, each once.
///
/// Several git processes run side by side: one lists commits, one lists what each changes, and one for each share reads
/// contents. A thread passes the names of new contents on to the shares, in an order that saves git work. No share
/// holds more than one content, so memory grows only by some hundred bytes for each. See `docs/decisions/history.md`.
package final class HistoryWalk: Sendable {
  /// As far as possible, each has the contents of different paths.
  package let shares: [Share]
  private let feeder: HistoryFeeder
  private let isFed = DispatchSemaphore(value: 0)

  /// One version of a file.
  package enum Content: Sendable {
    /// The content is in the buffer.
    case read(ObjectID)
    case tooLarge(ObjectID)
    /// The repository should have it, but it is missing or unreadable.
    case unreadable(ObjectID)
  }

  /// - Parameters:
  ///   - count: into how many shares the contents are divided.
  ///   - isWanted: whether a path, from the top of the repository, is included; `nil`: all are.
  ///   - isTraced: whether to remember every version of such a path.
  package init(
    _ repository: Repository,
    _ query: HistoryQuery,
    shares count: Int,
    isWanted: (@Sendable (String) -> Bool)? = nil,
    isTraced: @escaping @Sendable (String) -> Bool = { _ in false }
  ) throws(GitError) {
    var shares: [Share] = []
    var senders: [HistoryQuestions.Sender] = []
    for _ in 0..<count {
      var stream = try ObjectStream(repository.git, isBuffered: true)
      let questions = HistoryQuestions()
      senders.append(HistoryQuestions.Sender(questions, input: try stream.takeInput()))
      shares.append(Share(stream, questions: questions, fallback: ObjectReader(repository)))
    }
    self.shares = shares
    feeder = HistoryFeeder(isWanted: isWanted, isTraced: isTraced)
    DispatchQueue(label: "history").async { [feeder, isFed, senders] in
      feeder.run(repository, query, to: senders)
      isFed.signal()
    }
  }

  /// A part of the contents, for one thread.
  package final class Share: Sendable {
    private let stream: Mutex<ObjectStream?>
    private let questions: HistoryQuestions
    /// Reads what the stream could not: it ends at the first damaged content.
    private let fallback: ObjectReader

    fileprivate init(
      _ stream: consuming sending ObjectStream,
      questions: HistoryQuestions,
      fallback: ObjectReader
    ) {
      self.stream = Mutex(stream)
      self.questions = questions
      self.fallback = fallback
    }

    /// The next content; `nil` after the last.
    ///
    /// - Parameter limit: larger contents are skipped without being held in memory.
    package func next(limit: Int, into buffer: inout [UInt8]) -> Content? {
      if let content = nextOfStream(limit: limit, into: &buffer) { return content }
      guard let object = questions.takeFirst() else { return nil }
      switch fallback.read(object, limit: limit, into: &buffer) {
      case .content: return .read(object)
      case .tooLarge: return .tooLarge(object)
      case .notFetched, .failed: return .unreadable(object)
      }
    }

    private func nextOfStream(limit: Int, into buffer: inout [UInt8]) -> Content? {
      stream.withLock { stream in
        while let answer = try? stream?.next(limit: limit, into: &buffer) {
          questions.answer()
          guard let object = answer.object else { continue }
          switch answer.outcome {
          case .content: return .read(object)
          case .tooLarge: return .tooLarge(object)
          case .missing: return .unreadable(object)
          case .otherKind: continue
          }
        }
        stream = nil
        return nil
      }
    }
  }

  /// What the walk has seen; available after the last content.
  ///
  /// - Throws: what the commands that list commits and changes reported.
  package func origins() throws(GitError) -> HistoryOrigins {
    isFed.wait()
    isFed.signal()
    return try feeder.result()
  }
}
