/// A place in a source, counted from 1: line, and column in Unicode code points.
package struct Position: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Translates byte offsets of one source to positions and back.
///
/// Lines end with LF or CRLF. A byte order mark at the start takes no column, as in an editor. A byte that is not
/// part of valid UTF-8 counts as one column.
package struct LineIndex: Sendable {
  /// The byte offset at which each line starts; never empty.
  private let starts: [Int]
  /// Marks inside long lines with known columns, so that a column far out is not counted from the start of the line.
  private let marks: [Mark]
  private let bytes: [UInt8]

  private struct Mark {
    let offset: Int
    let column: Int
  }

  /// How many bytes are between two marks of a line.
  private static let markDistance = 4096

  package init(_ bytes: [UInt8]) {
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.starts = starts
    self.bytes = bytes
    marks = zip(starts, starts.dropFirst() + [bytes.count])
      .filter { $1 - $0 > 2 * Self.markDistance }
      .flatMap { Self.marks(in: bytes[$0..<$1]) }
  }

  private static func marks(in line: ArraySlice<UInt8>) -> [Mark] {
    var marks: [Mark] = []
    var offset = line.startIndex
    var column = 1
    var next = offset + markDistance
    while offset < line.endIndex {
      if offset >= next {
        marks.append(Mark(offset: offset, column: column))
        next += markDistance
      }
      offset += line[offset] < 0x80 ? 1 : UTF8Length.ofCodePoint(in: line[offset...])
      column += 1
    }
    return marks
  }

  package var lineCount: Int { starts.count }

  /// The position of a byte offset; offsets outside the source are clamped.
  package func position(at offset: Int) -> Position {
    let offset = min(max(offset, starts[0]), bytes.count)
    let line = lineNumber(at: offset)
    var known = Mark(offset: starts[line - 1], column: 1)
    if offset - known.offset > Self.markDistance {
      let after = marks.partitioningIndex { $0.offset > offset }
      if after > 0, marks[after - 1].offset > known.offset { known = marks[after - 1] }
    }
    return Position(
      line: line,
      column: known.column + UTF8Length.codePoints(in: bytes[known.offset..<max(known.offset, offset)])
    )
  }

  /// The number, from 1, of the line that holds a byte offset.
  package func lineNumber(at offset: Int) -> Int {
    max(1, starts.partitioningIndex { $0 > offset })
  }

  /// The bytes of a line, without its line ending.
  ///
  /// `nil` for a line that does not exist.
  package func region(ofLine line: Int) -> Region? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : bytes.count
    if line < starts.count, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Region(start: start, end: end)
  }

  /// The byte offset of a position, the inverse of `position(at:)`.
  ///
  /// `nil` for a place outside the source.
  package func offset(of position: Position) -> Int? {
    guard position.column >= 1, position.line >= 1, position.line <= starts.count else { return nil }
    let start = starts[position.line - 1]
    let end = position.line < starts.count ? starts[position.line] : bytes.count
    var offset = start
    for _ in 1..<position.column {
      guard offset < end else { return nil }
      offset += UTF8Length.ofCodePoint(in: bytes[offset..<end])
    }
    return offset
  }
}

/// Counts code points in bytes that may or may not be valid UTF-8.
package enum UTF8Length {
  /// The number of code points, an invalid byte counting as one.
  package static func codePoints(in bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes
    var count = 0
    while let first = rest.first {
      rest = rest.dropFirst(first < 0x80 ? 1 : ofCodePoint(in: rest))
      count += 1
    }
    return count
  }

  /// The number of bytes of the first code point; 1 for an invalid byte.
  ///
  /// The slice must not be empty.
  package static func ofCodePoint(in bytes: ArraySlice<UInt8>) -> Int {
    let first = bytes[bytes.startIndex]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 1
    }
    let sequence = bytes.prefix(length)
    guard sequence.count == length, sequence.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return 1 }
    // Overlong forms, surrogates and values above U+10FFFF are not code points.
    let second = sequence[sequence.startIndex + 1]
    switch (first, second) {
    case (0xE0, 0x80..<0xA0), (0xED, 0xA0...), (0xF0, 0x80..<0x90), (0xF4, 0x90...): return 1
    default: return length
    }
  }
}
