internal import FixtureFill
internal import Foundation

/// Development tool: copies a folder of fixtures and fills the holes in its text files.
@main struct Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard (2...3).contains(arguments.count), let source = arguments.first else {
      fail("usage: fill-fixture SOURCE-FOLDER TARGET-FOLDER [SEED]")
    }
    do {
      try FixtureCopy.copy(
        from: URL(fileURLWithPath: source),
        to: URL(fileURLWithPath: arguments[2]),
        seed: arguments.count > 2 ? arguments[3] : nil
      )
    } catch {
      fail("fill-fixture: \(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
