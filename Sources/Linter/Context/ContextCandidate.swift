/// A name with a value after it, as the text around an anchor shows them: what ``ContextModel`` judges.
struct ContextCandidate: Sendable, Equatable {
  /// How name and value are joined.
  enum Form: String, Sendable, CaseIterable {
    /// `name = "value"`, `name := "value"`, `<? name ?>`: any kind of assignment.
    case assignment
    /// `"name": "value"`, `name: value`, `'name' => 'value'`.
    case member
    /// `name == "value"`, `name.equals("value")`.
    case comparison
    /// `name || "value"`, `${name:-value}`.
    case fallback
    /// `("name", "value")`.
    case argument
    /// `connect("user", "value")`: the place in a call says what the value is.
    case position
    /// `name("value")`.
    case call
    /// `<name>value</name>`.
    case element
    /// `name="…" value="…"`, `name: … ⏎ value: …`.
    case pair
    /// `--name value`.
    case flag
    /// `ENV name value`, `name 'value'` of SQL.
    case statement
    /// `name=value` inside of a longer text: an address with a query, a list of settings.
    case setting
    /// `Authorization: Bearer value`.
    case header
    /// `scheme://user:value@host`.
    case url
    /// `curl -u user:value`.
    case command
    /// `= "value" // name`, or the name in a comment on the line above.
    case comment
  }

  var form: Form
  /// Where the name stands; empty for a URL.
  var name: Range<Int>
  var value: Range<Int>
  /// Whether quotation marks enclose the value.
  var isQuoted: Bool
  /// Whether the text is only a part of the value: a call or an operator follows, or a format is filled in.
  var isPartial = false
  /// Whether the value is the argument of a call that makes the real one: `bytes("value")`.
  var isWrapped = false
}
