extension DashboardEdit {
  /// A new version copied from the latest one, deployed at once, as through the API (docs/facts/wrangler.md §6.1).
  func applied(to state: RemoteState) throws(Stop) -> Outcome {
    var worker = try state.worker(target)
    var table = worker.latestBindings
    let mark = worker.nextVersionID
    for change in changes {
      switch change {
      case .addVariable(let name): table.bindings[name] = RemoteBinding(.plainText)
      case .addSecret(let name): table.bindings[name] = RemoteBinding(.secretText, mark: mark)
      case .remove(let name): table.bindings[name] = nil
      }
    }
    let id = worker.add(table, trigger: .upload, source: .dashboard)
    worker.deploy(Deployment(of: id, source: .known(.dashboard)))
    return Outcome(state.replacing(target.worker, by: worker), notes: state.limitNotes(for: table))
  }
}
