import Documents
import Linter

extension Location {
  /// The place for programs that know paths only: of an archive, which has no lines, the start.
  var inFile: Location {
    guard member != nil else { return self }
    let start = Position(line: 1, column: 1)
    return Location(path: path, region: Region(start: 0, end: 0), start: start, end: start)
  }
}

extension Finding {
  /// Where in an archive it is, to follow the message: " in config.js:3:5 of the archive"; "" outside of one.
  var memberWords: String {
    location.member.map { " in \($0):\(location.start.line):\(location.start.column) of the archive" } ?? ""
  }
}
