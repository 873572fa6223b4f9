/// The literals that are worth a look around: pieces of names, of headers, of addresses and of commands.
package enum ContextAnchors {
  package enum Kind: Sendable {
    /// A piece of a name whose value may be secret.
    case name
    /// The scheme of an `Authorization` header.
    case scheme
    /// The middle of a URL.
    case url
    /// A program that takes a password as an argument.
    case command
    /// A program that gets a password in another way.
    case pipe
    /// A function that takes a user and a password.
    case login
    /// The address of a data source without a scheme.
    case dataSource
  }

  /// All of them match in any case.
  package static let all: [(text: String, kind: Kind)] = [
    ("pass", .name), ("pwd", .name), ("secret", .name), ("token", .name), ("key", .name), ("auth", .name),
    ("cred", .name), ("salt", .name), ("identified by", .name), ("geheim", .name),
    ("bearer ", .scheme), ("basic ", .scheme),
    ("://", .url),
    ("curl ", .command), ("mysql", .command), ("sshpass", .command), ("docker login", .command),
    ("redis-cli", .command), ("wget ", .command),
    ("chpasswd", .pipe), ("convertto-securestring", .pipe),
    ("basicauth(", .login), ("basic_auth(", .login), ("networkcredential(", .login), ("credentials(", .login),
    (".login(", .login), ("emailandpassword(", .login), ("mysqldb.connect(", .login), ("mysqli_connect(", .login),
    ("mysql_connect(", .login), ("dbi->connect(", .login),
    ("getconnection(", .login), ("new pdo(", .login),
    ("@tcp(", .dataSource),
  ]
}
