/// A password inside a URL (`postgres://user:…@host/db`) or a list of settings (`Server=…;Password=…`).
package struct ConnectionPassword: Sendable, Hashable {
  /// Where the password stands, as UTF-8 offsets in the text.
  package let range: Range<Int>
  /// The whole URL, or the whole list.
  package let whole: Range<Int>
  package let user: String
  package let password: String
  /// The host, in lower case and without the port; of several the first.
  package let host: String

  /// Whether the password is read from elsewhere and nothing is given away.
  package var isReference: Bool { Placeholder.isReference(password) }

  /// Whether the password is one of those that stand in every tutorial (docs/facts/false-positives.md §2).
  package var isPlaceholder: Bool {
    password == user || Placeholder.isPlaceholder(password)
      || ["postgres", "root", "admin", "guest", "mysql", "mysecretpassword", "minioadmin", "prisma"].contains(password)
  }

  /// Whether the host is this machine, a container next to it, or one that only documentation has.
  package var isLocal: Bool {
    if host.isEmpty || ["localhost", "0.0.0.0", "::1", "host.docker.internal"].contains(host) { return true }
    if host.hasPrefix("127.")
      || [".localhost", ".local", ".test", ".invalid", ".example"].contains(where: host.hasSuffix)
    {
      return true
    }
    if ["example.com", "example.org", "example.net"].contains(where: { host == $0 || host.hasSuffix("." + $0) }) {
      return true
    }
    // `db`, `postgres`: a name that only a container network resolves.
    return !host.contains(".") && !host.contains(":") && !Placeholder.isReference(host)
  }

  /// As many as one value may be asked for, so that a made-up one cannot hold up the run.
  private static let limit = 100

  /// Every password in a text, in order.
  package static func find(in text: String) -> [ConnectionPassword] {
    let bytes = Array(text.utf8)
    var found: [ConnectionPassword] = []
    var index = 0
    while index + 3 <= bytes.count, found.count < limit {
      guard bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: "/"),
        bytes[index + 2] == bytes[index + 1]
      else {
        index += 1
        continue
      }
      let start = index + 3
      let end = bytes[start...].firstIndex(where: endsAuthority) ?? bytes.count
      if let password = read(authority: bytes[start..<end], schemeEnd: index, in: bytes) { found.append(password) }
      index = max(end, start)
    }
    if found.isEmpty, let password = inSettings(bytes) { found.append(password) }
    return found
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "/?#\"'`\\".utf8.contains(byte)
  }

  private static func read(authority: ArraySlice<UInt8>, schemeEnd: Int, in bytes: [UInt8]) -> ConnectionPassword? {
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
    else { return nil }
    let scheme = bytes[..<schemeEnd].reversed().prefix { $0.isASCIILetterOrDigit || "+.-".utf8.contains($0) }.count
    guard scheme > 0 else { return nil }
    let end = bytes[authority.endIndex...].prefix(4096).firstIndex { $0 <= 0x20 || "\"'`".utf8.contains($0) }
    return ConnectionPassword(
      range: (colon + 1)..<at,
      whole: (schemeEnd - scheme)..<(end ?? min(bytes.count, authority.endIndex + 4096)),
      user: String(decoding: authority[..<colon], as: UTF8.self),
      password: String(decoding: authority[(colon + 1)..<at], as: UTF8.self),
      host: host(of: authority[(at + 1)...])
    )
  }

  private static func host(of rest: ArraySlice<UInt8>) -> String {
    if rest.first == UInt8(ascii: "[") {
      return String(decoding: rest.dropFirst().prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self).lowercased()
    }
    let host = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ",") }
    return String(decoding: host, as: UTF8.self).lowercased()
  }

  /// The form of database drivers on Windows: settings with `=`, separated by `;`.
  private static func inSettings(_ bytes: [UInt8]) -> ConnectionPassword? {
    guard bytes.contains(UInt8(ascii: ";")), !bytes.contains(UInt8(ascii: "{")) else { return nil }
    var password: Range<Int>?
    var values: [String: String] = [:]
    for setting in bytes.split(separator: UInt8(ascii: ";")) {
      guard let equals = setting.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: setting[..<equals].filter { $0 != 0x20 }, as: UTF8.self).lowercased()
      values[key] = String(decoding: setting[(equals + 1)...], as: UTF8.self)
      if key == "password" || key == "pwd", equals + 1 < setting.endIndex { password = (equals + 1)..<setting.endIndex }
    }
    guard let password, let host = values["server"] ?? values["host"] ?? values["datasource"] else { return nil }
    let address = host.lowercased().split(separator: ":").last.map(String.init) ?? ""
    return ConnectionPassword(
      range: password,
      whole: 0..<bytes.count,
      user: values["userid"] ?? values["uid"] ?? values["user"] ?? values["username"] ?? "",
      password: String(decoding: bytes[password], as: UTF8.self),
      host: String(address.prefix { $0 != "," })
    )
  }
}
