/// How old captured outputs may be before they say too little about now (docs/facts/wrangler.md §6.5).
package struct CaptureAge: Sendable, Hashable {
  /// In seconds.
  package let limit: Int
  /// Seconds since 1970.
  package let now: Int

  package init(limit: Int, now: Int) {
    self.limit = limit
    self.now = now
  }

  /// A length of time as people type it: "90s", "30m", "24h", "7d", "2w".
  package static func seconds(in text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604_800]
    guard let last = text.last, let unit = units[last], let count = Int(text.dropLast()), count >= 0,
      count < 1_000_000
    else { return nil }
    return count * unit
  }

  /// Seconds as words: "3 days", "1 hour".
  package static func words(_ seconds: Int) -> String {
    for (unit, name) in [(86400, "day"), (3600, "hour"), (60, "minute")] where seconds >= unit {
      return "\(seconds / unit) \(name)\(seconds / unit == 1 ? "" : "s")"
    }
    return "\(seconds) second\(seconds == 1 ? "" : "s")"
  }

  func obstacles(_ captured: [Capture], of subject: String) -> [Obstacle] {
    // Versions never change and are not asked for again.
    let ages = captured.filter(\.ages).map { CaptureTime.seconds(of: $0.time).map { now - $0 } }
    let sense: String
    if ages.isEmpty || ages.contains(nil) {
      sense = "The state does not say when \(subject) was looked at."
    } else if let oldest = ages.compactMap(\.self).max(), oldest > limit {
      sense =
        "What is known of \(subject) is \(Self.words(oldest)) old; at most \(Self.words(limit)) are allowed."
    } else {
      return []
    }
    var captures: [String] = []
    for capture in captured where !captures.contains("wrangler \(capture.command)") {
      captures.append("wrangler \(capture.command)")
    }
    return [Obstacle("state/capture-unusable", .error, isCertain: false, sense: sense, captures: captures)]
  }
}
