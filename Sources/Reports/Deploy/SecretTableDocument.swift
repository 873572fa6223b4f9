package import DeployState

/// The table of secrets as one JSON document.
package enum SecretTableDocument {
  package static func render(_ table: SecretTable) throws -> String {
    try JSONText.render(
      Document(
        schemaVersion: 1,
        versions: table.columns.map {
          Version(
            title: $0.title,
            worker: $0.worker,
            version: $0.version,
            percentage: $0.percentage,
            required: $0.required.sorted()
          )
        },
        secrets: table.rows.map {
          Secret(name: $0.name, versions: $0.cells.map(\.rawValue), orphan: $0.isOrphan, differs: $0.isDrifting)
        },
        absent: table.absent
      )
    )
  }

  private struct Document: Encodable {
    let schemaVersion: Int
    let versions: [Version]
    let secrets: [Secret]
    let absent: [String]
  }

  private struct Version: Encodable {
    let title, worker, version: String
    let percentage: Double?
    let required: [String]
  }

  /// What each version has under a name, in the order of `versions`.
  private struct Secret: Encodable {
    let name: String
    let versions: [String]
    let orphan, differs: Bool
  }
}
