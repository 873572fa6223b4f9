/// Changes of secrets by name, to be made to a copy of a version's bindings.
struct SecretChanges {
  var puts: [String] = []
  var deletions: [String] = []

  /// The changes of a put, delete or bulk action; a null deletes only where the command says so.
  init(_ action: SecretAction, nullsDelete: Bool) {
    switch action {
    case .put(let name): puts = [name]
    case .delete(let name): deletions = [name]
    case .bulk(let file):
      puts = file.puts
      deletions = nullsDelete ? file.nulls : []
    case .list: break
    }
  }

  /// The names to be put that are known to belong to something else.
  func taken(in table: BindingTable) -> [String] {
    puts.filter { name in
      if case .known(.some(let binding)) = table[name] { !binding.type.isSecret } else { false }
    }
    .sorted()
  }

  /// The names to be put of which nobody knows whether they belong to something else.
  func maybeTaken(in table: BindingTable) -> [String] { puts.filter { !table[$0].isKnown }.sorted() }

  /// The names to be deleted that are known to be no secret.
  func absent(in table: BindingTable) -> [String] { deletions.filter { table.isSecret($0) == .known(false) }.sorted() }

  /// The table after the changes; each new value gets a mark of its own.
  func applied(to table: BindingTable, mark: String) -> BindingTable {
    var table = table
    for name in deletions where table.isSecret(name) != .known(false) { table.bindings[name] = nil }
    for name in puts { table.bindings[name] = RemoteBinding(.secretText, mark: mark) }
    return table
  }
}
