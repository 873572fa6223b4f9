import Patterns
import Testing

@Suite struct EntropyTests {
  // The first ones are exact by definition, the others are the numbers of docs/facts/false-positives.md §6.
  @Test(arguments: [
    ("", 0), ("a", 0), ("aaaa", 0), ("ab", 1), ("aabb", 1), ("abcd", 2), ("0123456789abcdef0123456789abcdef", 4),
    ("your-api-key-here", 3.29), ("process.env.STRIPE_SECRET_KEY", 4.10), ("components/forms/PasswordInput.tsx", 4.00),
    ("abcdefghijklmnopqrstuvwxyz123456", 5), ("deadbeefdeadbeefdeadbeefdeadbeef", 2.16),
  ])
  func `bits per byte`(text: String, bits: Double) {
    #expect(abs(Entropy(of: Array(text.utf8)[...]).bitsPerByte - bits) < 0.006)
  }

  @Test func `all byte values give eight bits`() {
    #expect(Entropy(of: Array(0...255)[...]).bitsPerByte == 8)
  }

  @Test(arguments: [
    ("", 0, 0, 0), ("a", 1, 1, 1), ("aaab", 2, 3, 2), ("xabcde1", 7, 1, 5), ("987a", 4, 1, 3), ("aabbcc", 3, 2, 2),
    ("acegi", 5, 1, 1), ("1232", 3, 1, 3),
  ])
  func `counts, runs and sequences`(text: String, distinct: Int, run: Int, sequence: Int) {
    let entropy = Entropy(of: Array(text.utf8)[...])
    #expect(entropy.length == text.utf8.count)
    #expect(entropy.distinctCount == distinct)
    #expect(entropy.longestRun == run)
    #expect(entropy.longestSequence == sequence)
  }

  @Test(
    arguments: [
      ("abcabc", 3), ("abcabcab", 3), ("aaaa", 1), ("deadbeefdeadbeef", 8), ("abca", nil), ("", nil), ("a", nil),
      ("abab1", nil),
    ] as [(String, Int?)]
  )
  func `repeated blocks`(text: String, length: Int?) {
    #expect(Entropy.repeatedBlockLength(of: Array(text.utf8)[...]) == length)
  }
}
