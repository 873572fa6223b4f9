package import SystemPackage

/// Why something could not be written.
package enum WriteProblem: Error, Sendable, Hashable {
  case noFolder
  case isFolder
  case notPermitted
  case linkLoop
  /// A named pipe that no process reads from.
  case noReader
  /// The file could not be replaced in one step, and writing into it failed on the way.
  case incomplete(Errno)
  /// Any other error of the system.
  case system(Errno)

  package init(_ error: Errno) {
    self =
      switch error {
      case .noSuchFileOrDirectory, .notDirectory: .noFolder
      case .isDirectory: .isFolder
      case .permissionDenied, .notPermitted: .notPermitted
      case .tooManySymbolicLinkLevels: .linkLoop
      default: .system(error)
      }
  }

  /// The reason in words, to stand after the path.
  package var reason: String {
    switch self {
    case .noFolder: "no such folder"
    case .isFolder: "it is a folder"
    case .notPermitted: "no permission to write it"
    case .linkLoop: "its symbolic links lead in a circle"
    case .noReader: "no program reads from this pipe"
    case .incomplete(let error):
      "\(error); the file could only be written in place and is incomplete now"
    case .system(let error): "\(error)"
    }
  }
}
