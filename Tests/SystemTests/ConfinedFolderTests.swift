import Foundation
import Synchronization
import System
import TestSupport
import Testing

/// What a confined folder opens, and what it does not: with the kernel's help and without.
struct ConfinedFolderTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    /// The content of the file; `nil`: it leads outside.
    let content: String?
    var testDescription: String { path }

    init(_ path: String, _ content: String?) {
      self.path = path
      self.content = content
    }
  }

  /// A folder `in` with files and links, beside a folder `out`.
  private static func layOut() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("inside", to: "in/a/file")
    try folder.write("top", to: "in/file")
    try folder.write("outside", to: "out/file")
    let links = [
      "in/near": "file", "in/a/up": "../file", "in/a/deep": "../b/c", "in/b": "a", "in/a/c": "file",
      "in/absolute": folder.path + "/in/a/file", "in/absolute-folder": folder.path + "/in/a",
      "in/self": ".", "in/a/back": "..",
      "in/leak": "../out/file", "in/a/leak": "../../out/file", "in/leak-absolute": folder.path + "/out/file",
      "in/leak-folder": "../out", "in/leak-through": "a/leak", "in/zigzag": "a/../../in/file",
      "in/absolute-dots": folder.path + "/in/../out/file", "in/neighbour": folder.path + "/in2/file",
      "in/circle": "circle-back", "in/circle-back": "circle", "in/nowhere": "missing",
    ]
    try folder.write("beside", to: "in2/file")
    for (link, target) in links {
      let path = folder.url.appending(path: link).path
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }
    return folder
  }

  private static let cases = [
    Case("file", "top"), Case("a/file", "inside"), Case("near", "top"), Case("a/up", "top"), Case("a/deep", "inside"),
    Case("b/file", "inside"), Case("b/up", "top"), Case("absolute", "inside"), Case("absolute-folder/file", "inside"),
    Case("self/self/a/file", "inside"), Case("a/back/file", "top"), Case("a/../file", "top"),
    Case("./a/./file", "inside"),
    Case("leak", nil), Case("a/leak", nil), Case("leak-absolute", nil), Case("leak-folder/file", nil),
    Case("leak-through", nil), Case("zigzag", nil), Case("absolute-dots", nil), Case("neighbour", nil),
    Case("../out/file", nil), Case("a/../../out/file", nil), Case("/etc/hostname", nil), Case("b/../../out/file", nil),
    Case("self/../out/file", nil),
  ]

  @Test(arguments: [true, false])
  func nothingLeadsOutside(usesKernel: Bool) throws {
    let folder = try Self.layOut()
    let confined = ConfinedFolder(folder.path + "/in", usesKernel: usesKernel)
    for item in Self.cases {
      let read = Result { () throws(FileProblem) in try confined.bytes(item.path, named: item.path) }
      switch read {
      case .success(let bytes): #expect(String(decoding: bytes, as: UTF8.self) == item.content, "\(item.path)")
      case .failure(let problem):
        #expect(item.content == nil, "\(item.path): \(problem.reason)")
        #expect(problem.kind == .leadsOutside, "\(item.path): \(problem.reason)")
      }
    }
  }

  @Test(arguments: [true, false])
  func linksThatLeadNowhereEnd(usesKernel: Bool) throws {
    let folder = try Self.layOut()
    let confined = ConfinedFolder(folder.path + "/in", usesKernel: usesKernel)
    for path in ["circle", "nowhere", "missing", "a/missing/file", "file/below"] {
      #expect(throws: FileProblem.self, "\(path)") { try confined.bytes(path, named: path) }
    }
  }

  @Test func foldersAreListedInside() throws {
    let folder = try Self.layOut()
    let confined = ConfinedFolder(folder.path + "/in")
    #expect(try confined.entries(ofFolder: "b").map(\.name).contains("file"))
    #expect(try confined.kind(of: "b") == .folder)
    #expect(try confined.kind(of: "near") == .regular)
    #expect(throws: FileProblem.self) { try confined.entries(ofFolder: "leak-folder") }
  }

  /// While a link changes between a file inside and one outside, only the one inside is ever read.
  @Test(arguments: [true, false])
  func aLinkThatIsSwappedLeadsNowhereElse(usesKernel: Bool) async throws {
    let folder = try Self.layOut()
    let top = folder.path + "/in"
    let isDone = Atomic(false)
    let swapping = Thread {
      let manager = FileManager.default
      var turn = 0
      while !isDone.load(ordering: .relaxed) {
        turn += 1
        let target = turn.isMultiple(of: 2) ? "a" : "../out"
        let fresh = "\(top)/fresh"
        try? manager.createSymbolicLink(atPath: fresh, withDestinationPath: target)
        _ = unsafe rename(fresh, "\(top)/swapped")
      }
    }
    swapping.start()
    defer { isDone.store(true, ordering: .relaxed) }
    let confined = ConfinedFolder(top, usesKernel: usesKernel)
    var seen: Set<String> = []
    for _ in 0..<4000 {
      if let bytes = try? confined.bytes("swapped/file", named: "x") {
        seen.insert(String(decoding: bytes, as: UTF8.self))
      }
    }
    #expect(seen.isSubset(of: ["inside"]))
  }
}
