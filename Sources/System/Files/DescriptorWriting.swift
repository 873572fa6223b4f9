package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileDescriptor {
  /// Writes all bytes, however many calls that takes.
  ///
  /// Whoever started this program may have made the other end of a pipe non-blocking: a full one is waited for.
  package func writeEverything(_ bytes: [UInt8]) throws(Errno) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(rawValue, buffer.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if count > 0 {
        start += count
      } else if count == 0 {
        throw .ioError
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        var waiting = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        if unsafe poll(&waiting, 1, -1) < 0, errno != EINTR { throw Errno(rawValue: errno) }
      } else if errno != EINTR {
        throw Errno(rawValue: errno)
      }
    }
  }

  /// Hands what was written to the disk, which is when some file systems say that it is full.
  func synchronize() throws(Errno) {
    while fsync(rawValue) != 0 {
      switch errno {
      case EINTR: continue
      // Not a file on a disk.
      case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EROFS: return
      default: throw Errno(rawValue: errno)
      }
    }
  }

  /// Closes it, which is when some file systems say that a write has failed.
  package func closeChecked() throws(Errno) {
    // Linux closes it even when a signal interrupts the call.
    if systemClose(rawValue) != 0, errno != EINTR { throw Errno(rawValue: errno) }
  }
}

// Outside of the type, whose functions of the same names would be taken.

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
