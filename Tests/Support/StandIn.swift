import Foundation

extension TemporaryFolder {
  /// Puts a stand-in for a program into `bin`, which does what a shell script says.
  ///
  /// What is executed is a file of the package, as a file just written may not be (see `writeProgram`); the script is
  /// only read. In it `$0` is the path of the program and `$top` this folder, where each call leaves a line in `calls`.
  package func standIn(for program: String, script: String) throws {
    try write(script + "\n", to: "script")
    let bin = url.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let link = bin.appending(path: program)
    try? FileManager.default.removeItem(at: link)
    let file = PackageFolder.url("Tests/Support/Programs/stand-in")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
  }

  /// How the stand-ins of this folder were called, each call on a line.
  package func calls() throws -> [String] {
    let text = try String(contentsOf: url.appending(path: "calls"), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }
}
