/// What was wrong at one place of a document.
package struct SyntaxError: Error, Sendable, Hashable {
  package let region: Region
  /// One sentence that says what was expected and, where possible, what to do.
  package let message: String

  package init(region: Region, message: String) {
    self.region = region
    self.message = message
  }
}

/// A key written again in the same table; the region is that of the later key.
package struct DuplicateKey: Sendable, Hashable {
  package let key: String
  package let region: Region
  package let firstRegion: Region

  package init(key: String, region: Region, firstRegion: Region) {
    self.key = key
    self.region = region
    self.firstRegion = firstRegion
  }
}

/// A TOML or JSONC document: what could be read, and the errors.
///
/// Parsing never fails: the parser recovers after an error, so that one broken line does not hide the rest.
package struct ParsedDocument: Sendable {
  /// The top-level value.
  ///
  /// A document without any value has an empty table here and an error.
  package let root: Node
  /// In document order.
  package let errors: [SyntaxError]
  /// JSON objects with the same key twice: not an error there, but never meant.
  ///
  /// In TOML it is one of the errors.
  package let duplicateKeys: [DuplicateKey]

  package init(root: Node, errors: [SyntaxError], duplicateKeys: [DuplicateKey] = []) {
    self.root = root
    self.errors = errors
    self.duplicateKeys = duplicateKeys
  }
}
