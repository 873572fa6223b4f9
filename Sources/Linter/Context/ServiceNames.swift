import RuleData

/// The names of services that give keys to their customers, from `rules/service-names.txt`: under `CODECOV_TOKEN` or
/// `dd-key` stands a credential, where `CACHE_TOKEN` and `row-key` may be anything.
enum ServiceNames {
  /// Whether one of the words is the name of a service, or two or three that belong together are.
  ///
  /// - Parameter words: words in lower case, see ``SecretName/words(of:)``.
  static func occur(in words: some RandomAccessCollection<String>) -> Bool {
    var rest = words[...]
    while !rest.isEmpty {
      var hash = TextLikeness.emptyHash
      for word in rest.prefix(3) {
        for byte in word.utf8 { hash = TextLikeness.hash(hash, byte) }
        if all.contains(hash) { return true }
      }
      rest = rest.dropFirst()
    }
    return false
  }

  /// The hashes of the names: no text needs to be put together to look one up.
  private static let all: Set<UInt64> = {
    let lines = Array(RuleFile.text(named: "service-names.txt").utf8).split(separator: UInt8(ascii: "\n"))
    return Set(
      lines.filter { $0.first != UInt8(ascii: "#") }.flatMap { $0.split(separator: 0x20).map(TextLikeness.hash) }
    )
  }()
}
