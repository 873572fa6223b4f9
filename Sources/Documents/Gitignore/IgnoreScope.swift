/// The ignore files that apply in one folder: those of the repository, of the folders above and of the folder itself.
///
/// A walk carries one along and extends it at each `.gitignore`. It does not check the folders above again: a walk
/// never enters an ignored folder.
package struct IgnoreScope: Sendable {
  /// Lowest precedence first.
  private var files: [IgnoreFile]

  package init(files: [IgnoreFile] = []) {
    self.files = files.filter { !$0.patterns.isEmpty }
  }

  package var isEmpty: Bool { files.isEmpty }

  /// The scope of a folder that has an ignore file of its own.
  package func adding(_ file: IgnoreFile) -> IgnoreScope {
    var scope = self
    scope.add(file)
    return scope
  }

  mutating func add(_ file: IgnoreFile) {
    if !file.patterns.isEmpty { files.append(file) }
  }

  /// The last pattern that matches a path of this folder or below, or `nil`.
  ///
  /// - Parameters:
  ///   - path: the path from the root, not empty, with `/` between its parts and none at its ends.
  ///   - nameStart: the offset of its last component.
  package func lastMatch(_ path: Span<UInt8>, nameStart: Int, isDirectory: Bool) -> IgnoreDecision? {
    guard !path.isEmpty else { return nil }
    for file in files.reversed() {
      let start = file.prefixLength
      guard start < path.count else { continue }
      for pattern in file.patterns.reversed()
      where pattern.matches(path, from: start, nameStart: nameStart, isDirectory: isDirectory) {
        return IgnoreDecision(isIgnored: !pattern.isNegated, file: file.path, pattern: pattern)
      }
    }
    return nil
  }
}
