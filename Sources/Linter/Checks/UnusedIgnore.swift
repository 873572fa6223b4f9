extension Rule {
  /// An ignore comment or entry that hides nothing; found while suppressions are applied, see `SuppressionPass`.
  static let unusedIgnore = Rule(
    id: "config/unused-ignore",
    title: "Ignore that hides nothing",
    severity: .warning,
    help: """
      An ignore comment, or an `[[ignore]]` entry of `paddock.toml`, no longer matches any finding. Left in place it \
      would hide the next real problem on that line. Delete it.
      """,
    examples: [
      .bad(["src/index.ts": "const mode = 'fast'; // «paddock:ignore token -- left over»\n"]),
      .clean(["src/index.ts": "const mode = 'fast';\n"]),
    ],
    check: .builtIn
  )
}
