/// Why a file or folder could not be read.
package struct FileProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case missing
    case notPermitted
    case isDirectory
    case tooLarge(limit: Int)
    /// A partial clone of a repository does not have its content.
    case notFetched
    /// A symbolic link, which is not followed.
    case symbolicLink
    /// Any other error of the system, in its words.
    case system(String)
  }

  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// The reason in words, to stand after the path: "no such file or folder".
  package var reason: String {
    switch kind {
    case .missing: "no such file or folder"
    case .notPermitted: "no permission to read it"
    case .isDirectory: "it is a folder"
    case .notFetched: "its content is not in this partial clone, so that it was not looked at; `git fetch` gets it"
    case .symbolicLink: "a symbolic link; what it points to is only searched where it lies itself"
    case .tooLarge(let limit): "larger than the limit of \(limit) bytes"
    case .system(let words): words
    }
  }
}
