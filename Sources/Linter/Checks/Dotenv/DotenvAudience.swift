/// Who reads a key of a `.env` file, told from its name (docs/facts/wrangler.md §5.2, §12.13).
enum DotenvAudience {
  /// The Worker, as far as the name tells.
  case worker
  /// Wrangler itself: its credentials, its account, its switches.
  case wrangler
  /// The build of a frontend, which puts the value into browser code.
  case clientBuild
  /// Node.js and the tools around it.
  case tool

  static func of(_ key: String) -> DotenvAudience {
    if wranglerPrefixes.contains(where: { key.hasPrefix($0) }) || deprecatedNames.contains(key) { return .wrangler }
    if clientPrefixes.contains(where: { key.hasPrefix($0) }) { return .clientBuild }
    return toolNames.contains(key) || toolPrefixes.contains(where: { key.hasPrefix($0) }) ? .tool : .worker
  }

  private static let wranglerPrefixes = ["CLOUDFLARE_", "WRANGLER_"]
  private static let deprecatedNames: Set<String> = ["CF_API_TOKEN", "CF_API_KEY", "CF_EMAIL", "CF_ACCOUNT_ID"]
  private static let clientPrefixes = [
    "VITE_", "PUBLIC_", "NEXT_PUBLIC_", "NUXT_PUBLIC_", "REACT_APP_", "GATSBY_", "EXPO_PUBLIC_",
  ]
  private static let toolPrefixes = ["npm_", "NPM_", "TURBO_", "DOTENV_", "SENTRY_AUTH_", "COMPOSE_", "DOCKER_"]
  private static let toolNames: Set<String> = [
    "NODE_ENV", "NODE_OPTIONS", "NODE_VERSION", "NODE_TLS_REJECT_UNAUTHORIZED", "PORT", "HOST", "CI", "TZ", "DEBUG",
    "LOG_LEVEL", "FORCE_COLOR", "NO_COLOR", "BROWSER", "EDITOR", "NEXTJS_ENV",
  ]
}
