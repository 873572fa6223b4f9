import Documents

/// What of a file must not be shown, as the shared pass has found it.
struct HiddenPlaces: Sendable {
  /// The secrets of tokens, what encodes any, and the values that look like secrets by their context.
  let regions: [Region]
  private let content: Int

  /// - Parameter bytes: what the file held.
  init(_ regions: [Region], in bytes: [UInt8]) {
    self.regions = regions
    content = Self.hash(of: bytes)
  }

  /// Whether a file still holds what it held.
  func apply(to bytes: [UInt8]) -> Bool { Self.hash(of: bytes) == content }

  private static func hash(of bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
