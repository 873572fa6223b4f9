import Documents
import Workers

extension Rule {
  /// A `$` in a `.env*` file that takes a part of the value away (docs/facts/wrangler.md §5.4).
  static let dotenvDollar = Rule(
    id: "dotenv/dollar",
    title: "`$` that is expanded to nothing",
    severity: .warning,
    help: """
      In `.env*` files `$NAME` and `${NAME}` stand for the value of another key, even inside single quotes. When no \
      earlier line sets that key, nothing is put there: `PW=pa$word` sets the password `pa`. In `.dev.vars` files nothing \
      is expanded, so the same line means something else there.

      Write `\\$` for a dollar sign, or move the value to `.dev.vars`.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": "DB_PASSWORD='{alnum-lower:6}«$»{lower:5}'\nHASH=$2b$10«$»{lower:1}{base62:20}\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": "API_URL=https://«$»{API_HOST}/v1\nAPI_HOST=shop.example.com\nMAIL_HOST=«$»{SMTP_HOST}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": """
        API_HOST=shop.example.com
        API_URL=https://${API_HOST}/v1
        ZONE=${REGION:-eu}
        PRICE=a$1b
        DB_PASSWORD=pa\\$word
        """,
        ".dev.vars.staging": "DB_PASSWORD=pa$word\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": {} } }"#,
        ".env": "API_HOST=shop.example.com\n",
        ".env.staging": "API_URL=https://$API_HOST/v1\n",
      ]),
    ],
    check: .project { project, checkout in DollarSigns(project, checkout).matches() }
  )
}

/// The references of all `.env*` files, each judged in every environment whose files include it.
private struct DollarSigns {
  private struct Place: Hashable {
    let path: String
    let offset: Int
  }

  private var order: [Place] = []
  /// `nil` once the reference has a value in some environment: then it is meant.
  private var found: [Place: Match?] = [:]

  init(_ project: Project, _ checkout: Checkout) {
    for environment in LocalEnvironment.all(of: project, in: checkout) {
      add((environment.local.loaded + environment.local.passedOver).filter(\.isEnv))
    }
  }

  func matches() -> [Match] { order.compactMap { found[$0] ?? nil } }

  private mutating func add(_ files: [DotenvFile]) {
    var keys: [String] = []
    var winners: [String: (file: DotenvFile, entry: DotenvEntry)] = [:]
    for file in files {
      for entry in file.document.entries {
        if winners[entry.key] == nil { keys.append(entry.key) }
        winners[entry.key] = (file, entry)
      }
    }
    let merged = keys.compactMap { key in winners[key].map { (key: key, value: $0.entry.value) } }
    for expanded in DotenvExpansion.expand(merged).entries {
      guard let (file, entry) = winners[expanded.key], !entry.isContinuation else { continue }
      for reference in expanded.references {
        let start = reference.range.lowerBound
        let region = entry.region(ofValue: start..<(start + 1), in: file.source.bytes)
        let place = Place(path: file.path, offset: region.start)
        if found[place] == nil { order.append(place) }
        let isMeant = reference.target == .known || reference.hasAlternative
        if isMeant {
          found[place] = .some(nil)
        } else if found[place] == nil {
          found[place] = match(reference, at: region, of: entry, in: file)
        }
      }
    }
  }

  private func match(
    _ reference: DotenvExpansion.Reference,
    at region: Region,
    of entry: DotenvEntry,
    in file: DotenvFile
  ) -> Match {
    let value = Array(entry.value.utf8)
    let next = reference.range.lowerBound + 1
    let hasBraces = next < value.count && value[next] == UInt8(ascii: "{")
    // Without braces the name may be a piece of a password.
    let isKey = reference.target == .forward
    let isConstant =
      !reference.name.isEmpty
      && reference.name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F }
    let message: String
    if isKey {
      message =
        reference.name == entry.key
        ? "\(entry.key) refers to itself, which is empty here"
        : "\(entry.key) refers to \(reference.name), which is set further down and is empty here"
    } else if hasBraces, isConstant {
      message = "\(entry.key) refers to \(reference.name), which no file sets, so nothing is put there"
    } else {
      message =
        "the \"$\" in the value of \(entry.key) begins a reference to a key that no file sets, so a part is lost"
    }
    let escape = Fix.Edit(
      path: file.path,
      region: Region(start: region.start, end: region.start),
      replacement: "\\"
    )
    return Match(
      path: file.path,
      region: region,
      message: message,
      identity: .name("\(entry.key)/\(isKey || hasBraces && isConstant ? reference.name : "")"),
      help: isKey
        ? "Move the line of \(reference.name) above the line of \(entry.key)."
        : "Write `\\$` if a dollar sign is meant; otherwise set the key in an earlier line.",
      // A name in capitals may be set by the shell.
      confidence: isKey || !isConstant ? nil : .medium,
      fix: isKey || hasBraces ? nil : Fix(title: "Write `\\$`", isSafe: false, edits: [escape])
    )
  }
}
