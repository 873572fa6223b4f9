extension TOMLTableBuilder {
  /// Whether a step along a header or dotted key is allowed, and the table it leads to even if not, so that what
  /// follows a mistake is still read.
  struct Step {
    let table: TOMLTableBuilder
    let problem: String?
  }

  /// The table a header goes through on the way to its last part.
  func stepThroughHeader(_ part: TOMLKeyPart, header: Region) -> Step {
    switch item(part.text) {
    case nil: Step(table: adding(part, region: header, origin: .implied), problem: nil)
    case .table(let table) where table.origin == .inline: Step(table: table, problem: Problem.inlineTable)
    case .table(let table): Step(table: table, problem: nil)
    case .tables(let array): Step(table: array.last, problem: nil)
    case .value: Step(table: adding(part, region: header, origin: .implied), problem: Problem.noTable)
    }
  }

  /// The table a `[header]` opens with its last part.
  func openTable(_ part: TOMLKeyPart, header: Region) -> Step {
    switch item(part.text) {
    case nil: return Step(table: adding(part, region: header, origin: .header), problem: nil)
    case .value: return Step(table: adding(part, region: header, origin: .header), problem: Problem.noTable)
    case .tables(let array): return Step(table: array.last, problem: Problem.arrayOfTables)
    case .table(let table):
      switch table.origin {
      case .implied:
        table.origin = .header
        table.region = header
        return Step(table: table, problem: nil)
      case .header: return Step(table: table, problem: Problem.openedTwice)
      case .dotted: return Step(table: table, problem: Problem.dottedTable)
      case .inline: return Step(table: table, problem: Problem.inlineTable)
      }
    }
  }

  /// The element a `[[header]]` adds with its last part.
  func openElement(_ part: TOMLKeyPart, header: Region) -> Step {
    let element = TOMLTableBuilder(region: header, origin: .header)
    switch item(part.text) {
    case .tables(let array):
      array.append(element)
      return Step(table: element, problem: nil)
    case nil:
      append(part, .tables(TOMLTableArrayBuilder(first: element)))
      return Step(table: element, problem: nil)
    case .table, .value:
      append(part, .tables(TOMLTableArrayBuilder(first: element)))
      return Step(table: element, problem: Problem.noArrayOfTables)
    }
  }

  /// The table a dotted key goes through; `region` is the dotted key up to this part.
  func stepThroughKey(_ part: TOMLKeyPart, region: Region) -> Step {
    switch item(part.text) {
    case nil: return Step(table: adding(part, region: region, origin: .dotted), problem: nil)
    case .value: return Step(table: adding(part, region: region, origin: .dotted), problem: Problem.noTable)
    case .tables(let array): return Step(table: array.last, problem: Problem.arrayOfTables)
    case .table(let table):
      switch table.origin {
      case .dotted: return Step(table: table, problem: nil)
      case .implied:
        table.origin = .dotted
        return Step(table: table, problem: nil)
      case .header: return Step(table: table, problem: Problem.headerTable)
      case .inline: return Step(table: table, problem: Problem.inlineTable)
      }
    }
  }

  private func adding(_ part: TOMLKeyPart, region: Region, origin: Origin) -> TOMLTableBuilder {
    let table = TOMLTableBuilder(region: region, origin: origin)
    append(part, .table(table))
    return table
  }

  private enum Problem {
    static let inlineTable = "this key names an inline table above, which cannot be extended; write the keys there"
    static let noTable = "this key has a value that is no table above; rename one of the two"
    static let arrayOfTables = "this key names an array of tables above; write `[[…]]` to add an element"
    static let openedTwice = "this table is already open above; move these keys there"
    static let dottedTable = "this table is defined by dotted keys above; move these keys there"
    static let headerTable = "this table has a header above; move this key there"
    static let noArrayOfTables = "this key is already defined above and is no array of tables; rename one of the two"
  }
}
