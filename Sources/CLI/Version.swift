extension Paddock {
  /// The version of this release.
  ///
  /// Every package takes it from this line; `make release-check` compares all that repeat it.
  static let version = "0.1.0"
}
