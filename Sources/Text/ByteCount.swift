/// Numbers of bytes for people.
package enum ByteCount {
  /// "64 MiB", "10 MB", "1234 bytes": the largest unit of which it is a whole number.
  package static func words(_ count: Int) -> String {
    let units = [
      (1 << 40, "TiB"), (1 << 30, "GiB"), (1_000_000_000, "GB"), (1 << 20, "MiB"), (1_000_000, "MB"), (1 << 10, "KiB"),
      (1000, "kB"),
    ]
    for (size, name) in units where count > 0 && count.isMultiple(of: size) { return "\(count / size) \(name)" }
    return count == 1 ? "1 byte" : "\(count) bytes"
  }
}
