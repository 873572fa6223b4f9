package import Foundation
internal import Patterns

/// Copies a folder and fills the holes in its text files (see ``Patterns/SampleText``).
///
/// Fixtures are committed with holes, because text with the shape of a token must not be. This is part of the
/// development tools and tests, never of the shipped program.
package enum FixtureCopy {
  /// A copy that could not be made.
  package enum CopyError: Error, Equatable, CustomStringConvertible {
    /// The source is missing or not a folder.
    case sourceIsNoFolder(path: String)
    /// The target is the source or lies within it, or the other way round.
    case foldersOverlap

    package var description: String {
      switch self {
      case .sourceIsNoFolder(let path): "no such folder: \(path)"
      case .foldersOverlap: "source and target folder must lie apart"
      }
    }
  }

  /// Copies the folder tree at `source` to `target`, which is made if it does not exist; files there are replaced.
  ///
  /// The result depends on the tree and the seed alone: files are filled in the order of their paths, all from one
  /// sequence of values, so that named holes agree between files. Returned are the values that stand for secrets. The seed is the last path component of the source if
  /// none is given. Files with a NUL byte are copied as they are; symbolic links and modes are kept.
  @discardableResult
  package static func copy(from source: URL, to target: URL, seed: String? = nil) throws -> [String] {
    let sourcePath = source.resolvingSymlinksInPath().standardizedFileURL.path
    let sourceType = try? FileManager.default.attributesOfItem(atPath: sourcePath)[.type] as? FileAttributeType
    guard sourceType == .typeDirectory else { throw CopyError.sourceIsNoFolder(path: source.path) }
    let targetPath = target.resolvingSymlinksInPath().standardizedFileURL.path
    guard !(targetPath + "/").hasPrefix(sourcePath + "/"), !(sourcePath + "/").hasPrefix(targetPath + "/") else {
      throw CopyError.foldersOverlap
    }
    var sample = SampleText(seed: seed ?? URL(fileURLWithPath: sourcePath).lastPathComponent)
    try copyFolder(source, to: target, filling: &sample)
    return sample.secrets.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func copyFolder(_ source: URL, to target: URL, filling sample: inout SampleText) throws {
    let files = FileManager.default
    try files.createDirectory(at: target, withIntermediateDirectories: true)
    let names = try files.contentsOfDirectory(atPath: source.path)
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let from = source.appendingPathComponent(name)
      let to = target.appendingPathComponent(name)
      let attributes = try files.attributesOfItem(atPath: from.path)
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory:
        try copyFolder(from, to: to, filling: &sample)
      case .typeSymbolicLink:
        try removeFile(at: to)
        try files.createSymbolicLink(
          atPath: to.path,
          withDestinationPath: files.destinationOfSymbolicLink(atPath: from.path)
        )
      case .typeRegular:
        let bytes = [UInt8](try Data(contentsOf: from))
        try removeFile(at: to)
        try Data(bytes.contains(0) ? bytes : sample.fill(bytes)).write(to: to)
        try setMode(of: to, from: attributes)
      default:
        // Sockets and the like do not occur in fixtures.
        continue
      }
    }
    // Last, because a folder may be read-only.
    try setMode(of: target, from: files.attributesOfItem(atPath: source.path))
  }

  /// Removes what is there, also a link that leads nowhere; writing would otherwise go through a link.
  private static func removeFile(at place: URL) throws {
    if (try? FileManager.default.attributesOfItem(atPath: place.path)) != nil {
      try FileManager.default.removeItem(at: place)
    }
  }

  private static func setMode(of place: URL, from attributes: [FileAttributeKey: Any]) throws {
    guard let mode = attributes[.posixPermissions] else { return }
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
  }
}
