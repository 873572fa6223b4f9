/// Random numbers that depend on a text alone: the same on every platform and in every run (SplitMix64).
struct SampleRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from the FNV-1a hash of the seeds; ("a", "bc") and ("ab", "c") differ.
  init(seeds: String...) {
    state = 0xcbf2_9ce4_8422_2325
    for seed in seeds {
      for byte in Array(seed.utf8) + [0xff] { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
  }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `count` - 1; not from the standard library, whose method may change.
  mutating func number(below count: Int) -> Int {
    Int(next() >> 33) % count
  }

  /// Random bytes.
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 24) }
  }
}
