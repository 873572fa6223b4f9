import Documents

/// Finds the answer of a command in what it printed, and refuses that of any other command.
struct CaptureReader {
  typealias Found = (facts: CapturedFacts, region: Region)

  let text: CapturedText
  let kind: CaptureKind

  func read() throws(StateFileError) -> Found {
    let values = text.json()
    // What a log shows comes before the answer: the last value of a shape we know is it.
    let known = values.compactMap { value -> (shape: CaptureShape, region: Region)? in
      if case .value(let shape, let region) = value { (shape, region) } else { nil }
    }
    if case .cutOff(let region)? = values.last {
      throw refusal(region, "the JSON that starts here is cut off; capture `\(kind.command)` again")
    }
    if kind.isJSON, let answer = known.last(where: { $0.shape.fits(kind) }) {
      return (try facts(text.value(in: answer.region), answer.shape), answer.region)
    }
    if let answer = known.last, let other = answer.shape.kind { throw mixedUp(with: other, at: answer.region) }
    return try readText()
  }

  /// The answer of a command that prints text.
  private func readText() throws(StateFileError) -> Found {
    guard let (found, line) = CaptureTextShape.find(in: text.lines) else { throw notUnderstood() }
    guard found.kind == kind else { throw mixedUp(with: found.kind, at: line.region) }
    switch found {
    case .secrets: return (.secrets(.secrets(secretNames())), line.region)
    case .versionSecrets: return (.versionSecrets(try versionSecrets()), line.region)
    case .stores: return (.stores(try stores()), line.region)
    case .storeSecrets: return (.storeSecrets(try storeSecrets()), line.region)
    case .pagesSecrets(let heading): return (.pagesSecrets(pagesSecrets(heading)), line.region)
    }
  }

  // MARK: Refusals

  func refusal(_ region: Region, _ message: String) -> StateFileError { StateFileError(text.source, region, message) }

  private func mixedUp(with other: CaptureKind, at region: Region) -> StateFileError {
    refusal(
      region,
      "this is the output of `\(other.command)`, not of `\(kind.command)`; give it with \(other.option)"
    )
  }

  private func notUnderstood() -> StateFileError {
    if let line = text.errorLine {
      return refusal(line.region, "wrangler reports an error here instead of an answer; run `\(kind.command)` again")
    }
    return refusal(
      text.lines.first?.region ?? Region(start: 0, end: 0),
      "this is not the output of `\(kind.command)`; run it and save what it prints"
    )
  }
}

/// Which command prints JSON of this shape.
enum CaptureShape: Hashable {
  case secretList, versionsList, versionsView, deploymentsList, deploymentsStatus
  /// An array without elements, which every list can be.
  case emptyList

  init?(_ node: Node) {
    if let elements = node.array {
      guard let first = elements.first else {
        self = .emptyList
        return
      }
      if first["versions"]?.array != nil {
        self = .deploymentsList
      } else if first["id"] != nil, first["number"] != nil || first["metadata"] != nil {
        self = .versionsList
      } else if first["name"] != nil, first["type"] != nil {
        self = .secretList
      } else {
        return nil
      }
    } else if node["versions"]?.array != nil {
      self = .deploymentsStatus
    } else if node["id"] != nil, node["resources"] != nil || node["metadata"] != nil {
      self = .versionsView
    } else {
      return nil
    }
  }

  /// `nil` for what could be any.
  var kind: CaptureKind? {
    switch self {
    case .secretList: .secretList
    case .versionsList: .versionsList
    case .versionsView: .versionsView
    case .deploymentsList, .deploymentsStatus: .deployments
    case .emptyList: nil
    }
  }

  func fits(_ wanted: CaptureKind) -> Bool { kind == wanted || (self == .emptyList && wanted != .versionsView) }
}
