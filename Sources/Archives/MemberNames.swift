/// The names of an archive's members as they are shown; they may contain anything.
struct MemberNames {
  /// The prefix of each name: the archive it is in, when that is a member itself.
  private let prefix: String
  private var counts: [String: Int] = [:]

  /// No system allows longer file names.
  private static let limit = 4096

  /// - Parameter archive: the archive's own name as a member; "" for the outermost.
  init(in archive: String) { prefix = archive.isEmpty ? "" : "\(archive)!/" }

  /// A unique name for one more member.
  ///
  /// Control characters, and bytes that are not UTF-8, become `\x1b`.
  mutating func add(_ bytes: some Collection<UInt8>) -> String {
    let name = prefix + Self.shown(bytes)
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return count == 1 ? name : "\(name) (\(count))"
  }

  private static func shown(_ bytes: some Collection<UInt8>) -> String {
    let part = bytes.prefix(limit)
    var shown = String.UnicodeScalarView()
    if let text = String(validating: part, as: UTF8.self) {
      for scalar in text.unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        if isControl { shown.append(contentsOf: escape(UInt8(scalar.value))) } else { shown.append(scalar) }
      }
    } else {
      for byte in part {
        if (0x20..<0x7F).contains(byte) {
          shown.append(Unicode.Scalar(byte))
        } else {
          shown.append(contentsOf: escape(byte))
        }
      }
    }
    if bytes.count > limit { shown.append("…") }
    return String(shown)
  }

  private static func escape(_ byte: UInt8) -> String.UnicodeScalarView {
    ("\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).unicodeScalars
  }
}
