/// A check, done offline, of whether a text of the right shape can be a real token (docs/facts/token-checksums.md).
///
/// The first kinds compare two groups of the pattern, `body` and `check`. The others look at the whole secret, or at
/// `body` alone where the pattern has that group (for a secret preceded by something that is not part of it).
package enum Checksum: String, CaseIterable, Sendable {
  /// CRC32 of the body, 8 lower-case hexadecimal digits: Cloudflare, Zuplo.
  case crc32Hex = "crc32-hex"
  /// The same where a vendor documents that there is a checksum, but not which: Cloudflare `cfast_`.
  case crc32HexAssumed = "crc32-hex-assumed"
  /// CRC32 of the body, 8 upper-case hexadecimal digits: Atlassian, whose body is everything before the check.
  case crc32HexUpper = "crc32-hex-upper"
  /// CRC32 of the body, 8 hexadecimal digits of its little-endian bytes: Grafana, whose body includes `glsa_`.
  case crc32HexLittleEndian = "crc32-hex-le"
  /// CRC32 of the body, 6 digits of base62: GitHub, npm, Vercel.
  case crc32Base62 = "crc32-base62"
  /// CRC32 of the body, 7 digits of base36: GitLab, whose body is everything before the check.
  case crc32Base36 = "crc32-base36"
  /// CRC32 of the body, base64 of its little-endian bytes: Confluent.
  case crc32Base64LittleEndian = "crc32-base64-le"
  /// The first 8 characters of base32 of the SHA-256 of the body: `github_pat_`, whose body is everything before.
  case sha256Base32 = "sha256-base32"

  /// Microsoft identifiable key of the first generation, of any service whose seeds are known.
  case microsoftHIS = "microsoft-his"
  /// Microsoft common annotated security key.
  case microsoftCASK = "microsoft-cask"
  /// Entra client secret with `8Q~`; the older form with `7Q~` has no checksum and passes.
  case microsoftEntra = "microsoft-entra"
  /// Azure DevOps personal access token of 52 characters.
  case azureDevOps = "azure-devops"
  /// age identity, also the post-quantum one.
  case age
  /// Nostr `nsec1`.
  case bech32Nsec = "bech32-nsec"
  /// Base58Check with any payload.
  case base58Check = "base58check"
  /// Bitcoin private key for import: Base58Check with its version and length.
  case bitcoinWIF = "bitcoin-wif"
  /// BIP-32 extended private key: Base58Check with its version and length.
  case bip32 = "bip32"
  /// Words of BIP-39 with their checksum, hardly any word repeated.
  case bip39 = "bip39"
  /// NATS NKey seed.
  case natsNKey = "nats-nkey"
  /// Stellar secret seed.
  case stellar
  /// GitLab routable token: CRC32 in base36, and the length that it states.
  case gitlabLength = "gitlab-length"

  /// JSON web token: the header has `alg`, the payload is an object, there is a signature.
  case jwt
  /// cloudflared tunnel token: base64 JSON with account, tunnel and secret.
  case cloudflareTunnel = "cloudflare-tunnel"
  /// Sentry organization token: base64 JSON with `iat` and `org`, then 43 characters.
  case sentryOrganization = "sentry-org"
  /// Grafana Cloud `glc_`: base64 JSON with `o`, `n`, `k`, `m`.
  case grafanaCloud = "grafana-cloud"
  /// 1Password `ops_`: base64 JSON with `email`, `muk`, `secretKey`.
  case onePassword = "onepassword"
  /// Discord bot token: the first segment is base64 of a number of 17 to 20 digits.
  case discordBot = "discord-bot"
  /// PyPI: a macaroon for pypi.org.
  case pypi
  /// Intercom: base64 of `tok:` and more.
  case intercom
  /// JFrog reference token: base64 of `reftkn:`, version, expiry and random text.
  case jfrogReference = "jfrog-reference"
  /// JFrog `AKCp`: base58 of 54 bytes.
  case jfrogKey = "jfrog-key"
  /// AWS SES SMTP password: base64 of 33 bytes, the first of which is 4.
  case awsSES = "aws-ses"
  /// Private key block with a well-formed start and the length that it states.
  case pem
  /// Clerk publishable key: base64 of a host name and `$`.
  case clerkPublishable = "clerk-publishable"
  /// Convex deploy key: base64 JSON with `v2` after the pipe.
  case convex
  /// Upstash QStash: base64 JSON with `UserID` and `Password`.
  case upstashQStash = "upstash-qstash"
  /// Bitbucket and Jira Data Center: base64 of digits, a colon and random bytes.
  case atlassianDataCenter = "atlassian-data-center"
  /// Elastic API key: base64 of 20 characters, a colon and 22 characters.
  case elastic
  /// WireGuard key: base64 of 32 bytes.
  case wireGuard = "wireguard"

  /// Whether the vendor states the algorithm, or published values confirm it: a text that fails is then not a token.
  ///
  /// Otherwise the algorithm is an assumption, and a text that fails is only less likely to be a token.
  package var isDocumentedByVendor: Bool {
    switch self {
    case .crc32HexAssumed, .microsoftEntra, .onePassword, .intercom, .jfrogReference, .jfrogKey, .clerkPublishable,
      .convex, .upstashQStash, .atlassianDataCenter, .elastic:
      false
    default: true
    }
  }

  /// Whether the pattern must have the groups `body` and `check`.
  package var needsGroups: Bool {
    switch self {
    case .crc32Hex, .crc32HexAssumed, .crc32HexUpper, .crc32HexLittleEndian, .crc32Base62, .crc32Base36,
      .crc32Base64LittleEndian, .sha256Base32:
      true
    default: false
    }
  }

  /// Whether the text passes.
  ///
  /// Groups that the pattern does not have are nil; a kind that needs them fails then.
  package func verify(secret: ArraySlice<UInt8>, body: ArraySlice<UInt8>?, check: ArraySlice<UInt8>?) -> Bool {
    if needsGroups {
      guard let body, let check, !check.isEmpty else { return false }
      if checkCharacters(for: Array(body)) == Array(check) { return true }
      // Copied from a URL or a shell, the `=` can be escaped.
      guard self == .crc32HexUpper, let plain = Self.unescapingEqualsSign(body) else { return false }
      return checkCharacters(for: plain) == Array(check)
    }
    return verify(body ?? secret)
  }

  private func verify(_ text: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .crc32Hex, .crc32HexAssumed, .crc32HexUpper, .crc32HexLittleEndian, .crc32Base62, .crc32Base36,
      .crc32Base64LittleEndian, .sha256Base32:
      false
    case .microsoftHIS: MicrosoftKey.isIdentifiable(Array(text))
    case .microsoftCASK: MicrosoftKey.isAnnotated(Array(text))
    case .microsoftEntra: MicrosoftKey.isEntraSecret(Array(text))
    case .azureDevOps: MicrosoftKey.isDevOpsToken(Array(text))
    case .age: Bech32.isValid(text, part: "age-secret-key-") || Bech32.isValid(text, part: "age-secret-key-pq-")
    case .bech32Nsec: Bech32.isValid(text, part: "nsec")
    case .base58Check: WalletKey.payload(ofBase58Check: text) != nil
    case .bitcoinWIF: WalletKey.isBitcoinWIF(text)
    case .bip32: WalletKey.isExtendedPrivateKey(text)
    case .bip39: Mnemonic.isPhrase(text)
    case .natsNKey: WalletKey.isNKeySeed(text)
    case .stellar: WalletKey.isStellarSeed(text)
    case .gitlabLength: Self.isRoutable(text)
    case .jwt: DecodedToken.isJWT(text)
    case .cloudflareTunnel: DecodedToken.isCloudflareTunnel(text)
    case .sentryOrganization: DecodedToken.isSentryOrganization(text)
    case .grafanaCloud: DecodedToken.hasKeys(["o", "n", "k", "m"], in: text, after: "glc_")
    case .onePassword: DecodedToken.hasKeys(["email", "muk", "secretKey"], in: text, after: "ops_")
    case .discordBot: DecodedToken.isDiscordBot(text)
    case .pypi: DecodedToken.isPyPI(text)
    case .intercom: Base64.decode(text)?.starts(with: Array("tok:".utf8)) == true
    case .jfrogReference: DecodedToken.isJFrogReference(text)
    case .jfrogKey: Base58.decode(text)?.count == 54
    case .awsSES: DecodedToken.isSESPassword(text)
    case .pem: PEMBlock.isPrivateKey(text)
    case .clerkPublishable: DecodedToken.isClerkPublishable(text)
    case .convex: DecodedToken.isConvex(text)
    case .upstashQStash: DecodedToken.hasKeys(["UserID", "Password"], in: text, after: "")
    case .atlassianDataCenter: DecodedToken.isAtlassianDataCenter(text)
    case .elastic: DecodedToken.isElastic(text)
    case .wireGuard: Base64.decode(text)?.count == 32
    }
  }

  /// Undoes `%3D` and `\=`; nil if there are none.
  private static func unescapingEqualsSign(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      if rest.starts(with: [0x25, 0x33, 0x44]) || rest.starts(with: [0x25, 0x33, 0x64]) {
        plain.append(0x3d)
        rest = rest.dropFirst(3)
      } else if rest.starts(with: [0x5c, 0x3d]) {
        plain.append(0x3d)
        rest = rest.dropFirst(2)
      } else {
        plain.append(byte)
        rest = rest.dropFirst()
      }
    }
    return plain.count < text.count ? plain : nil
  }

  /// Checks both layouts of a GitLab token: `prefix payload.VV.LLccccccc` and `prefix payload.LLccccccc`.
  private static func isRoutable(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let tail = parts.last, tail.count == 9 else { return false }
    guard parts.count == 2 || parts[1].count == 2 && parts[1].allSatisfy(Digits.base36.characters.contains) else {
      return false
    }
    guard crc32Base36.checkCharacters(for: Array(text.dropLast(7))) == Array(tail.suffix(7)) else { return false }
    guard let length = Digits.base36.number(of: tail.prefix(2)), parts[0].count > length else { return false }
    // Base64url may contain `-` and `_`: the prefix ends where the stated length begins.
    let payload = parts[0].suffix(length)
    return parts[0].dropLast(length).last.map { $0 == 0x2d || $0 == 0x5f } == true
      && Base64.decode(payload, .urlSafe) != nil
  }
}
