/// Why a file or folder could not be read.
package struct FileProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case missing
    case notPermitted
    case isDirectory
    case tooLarge(limit: Int)
    /// The path, or a symbolic link in it, leads out of the repository, or of the folder checked where there is none.
    case leadsOutside
    /// A partial clone of a repository does not have its content.
    case notFetched
    /// Any other system error, in the system's words.
    case system(String)
  }

  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// The reason in words, to follow the path: "no such file or folder".
  package var reason: String {
    switch kind {
    case .missing: "no such file or folder"
    case .notPermitted: "no permission to read it"
    case .isDirectory: "it is a folder"
    case .notFetched: "its content is not in this partial clone, so that it was not looked at; `git fetch` gets it"
    case .tooLarge(let limit): "larger than the limit of \(limit) bytes"
    case .leadsOutside: "it leads outside the repository, so it was not read"
    case .system(let words): words
    }
  }
}
