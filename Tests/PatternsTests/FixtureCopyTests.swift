import FixtureFill
import Foundation
import Testing

@Suite struct FixtureCopyTests {
  private let root = FileManager.default.temporaryDirectory.appendingPathComponent("fixture-copy-\(UUID().uuidString)")
  private var source: URL { root.appendingPathComponent("project") }
  private var target: URL { root.appendingPathComponent("copy") }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    let file = source.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private func read(_ path: String, in folder: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  @Test func `holes are filled, the rest stays`() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write(Array("id = {hex:32#account}\n".utf8), "b/one.toml")
    try write(Array("{hex:32#account}".utf8), "a.txt")
    try write([0] + Array("{hex:32}".utf8), "data.bin")
    try write([0xff] + Array("{digits:2}".utf8), "latin.txt")
    let script = source.appendingPathComponent("a.txt").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    try FileManager.default.createSymbolicLink(
      atPath: source.appendingPathComponent("link").path,
      withDestinationPath: "missing/file"
    )

    try FixtureCopy.copy(from: source, to: target)
    let account = try read("a.txt", in: target)
    #expect(account.count == 32)
    #expect(try read("b/one.toml", in: target) == Array("id = ".utf8) + account + [0x0a])
    #expect(try read("data.bin", in: target) == read("data.bin", in: source))
    #expect(try read("latin.txt", in: target).count == 3)
    let files = FileManager.default
    #expect(try files.destinationOfSymbolicLink(atPath: target.appendingPathComponent("link").path) == "missing/file")
    let mode = try files.attributesOfItem(atPath: target.appendingPathComponent("a.txt").path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o755)

    // A second copy into the same place gives the same, another seed does not.
    try FixtureCopy.copy(from: source, to: target, seed: "project")
    #expect(try read("a.txt", in: target) == account)
    try FixtureCopy.copy(from: source, to: target, seed: "other")
    #expect(try read("a.txt", in: target) != account)
  }

  @Test func `source and target must be folders apart`() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(throws: FixtureCopy.CopyError.sourceIsNoFolder(path: source.path)) {
      try FixtureCopy.copy(from: source, to: target)
    }
    try write([], "x")
    for place in [source, source.appendingPathComponent("inner"), root] {
      #expect(throws: FixtureCopy.CopyError.foldersOverlap) { try FixtureCopy.copy(from: source, to: place) }
    }
  }
}
