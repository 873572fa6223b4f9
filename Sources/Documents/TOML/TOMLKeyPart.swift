/// One part of a TOML key: `b` in `a.b.c`.
struct TOMLKeyPart {
  let text: String
  /// The part as written, with its quotes.
  let region: Region
}
