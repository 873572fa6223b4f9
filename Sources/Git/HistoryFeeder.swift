import Synchronization

/// Reads which contents each commit adds, and passes on the names of new ones.
final class HistoryFeeder: Sendable {
  private let isWanted: (@Sendable (String) -> Bool)?
  private let isTraced: @Sendable (String) -> Bool
  private let state: Mutex<Result<HistoryOrigins, GitError>>

  init(isWanted: (@Sendable (String) -> Bool)?, isTraced: @escaping @Sendable (String) -> Bool) {
    self.isWanted = isWanted
    self.isTraced = isTraced
    state = Mutex(.success(HistoryOrigins(isTraced: isTraced)))
  }

  func result() throws(GitError) -> HistoryOrigins { try state.withLock(\.self).get() }

  func run(_ repository: Repository, _ query: HistoryQuery, to senders: [HistoryQuestions.Sender]) {
    var feed = HistoryFeed(
      repository: repository,
      query: query,
      isWanted: isWanted,
      origins: HistoryOrigins(isTraced: isTraced),
      senders: senders
    )
    let result = Result { () throws(GitError) in
      try feed.run()
      return feed.origins
    }
    state.withLock { $0 = result }
    feed.finish()
  }
}
