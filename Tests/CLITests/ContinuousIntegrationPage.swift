import Foundation
import TestSupport

/// `docs/ci.md`, and the files it tells of.
enum ContinuousIntegrationPage {
  static func text(_ path: String = "docs/ci.md") throws -> String {
    try String(contentsOf: PackageFolder.url(path), encoding: .utf8)
  }

  /// The examples of the page in one language.
  static func examples(_ language: String) throws -> [String] {
    let parts = try text().components(separatedBy: "```")
    // Text and examples take turns.
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
      .filter { $0.hasPrefix(language + "\n") }
      .map { String($0.dropFirst(language.count + 1)) }
  }
}
