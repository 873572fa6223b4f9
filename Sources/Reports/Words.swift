/// Numbers with their nouns.
package enum Words {
  /// "1 finding", "2 findings".
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
