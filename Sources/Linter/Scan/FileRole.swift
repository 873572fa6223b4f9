import Documents

/// What a file is for, which decides how bad a token in it is (product: context decides severity).
package enum FileRole: String, Sendable {
  /// Published to everybody: static assets, Pages output.
  case published
  /// A local dotenv file that git does not track: where secrets belong.
  case localSecrets
  /// A dotenv file that only shows names.
  case example
  /// Tests, fixtures, documentation.
  case test
  /// Everything else.
  case source

  /// The severity of a token here; `nil` where it is no finding.
  func severity(of severity: Severity) -> Severity? {
    switch self {
    case .published: severity == .note ? .note : .error
    case .source: severity
    case .example, .test: severity.lowered
    case .localSecrets: nil
    }
  }

  private static let testFolders: Set<String> = [
    "test", "tests", "__tests__", "__mocks__", "__snapshots__", "__fixtures__", "testdata", "test-data", "fixtures",
    "fixture", "mocks", "spec", "specs", "e2e", "cassettes", "testing", "examples", "example", "samples", "docs",
  ]

  /// Whether a path is that of a test, a fixture, an example or documentation.
  package static func isTest(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    if parts.dropLast().contains(where: { testFolders.contains($0.lowercased()) }) { return true }
    guard let name = parts.last?.lowercased() else { return false }
    return name.contains(".test.") || name.contains(".spec.") || name.contains("_test.") || name.hasPrefix("test_")
      || name.hasSuffix(".snap") || name.hasSuffix(".md") || name.hasSuffix(".mdx") || name.contains(".example")
      || name.contains(".sample")
  }
}
