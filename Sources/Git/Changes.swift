/// What differs between two states of a repository's files.
extension Repository {
  /// The entries of the index that match one of some pathspecs, by path from the top of the repository.
  ///
  /// Takes as long as the index is.
  package func indexEntries(matching pathspecs: [String]) throws(GitError) -> [TrackedFile] {
    TrackedFile.list(try git.output(["ls-files", "--stage", "-z", "--"] + pathspecs, readsIndex: true))
  }

  /// Whether there is no commit yet on the current branch.
  func isUnborn() throws(GitError) -> Bool {
    do throws(GitError) {
      _ = try line(of: ["rev-parse", "--verify", "--quiet", "HEAD"])
      return false
    } catch GitError.failed(_, 1, _) {
      return true
    }
  }

  /// Whether the index has anything that `HEAD` does not have.
  package func hasStagedChanges() throws(GitError) -> Bool {
    let parents = try StagedFiles(self).changesFromEachParent()
    return parents.contains { !$0.isEmpty }
  }

  // MARK: Two commits

  /// A commit, and those it is compared with.
  package struct Comparison: Sendable {
    /// Several where both sides have merged each other; what any of them has is not new.
    package let olds: [ObjectID]
    package let new: ObjectID
  }

  /// Reads what `--diff` takes: `A...B` from the common ancestor of both, `A..B` from A itself, and `A` alone from its
  /// common ancestor with `HEAD`; a missing side is `HEAD`.
  ///
  /// The empty tree, as git names it, may stand for A in `A..B`: then everything in B is new.
  ///
  /// A range that only compares `HEAD` with itself for want of its first side is refused: a script whose variable is empty
  /// must not pass.
  package func comparison(_ range: String) throws(GitError) -> Comparison {
    let bytes = Array(range.utf8)
    let head = try commit("HEAD")
    func side(_ part: ArraySlice<UInt8>) throws(GitError) -> ObjectID {
      part.isEmpty ? head : try commit(String(decoding: part, as: UTF8.self))
    }
    let dots = bytes.firstIndex(of: "..")
    let count = dots.map { bytes[$0...].prefix { $0 == UInt8(ascii: ".") }.count } ?? 0
    let first = bytes[..<(dots ?? bytes.count)]
    let old = count == 2 && Self.emptyTrees.contains { $0.utf8.elementsEqual(first) } ? nil : try side(first)
    let new = try side(bytes[(dots.map { $0 + count } ?? bytes.count)...])
    guard dots == nil || count <= 3 else { throw .unknownRevision(range) }
    if first.isEmpty, new == head { throw .emptyRange(range) }
    guard let old else {
      return Comparison(olds: [ObjectID(hexadecimal: Array(try emptyTree().utf8)[...])].compactMap(\.self), new: new)
    }
    if count == 2 { return Comparison(olds: [old], new: new) }
    do throws(GitError) {
      let bases = try lines(of: ["merge-base", "--all", old.text, new.text])
        .compactMap { ObjectID(hexadecimal: Array($0.utf8)[...]) }
      if bases.isEmpty { throw GitError.unknownRevision(range) }
      return Comparison(olds: bases, new: new)
    } catch GitError.failed(_, 1, _) {
      throw .noCommonAncestor(
        String(decoding: first, as: UTF8.self),
        count == 0 ? "HEAD" : String(decoding: bytes[(dots.map { $0 + count } ?? bytes.count)...], as: UTF8.self)
      )
    }
  }

  /// The tree without a file, by the names git has for it, of SHA-1 and SHA-256.
  package static let emptyTrees = [
    "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
  ]

  /// The name of the tree without a file here.
  package func emptyTree() throws(GitError) -> String {
    try line(of: ["hash-object", "-t", "tree", "/dev/null"])
  }

  /// The commit a word names.
  private func commit(_ word: String) throws(GitError) -> ObjectID {
    do throws(GitError) {
      let text = try line(of: ["rev-parse", "--verify", "--quiet", "--end-of-options", word + "^{commit}"])
      // git repeats `--end-of-options` in some versions.
      if let object = ObjectID(hexadecimal: Array(text.utf8)[...]) { return object }
    } catch GitError.failed(_, let status, let message) where status != 1 && status != 128 {
      throw .failed(command: "rev-parse", status: status, message: message)
    } catch GitError.failed {
      throw .unknownRevision(word)
    }
    throw .unknownRevision(word)
  }

  /// Every path that differs from each of the commits that a commit is compared with; a file that has moved counts as one.
  package func changes(_ comparison: Comparison) throws(GitError) -> [[FileChange]] {
    var changes: [[FileChange]] = []
    for old in comparison.olds {
      changes.append(
        FileChange.list(try git.output(["diff-tree", "-r", "-z", "--raw", "-M", old.text, comparison.new.text, "--"]))
      )
    }
    return changes
  }

  /// The files of a commit, by path from the top of the repository.
  ///
  /// - Parameter isWanted: asked about the bytes of each path.
  package func files(
    of commit: ObjectID,
    where isWanted: (ArraySlice<UInt8>) -> Bool
  ) throws(GitError) -> [TrackedFile] {
    TrackedFile.list(try git.output(["ls-tree", "-r", "-z", "--full-tree", commit.text]), where: isWanted)
  }

  /// The lines of a file's new content that its old content does not have, counted from 1.
  ///
  /// Line ends of another kind make no line a new one.
  package func addedLines(from old: ObjectID, to new: ObjectID) throws(GitError) -> [ClosedRange<Int>] {
    let output = try git.output([
      "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--diff-algorithm=myers",
      "--no-indent-heuristic", "--ignore-cr-at-eol", old.text, new.text,
    ])
    return output.split(separator: UInt8(ascii: "\n")).compactMap(Self.addedLines)
  }

  /// The new lines of a hunk's head, `@@ -a,b +c,d @@`.
  ///
  /// Lines of content start with `+`, `-` or a backslash, so they are never taken for one.
  private static func addedLines(_ line: ArraySlice<UInt8>) -> ClosedRange<Int>? {
    guard line.starts(with: "@@ ".utf8) else { return nil }
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count >= 3, words[2].first == UInt8(ascii: "+") else { return nil }
    let numbers = words[2].dropFirst().split(separator: UInt8(ascii: ",")).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard let first = numbers.first ?? nil, let count = numbers.count > 1 ? numbers[1] : 1, count > 0 else {
      return nil
    }
    return first...(first + count - 1)
  }

  /// The lines of a command's output.
  func lines(of arguments: [String]) throws(GitError) -> [String] {
    try git.output(arguments).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first line of a command's output.
  func line(of arguments: [String]) throws(GitError) -> String {
    let output = try git.output(arguments)
    return String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
