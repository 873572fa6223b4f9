package import DeployState
import Linter

/// The table of secrets for people, in as many blocks of columns as the width needs.
package struct SecretTableText {
  private let table: SecretTable
  private let usesColor: Bool
  private let width: Int

  package init(_ table: SecretTable, usesColor: Bool, width: Int) {
    self.table = table
    self.usesColor = usesColor
    self.width = width
  }

  package func render() -> String {
    var text = blocks.map(render).joined(separator: "\n")
    if !table.absent.isEmpty {
      text += (text.isEmpty ? "" : "\n") + table.absent.map { "\(TerminalText.safe($0))\n" }.joined()
    }
    if table.columns.isEmpty { return text.isEmpty ? "The state holds no Worker.\n" : text }
    return text + legend
  }

  private func styled(_ text: String, _ style: TerminalText.Style) -> String {
    TerminalText.styled(text, style, when: usesColor)
  }

  // MARK: Columns

  private static let longestName = 32

  private var nameWidth: Int { min(Self.longestName, table.rows.map { shown($0.name).count }.max() ?? 0) }

  private var remarkWidth: Int { table.rows.map { remark($0).count }.max() ?? 0 }

  /// A name cut to the width of its column.
  private func shown(_ name: String) -> String {
    let safe = TerminalText.safe(name)
    return safe.count > Self.longestName ? safe.prefix(Self.longestName - 1) + "…" : safe
  }

  /// The head of a column: the environment, the version, and its share.
  private func head(_ column: SecretTable.Column) -> [String] {
    let version = TerminalText.safe(column.version)
    return [
      TerminalText.safe(column.title), version.count > 10 ? version.prefix(8) + "…" : version,
      column.percentage.map { "\(Deployment.Share.text(of: $0))%" } ?? "not live",
    ]
  }

  private func columnWidth(_ index: Int) -> Int { head(table.columns[index]).map(\.count).max() ?? 0 }

  /// The columns that fit beside each other.
  private var blocks: [[Int]] {
    var blocks: [[Int]] = []
    var used = 0
    for index in table.columns.indices {
      let needed = columnWidth(index) + 2
      if blocks.isEmpty || used + needed > width {
        blocks.append([])
        used = nameWidth + (remarkWidth == 0 ? 0 : remarkWidth + 2)
      }
      blocks[blocks.count - 1].append(index)
      used += needed
    }
    return blocks
  }

  private func render(_ columns: [Int]) -> String {
    var text = ""
    for level in 0..<3 {
      var line = String(repeating: " ", count: nameWidth)
      for index in columns {
        // An environment with two versions is named once.
        let isRepeated =
          level == 0 && index > columns[0] && table.columns[index].title == table.columns[index - 1].title
        let word = isRepeated ? "" : head(table.columns[index])[level]
        line += "  " + padded(word, columnWidth(index))
      }
      let end = line.lastIndex { $0 != " " } ?? line.startIndex
      text += styled(String(line[...end]), level == 0 ? .bold : .dim) + "\n"
    }
    for row in table.rows {
      var line = padded(shown(row.name), nameWidth)
      for index in columns {
        line += "  " + cell(row.cells[index], columnWidth(index))
      }
      let remark = remark(row)
      text += remark.isEmpty ? trimmed(line) + "\n" : line + "  " + styled(remark, .yellow) + "\n"
    }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func trimmed(_ line: String) -> String {
    guard let end = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...end])
  }

  // MARK: Cells

  private func mark(_ cell: SecretTable.Cell) -> (String, TerminalText.Style) {
    switch cell {
    case .secret: ("✔", .green)
    case .store: ("S", .green)
    case .plain: ("T", .red)
    case .absent: ("-", .dim)
    case .missing: ("✘", .red)
    case .unknown: ("?", .yellow)
    }
  }

  private func cell(_ cell: SecretTable.Cell, _ width: Int) -> String {
    let (mark, style) = mark(cell)
    return styled(mark, style) + String(repeating: " ", count: max(0, width - 1))
  }

  private func remark(_ row: SecretTable.Row) -> String {
    [row.isDrifting ? "differs" : nil, row.isOrphan ? "orphan" : nil].compactMap(\.self).joined(separator: ", ")
  }

  /// What the marks of this table mean.
  private var legend: String {
    let cells = Set(table.rows.flatMap(\.cells))
    let words: [SecretTable.Cell: String] = [
      .secret: "secret", .store: "store secret", .plain: "not secret, readable in the dashboard",
      .absent: "not there", .missing: "required and not there", .unknown: "not known",
    ]
    var parts = SecretTable.Cell.allCases.filter(cells.contains).map { "\(mark($0).0) \(words[$0] ?? "")" }
    if table.rows.contains(where: \.isDrifting) { parts.append("differs: not in every live version") }
    if table.rows.contains(where: \.isOrphan) { parts.append("orphan: in no configuration") }
    let lines = TerminalText.wrapped(parts.joined(separator: " · "), width: width)
    return "\n" + lines.map { styled($0, .dim) + "\n" }.joined()
  }
}
