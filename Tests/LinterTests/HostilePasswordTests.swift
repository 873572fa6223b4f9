import Documents
import Linter
import Patterns
import Testing
import Workers

/// Passwords with the characters that end a word, a URL or a literal for a program, and not for a reader.
struct HostilePasswordTests {
  /// Each is a file name, ` | `, and its text, in which ⏎ stands for a line break; the password is in « ».
  private static let errors = """
    a.ts | const url = "postgres://app:«{base62:7}@{base62:7}»@db.shop-data.net:5432/shop";
    a.ts | const url = "postgres://app:«{base62:7}@@{base62:7}»@db.shop-data.net:5432/shop";
    a.ts | const url = "postgres://app:«P@ss{digits:6}»@db.shop-data.net:5432/shop";
    a.ts | const url = "postgres://app:«P@ss.{digits:6}»@db.shop-data.net/shop";
    a.ts | const url = "postgres://app:«{base62:7}/{base62:7}»@db.shop-data.net/shop";
    a.ts | const url = "postgres://app:«{base62:7}@{base62:4}/{base62:4}»@db.shop-data.net/shop";
    a.ts | const url = "postgres://app:«{base62:7}:{base62:7}»@db.shop-data.net/shop";
    a.ts | const url = "postgres://app:«{base62:7}?{base62:7}»@db.shop-data.net/shop";
    a.ts | const url = "postgres://app:«{base62:7}#{base62:7}»@db.shop-data.net/shop";
    a.ts | const url = "postgres://app:«{base62:7}'{base62:7}»@db.shop-data.net/shop";
    a.ts | const url = 'mysql://app:«{base62:7}"{base62:7}»@db.shop-data.net/shop';
    a.ts | const url = "mongodb+srv://app:«{base62:7} {base62:7}»@c0.shop-data.net/shop";
    a.ts | const url = "redis://:«{base62:7}<{base62:7}»@db.shop-data.net:6379";
    a.ts | const url = "amqps://app:«{base62:7}$1{base62:7}»@mq.shop-data.net/x";
    a.ts | const url = "postgres://app:«{base62:7}%40{base62:7}»@db.shop-data.net/shop";
    a.ts | const url = "postgres://app:«{base62:7}*{base62:7}»@db.shop-data.net/shop?x=1";
    a.sh | psql postgres://app:«{base62:7}@{base62:7}»@db.shop-data.net/shop
    a.sh | psql postgres://app:«{base62:7}/{base62:7}»@db.shop-data.net/shop
    a.yml | url: postgres://app:«{base62:7}@{base62:7}»@db.shop-data.net/shop
    a.ts | // postgres://app:«{base62:12}»@db.shop-data.net/shop, ask nora@shop-data.net
    wrangler.toml | name = "a"⏎[vars]⏎A = "postgres://app:«{base62:7}@{base62:7}»@db.shop-data.net/shop"
    wrangler.toml | name = "a"⏎[vars]⏎A = "postgres://app:«{base62:7}/{base62:7}»@db.shop-data.net/shop"
    wrangler.toml | name = "a"⏎[vars]⏎A = "postgres://app:«{base62:7} {base62:7}»@db.shop-data.net/shop"
    wrangler.toml | name = "a"⏎[vars]⏎A = 'https://app:«{base62:7}"{base62:7}»@db.shop-data.net/shop'
    wrangler.toml | name = "a"⏎[vars]⏎A = "https://app:«{base62:7}@{base62:7}»@db.shop-data.net/shop"
    wrangler.toml | name = "a"⏎[vars]⏎A = "ftp://app:«{base62:7}:/#?{base62:7}»@db.shop-data.net"
    wrangler.toml | name = "a"⏎[vars]⏎A = "Server=db.shop-data.net;User Id=app;Password=«{base62:7}'{base62:7}»;Database=x"
    wrangler.toml | name = "a"⏎[vars]⏎A = "Server=db.shop-data.net;User Id=app;Password=«{base62:7}{{base62:7}»;Database=x"
    wrangler.toml | name = "a"⏎[vars]⏎A = "Server=db.shop-data.net;Password='«{base62:7};{base62:7}»';Database=x"
    """

  /// Found by what surrounds them, as their plain forms are.
  private static let warnings = """
    a.ts | const url = "https://app:«{base62:7}@{base62:7}»@git.shop-data.net/shop";
    a.ts | const url = "https://app:«{base62:7}/{base62:7}»@git.shop-data.net/shop";
    a.ts | const url = "sftp://app:«{base62:7} {base62:7}»@git.shop-data.net/shop";
    a.ts | const url = "sftp://app:«{base62:7}({base62:7})»@git.shop-data.net/shop";
    a.ts | const url = "clickhouse://app:«{base62:7}:{base62:7}»@db.shop-data.net:9000";
    a.ts | const url = "smtp://nora@shop-data.net:«{base62:14}»@mail.shop-data.net:587";
    a.cs | var c = "Server=db.shop-data.net;User=app;Password=«{base62:7}'{base62:7}»;Database=x";
    a.cs | var c = "Server=db.shop-data.net;User=app;Password=«{base62:7}<{base62:7}»;Database=x";
    a.sh | docker login -u app -p «{base62:7}"{base62:3}"» registry.shop-data.net
    """

