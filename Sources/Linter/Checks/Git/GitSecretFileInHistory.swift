extension Rule {
  /// docs/decisions/known-values.md, docs/facts/wrangler.md §11.
  static let gitSecretFileInHistory = Rule(
    id: "git/secret-file-in-history",
    title: "Secret file in the history of the repository",
    severity: .error,
    help: """
      `paddock check --history` found a local secrets file, such as `.dev.vars` or `.env`, or a Terraform state in a \
      commit. Deleting or ignoring the file later changes nothing for those who have the commit. The finding says how many \
      commits recorded it, whether a remote branch has the first of them, and which secrets of today's local files still \
      have a value from there.

      What is gone from `HEAD` is one step milder, unless a value from there is pushed and still in use. A file in which no \
      value looks like a secret is only a warning, and one with nothing but variables for browser code a note. Samples such \
      as `.dev.vars.example` are only reported when a value in use was in one.

      Rotate what is pushed; what is not can still be taken out of its commit before the next push.
      """,
    references: [
      "https://developers.cloudflare.com/workers/configuration/secrets/",
      "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository",
    ],
    check: .history
  )
}
