import Documents
import Text
import Workers

/// A file that is a secret, or tells more than the public should know, by its name and where needed its content.
struct SecretFile: Sendable {
  let path: String
  /// What it is, for messages: "a local secrets file".
  let words: String
  /// An error where secrets are in it, a warning where it only tells too much.
  let severity: Severity

  /// Whether the name alone gives reason to look; cheap, for folders of many files.
  static func mayBe(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    return name.hasPrefix(".") || name.hasPrefix("wrangler.") || isTerraformState(name)
      || SecretFileName.isKeyStore(name)
  }

  /// What a file is; `nil` for one that may be seen by everybody.
  static func judge(_ path: String, in checkout: Checkout) -> SecretFile? {
    let name = FilePath.name(of: path)
    func file(_ words: String, _ severity: Severity = .error) -> SecretFile {
      SecretFile(path: path, words: words, severity: severity)
    }
    if let role = DotenvFile.role(ofFileNamed: name) {
      guard role != .example else { return nil }
      return file("a local secrets file")
    }
    if WranglerConfig.fileNames.contains(name) { return file("a wrangler configuration", .warning) }
    if isTerraformState(name) { return file("a Terraform state, which holds every value in clear") }
    switch name {
    case "id_rsa", "id_ed25519", "id_ecdsa", "id_dsa": return file("an SSH private key")
    case ".netrc", ".pypirc", ".htpasswd", ".git-credentials": return file("a file of credentials")
    case ".npmrc", ".yarnrc.yml":
      let hasToken = contains(path, ["_authToken=", "_auth=", "_password=", "npmAuthToken:"], in: checkout)
      return file("settings of a package registry\(hasToken ? " with credentials" : "")", hasToken ? .error : .warning)
    default: break
    }
    let suffix = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map(String.init) ?? ""
    switch suffix.lowercased() {
    // Certificates and public keys have these endings as well.
    case "pem", "key", "p8": return contains(path, ["PRIVATE KEY-----"], in: checkout) ? file("a private key") : nil
    case "p12", "pfx", "jks", "keystore", "kdbx": return file("a key store")
    default: return nil
    }
  }

  /// Whether a file is the state of Terraform or OpenTofu, or a copy of it.
  static func isTerraformState(_ name: String) -> Bool {
    name.hasSuffix(".tfstate") || name.hasSuffix(".tfstate.backup")
  }

  private static func contains(_ path: String, _ texts: [String], in checkout: Checkout) -> Bool {
    guard let bytes = try? checkout.tree.read(path), bytes.count < 1 << 20 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return texts.contains { text.contains($0) }
  }

  /// The folders that build tools write (wrangler.md §12, L10), by their names.
  static func isInBuildFolder(_ path: String) -> Bool {
    let folders = path.split(separator: "/").dropLast()
    return folders.contains { ["dist", "build", ".output", ".open-next", ".svelte-kit", ".vercel"].contains($0) }
      || zip(folders, folders.dropFirst()).contains { $0 == ".cloudflare" && $1 == "output" }
  }
}
