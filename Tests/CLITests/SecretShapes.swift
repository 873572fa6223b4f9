import Patterns

/// Values of every shape in every form in which a file can hold them.
///
/// A form is a file name, ` | `, and the text of the file, in which ⏎ stands for a line break and § for the value.
struct SecretShape: Sendable {
  let name: String
  let path: String
  let text: String
  let value: String

  /// What a person may type in the middle of a password.
  static let middles: [String] = [
    "7", "\"", "'", "`", "@", "@@", " ", "{", "}", "{}", "<", ">", "%", "%40", "$", "$1", "\\", "\\\\", "é", "密碼", ";",
    ":",
    "/", "#", "&", "?", ",", "(", ")", "[", "]", "|", "!", "*", "=", "==", "~", "^", "+", ".", "-", "\"\"", "''",
    "'\\''",
    "\\\"", "://", "//", "${", "{{", "<<",
  ]

  /// Words that no message of ours holds: what is named must be covered even where it reads like text.
  private static let words = [
    "walnuts", "marzipan", "tambourine", "wolfhound", "balustrade", "quixotry", "gazpacho", "hydrangea", "kingfishers",
    "zucchini", "pumpernickel", "juxtapose",
  ]

  /// A form, and the characters that end a value in it, or that nobody writes there.
  private static func forms(_ list: String, without excluded: String = "") -> [(form: String, excluded: String)] {
    list.split(separator: "\n").map { ($0.trimmingPrefix { $0 == " " }.description, excluded) }
  }

  /// Fifteen schemes in quotes, and without.
  private static let schemes = [
    "postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps",
    "libsql",
    "https", "http", "ftp", "sftp", "smtp", "ldap", "clickhouse", "nats", "mqtt", "git+https",
  ]

  private static let addresses: [(form: String, excluded: String)] =
    schemes.flatMap { scheme in
      forms(
        """
        a.ts | export const url = "\(scheme)://app:§@db.shop-data.net:5432/shop";
        a.yml | url: '\(scheme)://app:§@db.shop-data.net/shop'
        """,
        without: "\"'`"
      )
        + forms("a.sh | run \(scheme)://app:§@db.shop-data.net/shop", without: " \"'`;|&<>()")
    }
    + forms(
      #"wrangler.jsonc | { "name": "a", "vars": { "A": "postgres://app:§@db.shop-data.net/shop" } }"#,
      without: "\""
    )

