import Testing

@testable import Patterns

/// The words of BIP-39: what is made of random bytes is valid, and hardly anything else.
struct MnemonicTests {
  @Test(arguments: [16, 20, 24, 28, 32])
  func wordsOfRandomBytesAreAPhrase(_ size: Int) {
    var random = SampleRandom(seeds: "mnemonic", "\(size)")
    var swapped = 0
    for _ in 0..<200 {
      let phrase = Mnemonic.phrase(of: random.bytes(size))
      let words = phrase.split(separator: 0x20)
      #expect(words.count == size * 3 / 4)
      // Among so many phrases a few repeat a word or two, which is allowed.
      #expect(Mnemonic.isPhrase(phrase[...]) || Set(words).count * 10 < words.count * 9)
      let other = Array((words.dropFirst() + words.prefix(1)).joined(separator: [0x20]))
      if Mnemonic.isPhrase(other[...]) { swapped += 1 }
    }
    // The checksum has a bit for every 32 of the phrase: 4 to 8.
    #expect(swapped < 400 >> (size / 4))
  }

  /// Zero bytes give the phrase of the standard's first test vector, which repeats one word.
  @Test func knowsTheStandard() {
    let phrase = String(decoding: Mnemonic.phrase(of: Array(repeating: 0, count: 16)), as: UTF8.self)
    #expect(phrase == Array(repeating: "abandon", count: 11).joined(separator: " ") + " about")
    #expect(!Mnemonic.isPhrase(Array(phrase.utf8)[...]))
    #expect(!Mnemonic.isPhrase(Array("legal winner thank".utf8)[...]))
  }
}
