/// A damaged database gives at most some times its size in text, and never stops the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSQLite(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // A fuzzer does not come upon the head by itself: the input is one page of 512 bytes and what follows it.
  var bytes = Array("SQLite format 3\0".utf8) + [2, 0, 1, 1, 0, 64, 32, 32]
  bytes += [UInt8](repeating: 0, count: 76)
  bytes += unsafe UnsafeBufferPointer(start: start, count: count)
  if bytes.count < 1024 { bytes += [UInt8](repeating: 0, count: 1024 - bytes.count) }
  let text = SQLiteText.decoded(bytes)
  precondition(text.map { $0.count <= 20 * bytes.count } ?? false)
  return 0
}
