import DeployState

/// A Secrets Store in one line: `S1: pay(workers) mail(access,workers) old(workers!deleted)`.
///
/// The id of `pay` is `id-pay`. `S1: pay(workers) …` may have more; `S1 ?` is a store of which nobody knows whether it
/// exists; `none` is an account without one.
enum StoreNotation {
  static func read(_ text: String) -> Catalog<SecretsStore> {
    if text == "none" { return Catalog(isComplete: true) }
    if text == "?" { return Catalog() }
    var words = text.split(separator: " ").map(String.init)
    let id = String(words.removeFirst().dropLast())
    let isOpen = words.last == "…"
    var secrets = Catalog<StoreSecret>(isComplete: !isOpen)
    for word in words where word != "…" {
      let name = String(word.prefix { $0 != "(" })
      let inner = word.dropFirst(name.count + 1).dropLast()
      let parts = inner.split(separator: "!").map(String.init)
      let scopes = parts[0].split(separator: ",").map { StoreSecret.Scope(rawValue: String($0)) }
      let status = parts.count > 1 ? StoreSecret.Status(rawValue: parts[1]) : .active
      secrets["id-\(name)"] = .known(
        StoreSecret(
          name: name,
          scopes: parts[0] == "?" ? .unknown : .known(Set(scopes)),
          status: status.map { .known($0) } ?? .unknown
        )
      )
    }
    return Catalog([id: SecretsStore(secrets: secrets)], isComplete: true)
  }

  static func write(_ stores: Catalog<SecretsStore>) -> String {
    let texts = stores.present.map { id, store in
      let words = store.liveSecrets.sorted { $0.name < $1.name }.map { secret in
        "\(secret.name)(\(secret.scopes.value?.map(\.rawValue).sorted().joined(separator: ",") ?? "?"))"
      }
      return (["\(id):"] + words + (store.secrets.isComplete ? [] : ["…"])).joined(separator: " ")
    }
    return texts.isEmpty ? "none" : texts.joined(separator: "; ")
  }
}
