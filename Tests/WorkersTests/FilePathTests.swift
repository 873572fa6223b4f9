import Testing
import Text
import Workers

/// Arithmetic on paths from the folder checked.
struct FilePathTests {
  @Test(arguments: [("", "", ""), ("a", "", "a"), ("a/b", "a", "b"), ("a/b/c.ts", "a/b", "c.ts"), ("é/ü", "é", "ü")])
  func splits(path: String, folder: String, name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(FilePath.name(of: path) == name)
    #expect(FilePath.join(folder, name) == path)
  }

  @Test(arguments: [
    ("x", "", "x"), ("x", "a", "a/x"), ("./x", "a", "a/x"), ("../x", "a/b", "a/x"), ("../../x", "a/b", "x"),
    ("../../../x", "a/b", nil), ("..", "", nil), ("..", "a", ""), (".", "", ""), (".", "a", "a"), ("./", "a", "a"),
    ("x//y/", "a", "a/x/y"), ("x/../y", "", "y"), ("/x", "a", nil), ("...", "a", "a/..."),
  ])
  func resolves(path: String, folder: String, result: String?) {
    #expect(FilePath.resolve(path, from: folder) == result)
  }

  @Test(arguments: [
    ("a/b", "a", true), ("a", "a", true), ("ab", "a", false), ("a", "a/b", false), ("x", "", true), ("", "", true),
    ("", "a", false),
  ])
  func tellsWhatLiesBelow(path: String, folder: String, isBelow: Bool) {
    #expect(FilePath.isPath(path, inOrBelow: folder) == isBelow)
  }

  @Test(arguments: [("a/b/c", "a/b", "c"), ("a/b/c", "", "a/b/c"), ("é/b/c", "é", "b/c")])
  func seesAPathFromAFolder(path: String, folder: String, result: String) {
    #expect(FilePath.relative(path, to: folder) == result)
  }
}
