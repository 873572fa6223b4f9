import Documents
import Patterns

/// Finds tokens in text that stands encoded in other text, up to some encodings deep.
struct EncodedTokenScanner: Sendable {
  let tokens: TokenScanner

  /// How many encodings may lie around a token.
  private static let depth = 3
  /// How many times the size of a file what is decoded of it may have: at first, and deeper altogether.
  private static let factor = 4

  /// What was found in encoded text.
  struct Outcome: Sendable {
    /// The tokens, in order.
    var tokens: [EncodedToken] = []
    /// What must not be shown: digits that hold a token, or a name that may be that of a secret.
    var hidden: [Range<Int>] = []
    /// The texts that are encoded once and hold an anchor of the search by context, with all hits in them.
    var named: [(text: DecodedText, hits: [LiteralHit])] = []
  }

  /// The encoded tokens in some bytes, and texts with names of secrets.
  ///
  /// - Parameters:
  ///   - plain: what was found in the bytes as they are; what is encoded there is not looked for.
  ///   - scratch: its hits stay as they are.
  func scan(
    _ bytes: [UInt8],
    besides plain: TokenScan,
    scratch: inout TokenScanner.Scratch
  ) -> Outcome {
    let known = Region.merged(plain.matches.map { Region($0.secret) })
    let texts = EncodedText.texts(
      in: bytes,
      limit: Self.factor * bytes.count,
      besides: known,
      shortStarts: plain.shortStarts
    )
    if texts.isEmpty { return Outcome() }
    var hits: [LiteralHit] = []
    swap(&hits, &scratch.hits)
    defer { swap(&hits, &scratch.hits) }
    var found: [EncodedToken] = []
    var named: [(text: DecodedText, hits: [LiteralHit])] = []
    var rest = Self.factor * bytes.count
    var level = texts.map { Layer(text: $0, outer: []) }
    for depth in 1...Self.depth {
      var next: [Layer] = []
      for layer in level {
        let scan = tokens.scan(layer.text.bytes, scratch: &scratch)
        if depth == 1, scan.hasContextAnchor { named.append((layer.text, scratch.hits)) }
        for match in scan.matches {
          let value = layer.text.bytes[match.secret]
          let place = layer.place(of: match.secret)
          found.append(
            EncodedToken(
              token: match,
              value: Array(value),
              place: place,
              hidden: layer.hidden(around: match.secret),
              encodings: bytes[place] == value ? [] : layer.encodings
            )
          )
        }
        guard depth < Self.depth else { continue }
        let inner = EncodedText.texts(in: layer.text.bytes, limit: rest, shortStarts: scan.shortStarts)
        rest -= inner.reduce(0) { $0 + $1.bytes.count }
        next += inner.map { Layer(text: $0, outer: layer.outer + [layer.text]) }
      }
      level = next
    }
    return Outcome(
      tokens: apart(found, from: known),
      hidden: found.map(\.hidden) + named.compactMap(\.text.digits),
      named: named
    )
  }

  /// A decoded text with those it was encoded in.
  private struct Layer {
    let text: DecodedText
    let outer: [DecodedText]

    var encodings: [TextEncoding] { outer.map(\.encoding) + [text.encoding] }

    func place(of range: Range<Int>) -> Range<Int> { Self.place(text.place(of: range), in: outer[...]) }

    func hidden(around range: Range<Int>) -> Range<Int> {
      let layers = outer + [text]
      let outermost = layers.indices.lazy.compactMap { index in
        layers[index].digits.map { Self.place($0, in: layers[..<index]) }
      }.first
      return outermost ?? place(of: range)
    }

    private static func place(_ range: Range<Int>, in texts: ArraySlice<DecodedText>) -> Range<Int> {
      texts.reversed().reduce(range) { $1.place(of: $0) }
    }
  }

  /// Of tokens in the same place keeps the first, which lies in the fewest encodings, and none that is known.
  private func apart(_ found: [EncodedToken], from known: [Region]) -> [EncodedToken] {
    if found.isEmpty { return [] }
    var taken = known
    var kept: [EncodedToken] = []
    for token in found {
      let next = taken.partitioningIndex { $0.end > token.place.lowerBound }
      if next < taken.count, taken[next].overlaps(Region(token.place)) { continue }
      taken.insert(Region(token.place), at: next)
      kept.append(token)
    }
    return kept.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }
}
