extension Rule {
  /// A credential in an HTTP header (RFC 6750 §2.1, RFC 7617 §2).
  static let sourceAuthorizationHeader = Rule(
    id: "source/authorization-header",
    title: "Credential in an HTTP header",
    severity: .warning,
    confidence: .medium,
    help: """
      A header such as `Authorization: Bearer …`, `Authorization: Basic …` or `X-API-Key: …` is written with its credential. \
      `Basic` is no encryption: it is the user and the password in base64.

      Put the credential into the header at run time, from `env.NAME` or another variable, and rotate the one that was \
      committed.
      """,
    references: [
      "https://www.rfc-editor.org/rfc/rfc6750#section-2.1", "https://www.rfc-editor.org/rfc/rfc7617#section-2",
    ],
    examples: [
      .bad([
        "src/client.js": """
        const headers = { Authorization: "Bearer «{base62:44}»" };
        request.setHeader("Authorization", "Basic «{base64-of:shop:{base62:16}}»");
        """,
        "docs/api.md": "curl -H 'X-API-Key: «{base62:32}»' https://api.shop-data.net/v1\n",
      ]),
      .clean([
        "src/client.js": """
        const headers = { Authorization: `Bearer ${token}` };
        request.setHeader("Authorization", "Bearer " + env.API_TOKEN);
        """,
        "docs/api.md": "curl -H 'Authorization: Bearer YOUR_API_TOKEN' https://api.shop-data.net/v1\n",
      ]),
    ],
    check: .context(.header)
  )
}
