/// Whatever is taken for an archive gives its members and no more than may be, and never stops the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchive(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  // The first byte chooses the name; a fuzzer does not come upon the sum of a tar header by itself.
  let choice = bytes.isEmpty ? 0 : bytes.removeFirst()
  if choice & 1 == 1, bytes.count >= 512 {
    let sum = bytes[..<512].enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
    let digits = Array(String(sum, radix: 8).utf8)
    bytes.replaceSubrange(148..<156, with: [UInt8](repeating: 0x30, count: 7 - digits.count) + digits + [0])
  }
  let name = choice & 2 == 2 ? "a.tar" : "a.zip"
  guard let form = ArchiveForm(bytes, named: name) else { return 0 }
  var limits = ArchiveLimits()
  (limits.memberBytes, limits.leastBytes, limits.members) = (1 << 16, 1 << 18, 100)
  var reader = ArchiveReader(limits: limits)
  var total = 0
  var members = 0
  reader.read(bytes, as: form, named: name) { _, content in
    precondition(content.count <= limits.memberBytes)
    total += content.count
    members += 1
  }
  precondition(members <= limits.members)
  // Each archive in another has no more than what is left to the outer one when it starts.
  precondition(total <= limits.depth * limits.allowance(forSize: bytes.count))
  return 0
}
