import Documents

/// What of a file must not be shown, as the shared pass has found it.
struct HiddenPlaces: Sendable {
  /// The secrets of tokens, what encodes any, and the values that look like secrets by their context.
  let regions: [Region]
  private let content: UInt64

  /// - Parameter bytes: what the file held.
  init(_ regions: [Region], in bytes: [UInt8]) {
    self.regions = regions
    content = Self.hash(of: bytes)
  }

  /// Whether a file still holds what it held.
  func apply(to bytes: [UInt8]) -> Bool { Self.hash(of: bytes) == content }

  /// Eight hashes (FNV-1a) side by side, as one would wait for every multiplication.
  private static func hash(of bytes: [UInt8]) -> UInt64 {
    var lanes = SIMD8<UInt64>(repeating: 0xcbf2_9ce4_8422_2325)
    let prime = SIMD8<UInt64>(repeating: 0x100_0000_01b3)
    var index = 0
    while index + 8 <= bytes.count {
      var next = SIMD8<UInt64>()
      for lane in 0..<8 { next[lane] = UInt64(bytes[index + lane]) }
      lanes = (lanes ^ next) &* prime
      index += 8
    }
    var hash = UInt64(bytes.count)
    for lane in 0..<8 { hash = (hash ^ lanes[lane]) &* prime[0] }
    for byte in bytes[index...] { hash = (hash ^ UInt64(byte)) &* prime[0] }
    return hash
  }
}
