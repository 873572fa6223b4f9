import CSystemCalls
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder whose files are opened so that nothing leads out of it: no `..`, no absolute path, no symbolic link, and no
/// link that is put in place between two looks.
///
/// What a stranger's repository points to is none of our business unless it is in the repository. Links that stay in the
/// folder are followed, absolute ones too.
package final class ConfinedFolder: Sendable {
  /// The path of the folder, as the system takes it.
  package let path: String
  /// `nil` when the folder cannot be opened.
  private let descriptor: Int32?
  private let openingError: Int32
  private let usesKernel: Bool

  /// As many links as Linux follows in one path.
  private static let linkLimit = 40

  /// - Parameter usesKernel: whether to let the system keep paths in the folder where it can (openat2(2)); otherwise each
  ///   part of a path is opened by itself.
  package init(_ path: String, usesKernel: Bool = true) {
    self.path = path
    self.usesKernel = usesKernel
    let opened = unsafe FileRead.withSystemPath(path) { unsafe open($0, O_RDONLY | O_CLOEXEC | O_DIRECTORY) }
    openingError = opened < 0 ? errno : 0
    descriptor = opened < 0 ? nil : opened
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// What a path in the folder names, after all links.
  package enum Kind: Sendable {
    case regular, folder, special
  }

  /// - Throws: `FileProblem` when there is nothing, or nothing that may be looked at.
  package func kind(of path: String) throws(FileProblem) -> Kind {
    let file = try opened(path, named: path)
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw FileRead.problem(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// Reads a file into a buffer that is kept from call to call; the content replaces what was there.
  ///
  /// - Parameter name: the path for messages.
  /// - Throws: `FileProblem`, of the kind `leadsOutside` for a path that leaves the folder.
  package func read(
    _ path: String,
    named name: String,
    limit: Int = FileRead.sizeLimit,
    into buffer: inout [UInt8]
  ) throws(FileProblem) {
    let file = try opened(path, named: name)
    defer { close(file) }
    try FileRead.read(file, named: name, limit: limit, into: &buffer)
  }

  /// The bytes of a file; see ``read(_:named:limit:into:)``.
  package func bytes(_ path: String, named name: String, limit: Int = FileRead.sizeLimit) throws(FileProblem) -> [UInt8]
  {
    var buffer: [UInt8] = []
    try read(path, named: name, limit: limit, into: &buffer)
    return buffer
  }

  /// What is right in a folder, "" for this one; see ``FolderListing``.
  package func entries(
    ofFolder path: String
  ) throws(FileProblem) -> [(name: String, kind: FolderListing.Kind)] {
    try FolderListing.entries(of: try opened(path, named: path), named: path)
  }

  // MARK: Opening

  /// O_NONBLOCK: a named pipe without a writer must not stop the run.
  private static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK

  private func opened(_ path: String, named name: String) throws(FileProblem) -> Int32 {
    guard let descriptor else { throw FileRead.problem(name, openingError) }
    if path.utf8.first == UInt8(ascii: "/") { throw FileProblem(path: name, kind: .leadsOutside) }
    if usesKernel {
      let file = unsafe FileRead.withSystemPath(path.isEmpty ? "." : path) {
        unsafe paddock_open_beneath(descriptor, $0, Self.flags)
      }
      if file >= 0 { return file }
      switch errno {
      // The link is absolute or leads outside, something was moved meanwhile, or there is no such call.
      case EXDEV, ELOOP, EAGAIN, ENOSYS, EPERM: break
      default: throw FileRead.problem(name, errno)
      }
    }
    return try walk(to: path, from: descriptor, named: name)
  }

  /// Opens one part after the other, and reads each link instead of following it.
  private func walk(to path: String, from top: Int32, named name: String) throws(FileProblem) -> Int32 {
    var folders: [Int32] = []
    defer { for folder in folders { close(folder) } }
    var pending = Array(path.pathBytes.split(separator: UInt8(ascii: "/")).reversed())
    var links = 0
    while let part = pending.popLast() {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard let last = folders.popLast() else { throw FileProblem(path: name, kind: .leadsOutside) }
        close(last)
        continue
      }
      let current = folders.last ?? top
      if let target = Self.target(ofLink: part, in: current) {
        links += 1
        if links > Self.linkLimit { throw FileRead.problem(name, ELOOP) }
        var parts = target.split(separator: UInt8(ascii: "/"))[...]
        if target.first == UInt8(ascii: "/") {
          guard let rest = partsBelowThisFolder(parts) else { throw FileProblem(path: name, kind: .leadsOutside) }
          parts = rest
          for folder in folders { close(folder) }
          folders = []
        }
        pending += parts.reversed()
        continue
      }
      let isLast = pending.isEmpty
      let file = unsafe Self.withName(part) {
        unsafe isLast ? paddock_open_at(current, $0, Self.flags | O_NOFOLLOW) : paddock_open_passage(current, $0)
      }
      if file < 0 {
        let code = errno
        links += 1
        // It has become a link meanwhile.
        guard code == ELOOP, links <= Self.linkLimit else { throw FileRead.problem(name, code) }
        pending.append(part)
        continue
      }
      if isLast { return file }
      folders.append(file)
    }
    let file = unsafe ".".withCString { unsafe paddock_open_at(folders.last ?? top, $0, Self.flags) }
    if file < 0 { throw FileRead.problem(name, errno) }
    return file
  }

  /// The parts of an absolute path that come after those of this folder.
  private func partsBelowThisFolder(_ parts: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<ArraySlice<UInt8>>? {
    let own = path.pathBytes.split(separator: UInt8(ascii: "/"))
    guard path.utf8.first == UInt8(ascii: "/"), parts.starts(with: own),
      !parts.contains("..".utf8[...].map(\.self)[...])
    else { return nil }
    return parts.dropFirst(own.count)
  }

  /// Where a link leads; `nil` when it is not a link.
  private static func target(ofLink name: ArraySlice<UInt8>, in folder: Int32) -> [UInt8]? {
    // PATH_MAX; a longer target cannot be followed either.
    let capacity = 4096
    var target: [UInt8] = []
    var count = -1
    target.append(addingCapacity: capacity) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        let start = unsafe buffer.baseAddress.unsafelyUnwrapped
        count = unsafe withName(name) { path in
          unsafe start.withMemoryRebound(to: CChar.self, capacity: capacity) {
            unsafe readlinkat(folder, path, $0, capacity)
          }
        }
        initialized = max(0, count)
      }
    }
    return count < 0 ? nil : target
  }

  private static func withName<Result>(_ name: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let bytes = name.map { CChar(bitPattern: $0) } + [0]
    return unsafe bytes.withUnsafeBufferPointer { unsafe body($0.baseAddress.unsafelyUnwrapped) }
  }
}
