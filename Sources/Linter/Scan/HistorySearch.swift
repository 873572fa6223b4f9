import Dispatch
import Documents
import Git
import Synchronization
import Workers

/// Searches every content of a history for tokens and known values, on several threads.
///
/// Each thread has a share of its own and holds one content at a time.
struct HistorySearch: Sendable {
  let scanner: TokenScanner
  /// Finds the values of local secrets files.
  let knownValues: KnownValueScanner?
  let settings: Settings

  /// A content with secrets in it.
  struct Hit: Sendable {
    let object: ObjectID
    let secrets: [HistoryOccurrences.Secret]
  }

  struct Outcome: Sendable {
    /// In no particular order.
    var hits: [Hit] = []
    /// Contents that the repository does not have.
    var missing = 0
    var statistics = ScanResult.Statistics()

    static func += (left: inout Outcome, right: Outcome) {
      left.hits += right.hits
      left.missing += right.missing
      left.statistics.files += right.statistics.files
      left.statistics.scanned += right.statistics.scanned
      left.statistics.skipped.merge(right.statistics.skipped, uniquingKeysWith: +)
    }
  }

  /// - Throws: what git complained about; then nothing of the outcome can be trusted.
  func run(_ walk: HistoryWalk, progress: ScanProgress?) throws(GitError) -> Outcome {
    let collected = Mutex<Result<Outcome, GitError>>(.success(Outcome()))
    DispatchQueue.concurrentPerform(iterations: walk.shares.count) { index in
      let result = Result { () throws(GitError) in try search(walk.shares[index], progress: progress) }
      collected.withLock { all in
        switch (all, result) {
        case (.success(var outcome), .success(let more)):
          outcome += more
          all = .success(outcome)
        case (.success, .failure): all = result
        case (.failure, _): break
        }
      }
    }
    return try collected.withLock(\.self).get()
  }

  private func search(_ share: HistoryWalk.Share, progress: ScanProgress?) throws(GitError) -> Outcome {
    var outcome = Outcome()
    var scratch = TokenScanner.Scratch()
    var bytes: [UInt8] = []
    while let content = try share.next(limit: settings.maximumFileSize, into: &bytes) {
      progress?.advance()
      outcome.statistics.files += 1
      switch content {
      case .missing: outcome.missing += 1
      case .tooLarge: outcome.statistics.skipped[.tooLarge, default: 0] += 1
      case .read(let object): search(object, bytes, scratch: &scratch, into: &outcome)
      }
    }
    return outcome
  }

  private func search(
    _ object: ObjectID,
    _ bytes: [UInt8],
    scratch: inout TokenScanner.Scratch,
    into outcome: inout Outcome
  ) {
    let bytes = UTF16Text.decoded(bytes) ?? bytes
    if TokenPass.isBinary(bytes) {
      outcome.statistics.skipped[.binary, default: 0] += 1
      return
    }
    outcome.statistics.scanned += 1
    let found = scanner.scan(bytes, scratch: &scratch)
    var secrets = found.matches.map { token in
      HistoryOccurrences.Secret(rule: scanner.entries[token.entry].id, identity: .secret(bytes[token.secret]))
    }
    secrets += (knownValues?.scan(bytes) ?? []).map { hit in
      HistoryOccurrences.Secret(rule: Rule.knownValueInSource.id, identity: .secret(hit.value.bytes))
    }
    guard !secrets.isEmpty else { return }
    outcome.hits.append(Hit(object: object, secrets: secrets))
  }
}
