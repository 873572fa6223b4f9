/// The name of a host, as it stands in values: `auth.example.com:8080`.
enum HostName {
  /// Whether dotted labels with a plausible top-level domain make up the bytes before a port or a path.
  static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    let labels = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, (2...12).contains(top.count) else { return false }
    return top.allSatisfy { (0x61...0x7A).contains($0) }
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
      }
  }
}
