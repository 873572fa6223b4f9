/// Parses the output of `git diff-tree --stdin -c --raw -z --format=%H`, in pieces of any size.
///
/// A commit is its name and a NUL byte; a change is one or, for a merge, several colons, the modes, the objects and the
/// status, a NUL byte, the path, a NUL byte. A line feed may precede either.
struct RawHistoryReader {
  enum Event {
    case commit(ObjectID)
    /// A file's content, and its path.
    case content(ObjectID, ArraySlice<UInt8>)
  }

  private var rest: [UInt8] = []
  /// The content whose path comes next; an inner `nil`: a change without content, such as a deletion.
  private var pending: ObjectID??

  mutating func read(_ chunk: ArraySlice<UInt8>, _ body: (Event) -> Void) {
    var start = chunk.startIndex
    while let end = chunk[start...].firstIndex(of: 0) {
      if rest.isEmpty {
        take(chunk[start..<end], body)
      } else {
        rest += chunk[start..<end]
        take(rest[...], body)
        rest.removeAll(keepingCapacity: true)
      }
      start = end + 1
    }
    rest += chunk[start...]
  }

  private mutating func take(_ part: ArraySlice<UInt8>, _ body: (Event) -> Void) {
    if let object = pending {
      pending = .none
      if let object { body(.content(object, part)) }
      return
    }
    let text = part.drop { $0 == UInt8(ascii: "\n") }
    let parents = text.prefix { $0 == UInt8(ascii: ":") }.count
    if parents > 0 {
      pending = .some(Self.content(text.dropFirst(parents), parents: parents))
    } else if let commit = ObjectID(hexadecimal: text) {
      body(.commit(commit))
    }
  }

  /// The object of the result, if that is a file.
  private static func content(_ text: ArraySlice<UInt8>, parents: Int) -> ObjectID? {
    let fields = text.split(separator: UInt8(ascii: " "))
    guard fields.count == 2 * parents + 3,
      let mode = TrackedFile.Mode(String(decoding: fields[parents], as: UTF8.self)), mode.isFile
    else { return nil }
    return ObjectID(hexadecimal: fields[2 * parents + 1])
  }
}
