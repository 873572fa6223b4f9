extension Rule {
  /// A password in the user info of a URL (RFC 3986 §3.2.1).
  static let sourceURLPassword = Rule(
    id: "source/url-password",
    title: "Password in a URL",
    severity: .warning,
    confidence: .medium,
    help: """
      The part of a URL before `@` holds a password or a token. URLs end up in logs, in histories of shells and in error \
      messages, and here also in the repository.

      For a service of this machine or of a container it is a note.

      Leave the user and the password out of the URL and read them from variables; rotate the password.
      """,
    references: ["https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"],
    examples: [
      .bad([
        "deploy.sh": "git clone https://deploy:«{base62:24}»@git.shop-data.net/shop.git\n",
        "src/queue.py": "QUEUE = 'sftp://shop:«{base62:14}»@files.shop-data.net/in'\n",
      ]),
      .clean([
        "deploy.sh": "git clone https://deploy:${TOKEN}@git.shop-data.net/shop.git\n",
        "src/queue.py": "QUEUE = 'sftp://user:password@files.shop-data.net/in'\n",
      ]),
    ],
    check: .context(.url)
  )
}
