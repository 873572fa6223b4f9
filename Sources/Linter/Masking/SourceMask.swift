import Documents

/// Everything in the shown lines of a source that must not be shown.
///
/// What rules have found is only the start. A reader sees a password as it was meant: up to its closing quote, to the end
/// of the word, to the last `@` before a host, over its second line. So each shown line is read as a person reads it, and
/// every value is covered whole, whatever part of it a rule matched and whether or not that rule is switched on. The
/// judgement is more suspicious than that of any rule: a mask too many costs a word of a report, a mask too few a secret.
struct SourceMask {
  /// In order, none touching another; see ``Region/merged(_:)``.
  let regions: [Region]

  /// As far as values that go over several lines are followed, in bytes.
  private static let reach = 8 << 10
  /// The same in JSON, where only a broken string goes on on the next line.
  private static let reachInJSON = 512
  /// What of a longer line is looked at before and after each place that is shown: several times what an excerpt has.
  private static let lineReach = 4 << 10

  /// - Parameters:
  ///   - lines: the lines that will be shown, from 1.
  ///   - places: what will be shown of them, each with what is around it; `nil`: whole lines.
  ///   - secrets: what rules have found in the source, or would find if they were switched on.
  ///   - known: values that are secrets wherever they stand.
  init(
    of source: Source,
    lines: Set<Int>,
    places: [Region]? = nil,
    secrets: [Region],
    known: KnownValueMasks? = nil
  ) {
    let bytes = source.bytes
    var regions = secrets.filter { $0.start >= 0 && $0.end <= bytes.count }
      .map { Self.withoutQuotes($0, in: bytes) }
    let seeds = Region.merged(regions)
    let reader = LineReader(bytes, file: ContextFile(path: source.path), path: source.path)
    var values = ValueMasks(reader: reader)
    var next = 0
    let reach = source.path.hasSuffix(".json") ? Self.reachInJSON : Self.reach
    for line in lines.sorted() {
      guard let shown = source.lines.region(ofLine: line) else { continue }
      let first = max(next, source.lines.lineNumber(at: max(0, shown.start - reach)))
      // Lines that were left out may have closed anything.
      if first > next { values.forgetOpenValue() }
      for number in first..<line {
        if let region = source.lines.region(ofLine: number) { values.read(region, isShown: false) }
      }
      next = line + 1
      for part in Self.parts(of: shown, around: places) {
        values.read(part, isShown: true)
        var seed = seeds.partitioningIndex { $0.end > part.start }
        while seed < seeds.count, seeds[seed].start < part.end {
          regions.append(reader.whole(seeds[seed], in: part))
          seed += 1
        }
        regions += known?.regions(in: bytes, around: part) ?? []
      }
    }
    self.regions = Region.merged(regions + values.regions)
  }

  /// A line, or of a long one what is around the places that are shown.
  private static func parts(of line: Region, around places: [Region]?) -> [Region] {
    guard let places, line.count > 2 * lineReach else { return [line] }
    return Region.merged(
      places.filter { $0.start >= line.start && $0.start <= line.end }.map { place in
        Region(start: max(line.start, place.start - lineReach), end: min(line.end, place.start + lineReach))
      }
    )
  }

  /// The quotes around a secret are shown, so that the line still reads as what it is.
  private static func withoutQuotes(_ region: Region, in bytes: [UInt8]) -> Region {
    guard region.count >= 2, bytes[region.start] == bytes[region.end - 1],
      LineReader.isQuote(bytes[region.start])
    else { return region }
    return Region(start: region.start + 1, end: region.end - 1)
  }
}
