/// What kind of archive some bytes are.
package enum ArchiveForm: Sendable, Hashable {
  /// Also `.jar`, `.whl`, `.nupkg`, `.vsix`, `.docx` and their like.
  case zip
  case tar
  /// One compressed file, or a compressed tar.
  case gzip

  /// `nil` for bytes that are not an archive that can be read.
  ///
  /// - Parameter name: the file's name, which identifies archives without a mark at their start.
  package init?(_ bytes: [UInt8], named name: String) {
    if bytes.starts(with: Self.gzipMagic) {
      self = .gzip
    } else if ZipDirectory.starts.contains(where: { bytes.starts(with: $0) }) {
      self = .zip
    } else if let header = TarHeader(bytes[...].prefix(TarHeader.size)), header.isMarked || name.hasSuffix(".tar") {
      self = .tar
    } else if Self.zipEndings.contains(where: { name.hasSuffix($0) }), ZipDirectory.end(in: bytes) != nil {
      // A self-extracting program precedes the archive.
      self = .zip
    } else {
      return nil
    }
  }

  /// RFC 1952 §2.3.1: the mark, and deflate, the only method.
  static let gzipMagic: [UInt8] = [0x1F, 0x8B, 8]

  private static let zipEndings = [".zip", ".jar", ".war", ".whl", ".crx", ".xpi", ".apk"]
}