  private static let quoted = forms(
    #"""
    a.ts | const password = "§";
    a.ts | const password: string = '§';
    a.ts | const password = `§`;
    a.ts | connect({ user: "app", password: "§" });
    a.ts | config.set("db-password", "§");
    a.ts | const secret = env.SECRET ?? "§";
    a.ts | headers: { "X-API-Key": "§", Accept: "text/html" },
    a.ts | headers: { Authorization: "Bearer §" },
    a.py | DB_PASSWORD = "§"
    a.py | DB_PASSWORD = """§"""
    a.py | DB_PASSWORD = '''§'''
    a.go | password := "§"
    a.java | String dbPassword = "§";
    a.rb | 'password' => '§',
    a.php | define('DB_PASSWORD', '§');
    a.cs | var secretKey = @"§";
    a.sql | CREATE USER app WITH PASSWORD '§';
    a.yml | password: "§"
    a.yml | password: '§'
    a.ini | password = "§"
    a.toml | password = "§"
    a.toml | password = '§'
    a.toml | password = """§"""
    a.json | { "password": "§", "user": "app" }
    a.json | { "user": "app", "password": "§" }
    a.tf | password = "§"
    a.sh | export DB_PASSWORD="§"
    a.sh | export DB_PASSWORD='§'
    a.sh | mysql --user=app --password="§" shop
    a.sh | docker login -u app -p "§" registry.shop-data.net
    a.sh | sshpass -p '§' ssh app@host
    a.sh | curl -u 'app:§' https://api.shop-data.net
    a.sh | curl -H "X-API-Key: §" https://api.shop-data.net
    a.sh | curl -H 'Authorization: Bearer §' https://api.shop-data.net
    a.sh | echo "§" | npx wrangler secret put A
    a.sh | npx wrangler secret put A <<< "§"
    a.sh | npx wrangler secrets-store secret create S --value "§"
    Makefile | put:⏎	echo '§' | npx wrangler secret put A
    .github/workflows/a.yml | jobs:⏎  a:⏎    steps:⏎      - run: echo '§' | npx wrangler secret put A
    a.xml | <add key="password" value="§"/>
    a.md | The password is set with `password = "§"` there.
    Dockerfile | ENV DB_PASSWORD="§"
    wrangler.toml | name = "a"⏎[vars]⏎DB_PASSWORD = "§"
    wrangler.jsonc | { "name": "a", "vars": { "DB_PASSWORD": "§" } }
    .env.production | DB_PASSWORD="§"
    .dev.vars | DB_PASSWORD="§"
    """#
  )

  private static let bare =
    forms(
      """
      a.yml | password: §
      a.ini | password = §
      a.properties | db.password=§
      .env | DB_PASSWORD=§
      .http | X-API-Key: §
      """,
      without: "#"
    )
    + forms(
      """
      a.sh | export DB_PASSWORD=§
      a.sh | docker login -u app -p § registry.shop-data.net
      a.sh | mysql -u app -p§ shop
      a.sh | redis-cli -a § ping
      a.sh | psql --password § shop
      a.sh | CLOUDFLARE_API_TOKEN=§ npx wrangler deploy
      a.sh | npx wrangler deploy --var API_SECRET:§
      a.sh | echo § | npx wrangler secret put A
      Dockerfile | ENV DB_PASSWORD §
      """,
      without: " ;|&()<>#\"'`"
    )
    + forms(
      """
      a.sh | docker login -u app -p § registry.shop-data.net
      a.sh | mysql -u app -p§ shop
      """,
      without: " ;|&()<>#`\\'"
    )
    + forms("a.xml | <password>§</password>", without: "<")
    + forms(
      """
      a.ts | fetch("https://api.shop-data.net/v1?user=app&api_key=§&page=2")
      a.json | { "url": "jdbc:postgresql://db.shop-data.net/shop?user=app&password=§" }
      """,
      without: " \"'`&#<>"
    )

  private static let lists =
    forms(
      """
      a.cs | var c = "Server=db.shop-data.net;User Id=app;Password=§;Database=shop";
      a.json | { "ConnectionString": "Server=db.shop-data.net;User Id=app;Password=§;Database=shop" }
      a.conf | connection = Server=db.shop-data.net;User Id=app;Password=§;Database=shop
      a.yml | connection: Server=db.shop-data.net;User Id=app;Password=§;Database=shop
      """,
      without: ";"
    )
    + forms(#"a.py | dsn = "host=db.shop-data.net user=app password='§' dbname=shop""#, without: "\"'")
    + forms(#"a.go | dsn := "app:§@tcp(db.shop-data.net:3306)/shop""#, without: "\"'=`")

  /// Over several lines; the value stands in each of them.
  private static let long =
    forms(
      #"""
      a.yml | password: |⏎  §⏎  more§⏎user: app
      a.yml | db:⏎  password: >-⏎    §⏎    more§⏎  user: app
      a.yml | password: "more⏎  §"⏎user: app
      a.toml | password = """⏎§⏎more§"""⏎user = "app"
      a.toml | password = '''⏎§⏎more§'''
      a.ts | const password = `more⏎§`;
      a.ts | const password =⏎  "§";
      a.ts | const password = "more" +⏎  "§";
      a.py | password = (⏎    "§"⏎)
      a.py | API_KEYS = [⏎    "more",⏎    "§",⏎]
      a.sh | npx wrangler secret put A <<EOF⏎§⏎EOF⏎ls
      a.sh | cat <<'EOF' | npx wrangler secret put A⏎§⏎EOF⏎ls
      a.sh | DB_PASSWORD='more⏎§'⏎ls
      .env | DB_PASSWORD="more⏎§"
      a.yml | - name: DB_PASSWORD⏎  value: "§"
      a.xml | <password>⏎§⏎</password>
      wrangler.toml | name = "a"⏎[vars]⏎DB_PASSWORD = "more⏎§"
      wrangler.toml | name = "a"⏎[vars]⏎DB_PASSWORD = more§
      wrangler.toml | name = "a"⏎[vars]⏎DB_PASSWORD = 'x' '§'
      wrangler.toml | name = "a"⏎[vars]⏎DB_PASSWORD = "x" "§"
      """#,
      without: "`<\"'"
    )
    + forms(#"wrangler.toml | name = "a"⏎[vars]⏎DB_PASSWORD =⏎§"#, without: "=")

  /// In a text within a text.
  private static let nested = forms(
    #"""
    a.json | { "config": "{\"user\": \"app\", \"password\": \"§\"}" }
    a.json | { "a": "{\"b\": \"{\\\"password\\\": \\\"§\\\"}\"}" }
    a.ts | const text = "{\"password\": \"§\", \"user\": \"app\"}";
    a.ts | const text = '{"password": "§", "user": "app"}';
    package.json | { "scripts": { "setup": "echo '§' | wrangler secret put A && wrangler deploy --env nope" } }
    package.json | { "scripts": { "setup": "echo \"§\" | wrangler secret put A && wrangler deploy --env nope" } }
    package.json | { "scripts": { "setup": "wrangler secret put A <<< '§' && wrangler deploy --env nope" } }
    package.json | { "scripts": { "setup": "wrangler secret put A <<EOF\n§\nEOF\nwrangler deploy --env nope" } }
    package.json | { "scripts": { "setup": "wrangler secrets-store secret create S --value '§' && ls" } }
    package.json | { "scripts": { "setup": "wrangler deploy --var A:'§' --env nope" } }
    package.json | { "scripts": { "setup": "CLOUDFLARE_API_TOKEN='§' wrangler deploy --env nope" } }
    package.json | { "scripts": { "setup": "echo '{\"A\": \"§\"}' | wrangler secret bulk && ls" } }
    """#,
    without: "\"'`\\"
  )

  /// Without any name: only chance itself tells.
  private static let unnamed: [(form: String, excluded: String)] = forms(
    #"""
    wrangler.jsonc | { "name": "a", "vars": { "A": "§", "MY_SECRET": "x" } }
    wrangler.toml | name = "a"⏎[vars]⏎X = "C:\q§"
    wrangler.toml | name = "a"⏎[vars]⏎§
    a.ts | f("sk_live", "admin", "§");
    a.sh | npm run deploy § --env production
    .env | GREETING=hello # §
    package.json | { "scripts": { "setup": "node setup.js § && wrangler deploy --env nope" } }
    a.md | Sign in as admin with § there.
    """#
  )

  private static let chances = [
    "{base62:24}", "{base62:40}", "{alnum-lower:16}", "{hex:32}", "{hex:40}", "{base64url:43}",
  ]

  /// Every combination that makes sense; the words and the chance in the values come from a seed.
  static let all: [SecretShape] = {
    var sample = SampleText(seed: "shapes")
    var shapes: [SecretShape] = []
    func add(_ forms: [(form: String, excluded: String)], each step: Int = 1) {
      for (number, (form, excluded)) in forms.enumerated() {
        for (index, middle) in middles.enumerated() where (number + index) % step == 0 {
          guard !middle.contains(where: { excluded.contains($0) }) else { continue }
          let parts = form.split(separator: " | ", maxSplits: 1).map(String.init)
          // A mark of the literal that is written as it is, and not followed by more of the value, would end it.
          let isChance = (number + index) % 3 == 0
          let first = isChance ? sample.fill("{base62:8}") : words[(number * 5 + index) % words.count]
          let last = isChance ? sample.fill("{base62:9}") : words[(number + index * 7 + 1) % words.count]
          let value = first + middle + last
          let count = shapes.count
          let folder = "c\(count)/"
          shapes.append(
            SecretShape(
              name: "\(form) with \(middle)",
              path: folder + parts[0],
              text: parts[1].replacing("⏎", with: "\n").replacing("§", with: value) + "\n",
              value: value
            )
          )
        }
      }
    }
    add(addresses, each: 3)
    add(quoted)
    add(bare)
    add(lists)
    add(long)
    add(nested)
    for (form, _) in unnamed {
      for chance in chances {
        let parts = form.split(separator: " | ", maxSplits: 1).map(String.init)
        let value = sample.fill(chance)
        let path = "c\(shapes.count)/\(parts[0])"
        let text = parts[1].replacing("⏎", with: "\n").replacing("§", with: value) + "\n"
        shapes.append(SecretShape(name: "\(form) with \(chance)", path: path, text: text, value: value))
      }
    }
    return shapes
  }()
}
