/// Every text found in digits and escapes has a place in the input for each of its parts, in the same order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEncoded(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let limit = 4 * count
  var decoded = 0
  for text in EncodedText.texts(in: bytes, limit: limit) {
    decoded += text.bytes.count
    var last = 0
    for index in text.bytes.indices {
      let place = text.place(of: index..<index + 1)
      precondition(place.lowerBound >= last && place.upperBound <= count && !place.isEmpty)
      last = place.lowerBound
    }
    guard !text.bytes.isEmpty else { continue }
    let whole = text.place(of: text.bytes.indices)
    precondition(whole.upperBound > last)
    precondition(text.digits.map { $0.lowerBound <= whole.lowerBound && whole.upperBound <= $0.upperBound } ?? true)
  }
  precondition(decoded <= limit)
  return 0
}
