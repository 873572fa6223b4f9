import Documents
import System
import SystemPackage
import Text

/// How far a tracked file has spread, as far as this clone knows.
package enum FileSpread: Sendable {
  /// In the index only, not in `HEAD`.
  case staged
  /// In `HEAD`, on no remote branch.
  case committed
  /// On a remote branch.
  case pushed
}

extension Repository {
  /// How far tracked files have spread, by path from the top of the repository.
  ///
  /// Looks only at the tips of branches, and of the remote ones at the newest hundred, so that a long history costs
  /// nothing. Empty where git cannot tell, as in a clone without trees.
  package func spread(of paths: [String]) -> [String: FileSpread] {
    // One question per line.
    let paths = paths.filter { !$0.utf8.contains(UInt8(ascii: "\n")) }
    if paths.isEmpty { return [:] }
    do throws(GitError) {
      let list = ["for-each-ref", "--sort=-committerdate", "--count=100", "--format=%(objectname)", "refs/remotes"]
      let tips = Set(try git.output(list).split(separator: UInt8(ascii: "\n")))
        .map { String(decoding: $0, as: UTF8.self) }
      let questions = (["HEAD"] + tips).flatMap { tip in paths.map { (tip: tip, path: $0) } }
      let answers = try exist(questions.map { "\($0.tip):\($0.path)" })
      var spread: [String: FileSpread] = [:]
      for (question, exists) in zip(questions, answers) {
        if question.tip != "HEAD" {
          if exists { spread[question.path] = .pushed }
        } else {
          spread[question.path] = exists ? .committed : .staged
        }
      }
      return spread
    } catch {
      return [:]
    }
  }

  /// Whether objects exist, by name; names must not contain a line feed.
  func exist(_ names: [String]) throws(GitError) -> [Bool] {
    let check = ["cat-file", "--batch-check"]
    var child = try git.start(check, input: .pipe)
    guard let input = child.takeInput() else { return [] }
    defer { try? input.close() }
    var answers: [Bool] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    var rest: [UInt8] = []
    do {
      // Few enough at a time to fit into the pipe: neither side blocks on the other.
      for start in stride(from: 0, to: names.count, by: 8) {
        let asked = names[start..<min(start + 8, names.count)]
        try input.writeAll(asked.flatMap { $0.pathBytes + [UInt8(ascii: "\n")] })
        while answers.count < start + asked.count {
          let count = try child.read(into: &chunk, at: 0, count: chunk.count)
          if count == 0 { throw Errno.brokenPipe }
          rest += chunk[..<count]
          while let feed = rest.firstIndex(of: UInt8(ascii: "\n")) {
            answers.append(!rest[..<feed].reversed().starts(with: " missing".utf8.reversed()))
            rest.removeFirst(feed + 1)
          }
        }
      }
    } catch {
      throw GitError(child.end(), command: "cat-file", folder: topLevel)
    }
    return answers
  }
}
