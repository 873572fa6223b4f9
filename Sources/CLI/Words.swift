/// Numbers with their nouns.
enum Words {
  /// "1 finding", "2 findings".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
