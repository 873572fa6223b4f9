import Linter

extension Finding.Commit {
  /// Where in the history a finding is: "commit 1a2b3c4d5e6f of 2024-05-01, still in HEAD, and on a remote branch".
  var words: String {
    let place =
      switch reach {
      case .head: "still in HEAD, and on \(isPushed ? "a" : "no") remote branch"
      case .remote: "gone from HEAD, but on a remote branch"
      case .local: "gone from HEAD, and on no remote branch"
      }
    let day = date.isEmpty ? "" : " of \(date.prefix(10))"
    return "commit \(id.prefix(12))\(day), \(place)"
  }
}
