package import Linter
import Text
import Workers

/// What a run has not searched, in words.
package enum UnsearchedText {
  /// What git, the settings and package managers leave out.
  private static let leftOut: Set<SkipReason> = [.ignored, .vendored, .excluded]

  /// "3 files not searched (2 binary, 1 larger than 64 MiB)"; `nil` where everything was searched.
  ///
  /// What git, the settings and package managers leave out only counts where nothing else was looked at.
  static func sentence(_ statistics: ScanResult.Statistics) -> String? {
    let isEmpty = statistics.scanned == 0
    return sentence(statistics) { isEmpty || !leftOut.contains($0) }
  }

  /// The same for what nobody expects, to be said even by those who say nothing else.
  package static func unexpected(_ statistics: ScanResult.Statistics) -> String? {
    sentence(statistics) { [.tooLarge, .unreadable, .special].contains($0) }
  }

  /// "3 ignored by git, 1 excluded by paddock.toml"; `nil` where nothing is left out on purpose.
  static func leftOutOnPurpose(_ statistics: ScanResult.Statistics) -> String? {
    let counts = counts(statistics) { leftOut.contains($0) }
    return counts.isEmpty ? nil : list(counts, statistics)
  }

  /// Why a file was not searched: "binary", "larger than 64 MiB".
  static func words(_ reason: SkipReason, sizeLimit: Int, count: Int = 1) -> String {
    switch reason {
    case .ignored: "ignored by git"
    case .vendored: "installed packages"
    case .excluded: "excluded by paddock.toml"
    case .symbolicLink: count == 1 ? "symbolic link" : "symbolic links"
    case .submodule: count == 1 ? "submodule" : "submodules"
    case .special: "no regular \(count == 1 ? "file" : "files")"
    case .binary: "binary"
    case .tooLarge: sizeLimit > 0 ? "larger than \(ByteCount.words(sizeLimit))" : "too large"
    case .unreadable: "unreadable"
    }
  }

  private typealias Count = (reason: SkipReason, count: Int)

  private static func counts(_ statistics: ScanResult.Statistics, _ isWanted: (SkipReason) -> Bool) -> [Count] {
    statistics.skipped.filter { $0.value > 0 && isWanted($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func list(_ counts: [Count], _ statistics: ScanResult.Statistics) -> String {
    counts.map { "\($0.count) \(words($0.reason, sizeLimit: statistics.sizeLimit, count: $0.count))" }
      .joined(separator: ", ")
  }

  private static func sentence(
    _ statistics: ScanResult.Statistics,
    _ isWanted: (SkipReason) -> Bool
  ) -> String? {
    let counts = counts(statistics, isWanted)
    guard let first = counts.first else { return nil }
    let total = counts.reduce(0) { $0 + $1.count }
    let noun =
      counts.contains { leftOut.contains($0.reason) }
      ? Words.count(total, "file or folder", "files and folders") : Words.count(total, "file")
    let reasons =
      counts.count == 1
      ? words(first.reason, sizeLimit: statistics.sizeLimit, count: first.count) : list(counts, statistics)
    return "\(noun) not searched (\(reasons))"
  }
}
