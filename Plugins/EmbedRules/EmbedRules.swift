import Foundation
import PackagePlugin

/// Turns every rule file of the target into one generated Swift file, so that the rules travel inside the binary.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let rules = module.sourceFiles.map(\.url)
      .filter { ["toml", "tsv", "txt"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(rules.count) rule files",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path, module.directoryURL.path] + rules.map(\.path),
        inputFiles: rules,
        outputFiles: [output]
      )
    ]
  }
}
