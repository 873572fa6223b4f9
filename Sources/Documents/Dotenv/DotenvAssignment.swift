/// The regions of one assignment's parts, before they are interpreted.
struct DotenvAssignment {
  let key: Range<Int>
  let separator: DotenvEntry.Separator
  /// Directly after `=` or `:`.
  let separatorEnd: Int
  /// Where the grammar begins to read the value: after `=`, or after the white space that a colon needs.
  let rawStart: Int
  let hasExport: Bool
  /// The value with its quotes, without white space around it.
  var raw = 0..<0
  /// Where the grammar stopped reading the value.
  var rawEnd = 0
  /// Whether the rule for quoted values was used, which keeps a `#`.
  var isQuoted = false

  init(key: Range<Int>, separator: DotenvEntry.Separator, separatorEnd: Int, rawStart: Int, hasExport: Bool) {
    self.key = key
    self.separator = separator
    self.separatorEnd = separatorEnd
    self.rawStart = rawStart
    self.hasExport = hasExport
  }
}
