import Text

/// Names by which files of secrets are known: the one list of them.
///
/// A file of such a name is never skipped without a word, whatever it holds. What its name means for git, for published
/// folders and for wrangler is decided where these are checked.
package enum SecretFileName {
  /// Whether a file's name says that it holds secrets, or may.
  package static func matches(_ path: String) -> Bool {
    let name = FilePath.name(of: path).lowercased()
    if names.contains(name) || isDotenv(name) || isPrivateKeyOfSSH(name) { return true }
    if endings.contains(where: { name.hasSuffix($0) }) { return true }
    let stem = name.prefix { $0 != "." }
    return stems.contains(String(stem)) && (name.utf8.count == stem.utf8.count || isData(name))
  }

  /// Whether a name is that of a key or a key store, or of something that holds one.
  package static func isKeyStore(_ path: String) -> Bool {
    let name = FilePath.name(of: path).lowercased()
    return keyEndings.contains { name.hasSuffix($0) } || isPrivateKeyOfSSH(name)
  }

  /// `.env`, `.env.production`, `.envrc`, `prod.env`, `.dev.vars.staging`; samples of these as well.
  private static func isDotenv(_ name: String) -> Bool {
    name.hasPrefix(".env") || name.hasPrefix(".dev.vars") || name.hasSuffix(".env") || name.hasSuffix(".vars")
  }

  /// `id_rsa`, `id_ed25519_work`.
  private static func isPrivateKeyOfSSH(_ name: String) -> Bool {
    !name.hasSuffix(".pub") && ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"].contains { name.hasPrefix($0) }
  }

  private static func isData(_ name: String) -> Bool {
    [".json", ".yml", ".yaml", ".toml", ".ini", ".txt", ".csv", ".xml", ".properties"].contains { name.hasSuffix($0) }
  }

  private static let keyEndings = [
    ".pem", ".key", ".p8", ".p12", ".pfx", ".jks", ".keystore", ".kdbx", ".ppk", ".pkcs12",
  ]

  private static let endings =
    keyEndings + [".tfvars", ".tfvars.json", ".tfstate", ".tfstate.backup", ".ovpn", ".htpasswd", ".netrc"]

  private static let names: Set<String> = [
    ".netrc", "_netrc", ".pgpass", ".pypirc", ".npmrc", ".yarnrc.yml", ".git-credentials", ".dockercfg",
    ".dockerconfigjson", ".boto", ".s3cfg", ".my.cnf", ".mylogin.cnf", ".vault-token", "kubeconfig",
  ]

  /// Names of files of data, before their endings.
  private static let stems: Set<String> = [
    "secrets", "secret", "credentials", "credential", "creds", "passwords", "client_secret", "client_secrets",
    "service-account", "service_account", "serviceaccount", "serviceaccountkey",
  ]
}
