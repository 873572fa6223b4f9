import System
import SystemPackage
import Testing

@testable import Git

/// Programs are started, fed and ended without a thread pool.
struct ChildProcessTests {
  private func shell(_ script: String, input: ChildProcess.Input = .nothing) throws -> ChildProcess {
    try ChildProcess("/bin/sh", arguments: ["-c", script], environment: ["PATH=/usr/bin:/bin"], input: input)
  }

  private func output(of child: inout ChildProcess) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1000)
    while case let count = try child.read(into: &chunk, at: 0, count: chunk.count), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  @Test func outputAndStatus() throws {
    var child = try shell("echo out; echo complaint >&2; exit 3")
    #expect(String(decoding: try output(of: &child), as: UTF8.self) == "out\n")
    let end = child.end()
    #expect(end.status == 3)
    #expect(String(decoding: end.message, as: UTF8.self) == "complaint\n")
  }

  @Test func aSignalIsAStatusAsInAShell() throws {
    var child = try shell("kill -TERM $$")
    #expect(child.end().status == 128 + 15)
  }

  /// A program that complains without end is never blocked by us.
  @Test func longComplaints() throws {
    var child = try shell("i=0; while [ $i -lt 20000 ]; do echo complaint $i >&2; i=$((i+1)); done; echo done")
    #expect(String(decoding: try output(of: &child), as: UTF8.self) == "done\n")
    let end = child.end()
    #expect(end.status == 0)
    #expect(end.message.count < 20_000)
  }

  @Test func inputThroughAPipe() throws {
    var child = try shell("cat", input: .pipe)
    let taken = child.takeInput()
    let input = try #require(taken)
    try input.closeAfter { _ = try input.writeAll("question\n".utf8) }
    #expect(String(decoding: try output(of: &child), as: UTF8.self) == "question\n")
    #expect(child.end().status == 0)
  }

  @Test func oneProgramFeedsAnother() throws {
    var first = try shell("echo one; echo two")
    let taken = first.takeOutput()
    var second = try shell("tail -n 1", input: .file(try #require(taken)))
    #expect(String(decoding: try output(of: &second), as: UTF8.self) == "two\n")
    #expect(first.end().status == 0)
    #expect(second.end().status == 0)
  }

  /// Writing to a program that is gone is an error and not the end of us.
  @Test func aProgramThatEndsEarly() throws {
    var child = try shell("exit 0", input: .pipe)
    let taken = child.takeInput()
    let input = try #require(taken)
    #expect(child.end().status == 0)
    #expect(throws: (any Error).self) {
      try input.closeAfter { _ = try input.writeAll([UInt8](repeating: 0, count: 1 << 20)) }
    }
  }

  @Test func aProgramThatIsNotThere() {
    #expect(throws: (any Error).self) {
      _ = try ChildProcess("/nowhere/git", arguments: [], environment: [], input: .nothing)
    }
  }

  /// Many at once: no pipe is inherited by another program, which would keep it open.
  @Test func manyAtOnce() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          var child = try shell("cat; echo \(number)", input: .pipe)
          try child.takeInput()?.close()
          #expect(String(decoding: try output(of: &child), as: UTF8.self) == "\(number)\n")
          #expect(child.end().status == 0)
        }
      }
      try await group.waitForAll()
    }
  }
}
