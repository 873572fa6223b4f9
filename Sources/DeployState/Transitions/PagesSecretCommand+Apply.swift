extension PagesSecretCommand {
  /// Secrets of a Pages project, per production and preview; they count from its next deployment on
  /// (docs/facts/wrangler.md §6.2, §13.3).
  func applied(to state: RemoteState) throws(Stop) -> Outcome {
    let captures = ["wrangler pages secret list --project-name \(project)"]
    switch state.pagesProjects[project] {
    case .known(.none): throw .refused(Refusal(.pagesProjectNotFound(project)))
    case .unknown: throw .unknown("Nobody looked whether there is a Pages project \(project).", captures: captures)
    case .known(.some(var pages)):
      if action == .list {
        guard case .known(let names) = pages[environment].secretNames else {
          throw .unknown("Nobody looked which secrets \(project) has.", captures: captures)
        }
        return Outcome(state, listing: names)
      }
      if case .bulk(let file) = action, !file.nulls.isEmpty {
        throw .unknown("What Pages makes of a null in a bulk file is not documented.", captures: [])
      }
      let changes = SecretChanges(action, nullsDelete: false)
      let table = pages[environment]
      let taken = changes.taken(in: table)
      let absent = changes.absent(in: table)
      pages[environment] = changes.applied(to: table, mark: "new")
      var after = state
      after.pagesProjects[project] = .known(pages)
      return Outcome(
        after,
        notes: (taken.isEmpty ? [] : [.bindingsReplaced(taken)]) + (absent.isEmpty ? [] : [.nothingToDelete(absent)])
          + [.pagesNextDeployment]
      )
    }
  }
}
