import Documents
import Text

/// An entry of git's index, or of a commit's tree.
package struct TrackedFile: Sendable, Hashable {
  /// What kind of entry it is, from git's file mode.
  package enum Mode: Sendable {
    case regular, executable, symbolicLink, submodule

    init?(_ text: some StringProtocol) {
      switch text {
      case "100644", "100664": self = .regular
      case "100755": self = .executable
      case "120000": self = .symbolicLink
      case "160000": self = .submodule
      default: return nil
      }
    }

    /// Whether it is a regular file.
    package var isFile: Bool { self == .regular || self == .executable }
  }

  /// The path from the requested folder.
  package var path: String
  package let mode: Mode
  /// 0, or 1 to 3 for the sides of a merge conflict.
  package let stage: Int
  package let object: ObjectID

  package init(path: String, mode: Mode, stage: Int = 0, object: ObjectID) {
    self.path = path
    self.mode = mode
    self.stage = stage
    self.object = object
  }

  /// The entries of a folder's object: mode, a space, the name, a NUL byte, the bytes of the object's name.
  ///
  /// - Returns: the files, links and submodules, and the folders by name.
  static func entries(
    ofFolder bytes: [UInt8],
    at path: String,
    idLength: Int
  ) -> (files: [TrackedFile], folders: [String: ObjectID]) {
    var files: [TrackedFile] = []
    var folders: [String: ObjectID] = [:]
    var rest = bytes[...]
    while let space = rest.firstIndex(of: UInt8(ascii: " ")), let end = rest[space...].firstIndex(of: 0),
      let object = ObjectID(bytes: rest[(end + 1)...].prefix(idLength))
    {
      let mode = String(decoding: rest[..<space], as: UTF8.self)
      let name = String(pathBytes: rest[(space + 1)..<end])
      if mode == "40000" {
        folders[name] = object
      } else if let mode = Mode(mode) {
        files.append(TrackedFile(path: path.isEmpty ? name : "\(path)/\(name)", mode: mode, object: object))
      }
      rest = rest[(end + 1 + idLength)...]
    }
    return (files, folders)
  }

  /// The entries of `git ls-files -z --stage` (mode, object, stage, a tab, the path, a NUL byte) and of `git ls-tree
  /// -z` (mode, kind, object, a tab, the path, a NUL byte).
  static func list(_ output: [UInt8], where isWanted: (ArraySlice<UInt8>) -> Bool = { _ in true }) -> [TrackedFile] {
    output.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")), isWanted(record[(tab + 1)...]) else { return nil }
      let fields = record[..<tab].split(separator: UInt8(ascii: " "))
      guard fields.count == 3, let mode = Mode(String(decoding: fields[0], as: UTF8.self)) else { return nil }
      let path = String(pathBytes: record[(tab + 1)...])
      if let object = ObjectID(hexadecimal: fields[1]) {
        guard let stage = Int(String(decoding: fields[2], as: UTF8.self)) else { return nil }
        return TrackedFile(path: path, mode: mode, stage: stage, object: object)
      }
      return ObjectID(hexadecimal: fields[2]).map { TrackedFile(path: path, mode: mode, object: $0) }
    }
  }
}
