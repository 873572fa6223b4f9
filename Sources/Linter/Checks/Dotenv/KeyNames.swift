/// Lists of names in messages.
enum KeyNames {
  /// The first three names and how many more there are: "A", "A and B", "A, B, C and 2 more".
  static func words(_ names: [String]) -> String {
    let shown = names.prefix(3)
    let rest = names.count - shown.count
    let last = rest > 0 ? "\(rest) more" : shown.last ?? ""
    let front = rest > 0 ? shown[...] : shown.dropLast()
    return front.isEmpty ? last : "\(front.joined(separator: ", ")) and \(last)"
  }
}
