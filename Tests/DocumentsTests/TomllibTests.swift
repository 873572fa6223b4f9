import Documents
import Foundation
import TestSupport
import Testing

/// What `tomllib`, the TOML reader of Python 3.11 and later, makes of documents.
@Suite(.enabled(if: Tomllib.isAvailable, "needs python3 of version 3.11 or later"))
struct TomllibTests {
  @Test func agreesOnDocumentsAtRandom() throws {
    var writer = RandomTOML(seed: 3)
    try compare((0..<400).map { _ in writer.document() })
  }

  @Test func agreesOnWhatIsDefinedTwice() throws {
    var writer = RandomTOML(seed: 4)
    try compare((0..<3000).map { _ in writer.collidingDocument() })
  }

  /// Documents that the specification allows and `tomllib` refuses, or reads otherwise.
  private static let deviations: Set<String> = []

  @Test func agreesOnCorners() throws {
    try compare((TOMLCornerCases.valid + TOMLCornerCases.invalid).filter { !Self.deviations.contains($0) })
  }

  private func compare(_ texts: [String]) throws {
    let readings = try Tomllib.read(texts)
    try #require(readings.count == texts.count)
    for (text, theirs) in zip(texts, readings) {
      let ours = TOMLParser.parse(Array(text.utf8))
      let reading = ours.errors.isEmpty ? ours.root.canonicalText(date: CanonicalDate.text) : "refused"
      #expect(reading == theirs, "\(text)")
    }
  }
}

/// Runs Python's TOML reader.
enum Tomllib {
  static let isAvailable = (try? read(["a = 1"])) == ["{\"a\":1}"]

  /// The canonical text of each document, or "refused".
  static func read(_ texts: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tomllib-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "documents.json")
    try JSONEncoder().encode(texts).write(to: input)

    let run = try ProgramRun(["python3", "-c", script, input.path()], in: folder.path(), mergesErrors: false)
    guard run.status == 0 else { return [] }
    return try JSONDecoder().decode([String].self, from: Data(run.text.utf8))
  }

  /// Writes values in the form of `Node.canonicalText`.
  private static let script = #"""
    import datetime, json, math, struct, sys, tomllib

    def quoted(text):
        data = text.encode("utf-16-be")
        units = [data[i] << 8 | data[i + 1] for i in range(0, len(data), 2)]
        plain = lambda u: 0x20 <= u < 0x7F and u not in (0x22, 0x5C)
        return '"' + "".join(chr(u) if plain(u) else "\\u%04x" % u for u in units) + '"'

    def date(value):
        text = ""
        if isinstance(value, datetime.date):
            text = "%04d-%02d-%02d" % (value.year, value.month, value.day)
            if not isinstance(value, datetime.datetime):
                return text
            text += "T"
        text += "%02d:%02d:%02d.%06d000" % (value.hour, value.minute, value.second, value.microsecond)
        offset = value.utcoffset()
        if offset is not None:
            minutes = round(offset.total_seconds() / 60)
            text += ("+%d" if minutes >= 0 else "%d") % minutes
        return text

    def canonical(value):
        if isinstance(value, bool): return "true" if value else "false"
        if isinstance(value, str): return quoted(value)
        if isinstance(value, int):
            if not -2**63 <= value < 2**63: raise ValueError("more than 64 bits")
            return str(value)
        if isinstance(value, float):
            return "nan" if math.isnan(value) else "f%x" % struct.unpack(">Q", struct.pack(">d", value))
        if isinstance(value, list): return "[" + ",".join(map(canonical, value)) + "]"
        if isinstance(value, dict):
            return "{" + ",".join(sorted(quoted(k) + ":" + canonical(v) for k, v in value.items())) + "}"
        return "@" + date(value)

    def read(text):
        try:
            return canonical(tomllib.loads(text.removeprefix("\ufeff")))
        except ValueError:
            return "refused"

    with open(sys.argv[1]) as file:
        print(json.dumps([read(text) for text in json.load(file)]))
    """#
}
