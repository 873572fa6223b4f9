import Text

/// Shows a path of a report so that it works where the reader is, as in the terminal.
package struct PathDisplay: Sendable {
  private enum Reader: Sendable {
    /// In the top of the run or in a folder below it.
    case inside(folder: String)
    /// Elsewhere: the paths need this before them, such as "worker/" or "/home/me/worker/".
    case outside(prefix: String)
  }

  private let reader: Reader

  /// Paths as they are, from the top of the run.
  package init() { reader = .inside(folder: "") }

  /// - Parameters:
  ///   - root: the top of the run, absolute.
  ///   - current: the folder the reader is in, absolute.
  package init(root: String, current: String) {
    if FilePath.isPath(current, inOrBelow: root) || root == "/" {
      let folder = current == root ? "" : String(current.dropFirst(root == "/" ? 1 : root.count + 1))
      reader = .inside(folder: folder)
    } else if FilePath.isPath(root, inOrBelow: current) || current == "/" {
      reader = .outside(prefix: String(root.dropFirst(current == "/" ? 1 : current.count + 1)) + "/")
    } else {
      reader = .outside(prefix: root + "/")
    }
  }

  package func callAsFunction(_ path: String) -> String {
    switch reader {
    case .outside(let prefix): return prefix + path
    case .inside(folder: ""): return path
    case .inside(let folder):
      let here = folder.split(separator: "/")
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let shared = zip(here, parts.dropLast()).prefix { $0 == $1 }.count
      return (Array(repeating: "..", count: here.count - shared) + parts.dropFirst(shared)).joined(separator: "/")
    }
  }
}
