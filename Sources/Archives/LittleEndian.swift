extension [UInt8] {
  /// A little-endian number of `count` bytes; `nil` beyond the end, or when it is larger than any file.
  func littleEndian(_ width: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - width else { return nil }
    var number: UInt64 = 0
    for index in (offset..<offset + width).reversed() { number = number << 8 | UInt64(self[index]) }
    return number >> 56 == 0 ? Int(number) : nil
  }
}