  private static let clean = """
    a.ts | const url = "https://shop-data.net/@user";
    a.ts | const url = "https://shop-data.net/a:b@c";
    a.ts | const url = "http://localhost:8787/@user/{base62:12}";
    a.ts | const url = "https://shop-data.net:8443/{base62:12}@{base62:12}";
    a.ts | const url = "https://unpkg.com/vue@3.4.21/dist/vue.js";
    a.ts | const url = "https://cdn.jsdelivr.net/npm/@cloudflare/workers-types@4.20240909.0/index.ts";
    a.ts | const url = "https://shop-data.net/?to=nora@shop-data.net&at=10:30";
    a.ts | const url = "ssh://git@github.com/shop/shop.git";
    a.ts | const url = "git@github.com:shop/shop.git";
    a.ts | // See https://shop-data.net/docs: mail nora@shop-data.net
    a.ts | const url = "postgres://user:password@localhost/shop";
    a.ts | const url = "postgres://${USER}:${PASS}@db.shop-data.net/shop";
    a.ts | const url = `postgres://app:${env.PASS}@db.shop-data.net/shop`;
    a.ts | const url = "postgres://app:" + password + "@db.shop-data.net/shop";
    a.ts | const url = 'https://' + user + ':' + secret + '@db.shop-data.net/shop';
    a.py | url = f"postgres://app:{settings.password}@db.shop-data.net/shop"
    a.py | url = "postgres://%s:%s@db.shop-data.net/shop" % (user, word)
    a.sh | psql postgres://app:$DB_PASS@db.shop-data.net/shop
    a.md | `postgres://USER:PASSWORD@HOST:5432/DB` or `https://user:<token>@git.shop-data.net`
    a.ts | const url = "redis://cache.shop-data.net:6379/0?x=@{base62:8}";
    a.ts | const url = "view-source:https://shop-data.net/";
    wrangler.toml | name = "a"⏎compatibility_date = "2026-01-01"⏎[vars]⏎A = "https://shop-data.net/@user"
    wrangler.toml | name = "a"⏎compatibility_date = "2026-01-01"⏎[vars]⏎A = "https://shop-data.net/a:b@c"
    wrangler.toml | name = "a"⏎compatibility_date = "2026-01-01"⏎[vars]⏎A = "nora@shop-data.net; b: {x}"
    """

  private struct Case {
    let line: Substring
    let path: String
    let text: String
    let secret: Region?
  }

  /// The cases of a list, and what is found in all of them at once.
  private func findings(_ list: String) throws -> [(item: Case, findings: [Finding])] {
    var sample = SampleText(seed: "hostile")
    let cases = try list.split(separator: "\n").enumerated().map { number, line in
      let parts = line.split(separator: " | ", maxSplits: 1).map(String.init)
      let marked = try #require(MarkedSample(sample.fill(parts[1].replacing("⏎", with: "\n") + "\n")))
      let secret = marked.marked.first.map { Region($0) }
      return Case(line: line, path: "c\(number)/\(parts[0])", text: marked.text, secret: secret)
    }
    let tree = FileTree(texts: Dictionary(uniqueKeysWithValues: cases.map { ($0.path, $0.text) }))
    let found = Scan(rules: .builtIn, settings: Settings()).run(on: tree, tracked: nil).findings
    let byPath = Dictionary(grouping: found, by: \.location.path)
    return cases.map { ($0, byPath[$0.path, default: []]) }
  }

  @Test(arguments: [(errors, Severity.error), (warnings, .warning)])
  func isFoundAsWhatItIs(_ list: String, _ least: Severity) throws {
    for (item, findings) in try findings(list) {
      let secret = try #require(item.secret)
      let found = findings.filter { $0.location.region.contains(secret) && $0.severity >= least }
      let all = findings.map { "\($0.rule) \($0.severity) \($0.location.region)" }
      #expect(!found.isEmpty, "\(item.line): \(secret) \(all)")
    }
  }

  @Test func twinsAreClean() throws {
    for (item, findings) in try findings(Self.clean) {
      let found = findings.filter { $0.severity > .note }.map(\.rule)
      #expect(found.isEmpty, "\(item.line)")
    }
  }
}
