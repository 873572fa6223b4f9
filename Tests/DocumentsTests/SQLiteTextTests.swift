import Documents
import Foundation
import TestSupport
import Testing

/// The values of a real database are found in its file, whatever the size of its pages and theirs.
struct SQLiteTextTests {
  static let isAvailable = (try? ProgramRun(["python3", "-c", "import sqlite3"], in: "/"))?.status == 0

  /// Makes a database; what is left behind is as if the program had been killed.
  private static func database(_ statements: String, in folder: TemporaryFolder) throws {
    let script = """
      import os, sqlite3
      db = sqlite3.connect("a.sqlite", isolation_level=None)
      \(statements)
      os._exit(0)
      """
    let run = try ProgramRun(["python3", "-c", script], in: folder.path)
    try #require(run.status == 0, "\(run.text)")
  }

  private static func lines(_ folder: TemporaryFolder, _ file: String = "a.sqlite") throws -> [Substring] {
    let bytes = Array(try Data(contentsOf: folder.url.appending(path: file)))
    let text = String(decoding: try #require(SQLiteText.decoded(bytes)), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let number = try #require(line.dropFirst(5).split(separator: ":").first.flatMap { Int($0) })
      let value = line.dropFirst("byte \(number): ".count)
      // An overflow page can come after the first bytes.
      #expect(bytes[number...].starts(with: value.utf8.prefix(4)))
    }
    return text.split(separator: "\n")
  }

  @Test(.enabled(if: isAvailable), arguments: [512, 4096, 65536])
  func findsEveryValue(_ pageSize: Int) throws {
    let folder = try TemporaryFolder()
    let lengths = [8, 30, 400, 478, 480, 1000, 4000, 4061, 4062, 5000, 70_000, 200_000]
    try Self.database(
      """
      db.execute("pragma page_size = \(pageSize)")
      db.execute("create table t (id integer primary key, a text, b blob, c real)")
      db.execute("create index i on t (a)")
      for length in [\(lengths.map(String.init).joined(separator: ", "))]:
          value = ("%d:" % length + "abcdefghi " * 20000)[:length]
          db.execute("insert into t (a, b, c) values (?, ?, 1.5)", (value, ("b" + value).encode()))
      """,
      in: folder
    )
    let lines = try Self.lines(folder).map { $0.split(separator: " ", maxSplits: 2).last.map(String.init) ?? "" }
    for length in lengths {
      let value = String(("\(length):" + String(repeating: "abcdefghi ", count: 20000)).prefix(length))
      // The index has it as well.
      #expect(lines.filter { $0 == value }.count >= 2, "\(length)")
      #expect(lines.contains("b" + value), "\(length)")
    }
  }

  @Test(.enabled(if: isAvailable), arguments: ["UTF-16le", "UTF-16be"])
  func readsUTF16(_ encoding: String) throws {
    let folder = try TemporaryFolder()
    try Self.database(
      """
      db.execute("pragma encoding = '\(encoding)'")
      db.execute("create table t (a text)")
      db.execute("insert into t values ('some text with ä and 🎉 in it')")
      """,
      in: folder
    )
    let bytes = Array(try Data(contentsOf: folder.url.appending(path: "a.sqlite")))
    let text = String(decoding: try #require(SQLiteText.decoded(bytes)), as: UTF8.self)
    #expect(text.contains(": some text with ä and 🎉 in it\n"))
  }

  /// What was written last may not be in the database itself yet.
  @Test(.enabled(if: isAvailable)) func readsTheLog() throws {
    let folder = try TemporaryFolder()
    try Self.database(
      """
      db.execute("pragma journal_mode = wal")
      db.execute("create table t (a text)")
      db.execute("insert into t values ('a short value')")
      db.execute("insert into t values (?)", ("a long one " * 1000,))
      """,
      in: folder
    )
    let lines = try Self.lines(folder, "a.sqlite-wal")
    #expect(lines.contains { $0.hasSuffix(": a short value") })
    #expect(lines.contains { $0.hasSuffix(": " + String(repeating: "a long one ", count: 1000)) })
  }

  @Test func otherBytesAreNoDatabase() {
    for bytes in [[], Array("SQLite format 3\0".utf8), Array(repeating: UInt8(0), count: 600)] {
      #expect(SQLiteText.decoded(bytes) == nil)
    }
  }

  /// Damage anywhere ends in less text, never in a stop.
  @Test(.enabled(if: isAvailable)) func damageIsHarmless() throws {
    let folder = try TemporaryFolder()
    try Self.database(
      """
      db.execute("pragma page_size = 512")
      db.execute("create table t (a text)")
      db.execute("create index i on t (a)")
      for number in range(30):
          db.execute("insert into t values (?)", ("%d " % number * 30 * number,))
      """,
      in: folder
    )
    let bytes = Array(try Data(contentsOf: folder.url.appending(path: "a.sqlite")))
    var random = RandomSource(seed: 1)
    for _ in 0..<300 {
      var damaged = Array(bytes.prefix(random.once(in: 3) ? random.below(bytes.count) : bytes.count))
      for _ in 0..<20 where damaged.count > 100 {
        let page = random.below(damaged.count / 512 + 1) * 512
        damaged[min(page + random.below(30), damaged.count - 1)] = random.bytes(1)[0]
      }
      if let text = SQLiteText.decoded(damaged) { #expect(text.count < 20 * bytes.count) }
    }
  }
}
