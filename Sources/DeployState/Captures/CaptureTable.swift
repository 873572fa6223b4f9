import Documents

/// The tables wrangler draws: `│ Name │ ID │`, with a ruled line between two rows.
///
/// A cell whose text has line breaks takes several lines.
struct CaptureTable {
  struct Row {
    let cells: [String: String]
    let region: Region
  }

  let rows: [Row]

  /// The cells of a line of a table; `nil` for any other line.
  static func cells(_ line: String) -> [String]? {
    guard line.hasPrefix("│"), line.hasSuffix("│"), line.count > 1 else { return nil }
    return line.split(separator: "│", omittingEmptySubsequences: false).dropFirst().dropLast().map { word($0) }
  }

  private static func isRule(_ line: String) -> Bool { line.hasPrefix("├") || line.hasPrefix("└") }

  /// - Throws: for a row of more or fewer cells than the head, and for a table that breaks off.
  init(_ lines: [CapturedText.Line], refusal: (Region, String) -> StateFileError) throws(StateFileError) {
    var head: [String]?
    var open: (cells: [String], region: Region)?
    var rows: [Row] = []
    var isClosed = false
    for line in lines where !isClosed {
      if Self.isRule(line.text) {
        if let row = open {
          if let head {
            rows.append(
              Row(cells: Dictionary(zip(head, row.cells), uniquingKeysWith: { first, _ in first }), region: row.region)
            )
          } else {
            head = row.cells
          }
        }
        open = nil
        isClosed = line.text.hasPrefix("└")
      } else if let cells = Self.cells(line.text) {
        if let width = head?.count ?? open?.cells.count, width != cells.count {
          throw refusal(line.region, "this row has \(cells.count) cells where the head of the table has \(width)")
        }
        if let row = open {
          // Only a comment has line breaks, and a blank serves as well.
          open = (zip(row.cells, cells).map { $1.isEmpty ? $0 : $0.isEmpty ? $1 : "\($0) \($1)" }, row.region)
        } else {
          open = (cells, line.region)
        }
      }
    }
    if !isClosed, let last = lines.last {
      throw refusal(last.region, "the table is cut off after this line; capture it again")
    }
    self.rows = rows
  }
}

extension CaptureReader {
  private func table() throws(StateFileError) -> CaptureTable {
    try CaptureTable(text.lines) { refusal($0, $1) }
  }

  func stores() throws(StateFileError) -> [CapturedFacts.ListedStore] {
    var stores: [CapturedFacts.ListedStore] = []
    for row in try table().rows {
      stores.append(CapturedFacts.ListedStore(id: try cell("ID", of: row), name: try cell("Name", of: row)))
    }
    return stores
  }

  func storeSecrets() throws(StateFileError) -> CapturedFacts.StoreSecretPage {
    var secrets: [String: StoreSecret] = [:]
    for row in try table().rows {
      let scopes = try cell("Scopes", of: row, "this lists the store of this machine; ask with --remote")
      secrets[try cell("ID", of: row)] = StoreSecret(
        name: try cell("Name", of: row),
        scopes: .known(Set(scopes.split(separator: ",").map { StoreSecret.Scope(rawValue: word($0)) })),
        status: row.cells["Status"].flatMap { StoreSecret.Status(rawValue: $0) }.map { .known($0) } ?? .unknown,
        comment: row.cells["Comment"].flatMap { $0.isEmpty ? nil : $0 }
      )
    }
    return CapturedFacts.StoreSecretPage(heading: storeHeading(), secrets: secrets)
  }

  /// A cell that is never empty: every secret on the server has a scope, those of this machine have none
  /// (docs/facts/wrangler.md §8.2, §8.3).
  private func cell(
    _ column: String,
    of row: CaptureTable.Row,
    _ reason: String? = nil
  ) throws(StateFileError) -> String {
    if let text = row.cells[column], !text.isEmpty { return text }
    throw refusal(row.region, reason ?? "this row has no \(column)")
  }

  // The line is `🔐 Listing secrets... (store-id: ID, page: 1, per-page: 10)`.
  private func storeHeading() -> CapturedFacts.StoreSecretPage.Heading? {
    for line in text.lines {
      guard let open = line.text.firstIndex(of: "("), line.text.hasSuffix(")") else { continue }
      let pairs = line.text[open...].dropFirst().dropLast().split(separator: ",").map { pair in
        pair.split(separator: ":", maxSplits: 1).map { word($0) }
      }
      guard pairs.allSatisfy({ $0.count == 2 }), pairs.map(\.[0]) == ["store-id", "page", "per-page"],
        let page = Int(pairs[1][1]), let size = Int(pairs[2][1])
      else { continue }
      return CapturedFacts.StoreSecretPage.Heading(storeID: pairs[0][1], page: page, pageSize: size)
    }
    return nil
  }
}
