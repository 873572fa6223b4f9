import Documents
import Text

/// The targets of a make file or a justfile, with the targets they need.
struct MakePipeline {
  private struct Target {
    let name: String
    let needs: [String]
    /// The commands of each line: a shell of its own runs it.
    var lines: [[[ShellWord]]] = []
    var commands: [[ShellWord]] { lines.flatMap(\.self) }
  }

  private let source: Source
  private var targets: [Target] = []
  /// The first target of each name.
  private var places: [String: Int] = [:]

  /// Every target by itself, with what it needs.
  ///
  /// No person writes more targets than are followed here.
  var all: [PipelineGroup] { targets.prefix(200).map { group($0.name) } }

  /// The target of a name, or without one those for deploying.
  func groups(named name: String?) -> [PipelineGroup] {
    if let name { return target(name) == nil ? [] : [group(name)] }
    let names = targets.map(\.name).filter { !$0.hasPrefix(".") }
    let deploying = names.filter(Pipeline.isForDeploying)
    let chosen = deploying.isEmpty ? names : deploying
    let called = Set(chosen.flatMap { calls(of: $0) })
    return chosen.filter { !called.contains($0) }.map(group)
  }

  init(_ source: Source) {
    self.source = source
    var line = 1
    while let region = source.lines.region(ofLine: line) {
      line += 1
      let isIndented = region.start < region.end && Self.isBlank(source.bytes[region.start])
      guard isIndented else {
        read(targetIn: region)
        continue
      }
      guard !targets.isEmpty else { continue }
      // A command goes on after a line break that is escaped.
      var end = region.end
      while end > region.start, source.bytes[end - 1] == UInt8(ascii: "\\"),
        let next = source.lines.region(ofLine: line)
      {
        end = next.end
        line += 1
      }
      let content = source.bytes[region.start..<end].drop { Self.isBlank($0) || "@+-".utf8.contains($0) }
      targets[targets.count - 1].lines.append(ShellWords.commands(in: content))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// "name: needs", in a justfile with parameters after the name.
  private mutating func read(targetIn region: Region) {
    let bytes = source.bytes[region.range]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.first != UInt8(ascii: "#"),
      colon + 1 == bytes.endIndex || bytes[colon + 1] != UInt8(ascii: "="),
      !bytes[..<colon].contains(UInt8(ascii: "="))
    else { return }
    func words(_ slice: ArraySlice<UInt8>) -> [String] {
      slice.prefix { $0 != UInt8(ascii: "#") }.split { Self.isBlank($0) || $0 == UInt8(ascii: ":") }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let name = words(bytes[..<colon]).first else { return }
    places[name] = places[name] ?? targets.count
    targets.append(Target(name: name, needs: words(bytes[(colon + 1)...])))
  }

  private func target(_ name: String) -> Target? { places[name].map { targets[$0] } }

  private func group(_ name: String) -> PipelineGroup {
    var seen: Set<String> = []
    return PipelineGroup(name: name, steps: steps(of: name, seen: &seen))
  }

  /// What is needed comes first, and once only.
  private func steps(of name: String, seen: inout Set<String>) -> [PipelineStep] {
    guard let target = target(name), seen.insert(name).inserted else { return [] }
    var all: [PipelineStep] = []
    for needed in target.needs { all += steps(of: needed, seen: &seen) }
    for line in target.lines {
      for words in line {
        if let called = called(by: words) { all += steps(of: called, seen: &seen) }
      }
      let found = ScriptFiles.invocations(
        in: line,
        of: source.path,
        startingIn: FilePath.folder(of: source.path),
        includesWrapped: true
      )
      all += found.map { PipelineStep(group: name, invocation: $0) }
    }
    return all
  }

  private func calls(of name: String) -> [String] {
    guard let target = target(name) else { return [] }
    return target.needs + target.commands.compactMap(called)
  }

  /// The target that a command makes: `$(MAKE) x`, `make x`, `just x`.
  private func called(by words: [ShellWord]) -> String? {
    guard let program = words.first?.text, ["make", "$(MAKE)", "just"].contains(program) else { return nil }
    return words.dropFirst().map(\.text).first { target($0) != nil }
  }
}
