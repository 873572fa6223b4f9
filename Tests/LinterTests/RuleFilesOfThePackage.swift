import Documents
import Foundation
import Linter
import TestSupport

extension RuleSet {
  /// The rule files of this package: the program holds no examples.
  static let ruleFiles: [Source] = {
    let folder = PackageFolder.url("rules")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".toml") }.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      return Source(path: "rules/\(name)", bytes: Array(data))
    }
  }()

  /// All rules that come with the program, with their examples.
  static let withExamples = RuleSet.builtIn(withExamplesOf: ruleFiles)
}
