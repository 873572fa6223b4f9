/// A program that is given a password on its command line, and where that password stands.
struct ContextCommand: Sendable {
  /// Where the password stands among the arguments.
  enum Place: Sendable {
    /// Behind a flag, as the next argument, or joined to it: `-p value`, `-pvalue`.
    case flag(String, Spelling = .any)
    /// Behind a user and a separator, as the value of a flag: `-u user:value`.
    case pair(String, UInt8)
    /// The last of at least so many arguments that are no flags, where one of some words stands before them.
    case last(atLeast: Int, after: [String])
    /// Behind the share in the arguments of `net use`.
    case share
    /// Between the slash and the `@` of the first argument: `user/value@host`.
    case login
  }

  /// How a flag and its value may be written.
  enum Spelling: Sendable {
    case any, apart, joined
  }

  /// The literal that leads to the command, in lower case.
  let text: String
  let places: [Place]

  /// Sources: the manual pages of the programs.
  static let all = [
    ContextCommand(text: "curl ", places: [.pair("-u", colon), .pair("--user", colon), .pair("--proxy-user", colon)]),
    ContextCommand(text: "mysql", places: [.flag("-p", .joined)]),
    ContextCommand(text: "sshpass", places: [.flag("-p")]),
    ContextCommand(text: "docker login", places: [.flag("-p")]),
    ContextCommand(text: "redis-cli", places: [.flag("-a")]),
    ContextCommand(text: "openssl ", places: [.flag("-k", .apart)]),
    ContextCommand(text: "az login", places: [.flag("-p")]),
    // The name of a user, or of a file and a user, before it; `-b` takes it from the command line.
    ContextCommand(text: "htpasswd ", places: [.last(atLeast: 1, after: ["-b", "-cb", "-bc", "-nb", "-bn", "-bnb"])]),
    ContextCommand(text: "net use", places: [.share, .last(atLeast: 2, after: ["net user"])]),
    ContextCommand(text: "ldapsearch", places: [.flag("-w")]),
    ContextCommand(text: "ldapadd", places: [.flag("-w")]),
    ContextCommand(text: "ldapmodify", places: [.flag("-w")]),
    ContextCommand(text: "rabbitmqctl", places: [.last(atLeast: 2, after: ["add_user", "change_password"])]),
    ContextCommand(text: "sqlcmd", places: [.flag("-P")]),
    ContextCommand(text: "smbclient", places: [.pair("-U", UInt8(ascii: "%"))]),
    ContextCommand(text: "lftp ", places: [.pair("-u", UInt8(ascii: ","))]),
    ContextCommand(text: "mongosh", places: [.flag("-p", .apart)]),
    ContextCommand(text: "sqlplus ", places: [.login]),
    ContextCommand(text: "psexec", places: [.flag("-p", .apart)]),
    ContextCommand(text: "xfreerdp", places: [.flag("/p:", .joined)]),
    ContextCommand(text: "zip -p", places: [.flag("-P", .apart)]),
  ]

  private static let colon = UInt8(ascii: ":")
}
