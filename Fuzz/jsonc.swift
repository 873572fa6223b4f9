/// Feeds bytes to the JSONC parser; the checks stop the fuzzer where a promise is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let document = JSONCParser.parse(bytes)
  precondition(document.errors.count <= 100)
  for error in document.errors {
    precondition(error.region.start >= 0 && error.region.end <= count)
    precondition(!error.region.isEmpty || error.region.start == count)
  }
  check(document.root, within: count)
  return 0
}

private func check(_ node: Node, within count: Int) {
  precondition(node.region.start >= 0 && node.region.end <= count)
  for element in node.array ?? [] { check(element, within: count) }
  for member in node.table?.members ?? [] {
    precondition(member.keyRegion.start >= 0 && member.keyRegion.end <= count)
    check(member.node, within: count)
  }
}
