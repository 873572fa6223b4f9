#if canImport(Documents)
  import Documents
#endif

/// Offsets and positions are inverse at the start of every code point.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLines(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: min(count, 4096)))
  let lines = LineIndex(bytes)
  var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while offset <= bytes.count {
    precondition(lines.offset(of: lines.position(at: offset)) == offset)
    guard offset < bytes.count else { break }
    offset += UTF8Length.ofCodePoint(in: bytes[offset...])
  }
  for line in 1...lines.lineCount {
    precondition(lines.region(ofLine: line).map { $0.end <= bytes.count } ?? false)
  }
  return 0
}
