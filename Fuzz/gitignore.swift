#if canImport(Documents)
  import Documents
#endif

/// The first line is a path, the rest an ignore file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGitignore(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let path = Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
  let text = Array(bytes.dropFirst(path.count + 1))
  let file = IgnoreFile(path: ".gitignore", folder: "", bytes: text)
  for pattern in file.patterns {
    precondition(pattern.region.end <= text.count && !pattern.region.isEmpty)
  }
  let rules = IgnoreRules(files: [file])
  let decision = rules.decision(forPath: path, isDirectory: true)
  precondition(decision.map { $0.isIgnored != $0.pattern.isNegated } ?? true)
  // A file is never ignored where a folder of that name is not, but for what a negation for folders takes back.
  if !file.patterns.contains(where: \.isNegated), decision == nil {
    precondition(rules.decision(forPath: path, isDirectory: false) == nil)
  }
  return 0
}
