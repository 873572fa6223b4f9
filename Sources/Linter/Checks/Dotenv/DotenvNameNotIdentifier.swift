import Documents
import Workers

extension Rule {
  /// A key that dotenv accepts and code can hardly use (docs/facts/wrangler.md §5.3, §14).
  static let dotenvNameNotIdentifier = Rule(
    id: "dotenv/name-not-identifier",
    title: "Key that is no identifier",
    severity: .warning,
    help: """
      Dotenv files accept keys with a digit in front, with dashes and with dots. In code such a name cannot follow \
      `env.`, a shell cannot export it, and Cloudflare's interface asks for names that are valid variable names.

      Use letters, digits and `_` only, with no digit in front.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "MAIL_TOKEN={alnum-lower:12}\n«MAIL-HOST»=smtp\n«2FA_KEY»={alnum-lower:12}\n«mail.port»=25\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["MAIL_TOKEN"] } }"#,
        ".dev.vars": "MAIL_TOKEN={alnum-lower:12}\n_x1=1\nmail.port=25\n",
        ".env": "other.port=25\n",
      ]),
    ],
    check: .project { project, checkout in
      LocalEnvironment.all(of: project, in: checkout).flatMap { environment in
        environment.values.filter { environment.takes($0.key) && !isIdentifier($0.key) && $0.key.utf8.count <= 64 }.map
        {
          Match(
            path: $0.file.path,
            region: $0.entry.keyRegion,
            message: "\($0.key) is no identifier, so code must read it as `env[\"\($0.key)\"]`",
            identity: .name($0.key),
            help: "Rename it, for example to \(identifier(for: $0.key)), in the file and in the code.",
            worker: environment.environment.workerName,
            environment: environment.environment.name
          )
        }
      }
    }
  )
}

private func isIdentifier(_ key: String) -> Bool {
  guard let first = key.utf8.first, !(0x30...0x39).contains(first) else { return false }
  // JavaScript takes `$` and letters of every script.
  return key.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == 0x5F || $0 == 0x24 || $0 >= 0x80 }
}

private func identifier(for key: String) -> String {
  let bytes = key.utf8.map { $0.isASCIILetterOrDigit ? $0 : 0x5F }
  let isDigitFirst = bytes.first.map { (0x30...0x39).contains($0) } ?? true
  return (isDigitFirst ? "_" : "") + String(decoding: bytes, as: UTF8.self)
}
