import SystemPackage

extension Repository {
  /// The absolute path of the folder from which git runs this repository's hooks.
  ///
  /// `core.hooksPath` where it is set, taken from the top of the work tree when it is relative (gitconfig(5)); else
  /// `hooks` in the folder that all work trees share.
  package func hooksFolder() throws(GitError) -> String {
    // All values: the last one is ours, which keeps git from running hooks for us.
    let output = try git.output(["config", "--null", "--path", "--get-all", "core.hooksPath"])
    let values = output.split(separator: 0).dropLast()
    guard let last = values.last else { return commonFolder + "/hooks" }
    return FilePath(topLevel).pushing(FilePath(String(decoding: last, as: UTF8.self))).lexicallyNormalized().string
  }
}
