import Text
import Workers

/// A file in an archive.
struct ArchivePlace: Sendable, Hashable {
  /// The archive's path from the folder checked.
  let path: String
  /// The file's name in the archive; `a.tar!/b` for one in an archive in it.
  let member: String

  /// Both in one, such that the last part is the file's own name.
  var file: String { "\(path)!/\(member)" }

  /// Whether it belongs to an installed package or to version control, which the walk of a folder does not enter either.
  var isInstalledPackage: Bool {
    member.split(separator: "/").dropLast().contains { FileWalk.vendoredFolders.contains(String($0)) }
  }

  /// What the file is for: an archive that is published, or belongs to tests, does so with everything in it.
  func role(inArchiveOf role: FileRole) -> FileRole {
    guard role == .source || role == .localSecrets else { return role }
    if DotenvFile.role(ofFileNamed: FilePath.name(of: file)) == .example { return .example }
    return FileRole.isTest(member) ? .test : .source
  }
}
