extension RemoteWorker {
  /// The newest ten deployments, oldest first.
  mutating func take(listed: [Deployment]) throws(CaptureConflict) {
    deployments = try deployments.merging(
      listed: listed,
      reachesStart: listed.count < CapturedFacts.listLimit,
      id: \.id,
      isNewer: { Self.isNewer($0, $1) },
      stranger: { .stranger("deployment", $0) }
    )
  }

  /// The deployment that serves the traffic now.
  mutating func take(current: Deployment) {
    guard let last = deployments.elements.last else {
      deployments = Timeline([current], endsWithNewest: true, isComplete: false)
      return
    }
    let isSame = current.id != nil && current.id == last.id
    let looksSame = Set(current.shares) == Set(last.shares) && (current.id == nil || last.id == nil)
    if isSame || looksSame {
      // The same one, of which the view with an id tells more.
      if current.id != nil { deployments.elements[deployments.elements.count - 1] = current }
      deployments.endsWithNewest = true
      return
    }
    // A capture from before the last one known tells nothing new.
    if deployments.elements.contains(where: { $0.id != nil && $0.id == current.id }) || Self.isNewer(last, current) {
      return
    }
    deployments = Timeline(deployments.elements + [current], endsWithNewest: true, isComplete: false)
  }

  private static func isNewer(_ one: Deployment, _ other: Deployment) -> Bool {
    guard let one = one.createdOn.flatMap({ CaptureTime.seconds(of: $0) }),
      let other = other.createdOn.flatMap({ CaptureTime.seconds(of: $0) })
    else { return false }
    return one > other
  }
}
