/// Lines as they stand in repositories of all kinds, to measure how much is found and how much of that is wrong.
///
/// They were written before anybody looked at what the rules make of them, and are not bent to what the rules can do: some
/// secrets here cannot be told by anyone who does not know the service. The format is that of ``ContextCases``.
enum FieldLines {
  static var secrets: [Substring] { lines(secretsInCode) + lines(secretsElsewhere) + lines(laterSecrets) }

  static var others: [Substring] { lines(othersInCode) + lines(othersElsewhere) + lines(laterOthers) + standIns }

  /// A set that was written later; its misses were worked on.
  static var third: (secrets: [Substring], others: [Substring]) {
    (lines(thirdSecrets), lines(thirdOthersInCode) + lines(thirdOthersElsewhere))
  }

  /// A set that is measured and never worked on.
  static var fourth: (secrets: [Substring], others: [Substring]) { (lines(fourthSecrets), lines(fourthOthers)) }

  private static func lines(_ table: String) -> [Substring] { table.split(separator: "\n") }

  /// What people write where a secret will be, under names and in places of all kinds.
  private static var standIns: [Substring] {
    let places = [
      "a.py | password = '%'", "a.js | const apiSecret = \"%\";", "a.env | API_TOKEN=%", "a.yml | client_secret: %",
      "a.json | \"auth_token\": \"%\",", "a.tf | secret_key = \"%\"",
    ]
    let values = [
      "changeme", "CHANGE_ME", "<your-token>", "your-secret-here", "xxxxxxxx", "********", "${SHOP_SECRET}",
      "{{ shop_secret }}", "$SHOP_SECRET", "TODO", "null", "none", "secret", "example", "my_password",
      "REPLACE_WITH_TOKEN", "insert-token-here", "dummy", "1234", "...",
    ]
    return places.flatMap { place in values.map { Substring(place.replacing("%", with: $0)) } }
  }
}
