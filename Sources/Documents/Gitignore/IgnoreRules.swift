import Text

/// Every ignore file of a repository, and their combined effect.
///
/// The last matching pattern wins; the file of a deeper folder wins over that of a higher one; nothing below an ignored
/// folder can be re-included (docs/facts/wrangler.md §11.1, gitignore(5)). Case matters (`core.ignoreCase` false).
package struct IgnoreRules: Sendable {
  private var filesOfFolders: [[UInt8]: [IgnoreFile]] = [:]
  /// The folders of repositories inside of this one: what is ignored around them says nothing about what is in them.
  private var repositories: Set<[UInt8]> = []

  /// Lowest precedence first: the global excludes file, `.git/info/exclude`, then each `.gitignore`.
  package init(files: [IgnoreFile] = []) {
    for file in files { add(file) }
  }

  /// Adds a file, which wins over those of the same folder added before.
  package mutating func add(_ file: IgnoreFile) {
    filesOfFolders[file.folder, default: []].append(file)
  }

  /// Notes that a folder is a repository of its own, in which only its own ignore files hold.
  ///
  /// - Parameter files: those that are not in its folders, with that folder as theirs.
  package mutating func add(repository folder: String, files: [IgnoreFile]) {
    repositories.insert(folder.pathBytes)
    filesOfFolders[folder.pathBytes] = files + (filesOfFolders[folder.pathBytes] ?? [])
  }

  /// The same without what applies to one clone or person only: what everybody who clones the repository has.
  package var shared: IgnoreRules {
    var shared = self
    shared.filesOfFolders = filesOfFolders.mapValues { $0.filter { !$0.isPrivate } }
    return shared
  }

  /// What decides about a path, all folders above it included.
  ///
  /// `nil` if no pattern matches.
  package func decision(forPath path: String, isDirectory: Bool) -> IgnoreDecision? {
    decision(forPath: path.pathBytes, isDirectory: isDirectory)
  }

  /// The same for a path that may not be valid UTF-8.
  ///
  /// The path has `/` between its parts and none at its ends.
  package func decision(forPath path: [UInt8], isDirectory: Bool) -> IgnoreDecision? {
    var scope = IgnoreScope(files: filesOfFolders[[]] ?? [])
    var nameStart = 0
    while let slash = path[nameStart...].firstIndex(of: UInt8(ascii: "/")) {
      let folder = Array(path[..<slash])
      if repositories.contains(folder) {
        scope = IgnoreScope()
      } else if let decision = scope.lastMatch(folder.span, nameStart: nameStart, isDirectory: true), decision.isIgnored
      {
        return decision
      }
      for file in filesOfFolders[folder] ?? [] { scope.add(file) }
      nameStart = slash + 1
    }
    return scope.lastMatch(path.span, nameStart: nameStart, isDirectory: isDirectory)
  }

  /// The files that apply in a folder, for many questions about its contents.
  package func scope(ofFolder folder: [UInt8]) -> IgnoreScope {
    var scope = IgnoreScope(files: filesOfFolders[[]] ?? [])
    guard !folder.isEmpty else { return scope }
    let ends = folder.indices.dropFirst().filter { folder[$0] == UInt8(ascii: "/") } + [folder.count]
    for end in ends {
      let folder = Array(folder[..<end])
      if repositories.contains(folder) { scope = IgnoreScope() }
      for file in filesOfFolders[folder] ?? [] { scope.add(file) }
    }
    return scope
  }

  /// The last pattern that matches something in a folder that is known not to be ignored.
  package func lastMatch(name: String, inFolder folder: String, isDirectory: Bool) -> IgnoreDecision? {
    let folder = folder.pathBytes
    let nameStart = folder.isEmpty ? 0 : folder.count + 1
    let path = (folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]) + name.pathBytes
    return scope(ofFolder: folder).lastMatch(path.span, nameStart: nameStart, isDirectory: isDirectory)
  }
}
