import Foundation
import Synchronization
import System
import SystemPackage
import Testing

/// Writing to pipes that are not as patient as pipes are.
struct DescriptorWritingTests {
  /// Node and others start programs with pipes that do not block: a full one is no error.
  @Test func fullPipeIsWaitedFor() throws {
    let (reader, writer) = try FileDescriptor.pipe()
    _ = fcntl(writer.rawValue, F_SETFL, fcntl(writer.rawValue, F_GETFL) | O_NONBLOCK)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let read = Mutex(Data())
    let reading = DispatchGroup()
    DispatchQueue.global().async(group: reading) {
      let data = FileHandle(fileDescriptor: reader.rawValue, closeOnDealloc: true).readDataToEndOfFile()
      read.withLock { $0 = data }
    }
    try writer.writeEverything(bytes)
    try writer.close()
    reading.wait()
    #expect(read.withLock { $0 } == Data(bytes))
  }

  @Test func placeThatTakesNothingIsAnError() throws {
    let (reader, writer) = try FileDescriptor.pipe()
    try writer.close()
    #expect(throws: Errno.badFileDescriptor) { try reader.writeEverything([1]) }
    try reader.close()
    let full = try FileDescriptor.open(FilePath("/dev/full"), .writeOnly)
    #expect(throws: Errno.noSpace) { try full.writeEverything([1]) }
    try full.close()
  }
}
