/// How much a name promises that its value is a secret.
enum ContextName: String, Sendable {
  /// A password, which may be short and readable.
  case password
  /// A secret or a key that is used in secret.
  case secret
  /// A token: mostly a secret, sometimes a piece of text or of syntax.
  case token
  /// A key, a signature, an authorization: secret only when the value looks like it.
  case weak
  /// A key and nothing else, which mostly is one of a table.
  case key

  /// What a name promises; `nil` when it is about something else.
  init?(_ name: String) {
    var words = SecretName.words(of: name)
    while words.count > 1, let last = words.last, Self.isNeutral(last) { words.removeLast() }
    // `setPassword`, `withToken`
    if words.count > 1, ["set", "with", "add", "use", "put"].contains(words[0]) { words.removeFirst() }
    guard let last = words.last, words.count <= 8 else { return nil }
    // Sonar's scanners take a token there.
    if last == "login", words.count == 2, words[0].hasSuffix("sonar") {
      self = .secret
      return
    }
    if SecretName.endings.contains(last) && last != "salt" || Self.endings.contains(last) { return nil }
    if let first = words.first, words.count > 1, Self.openings.contains(first) { return nil }
    if words.contains(where: { Self.publicWords.contains($0) }) { return nil }
    if words.starts(with: ["next", "public"]) { return nil }
    // The public half of a VAPID pair (Push API §7.2).
    if words.suffix(3) == ["application", "server", "key"] { return nil }
    // Phoenix keeps these next to its key, which is the secret.
    if last == "salt", let before = words.dropLast().last, before == "signing" || before == "encryption" { return nil }
    // Keys that vendors make for browsers (docs/facts/false-positives.md §5).
    let isForBrowsers =
      words.contains { SecretName.publicVendors.contains($0) }
      || words.contains("search") && words.contains("algolia")
    if isForBrowsers, !words.contains(where: { SecretName.neverPublic.contains($0) }) { return nil }
    self = .weak
    if last == "pass", let before = words.dropLast().last, Self.stages.contains(before) { return nil }
    if Self.isPassword(last) || last == "by" && words == ["identified", "by"] {
      self = .password
    } else if words.suffix(2) == ["validation", "key"] || words.suffix(2) == ["decryption", "key"] {
      // ASP.NET signs and encrypts cookies with them.
      self = .secret
    } else if last == "hash" || last == "hashed" {
      guard words.dropLast().contains(where: Self.isPassword) else { return nil }
      self = .weak
    } else if last == "token" || last == "tokens" || last.hasSuffix("token") {
      let before = words.dropLast().last ?? ""
      if SecretName.publicTokens.contains(before) || Self.syntaxWords.contains(before) { return nil }
      self = Self.tokenOwners.contains(before) || Self.tokenOwners.contains(String(last.dropLast(5))) ? .secret : .token
    } else if SecretName.isSecret(words.joined(separator: "_")) || Self.strongWords.contains(last)
      || Self.strongSuffixes.contains(where: last.hasSuffix)
    {
      let isAboutPassword = words.dropLast().contains(where: Self.isPassword)
      self =
        isAboutPassword && !Self.strongWords.contains(last) && !SecretName.strongWords.contains(last) ? .weak : .secret
    } else if !Self.weakWords.contains(last) {
      return nil
    } else if last == "key" || last == "keys" {
      let before = words.dropLast().last ?? ""
      let isOfService = ["storage", "routing"].contains(before) && ServiceNames.occur(in: words.dropLast())
      if SecretName.publicKeys.contains(before) || Self.plainKeys.contains(before) && !isOfService { return nil }
      if words.count == 1 { self = .key } else if Self.secretKeys.contains(before) { self = .secret }
    }
    // Nobody gives a service's name to a key of a table, or to a piece of syntax.
    if self == .token || self == .weak && ["key", "keys", "auth"].contains(last),
      ServiceNames.occur(in: words.dropLast())
    {
      self = .secret
    }
  }

  /// Whether a value is the fingerprint of a public key (RFC 9580 §5.5.4) or its end: `GPG_KEY=…` of Dockerfiles.
  static func isFingerprint(_ value: ArraySlice<UInt8>, under name: String) -> Bool {
    guard [8, 16, 40].contains(value.count), value.allSatisfy(ContextValue.isHexadecimal) else { return false }
    return SecretName.words(of: name).contains { $0.hasPrefix("gpg") || $0.hasPrefix("pgp") }
  }

