import Documents

extension Environment {
  /// Whether `process.env` of the Worker holds its variables and secrets (docs/facts/wrangler.md §10.2).
  package var populatesProcessEnvironment: Bool {
    let flags = Set((section("compatibility_flags")?.array ?? []).compactMap(\.string))
    // A TOML file may write the date without quotes.
    let date: String =
      switch section("compatibility_date")?.value {
      case .string(let text), .date(let text): text
      default: ""
      }
    if flags.contains("nodejs_compat_do_not_populate_process_env") { return false }
    if flags.contains("disallow_importable_env") { return false }
    if flags.contains("nodejs_compat_populate_process_env") { return true }
    let hasNode = flags.contains("nodejs_compat") || date >= "2026-08-04" && !flags.contains("no_nodejs_compat")
    return hasNode && date >= "2025-04-01"
  }
}
