extension RemoteWorker {
  /// The newest ten versions, oldest first.
  mutating func take(listed: [Version]) throws(CaptureConflict) {
    var merged: [Version] = []
    for version in listed {
      if let known = versions.elements.first(where: { $0.id == version.id }) {
        merged.append(try known.merged(with: version))
      } else {
        merged.append(version)
      }
    }
    versions = try versions.merging(
      listed: merged,
      reachesStart: merged.count < CapturedFacts.listLimit || merged.first?.number == .known(1),
      id: { $0.id },
      isNewer: { ($0.number.value ?? 0) > ($1.number.value ?? .max) },
      stranger: { .stranger("version", $0) }
    )
    try checkNumbers()
  }

  /// One version, wherever it lies.
  mutating func take(_ version: Version) throws(CaptureConflict) {
    if let index = versions.elements.firstIndex(where: { $0.id == version.id }) {
      versions.elements[index] = try versions.elements[index].merged(with: version)
    } else {
      try insert(version)
    }
    try checkNumbers()
  }

  private mutating func insert(_ version: Version) throws(CaptureConflict) {
    let last = versions.elements.last
    if let number = version.number.value,
      let index = versions.elements.firstIndex(where: { ($0.number.value ?? 0) > number })
    {
      if versions.isComplete {
        throw CaptureConflict(
          message: "version \(version.id) is number \(number) here, but this Worker had no such version: this is of "
            + "another Worker"
        )
      }
      versions.elements.insert(version, at: index)
    } else if versions.isComplete || version.number.value ?? 0 > last?.number.value ?? .max {
      // Newer than all that was known, and others may have come in between and since.
      let follows = version.number.value.map { $0 == 1 + (last?.number.value ?? (last == nil ? 0 : .max - 1)) } ?? false
      versions.elements.append(version)
      versions.endsWithNewest = false
      versions.isComplete = versions.isComplete && follows
    } else {
      versions.elements.insert(version, at: 0)
      versions.endsWithNewest = versions.endsWithNewest && version.number.isKnown
      versions.isComplete = versions.elements.count == 1 && version.number == .known(1)
    }
  }

  /// Numbers count versions of one Worker, so that two versions of one number belong to two.
  private func checkNumbers() throws(CaptureConflict) {
    var ids: [Int: String] = [:]
    for version in versions.elements {
      guard let number = version.number.value else { continue }
      if let other = ids.updateValue(version.id, forKey: number) {
        throw CaptureConflict(
          message: "versions \(other) and \(version.id) both have the number \(number): these are of two Workers"
        )
      }
    }
  }

  /// The deployed versions with their secrets, or the latest version alone (docs/facts/wrangler.md §6.5).
  mutating func take(_ secrets: [CapturedFacts.VersionSecrets]) throws(CaptureConflict) {
    for version in secrets { try take(Version(id: version.version, bindings: .secrets(version.names))) }
    let shares = secrets.map { Deployment.Share(version: $0.version, percentage: $0.percentage) }
    if let deployment = Deployment(shares: shares) {
      take(current: deployment)
    } else if let latest = secrets.first, secrets.count == 1 {
      // Only `--latest-version` shows a single version without all of the traffic.
      markLatest(latest.version)
    }
  }

  private mutating func markLatest(_ id: String) {
    guard versions.elements.last?.id != id else {
      versions.endsWithNewest = true
      return
    }
    // One that stood first for want of a number goes to its place; one among numbered versions is of an earlier day.
    guard let index = versions.elements.firstIndex(where: { $0.id == id }),
      !versions.elements[index].number.isKnown
    else { return }
    versions.elements.append(versions.elements.remove(at: index))
    versions.endsWithNewest = true
    versions.isComplete = false
  }
}

extension Version {
  /// What two captures tell about the same version, which never changes.
  func merged(with other: Version) throws(CaptureConflict) -> Version {
    if let mine = number.value, let theirs = other.number.value, mine != theirs {
      throw CaptureConflict(
        message: "version \(id) has the number \(theirs) here and \(mine) in what is known: these are of two Workers"
      )
    }
    return Version(
      id: id,
      number: other.number.isKnown ? other.number : number,
      bindings: bindings.merged(with: other.bindings),
      createdOn: other.createdOn ?? createdOn,
      trigger: other.trigger.isKnown ? other.trigger : trigger,
      source: other.source.isKnown ? other.source : source,
      tag: other.tag ?? tag,
      message: other.message ?? message
    )
  }
}

extension BindingTable {
  /// Of two listings of the same bindings, the one that lists more; with the secrets of the other where it lists less.
  func merged(with other: BindingTable) -> BindingTable {
    let (more, less) = extent.rank > other.extent.rank ? (self, other) : (other, self)
    // What is complete is not added to.
    if more.extent == .everything { return more }
    return BindingTable(more.bindings.merging(less.bindings) { more, _ in more }, extent: more.extent)
  }
}

extension BindingTable.Extent {
  fileprivate var rank: Int {
    switch self {
    case .some: 0
    case .allSecrets: 1
    case .everything: 2
    }
  }
}
