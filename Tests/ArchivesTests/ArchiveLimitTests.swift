import Foundation
import TestSupport
import Testing

@testable import Archives

/// What is out of bounds, encrypted or unknown is told, and nothing takes more than its share.
struct ArchiveLimitTests {
  /// An archive made by a script of Python, which has `z`, a zip file to write to, in `a.zip`.
  private static func zip(_ script: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let lines = ["import io, struct, zipfile", "with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as z:"]
    let body = script.split(separator: "\n").map { "    \($0)" }
    return try ArchiveReaderTests.python((lines + body).joined(separator: "\n"), makes: "a.zip", in: folder)
  }

  @Test func countsMembers() throws {
    var limits = ArchiveLimits()
    limits.members = 3
    let bytes = try Self.zip("for name in 'abcde': z.writestr(name, name)")
    let result = try #require(ArchiveReaderTests.read(bytes, limits: limits))
    #expect(Set(result.files.keys) == ["a", "b", "c"])
    #expect(result.problems == [ArchiveProblem(kind: .tooManyMembers, member: nil)])
    #expect(result.problems[0].words(limits) == "the archive has more than 3 members; the others were not looked at")
  }

  @Test(arguments: ["a.zip", "a.tar.gz", "a.tar", "a.gz"])
  func passesOverLargeMembers(_ name: String) throws {
    var limits = ArchiveLimits()
    limits.memberBytes = 100
    let contents = ["a": [UInt8](repeating: 97, count: 101), "b": [UInt8](repeating: 98, count: 100)]
    let folder = try ArchiveReaderTests.folder(contents)
    let command =
      switch name {
      case "a.zip": "cd in && python3 -m zipfile -c ../a.zip a b"
      case "a.gz": "gzip -c in/a > a.gz"
      default: "cd in && tar -c\(name.hasSuffix("gz") ? "z" : "")f ../\(name) a b"
      }
    let bytes = try ArchiveReaderTests.made(name, by: command, in: folder)
    let result = try #require(ArchiveReaderTests.read(bytes, named: name, limits: limits))
    #expect(result.files == (name == "a.gz" ? [:] : ["b": contents["b"] ?? []]))
    #expect(result.problems == [ArchiveProblem(kind: .tooLarge, member: "a")])
  }

  /// The size that a directory tells is not believed.
  @Test func passesOverMembersThatLie() throws {
    var limits = ArchiveLimits()
    limits.memberBytes = 100
    let bytes = try Self.zip("z.writestr('a', 'x' * 1000)")
    let entry = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    var lying = bytes
    lying.replaceSubrange(entry + 24..<entry + 28, with: [1, 0, 0, 0])
    #expect(try #require(ArchiveReaderTests.read(lying)).files["a"]?.count == 1000)
    let result = try #require(ArchiveReaderTests.read(lying, limits: limits))
    #expect(result.files.isEmpty && result.problems == [ArchiveProblem(kind: .tooLarge, member: "a")])
  }

  /// What archives in an archive take is not there for the rest of it, in parts of what may be unpacked.
  @Test(arguments: ["0.55, 0.36", "0.9, 0.9", "0.4, 0.4, 0.1", "0.1, 0.2, 0.3, 0.3"])
  func sharesWhatMayBeUnpacked(_ parts: String) throws {
    let limits = ArchiveLimits()
    let script = """
      import io, tarfile
      def add(archive, name, content):
          member = tarfile.TarInfo(name)
          member.size = len(content)
          archive.addfile(member, io.BytesIO(content))
      with tarfile.open('a.tgz', 'w:gz') as outer:
          for index, part in enumerate([\(parts)]):
              inner = io.BytesIO()
              with tarfile.open(fileobj=inner, mode='w') as archive:
                  add(archive, 'x', b'a' * int(part * \(limits.leastBytes)))
              add(outer, f'{index}.tar', inner.getvalue())
      """
    let bytes = try ArchiveReaderTests.python(script, makes: "a.tgz", in: TemporaryFolder())
    #expect(limits.allowance(forSize: bytes.count) == limits.leastBytes)
    let result = try #require(ArchiveReaderTests.read(bytes, named: "a.tgz", limits: limits))
    #expect(result.files.values.reduce(0) { $0 + $1.count } <= limits.leastBytes)
    #expect(result.problems.map(\.kind) == [.exhausted])
  }

  @Test func tellsWhatItCannotRead() throws {
    let bytes = try Self.zip(
      """
      z.writestr('a', 'text')
      z.writestr('b', 'text' * 100, compress_type=zipfile.ZIP_BZIP2)
      z.writestr('c', 'text' * 100, compress_type=zipfile.ZIP_LZMA)
      """
    )
    let result = try #require(ArchiveReaderTests.read(bytes))
    #expect(result.files == ["a": Array("text".utf8)])
    #expect(
      result.problems.map { $0.words(ArchiveLimits()) } == [
        "2 of its members, b the first, are compressed in a way that is not known here, and not looked at"
      ]
    )
    var encrypted = bytes
    let entry = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    encrypted[entry + 8] |= 1
    let problems = try #require(ArchiveReaderTests.read(encrypted)).problems
    #expect(problems.first?.words(ArchiveLimits()) == "its member a is encrypted and was not looked at")
  }

  /// A file of 10 MB of zeros in 10 kB, in an archive in an archive: text does not shrink so.
  @Test func unpacksNoBomb() throws {
    let bytes = try Self.zip(
      """
      inner = io.BytesIO()
      with zipfile.ZipFile(inner, 'w', zipfile.ZIP_DEFLATED) as y:
          for name in 'abcdefghijklmnop': y.writestr(name, bytes(10_000_000))
      for name in 'abcdefghijklmnop': z.writestr(name + '.zip', inner.getvalue())
      """
    )
    var unpacked = 0
    var reader = ArchiveReader(limits: ArchiveLimits())
    reader.read(bytes, as: .zip, named: "a.zip") { unpacked += $1.count }
    #expect(unpacked <= max(1 << 20, 200 * bytes.count))
    #expect(reader.problems.map(\.kind) == [.exhausted])
    #expect(reader.problems[0].words(reader.limits).hasPrefix("the archive unpacks to more than 200 times its size"))
  }

  /// Thousands of members that share their content, as in "A better zip bomb" (WOOT 2019).
  @Test(arguments: ["ZIP_STORED", "ZIP_DEFLATED"])
  func readsSharedContentOnlySoOften(_ method: String) throws {
    let folder = try TemporaryFolder()
    let bytes = try ArchiveReaderTests.python(
      """
      import zipfile
      with zipfile.ZipFile("a.zip", "w", zipfile.\(method)) as z:
          z.writestr("a", b"0123456789abcdef" * 65536)
          first = z.infolist()[0]
          for index in range(20000):
              info = zipfile.ZipInfo("b%d" % index)
              for name in ["header_offset", "compress_size", "file_size", "CRC", "compress_type"]:
                  setattr(info, name, getattr(first, name))
              z.filelist.append(info)
      """,
      makes: "a.zip",
      in: folder
    )
    var unpacked = 0
    var reader = ArchiveReader(limits: ArchiveLimits())
    reader.read(bytes, as: .zip, named: "a.zip") { unpacked += $1.count }
    #expect(unpacked > 1 << 20 && unpacked <= min(512 << 20, 200 * bytes.count))
    #expect(reader.problems.map(\.kind) == [.exhausted])
  }
}
