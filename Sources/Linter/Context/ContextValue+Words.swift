extension ContextValue {
  /// Values that say nothing once digits and marks around them are gone, in small letters
  /// (docs/facts/false-positives.md §2): words for a secret, also in other languages, values of every tutorial,
  /// algorithms and units.
  static let placeholderRoots: Set<String> = [
    "aaa", "aaaa", "abc", "abcd", "abcde", "abcdef", "access", "accesstoken", "adgangskode", "admin",
    "administrator", "adminpass", "adminpassword", "aes", "aescbc", "aesgcm", "alice", "anything", "apikey",
    "argon", "argonid", "asd", "asdf", "asdfgh", "auth", "authtoken", "averysecretpassword", "bad", "badpassword",
    "bar", "basic", "baz", "bbb", "bearer", "blabla", "blah", "blob", "bob", "cafebabe", "ccc", "changeit", "changeme",
    "char",
    "contrasena", "correct", "data", "dbpassword", "default", "demo", "disabled", "dummy", "dummypassword", "ed",
    "elastic", "empty", "enabled", "es", "eucentral", "euwest", "example", "fake", "fakekey", "fakepassword",
    "fakesecret", "faketoken", "foo", "foobar", "foobarbaz", "foobarbazqux", "geheim", "geheimnis", "geslo",
    "good", "grafana", "guest", "haslo", "header", "hello", "helloworld", "heslo", "hidden", "hmacsha", "hs",
    "http", "https", "hunter", "ignored", "incorrect", "invalid", "ipsum", "iso", "jelszo", "katasandi",
    "kennwort", "key", "keycloak", "kodeord", "letmein", "login", "lorem", "losenord", "lozinka", "masked",
    "masterpassword", "matkhau", "minioadmin", "mock", "mongo", "motdepasse", "ms", "mykey", "mypass",
    "mypassword", "mysecret", "mysql", "mytoken", "new", "newpassword", "newpw", "none", "null", "nvarchar", "old",
    "oldpassword", "oldpw", "optional", "oracle", "pa", "parola", "parole", "parool", "pass", "pass1word",
    "passord", "passw", "passwd", "password", "passwordpassword", "passwort", "pbkdf", "pkcs", "postgres", "pw",
    "pwd", "px", "query", "quux", "qux", "qwe", "qwerty", "qwertz", "rabbitmq", "redacted", "redis", "rem",
    "required", "rfc", "root", "rootpass", "rootpassword", "rs", "rsa", "sa", "salasana", "saml", "sample",
    "sandi", "secret", "secretkey", "secrets", "securepassword", "senha", "sha", "sifre", "some", "somepassword",
    "somesecret", "something", "sometoken", "string", "strongpassword", "supersecret", "supersecretkey",
    "supersecretpassword", "tba", "tbd", "temp", "test", "tester", "testing", "testkey", "testpass",
    "testpassword", "tests", "testsecret", "testtoken", "text", "tls", "tlsv", "tmp", "todo", "token", "topsecret",
    "topsecretpassword", "undefined", "unknown", "unused", "useast", "user", "username", "userpass",
    "userpassword", "uswest", "utf", "utfmb", "uuid", "valid", "value", "varchar", "verysecret",
    "verysecretpassword", "wachtwoord", "welcome", "whatever", "world", "wrong", "wrongpass", "wrongpassword",
    "xxx", "xxxx", "xyz", "yourapikey", "yourkey", "yourpassword", "yoursecret", "yoursecretkey", "yourtoken",
    "zaporka", "zxc", "zxcvbn",
  ]
}
