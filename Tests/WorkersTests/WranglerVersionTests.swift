import Testing

@testable import Workers

@Suite struct WranglerVersionTests {
  @Test(arguments: [
    ("^3.78.0", 3), ("~4.1", 4), ("2.20.2", 2), (">=3.0.0 <5", 3), ("v4", 4), ("latest", nil), ("workspace:*", nil),
    ("catalog:", nil), ("", nil), ("*", nil),
  ])
  func major(of range: String, is expected: Int?) {
    #expect(WranglerVersion.major(of: range) == expected)
  }
}
