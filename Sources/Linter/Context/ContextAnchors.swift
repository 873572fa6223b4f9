/// The literals that are worth a look around: pieces of names, of headers, of addresses and of commands.
package enum ContextAnchors {
  package enum Kind: Sendable {
    /// A piece of a name whose value may be secret.
    case name
    /// The end of a name, and one character after it: a piece that stands inside of too many other names.
    case nameEnd
    /// The scheme of an `Authorization` header.
    case scheme
    /// The middle of a URL.
    case url
    /// A program that takes a password as an argument.
    case command
    /// A program that gets a password in another way.
    case pipe
    /// The rows of a table, with the names of its columns.
    case insertion
    /// A function with a secret among its arguments, see ``calls``.
    case call
    /// The address of a data source without a scheme.
    case dataSource
  }

  /// All of them match in any case.
  package static let all: [(text: String, kind: Kind)] =
    [
      ("pass", .name), ("pwd", .name), ("secret", .name), ("token", .name), ("key", .name), ("auth", .name),
      ("cred", .name), ("salt", .name), ("identified by", .name), ("geheim", .name),
      ("_pat=", .nameEnd), ("_pat:", .nameEnd), ("_pat\"", .nameEnd), ("_pat'", .nameEnd), ("_pat ", .nameEnd),
      ("psk=", .nameEnd), ("bindpw", .name), ("rootpw", .name),
      ("sonar.login", .name),
      ("rocommunity", .name), ("rwcommunity", .name), ("snmp-server community", .name),
      ("bearer ", .scheme), ("basic ", .scheme),
      ("://", .url),
      ("insert into", .insertion),
      ("chpasswd", .pipe), ("sudo -s", .pipe), ("convertto-securestring", .pipe),
      ("@tcp(", .dataSource),
    ] + ContextCommand.all.map { ($0.text, .command) } + calls.map { ($0.text, .call) }

  /// Functions of which one argument is secret, whatever its name: how many stand before it, and what it is.
  static let calls: [(text: String, skipped: Int, name: ContextName)] = [
    ("basicauth(", 1, .password), ("basic_auth(", 1, .password), ("networkcredential(", 1, .password),
    ("credentials(", 1, .password), (".login(", 1, .password), ("emailandpassword(", 1, .password),
    ("mysqldb.connect(", 2, .password), ("mysqli_connect(", 2, .password), ("mysql_connect(", 2, .password),
    ("dbi->connect(", 2, .password), ("getconnection(", 2, .password), ("new pdo(", 2, .password),
    ("new mysqli(", 2, .password), ("new sequelize(", 2, .password), ("create_user(", 2, .password),
    ("create_superuser(", 2, .password),
    ("createhmac(", 1, .secret), ("createcipheriv(", 1, .secret), ("createdecipheriv(", 1, .secret),
    ("aes.encrypt(", 1, .secret), ("aes.decrypt(", 1, .secret), ("secretkeyspec(", 0, .secret), ("fernet(", 0, .secret),
    ("jwt.sign(", 1, .secret), ("jwt.verify(", 1, .secret), ("jwt.encode(", 1, .secret), ("jwt.decode(", 1, .secret),
    ("cookieparser(", 0, .secret), ("oauthhandler(", 1, .secret), ("rest::client.new(", 1, .secret),
    ("ethers.wallet(", 0, .secret),
  ]
}