  private static func isNeutral(_ word: String) -> Bool {
    SecretName.trailingWords.contains(word) && word != "value" || neutralWords.contains(word)
      || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isPassword(_ word: String) -> Bool {
    if passwordWords.contains(word) { return true }
    let end = word.utf8.lastIndex { !(0x30...0x39).contains($0) }.map(word.utf8.index(after:)) ?? word.startIndex
    let root = String(word[..<end])
    return passwordWords.contains(root)
      || ["password", "passwd", "passwort", "passphrase", "userpwd", "dbpwd"].contains(where: root.hasSuffix)
      || root.hasSuffix("pass") && passOwners.contains(String(root.dropLast(4)))
      || root.hasSuffix("pwd") && passOwners.contains(String(root.dropLast(3)))
      || root.hasPrefix("password") && root.utf8.count <= 9
  }

  private static let passwordWords: Set<String> = [
    "password", "passwords", "passwd", "passwort", "pwd", "pass", "passphrase", "passcode", "pw", "psw", "pswd",
    "passwrd", "kennwort", "geheim", "wachtwoord", "passw", "pword",
    "psk", "bindpw", "rootpw", "authtok", "rocommunity", "rwcommunity", "community",
  ]

  private static let passOwners: Set<String> = [
    "user", "db", "my", "root", "admin", "smtp", "ftp", "ssh", "mail", "sql", "mysql", "key", "store", "login", "sudo",
    "proxy", "imap", "pop", "http", "auth", "host", "old", "new", "the", "pg", "ldap", "wifi", "email", "account", "u",
    "require",
  ]

  /// Words before PASS that make it one step of several: a pass of a compiler, of a renderer, over a file.
  private static let stages: Set<String> = [
    "function", "module", "loop", "machine", "analysis", "optimization", "compiler", "render", "shader", "shadow",
    "depth", "compute", "single", "two", "multi", "first", "second", "third", "final", "band", "low", "high", "all",
    "by",
  ]

  private static let strongWords: Set<String> = [
    "secretkeybase", "encryptionkey", "accesskey", "authkey", "appsecret", "sharedkey", "apipassword",
    "subscriptionkey", "masterauth",
    "accountkey", "storagekey", "sharedaccesskey", "consumersecret", "authtoken", "hmackey",
  ]
  private static let strongSuffixes = ["secretkey", "apikey", "privatekey", "clientsecret", "accesskey", "secret"]

  private static let weakWords: Set<String> = [
    "key", "keys", "auth", "authorization", "credential", "credentials", "creds", "cred", "salt", "authentication",
    "basicauth", "appkey", "authkey", "securitykey", "cookiekey",
  ]

  /// Words before TOKEN that make it a credential.
  private static let tokenOwners: Set<String> = [
    "access", "auth", "api", "refresh", "bearer", "secret", "oauth", "admin", "deploy", "bot", "personal", "service",
    "github", "gitlab", "slack", "vault", "session", "security", "user", "login", "id", "jwt", "registry", "npm",
    "private", "authentication", "authorization", "webhook", "push", "telegram", "discord",
  ]

  private static let syntaxWords: Set<String> = [
    "next", "prev", "previous", "last", "first", "cur", "current", "eof", "end", "start", "begin", "open", "close",
    "special", "lookahead", "pad", "unk", "mask", "sep", "cls", "bos", "eos", "string", "identifier", "operator",
    "keyword", "comment", "whitespace", "lexer", "parse", "syntax", "cancellation", "promotion", "regex", "sync",
    "expected", "unexpected", "invalid", "no", "is", "erc20", "nft", "base", "quote", "idempotency", "starting",
    "change", "cache", "authenticity", "forgery",
    "resume", "state", "form", "tracking", "handle", "receipt", "video", "site", "upload", "lease",
    "update", "lock", "paging", "pagination", "cursor", "sequence", "concurrency", "page",
  ]

  /// Words before KEY that make it the credential of a service; a fingerprint or a number has other names.
  private static let secretKeys: Set<String> = [
    "subscription", "integration", "ingestion", "ingest", "transaction", "sdk", "application", "developer",
  ]

  private static let plainKeys: Set<String> = [
    "cache", "map", "dict", "hash", "unique", "storage", "local", "sort", "react", "data", "config", "json", "meta",
    "search", "context", "field", "column", "registry", "property", "setting", "settings", "message", "event", "this",
    "return", "arrow", "enter", "escape", "shift", "ctrl", "control", "alt", "tab", "space", "function", "modifier",
    "bind", "binding", "menu", "shortcut", "accelerator", "option", "parent", "child", "routing", "state", "scope",
    "language", "lang", "label", "name", "item", "node", "tree", "type", "verification", "host", "known", "candidate",
    "composite", "natural", "surrogate", "alternate", "constraint", "references", "answer", "musical", "major",
    "minor", "up", "down", "left", "right", "any", "press", "home", "delete", "backspace", "magic", "no", "dry",
    "write",
    // What a store or a table is full of.
    "file", "folder", "path", "document", "object", "image", "video", "asset", "resource", "blob", "block", "chunk",
    "segment", "entity", "record", "row", "table", "schema", "form", "widget", "page", "post", "comment", "author",
    "product", "order", "tag", "category", "job", "task", "queue", "step", "variant", "theme", "icon", "layer", "tile",
    "level", "route", "url", "slug", "version", "mint", "partition", "shard", "range", "bucket", "primary", "foreign",
  ]

  /// Last words for which the value is about the secret.
  private static let endings: Set<String> = [
    "error", "errors", "err", "msg", "messages", "icon", "input", "button", "btn", "form", "screen", "view", "modal",
    "dialog", "color", "style", "class", "classname", "event", "action", "handler", "callback", "regexp", "validator",
    "schema", "model", "prompt", "question", "help", "desc", "info", "doc", "docs", "note", "notes", "comment", "hint",
    "link", "href", "api", "func", "function", "fn", "cmd", "command", "script", "module", "package", "import", "dir",
    "directory", "folder", "filename", "filepath", "keyword", "keywords", "words", "word", "char", "chars", "charset",
    "set", "map", "array", "object", "obj", "item", "items", "entry", "node", "parser", "parse", "reader", "writer",
    "getter", "setter", "generator", "creator", "factory", "builder", "client", "server", "plugin", "backend",
    "middleware", "controller", "component", "layout", "ui", "selector", "xpath", "css", "element", "test", "tests",
    "spec", "case", "step", "stage", "level", "score", "required", "changed", "updated", "created", "deleted",
    "encoding", "encoder", "decoder", "cipher", "curve", "bits", "bytes", "usage", "exists", "found", "missing",
    "invalid", "valid", "match", "matches", "mismatch", "success", "failed", "failure", "ok", "protected", "only",
    "type", "types", "category", "group", "topic", "channel", "queue", "param", "params", "parameter", "argument",
    "arg", "args", "option", "options", "property", "props", "prop", "attribute", "attr", "annotation", "tag", "tags",
    "resolver", "response", "request", "result", "results", "output", "exception", "alias", "ring", "chain", "board",
    "frame", "code", "codes", "stroke", "strokes", "press", "down", "up", "point", "space", "pair", "val", "lookup",
    "management", "vault", "arn", "uuid", "guid", "md5", "sha1", "sha", "crc", "signature", "verified", "verify",
    "screenname", "dn", "cn", "ou", "realm", "scheme", "authority", "author", "authors", "identity", "nonce",
    "challenge", "session", "context", "config", "configuration", "settings", "setup", "installer", "bundle",
  ]

  /// First words for which the value is a sentence, a switch or an address.
  private static let openings: Set<String> = [
    "forgot", "forgotten", "lost", "show", "hide", "is", "has", "have", "no", "not", "can", "should", "must", "need",
    "needs", "enable", "disable", "allow", "require", "requires", "include", "exclude", "without", "generate", "create",
    "delete", "remove", "clear", "validate", "check", "verify", "parse", "read", "load", "fetch", "find", "lookup",
    "render", "print", "log", "missing", "invalid", "expected", "unexpected", "enter", "please", "label", "on",
    "handle", "expired", "csrf", "xsrf", "public", "max", "min", "num", "count", "rotate", "revoke", "reset",
    "recover",
  ]

  /// Words that, anywhere in the name, make the value public.
  private static let publicWords: Set<String> = [
    "csrf", "xsrf", "csrfmiddlewaretoken", "publickey", "publishable", "public", "pubkey", "sitekey", "keyword",
    "keyboard", "integrity", "shasum", "checksum", "placeholder", "fingerprint", "thumbprint", "i18n", "locale",
    "translation", "translations", "regex", "pattern", "xpath", "css", "tokenizer", "publickeytoken", "assembly",
    "dkim",
    // The value is ciphertext.
    "encrypted", "wrapped", "sealed",
  ]

  private static let neutralWords: Set<String> = [
    "confirm", "confirmation", "confirmed", "again", "repeat", "retype", "const", "constant", "string", "str", "plain",
    "plaintext", "encoded", "clear", "cleartext", "a", "b", "c", "x", "y", "equals", "equal", "eq", "eql", "primary",
    "secondary", "master", "slave", "tmp", "temp",
  ]
}

/// Remembers what names promise: the same ones stand in many places.
package struct ContextNames: Sendable {
  private var known: [String: ContextName?] = [:]
  /// More than a repository has that people wrote.
  private static let limit = 4096

  package init() {}

  mutating func promise(of name: String) -> ContextName? {
    if let promise = known[name] { return promise }
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    let promise = ContextName(name)
    known[name] = .some(promise)
    return promise
  }
}
