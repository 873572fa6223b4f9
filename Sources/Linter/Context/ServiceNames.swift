import RuleData

/// The names of services that give keys to their customers, from `rules/service-names.txt`: under `CODECOV_TOKEN` or
/// `dd-key` stands a credential, where `CACHE_TOKEN` and `row-key` may be anything.
enum ServiceNames {
  /// Whether a name holds that of a service: in one of its words, or in two or three that belong together.
  ///
  /// - Parameter words: the words of the name in lower case, see ``SecretName/words(of:)``.
  static func occur(in words: [String]) -> Bool {
    for start in words.indices {
      var joined = ""
      for word in words[start...].prefix(3) {
        joined += word
        if all.contains(joined) { return true }
      }
    }
    return false
  }

  private static let all: Set<String> = {
    let lines = RuleFile.text(named: "service-names.txt").utf8.split(separator: UInt8(ascii: "\n"))
    let words = lines.filter { $0.first != UInt8(ascii: "#") }.flatMap { $0.split(separator: UInt8(ascii: " ")) }
    return Set(words.map { String(Substring($0)) })
  }()
}
