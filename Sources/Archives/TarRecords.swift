/// What the records before a member of a tar archive say about it.
struct TarRecords {
  var name: [UInt8]?
  private(set) var size: Int?

  /// More than real records need; longer ones are skipped.
  static let limit = 1 << 20

  /// Reads records of the form `27 path=some/long/name`, each preceded by its own length (POSIX.1-2017, pax, "pax
  /// Extended Header").
  mutating func add(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let blank = rest.firstIndex(of: 0x20), let length = Int(String(decoding: rest[..<blank], as: UTF8.self)),
      length > blank - rest.startIndex + 1, length <= rest.count
    {
      let record = rest[(blank + 1)..<(rest.startIndex + length)]
      rest = rest.dropFirst(length)
      guard record.last == 0x0A, let sign = record.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = record[(sign + 1)...].dropLast()
      let key = record[..<sign]
      if key.elementsEqual("path".utf8) || key.elementsEqual("GNU.sparse.name".utf8) {
        name = Array(value)
      } else if key.elementsEqual("size".utf8), let size = Int(String(decoding: value, as: UTF8.self)),
        0..<1 << 56 ~= size
      {
        self.size = size
      }
    }
  }
}
