import SystemPackage

extension Repository {
  /// The folder from which git runs the hooks of this repository, as an absolute path.
  ///
  /// `core.hooksPath` where it is set, taken from the top of the work tree when it is relative (gitconfig(5)); else
  /// `hooks` in the folder that all work trees share.
  package func hooksFolder() throws(GitError) -> String {
    // All values, for the last one is our own: it keeps git from running any hook for us.
    let output = try git.output(["config", "--null", "--path", "--get-all", "core.hooksPath"])
    let values = output.split(separator: 0).dropLast()
    guard let last = values.last else { return commonFolder + "/hooks" }
    return FilePath(topLevel).pushing(FilePath(String(decoding: last, as: UTF8.self))).lexicallyNormalized().string
  }
}
