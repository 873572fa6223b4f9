import DeployState
import Foundation
import Testing

struct CaptureTimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00Z", 951_825_600), ("2026-01-02T03:04:05Z", 1_767_323_045),
    ("2026-01-02T03:04:05.123456Z", 1_767_323_045), ("2026-01-02T04:04:05+01:00", 1_767_323_045),
    ("2026-01-01T21:34:05-05:30", 1_767_323_045), ("1969-12-31T23:59:59Z", -1), ("2026-02-29T00:00:00Z", nil),
    ("2100-02-29T00:00:00Z", nil), ("2026-13-01T00:00:00Z", nil), ("2026-00-01T00:00:00Z", nil),
    ("2026-01-01T24:00:00Z", nil), ("2026-01-01T00:60:00Z", nil), ("2026-01-01T00:00:00", nil),
    ("2026-01-01 00:00:00Z", nil), ("2026-01-01T00:00:00.Z", nil), ("2026-01-01T00:00:00+0100", nil),
    ("2026-01-01T00:00:00Z ", nil), ("2026-01-01", nil), ("", nil), ("soon", nil),
  ])
  func readsTimes(text: String, seconds: Int?) {
    #expect(CaptureTime.seconds(of: text) == seconds)
  }

  /// A second opinion about every day of two centuries.
  @Test func agreesWithFoundation() throws {
    let formatter = ISO8601DateFormatter()
    for day in stride(from: -36_524, through: 36_525, by: 1) {
      let seconds = day * 86_400 + 3661
      #expect(CaptureTime.seconds(of: formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))) == seconds)
    }
  }
}
