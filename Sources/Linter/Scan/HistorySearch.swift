import Archives
import Dispatch
import Documents
import Git
import Synchronization
import System
import Workers

/// Searches every content of a history for tokens and known values, on several threads.
///
/// Each thread has a share of its own and holds one content at a time.
struct HistorySearch: Sendable {
  let scanner: TokenScanner
  /// Finds the values that local secrets files hold today; `nil` when there are none.
  let knownValues: KnownValueScanner?
  let settings: Settings

  /// A content with tokens or known values in it.
  struct Hit: Sendable {
    let object: ObjectID
    let secrets: [HistoryOccurrences.Secret]
  }

  struct Outcome: Sendable {
    /// In no particular order.
    var hits: [Hit] = []
    /// Contents that the repository does not have, or cannot read.
    var unreadable: [ObjectID] = []
    var statistics = ScanResult.Statistics()

    static func += (left: inout Outcome, right: Outcome) {
      left.hits += right.hits
      left.unreadable += right.unreadable
      left.statistics.files += right.statistics.files
      left.statistics.scanned += right.statistics.scanned
      left.statistics.skipped.merge(right.statistics.skipped, uniquingKeysWith: +)
    }
  }

  func run(_ walk: HistoryWalk, progress: ScanProgress?) -> Outcome {
    let collected = Mutex(Outcome())
    DispatchQueue.concurrentPerform(iterations: walk.shares.count) { index in
      let outcome = search(walk.shares[index], progress: progress)
      collected.withLock { $0 += outcome }
    }
    return collected.withLock(\.self)
  }

  private func search(_ share: HistoryWalk.Share, progress: ScanProgress?) -> Outcome {
    var outcome = Outcome()
    var scratch = TokenScanner.Scratch()
    var bytes: [UInt8] = []
    while let content = share.next(limit: settings.maximumFileSize, into: &bytes) {
      progress?.advance()
      outcome.statistics.files += 1
      switch content {
      case .unreadable(let object): outcome.unreadable.append(object)
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
    var secrets: [HistoryOccurrences.Secret] = []
    var isSearched = false
    // One content can have several names, and an archive of the common kinds needs none.
    if settings.archives, let form = ArchiveForm(bytes, named: "") {
      isSearched = true
      var reader = ArchiveReader(limits: ArchivePass.limits(settings))
      reader.read(bytes, as: form, named: "") { _, content in
        secrets += self.secrets(in: content, scratch: &scratch) ?? []
      }
    } else if let found = self.secrets(in: bytes, scratch: &scratch) {
      isSearched = true
      secrets = found
    }
    if isSearched { outcome.statistics.scanned += 1 } else { outcome.statistics.skipped[.binary, default: 0] += 1 }
    if secrets.isEmpty { return }
    outcome.hits.append(Hit(object: object, secrets: secrets))
  }

  /// What is in a file; `nil` for one that is no text.
  private func secrets(in bytes: [UInt8], scratch: inout TokenScanner.Scratch) -> [HistoryOccurrences.Secret]? {
    let bytes = UTF16Text.decoded(bytes) ?? SQLiteText.decoded(bytes) ?? bytes
    if TokenPass.isBinary(bytes) { return nil }
    let found = scanner.scan(bytes, scratch: &scratch)
    var secrets = found.matches.map { token in
      HistoryOccurrences.Secret(rule: scanner.entries[token.entry].id, identity: .secret(bytes[token.secret]))
    }
    for hit in knownValues?.scan(bytes, of: nil) ?? [] {
      secrets.append(
        HistoryOccurrences.Secret(rule: Rule.knownValueInSource.id, identity: .secret(hit.value.bytes))
      )
    }
    secrets += EncodedTokenScanner(tokens: scanner).scan(bytes, besides: found, scratch: &scratch).tokens
      .filter { $0.isSure(in: scanner) }
      .map { HistoryOccurrences.Secret(rule: scanner.entries[$0.token.entry].id, identity: .secret($0.value)) }
    return secrets
  }
}
