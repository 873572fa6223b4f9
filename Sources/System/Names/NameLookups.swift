#if canImport(Glibc)
  public import Glibc

  // The C library's own look-ups of users and groups load plug-ins, which crash a program that is linked with all of the
  // library. Nothing here asks for names, but Foundation can: these take the place of the library's functions in the
  // whole program, which then holds none of that machinery. Nobody has a name; numbers do.

  @c(getpwuid_r)
  public func noUserOfNumber(
    _ number: uid_t,
    _ record: UnsafeMutablePointer<passwd>?,
    _ buffer: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>?
  ) -> Int32 {
    unsafe result?.pointee = nil
    return 0
  }

  @c(getpwnam_r)
  public func noUserOfName(
    _ name: UnsafePointer<CChar>?,
    _ record: UnsafeMutablePointer<passwd>?,
    _ buffer: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>?
  ) -> Int32 {
    unsafe result?.pointee = nil
    return 0
  }

  @c(getgrgid_r)
  public func noGroupOfNumber(
    _ number: gid_t,
    _ record: UnsafeMutablePointer<group>?,
    _ buffer: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<group>?>?
  ) -> Int32 {
    unsafe result?.pointee = nil
    return 0
  }

  @c(getgrnam_r)
  public func noGroupOfName(
    _ name: UnsafePointer<CChar>?,
    _ record: UnsafeMutablePointer<group>?,
    _ buffer: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<group>?>?
  ) -> Int32 {
    unsafe result?.pointee = nil
    return 0
  }
#endif
