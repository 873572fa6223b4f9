#if canImport(Documents)
  import Documents
#endif

/// Any bytes are a dotenv file; every place it names lies inside it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDotenv(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let document = DotenvDocument.parse(bytes)
  let file = Region(start: 0, end: bytes.count)
  for entry in document.entries {
    precondition(file.contains(entry.keyRegion) && file.contains(entry.valueRegion))
    precondition(entry.valueRegion.contains(entry.contentRegion))
    precondition(entry.problems.allSatisfy { file.contains($0.region) })
    precondition(entry.hashCut.map { bytes[$0.start] == UInt8(ascii: "#") } ?? true)
    precondition(file.contains(entry.region(ofValue: 0..<entry.value.utf8.count, in: bytes)))
  }
  precondition(document.ignoredLines.allSatisfy { file.contains($0.region) && !$0.region.isEmpty })
  precondition(DotenvExpansion.expand(document.values).entries.count == document.keys.count)
  return 0
}
