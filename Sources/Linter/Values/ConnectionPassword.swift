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
      let password = read(schemeEnd: index, in: bytes)
      if let password { found.append(password) }
      index = max(index + 3, password?.range.upperBound ?? 0)
    }
    if found.isEmpty, let password = inSettings(bytes) { found.append(password) }
    return found
  }

  private static func read(schemeEnd: Int, in bytes: [UInt8]) -> ConnectionPassword? {
    let start =
      schemeEnd - bytes[..<schemeEnd].reversed().prefix { $0.isASCIILetterOrDigit || "+.-".utf8.contains($0) }.count
    guard let info = URLUserInfo(at: schemeEnd, in: bytes, limit: bytes.count, isWhole: start == 0),
      !info.password.isEmpty
    else { return nil }
    let end = bytes[info.host.upperBound...].prefix(4096).firstIndex { $0 <= 0x20 || "\"'`".utf8.contains($0) }
    let host = String(decoding: bytes[info.host], as: UTF8.self).lowercased()
    return ConnectionPassword(
      range: info.password,
      whole: start..<(end ?? min(bytes.count, info.host.upperBound + 4096)),
      user: String(decoding: bytes[info.user], as: UTF8.self),
      password: String(decoding: bytes[info.password], as: UTF8.self),
      host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    )
  }

  /// The form of database drivers on Windows: settings with `=`, separated by `;`.
  private static func inSettings(_ bytes: [UInt8]) -> ConnectionPassword? {
    guard bytes.contains(UInt8(ascii: ";")) else { return nil }
    var password: Range<Int>?
    var values: [String: String] = [:]
    for setting in settings(in: bytes) {
      guard let equals = setting.firstIndex(of: UInt8(ascii: "=")) else {
        // A block of code, or a template.
        if setting.contains(UInt8(ascii: "{")) { return nil }
        continue
      }
      let key = String(decoding: setting[..<equals].filter { $0 != 0x20 }, as: UTF8.self).lowercased()
      let value = (equals + 1)..<setting.endIndex
      if key == "password" || key == "pwd" {
        if !value.isEmpty { password = withoutQuotes(value, in: bytes) }
      } else if setting.contains(UInt8(ascii: "{")) {
        return nil
      }
      values[key] = String(decoding: bytes[value], as: UTF8.self)
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

  /// The settings of a list; a value in quotes or braces may hold semicolons.
  private static func settings(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var settings: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "="), index + 1 < bytes.count,
        let close = closing[bytes[index + 1]],
        let end = bytes[(index + 2)...].indices.first(where: {
          bytes[$0] == close && ($0 + 1 == bytes.count || bytes[$0 + 1] == UInt8(ascii: ";"))
        })
      {
        index = end
      } else if bytes[index] == UInt8(ascii: ";") {
        settings.append(bytes[start..<index])
        start = index + 1
      }
      index += 1
    }
    return settings + [bytes[start...]]
  }

  /// What may enclose a value in a list of settings.
  private static let closing: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "{"): UInt8(ascii: "}"),
  ]

  private static func withoutQuotes(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.count > 2, let close = closing[bytes[range.lowerBound]], bytes[range.upperBound - 1] == close else {
      return range
    }
    return (range.lowerBound + 1)..<(range.upperBound - 1)
  }
}
