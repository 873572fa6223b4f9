import Foundation
import TestSupport
import Testing

@testable import Archives

/// What real programs pack is read back, name by name and byte by byte.
struct ArchiveReaderTests {
  /// Reads an archive; two members of one name would end the test.
  static func read(
    _ bytes: [UInt8],
    named name: String = "a.zip",
    limits: ArchiveLimits = ArchiveLimits()
  ) -> (files: [String: [UInt8]], problems: [ArchiveProblem])? {
    guard let form = ArchiveForm(bytes, named: name) else { return nil }
    var files: [String: [UInt8]] = [:]
    var reader = ArchiveReader(limits: limits)
    reader.read(bytes, as: form, named: name) { name, content in
      #expect(files.updateValue(content, forKey: name) == nil)
    }
    return (files, reader.problems)
  }

  /// Texts of every size that the formats treat in a way of its own.
  static let contents: [String: [UInt8]] = {
    var random = RandomSource(seed: 7)
    var contents: [String: [UInt8]] = [
      "a.txt": Array("one\ntwo\n".utf8), "empty.txt": [], "dir/ü 漢.txt": Array("ü".utf8),
      "dir/deep/\(String(repeating: "n", count: 90))/\(String(repeating: "m", count: 90)).js": Array("long".utf8),
      "\(String(repeating: "p", count: 140)).js": Array("longer".utf8),
    ]
    for size in [511, 512, 513, 65_535, 65_536, 65_537, 300_000] {
      contents["size/\(size)"] = random.bytes(size)
      contents["text/\(size)"] = Array(repeating: UInt8(ascii: "x"), count: size)
    }
    return contents
  }()

