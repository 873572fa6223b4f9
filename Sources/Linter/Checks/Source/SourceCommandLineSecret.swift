extension Rule {
  /// A secret that is an argument of a command.
  static let sourceCommandLineSecret = Rule(
    id: "source/command-line-secret",
    title: "Secret in a command line",
    severity: .warning,
    confidence: .medium,
    help: """
      A command is given a password or a token as an argument: `--password …`, `curl -u user:…`, `mysql -p…`. Besides the \
      repository it stands in the history of the shell, in the list of processes and in logs of CI.

      Take it from a variable, a file or standard input (`docker login --password-stdin`, `curl --netrc`), and rotate it.
      """,
    references: ["https://cwe.mitre.org/data/definitions/214.html"],
    examples: [
      .bad([
        "deploy.sh": """
        curl -u "shop:«{base62:16}»" https://api.shop-data.net/orders
        upload --token «{base62:32}» dist/
        """
      ]),
      .clean([
        "deploy.sh": """
        curl -u "shop:$PASSWORD" https://api.shop-data.net/orders
        upload --token "$TOKEN" dist/
        docker login --username shop --password-stdin < password.txt
        """
      ]),
    ],
    check: .context(.command)
  )
}
