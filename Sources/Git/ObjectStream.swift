import System
import SystemPackage

/// The answers of `git cat-file --batch`, one at a time.
struct ObjectStream: ~Copyable {
  /// What git says about one object.
  struct Answer {
    /// The object; `nil` when it was requested by another kind of name and does not exist.
    let object: ObjectID?
    let outcome: Outcome
  }

  /// What kind of object is asked for.
  enum Kind: String {
    case file = "blob"
    case folder = "tree"
  }

  enum Outcome {
    /// The content is in the buffer.
    case content
    /// The content was skipped.
    case tooLarge
    /// The object is of another kind than was asked for.
    case otherKind
    /// The repository does not have it.
    case missing
  }

  static let arguments = ["cat-file", "--batch"]

  private let git: GitProcess
  private var child: ChildProcess
  private var chunk = [UInt8](repeating: 0, count: 256 << 10)
  private var start = 0
  private var end = 0

  /// - Parameter isBuffered: whether git may buffer answers: for callers that do not wait for each.
  init(_ git: GitProcess, isBuffered: Bool) throws(GitError) {
    self.git = git
    child = try git.start(Self.arguments + (isBuffered ? ["--buffer"] : []), input: .pipe)
  }

  /// Where to write names of objects, each followed by a line feed; the caller closes it.
  mutating func takeInput() throws(GitError) -> FileDescriptor {
    guard let input = child.takeInput() else { throw failure("it takes no questions") }
    return input
  }

  /// The next answer; `nil` at the end.
  ///
  /// - Parameters:
  ///   - limit: larger contents are skipped without being held in memory.
  ///   - kind: the expected kind; an object of another kind is skipped.
  ///   - endsAtLarge: whether to stop at such a content instead of waiting for git to unpack it.
  mutating func next(
    limit: Int,
    into buffer: inout [UInt8],
    kind: Kind = .file,
    endsAtLarge: Bool = false
  ) throws(GitError) -> Answer? {
    guard let line = try line() else {
      try git.check(child.end(), Self.arguments)
      return nil
    }
    let fields = line[...].split(separator: UInt8(ascii: " "))
    let object = fields.first.flatMap { ObjectID(hexadecimal: $0) }
    guard object != nil || fields.last?.elementsEqual("missing".utf8) == true else {
      // The rest will not be read; the writer of questions must not block on it.
      _ = child.end()
      throw failure("its answer `\(String(decoding: line.prefix(80), as: UTF8.self))` is not understood")
    }
    guard fields.count == 3, let size = Int(String(decoding: fields[2], as: UTF8.self)) else {
      return Answer(object: object, outcome: .missing)
    }
    let isContent = fields[1].elementsEqual(kind.rawValue.utf8)
    if isContent, size <= limit {
      try take(size, into: &buffer)
      try skip(1)
      return Answer(object: object, outcome: .content)
    }
    if !(isContent && endsAtLarge) { try skip(size + 1) }
    return Answer(object: object, outcome: isContent ? .tooLarge : .otherKind)
  }

  private func failure(_ message: String) -> GitError {
    .failed(command: Self.arguments[0], status: -1, message: message)
  }

  /// Refills the chunk; `false` at the end of the output.
  private mutating func refill() throws(GitError) -> Bool {
    start = 0
    do {
      end = try child.read(into: &chunk, at: 0, count: chunk.count)
    } catch {
      throw failure("\(error)")
    }
    return end > 0
  }

  private mutating func line() throws(GitError) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if start == end, try !refill() { return line.isEmpty ? nil : line }
      if let feed = chunk[start..<end].firstIndex(of: UInt8(ascii: "\n")) {
        line += chunk[start..<feed]
        start = feed + 1
        return line
      }
      line += chunk[start..<end]
      start = end
    }
  }

  private mutating func take(_ size: Int, into buffer: inout [UInt8]) throws(GitError) {
    buffer.removeAll(keepingCapacity: true)
    buffer.reserveCapacity(size)
    while buffer.count < size {
      if start == end, try !refill() { throw brokenOff() }
      let count = min(size - buffer.count, end - start)
      buffer.append(contentsOf: chunk[start..<start + count])
      start += count
    }
  }

  private mutating func skip(_ size: Int) throws(GitError) {
    var rest = size
    while rest > 0 {
      if start == end, try !refill() { throw brokenOff() }
      let count = min(rest, end - start)
      start += count
      rest -= count
    }
  }

  /// git ended in the middle of an answer: its error message says why.
  private mutating func brokenOff() -> GitError {
    let end = child.end()
    return end.status == 0
      ? failure("its answer breaks off") : GitError(end, command: Self.arguments[0], folder: git.folder)
  }
}