  static func folder(_ contents: [String: [UInt8]] = contents) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in contents { try folder.write(Data(bytes), to: "in/\(name)") }
    return folder
  }

  /// Runs a command in a shell and gives the file that it makes.
  static func made(_ file: String, by command: String, in folder: TemporaryFolder) throws -> [UInt8] {
    let run = try ProgramRun(["sh", "-c", command], in: folder.path)
    try #require(run.status == 0, "\(run.text)")
    return Array(try Data(contentsOf: folder.url.appending(path: file)))
  }

  static func python(_ script: String, makes file: String, in folder: TemporaryFolder) throws -> [UInt8] {
    try folder.write(script, to: "make.py")
    return try made(file, by: "python3 make.py", in: folder)
  }

  @Test(arguments: ["ustar", "gnu", "pax", "v7"], ["tar", "tar.gz"])
  func readsTar(_ format: String, _ ending: String) throws {
    var contents = Self.contents
    // These formats have no room for long names.
    if format == "v7" || format == "ustar" { contents = contents.filter { $0.key.utf8.count < 100 } }
    let folder = try Self.folder(contents)
    let file = "a.\(ending)"
    let command = "cd in && tar -c \(ending == "tar" ? "" : "-z") --format=\(format) -f ../\(file) *"
    let result = try #require(Self.read(try Self.made(file, by: command, in: folder), named: file))
    #expect(result.files == contents)
    #expect(result.problems == [])
  }

  @Test(arguments: ["ZIP_STORED", "ZIP_DEFLATED"])
  func readsZip(_ method: String) throws {
    let folder = try Self.folder()
    let bytes = try Self.python(
      """
      import os, zipfile
      with zipfile.ZipFile("a.zip", "w", zipfile.\(method)) as archive:
          for top, folders, files in os.walk("in"):
              for name in folders + files:
                  path = os.path.join(top, name)
                  archive.write(path, path[3:])
          archive.comment = b"a comment"
      """,
      makes: "a.zip",
      in: folder
    )
    let result = try #require(Self.read(bytes))
    #expect(result.files == Self.contents)
    #expect(result.problems == [])
    // A program that unpacks itself.
    let behind = try #require(Self.read(Array("#!/bin/sh\nexec unzip\n".utf8) + bytes, named: "a.jar"))
    #expect(behind.files == Self.contents)
    #expect(Self.read(Array("#!/bin/sh\n".utf8) + bytes, named: "a.sh") == nil)
  }

  /// Sizes and counts that 32 and 16 bits do not hold are written as if they did not.
  @Test func readsZip64() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.python(
      """
      import zipfile
      zipfile.ZIP64_LIMIT = 10
      zipfile.ZIP_FILECOUNT_LIMIT = 1
      with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
          for name in "abc":
              with archive.open(name, "w", force_zip64=True) as member:
                  member.write(name.encode() * 1000)
      """,
      makes: "a.zip",
      in: folder
    )
    let result = try #require(Self.read(bytes))
    #expect(result.files.mapValues(\.count) == ["a": 1000, "b": 1000, "c": 1000])
    #expect(bytes.firstRange(of: [0x50, 0x4B, 6, 6]) != nil)
    #expect(result.problems == [])
  }

  @Test func readsGzip() throws {
    let folder = try Self.folder(["a.sql": Array("select 1;\n".utf8), "b.sql": Array("select 2;\n".utf8)])
    // Several parts are one file.
    let bytes = try Self.made("c.gz", by: "gzip in/*.sql && cat in/a.sql.gz in/b.sql.gz > c.gz", in: folder)
    let result = try #require(Self.read(bytes, named: "dump.sql.gz"))
    #expect(result.files == ["dump.sql": Array("select 1;\nselect 2;\n".utf8)])
    #expect(result.problems == [])
  }

  @Test func readsArchivesInArchives() throws {
    let folder = try Self.folder(["x.txt": Array("x".utf8)])
    let command = """
      cd in && tar -cf a.tar x.txt && gzip -k x.txt && python3 -m zipfile -c b.zip a.tar x.txt.gz &&
      tar -czf ../c.tgz b.zip x.txt && cd .. && python3 -m zipfile -c d.zip c.tgz
      """
    let outer = try Self.made("d.zip", by: command, in: folder)
    let whole = Array(try Data(contentsOf: folder.url.appending(path: "c.tgz")))
    let inner = try #require(Self.read(whole, named: "c.tgz"))
    #expect(Set(inner.files.keys) == ["x.txt", "b.zip!/a.tar!/x.txt", "b.zip!/x.txt.gz!/x.txt"])
    #expect(inner.problems == [])
    let result = try #require(Self.read(outer))
    #expect(Set(result.files.keys) == ["c.tgz!/x.txt"])
    #expect(result.problems.map(\.kind) == [.tooDeep])
    #expect(result.problems[0].member == "c.tgz!/b.zip!/a.tar" && result.problems[0].count == 2)
  }

  /// Whoever made the archive may have called a member anything; two may even share a name.
  @Test func namesAreShownWithoutHarm() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.python(
      #"""
      import io, tarfile
      with tarfile.open("a.tar", "w", format=tarfile.GNU_FORMAT, encoding="utf-8", errors="surrogateescape") as archive:
          for name in ["../../etc/passwd", "/abs", "a\nb", "a\x1b[31mb", b"\xff\xfe".decode("utf-8", "surrogateescape"), "same", "same"]:
              info = tarfile.TarInfo(name)
              info.size = 1
              archive.addfile(info, io.BytesIO(b"x"))
      """#,
      makes: "a.tar",
      in: folder
    )
    let result = try #require(Self.read(bytes))
    #expect(
      Set(result.files.keys) == [
        "../../etc/passwd", "/abs", "a\\x0ab", "a\\x1b[31mb", "\\xff\\xfe", "same", "same (2)",
      ]
    )
  }

  /// Links, folders and devices have no content; a sparse file has some.
  @Test func passesOverWhatIsNoFile() throws {
    let folder = try Self.folder(["a.txt": Array("a".utf8)])
    let command = """
      cd in && ln -s a.txt link && ln a.txt hard && mkfifo pipe && truncate -s 1M holes && printf end >> holes &&
      tar -c --sparse --format=gnu -f ../a.tar * && tar -c --sparse --format=pax -f ../b.tar *
      """
    let gnu = try #require(Self.read(try Self.made("a.tar", by: command, in: folder)))
    #expect(gnu.files["a.txt"] == Array("a".utf8))
    #expect(gnu.files["holes"]?.suffix(3).elementsEqual("end".utf8) == true)
    #expect(gnu.problems == [] && gnu.files.count == 2)
    let pax = try #require(Self.read(Array(try Data(contentsOf: folder.url.appending(path: "b.tar")))))
    #expect(pax.files["holes"]?.suffix(3).elementsEqual("end".utf8) == true)
    #expect(pax.problems == [] && pax.files.count == 2)
  }
}
