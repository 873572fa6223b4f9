import Workers

/// `secrets-store …` (docs/facts/wrangler.md §8.2).
extension CommandLine {
  func store(_ positions: [ShellWord]) throws(CommandReader.Problem) -> Command? {
    guard let verb = try positions.first.map(Self.known) else { return nil }
    let isRemote = words.flag("--remote")
    switch verb {
    case "list": return .store(StoreCommand(.list, isRemote: isRemote))
    case "create":
      return .store(StoreCommand(.create(name: try argument(of: positions, "the store")), isRemote: isRemote))
    case "delete":
      return .store(StoreCommand(.delete(id: try argument(of: positions, "the store")), isRemote: isRemote))
    default: return nil
    }
  }

  func storeSecret(_ positions: [ShellWord]) throws(CommandReader.Problem) -> Command? {
    guard let verb = try positions.first.map(Self.known) else { return nil }
    let comment = words.value("--comment")?.text
    let scopes = try words.value("--scopes").map(Self.known).map(Self.scopes)
    let action: StoreSecretCommand.Action
    switch verb {
    case "list": action = .list
    case "create": action = .create(name: try option("--name"), scopes: scopes ?? [], comment: comment)
    case "duplicate":
      action = .duplicate(
        id: try option("--secret-id"),
        name: try option("--name"),
        scopes: scopes ?? [],
        comment: comment
      )
    case "update":
      action = .update(
        id: try option("--secret-id"),
        isValueModified: words.value("--value") != nil || scopes == nil && comment == nil,
        scopes: scopes,
        comment: comment
      )
    case "get": action = .get(id: try option("--secret-id"))
    case "delete": action = .delete(id: try option("--secret-id"))
    default: return nil
    }
    return .storeSecret(
      StoreSecretCommand(
        action,
        in: try argument(of: positions, "the store"),
        isRemote: words.flag("--remote"),
        hasValueOption: words.value("--value") != nil
      )
    )
  }

  private func argument(of positions: [ShellWord], _ what: String) throws(CommandReader.Problem) -> String {
    guard let word = positions.dropFirst().first else { throw .usage("Name \(what).") }
    return try Self.known(word)
  }

  private func option(_ name: String) throws(CommandReader.Problem) -> String {
    guard let word = words.value(name) else { throw .usage("The command needs `\(name)`.") }
    return try Self.known(word)
  }

  private static func scopes(_ text: String) -> Set<StoreSecret.Scope> {
    Set(
      text.split(separator: ",").map { part in
        StoreSecret.Scope(rawValue: String(part.filter { $0 != " " }))
      }
    )
  }
}
