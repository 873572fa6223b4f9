import Linter
import Patterns
import Testing

/// Values under a secret's name: which can be the secret itself.
struct SecretValueTests {
  @Test(arguments: [
    "{hex:32}", "{hex:64}", "{base62:24}", "{base64:44}", "{base32:26}", "{uuid}", "{password:12}", "{password:16}",
    "supersecretjwtkey", "Winter2024!pass", "sk-{base62:40}", "test-{base62:32}", "Bearer {base62:40}",
    "Basic {base64:24}",
    "postgres://u:{base62:16}@db.shop-data.net/x", "Server=db.shop-data.net;User Id=sa;Password={base62:16};",
    "maple otter violin cradle anchor pencil forest rocket saddle window yellow zebra", "{pem-escaped:ec}",
    "user={base62:8} password={base62:16}", "0x{hex:64}", "{digits:6}-{base62:12}",
  ])
  func canBeTheSecret(_ template: String) {
    for round in 0..<20 {
      var sample = SampleText(seed: "\(template)/\(round)")
      let value = sample.fill(template)
      #expect(SecretValue.isPlausible(value), "round \(round)")
    }
  }

  @Test(arguments: [
    "", "short", "true", "disabled", "3600", "86400000", "2024-01-01", "1.25.3", "10.0.0.1:8080", "+49 30 1234567",
    "changeme", "your-api-key", "https://login.shop-data.net/oauth/token", "http://localhost:8787",
    "postgres://db.internal:5432/shop", "postgres://${USER}:${PASS}@db/shop?x=$Y", "/run/secrets/token",
    "./keys/signing.pem",
    "../secret.txt", "~/.ssh/id_rsa", "auth.shop-data.net", "auth.shop-data.net:8443", "admin@shop-data.net",
    "stripe-secret-key", "STRIPE_SECRET_KEY", "X-Auth-Token", "x-api-key", "Authorization", "accessToken",
    "sessionToken",
    "client_secret_post", "client_secret_basic", "authorization_code", "aes-256-gcm", "us-east-1", "eu-west-1",
    "production",
    "workers/scripts:edit", "read write admin", "This value is set in the dashboard", "projects/shop/secrets/api",
    "data:image/png;base64,AAAA", "0x{hex:40}", "pk_live_{base62:24}", "phc_{base62:43}", "sb_publishable_{base62:31}",
    "0x4AAA{base62:18}", "1x00000000000000000000AA", "ssh-ed25519 AAAA{base62:60} me", "-----BEGIN CERTIFICATE-----",
    "-----BEGIN PUBLIC KEY-----", "sha256-{base64:44}", "urn:ietf:params:oauth:token-type:jwt",
  ])
  func isSomethingElse(_ template: String) {
    var sample = SampleText(seed: template)
    #expect(!SecretValue.isPlausible(sample.fill(template)))
  }

  @Test(arguments: [
    ("postgres://app:{base62:16}@db.shop-data.net:5432/app", "db.shop-data.net", false, false),
    ("postgresql://app:{base62:16}@localhost/app", "localhost", true, false),
    ("mysql://app:{base62:16}@127.0.0.1:3306/app", "127.0.0.1", true, false),
    ("redis://:{base62:16}@[::1]:6379", "::1", true, false),
    ("postgres://app:{base62:16}@db:5432/app", "db", true, false),
    ("amqps://app:{base62:16}@host.docker.internal", "host.docker.internal", true, false),
    ("mongodb+srv://app:{base62:16}@c0.shop-data.net,c1.shop-data.net/x?y=z", "c0.shop-data.net", false, false),
    ("postgres://postgres:postgres@db.shop-data.net/app", "db.shop-data.net", false, true),
    ("postgres://user:password@db.shop-data.net/app", "db.shop-data.net", false, true),
    ("https://a:{base62:16}@example.com/", "example.com", true, false),
    ("postgres://app:{base62:8}@{base62:8}/{base62:4}@db.shop-data.net/app", "db.shop-data.net", false, false),
    ("postgres://app:{base62:8} {base62:8}@db.shop-data.net/app", "db.shop-data.net", false, false),
    ("https://a:{base62:8}@@{base62:8}@git.shop-data.net/@a", "git.shop-data.net", false, false),
    ("see postgres://a:{base62:16}@DB.Shop-Data.net for more", "db.shop-data.net", false, false),
    ("Server=tcp:db.shop-data.net,1433;User ID=sa;Password={base62:16}", "db.shop-data.net", false, false),
  ])
  func findsPasswords(_ template: String, _ host: String, _ isLocal: Bool, _ isPlaceholder: Bool) throws {
    var sample = SampleText(seed: template)
    let found = ConnectionPassword.find(in: sample.fill(template))
    let password = try #require(found.first)
    #expect(found.count == 1)
    #expect(password.host == host)
    #expect(password.isLocal == isLocal)
    #expect(password.isPlaceholder == isPlaceholder)
    #expect(!password.isReference)
  }

  @Test(arguments: [
    "", "://", "a://", "://u:p@h", "https://shop-data.net/a:b@c", "https://key@o1.ingest.sentry.io/1",
    "postgres://u:@h/x", "http://localhost:8787/@user", "https://shop-data.net:443/a@b", "https://shop-data.net/@user",
    "git@github.com:shop/shop.git", "https://unpkg.com/vue@3.4.21", "a: {b}; password=c; server=d",
    "mailto:a@b.c", "https://shop-data.net?x=u:p@h", "Password=abc", "a;b;c", "key: value; password: x",
  ])
  func findsNoPasswords(_ text: String) {
    #expect(ConnectionPassword.find(in: text).isEmpty)
  }
}
