extension Rule {
  /// A value that its name and its looks give away, in any file.
  static let sourceHardcodedSecret = Rule(
    id: "source/hardcoded-secret",
    title: "Hardcoded secret",
    severity: .warning,
    confidence: .medium,
    help: """
      A literal stands where its name promises a password, a key or a token, and it looks like one: no placeholder, no \
      reference to a variable, no word, no path. Everybody who can read the repository can use it, and its history keeps it.

      In tests, examples and documentation it is a note. A value that is less likely a secret is of low confidence and is \
      shown with `--confidence low`.

      Read it from the environment instead: in a Worker from `env.NAME`, stored with `npx wrangler secret put NAME`. Rotate \
      the value that was committed.
      """,
    references: [
      "https://developers.cloudflare.com/workers/configuration/secrets/",
      "https://cwe.mitre.org/data/definitions/798.html",
    ],
    examples: [
      .bad([
        "src/shop.ts": """
        const client = connect({ user: "shop", password: "«{password:14}»" });
        export const apiKey = env.API_KEY ?? "«{base62:32}»";
        """,
        "deploy/values.yaml": """
        env:
          - name: SESSION_SECRET
            value: «{hex:48}»
        """,
        "Settings.xml": "<add key=\"ApiSecret\" value=\"«{base62:32}»\" />\n",
      ]),
      .clean([
        "src/shop.ts": """
        const password = await readPassword();
        const apiKey = env.API_KEY;
        const labels = { password: "Forgot your password?", token: "auth.token.label" };
        const csrfToken = "{base62:32}";
        const secretName = "shop-database-2024";
        const password = "changeme";
        """,
        "deploy/values.yaml": "password: ${DB_PASSWORD}\ntoken: {{ .Values.token }}\n",
      ]),
    ],
    check: .context(.assignment)
  )
}
