extension ArchiveReader {
  /// Visits the members of a tar archive.
  ///
  /// - Parameter head: its first block, where that has been read already.
  mutating func readTar(
    _ stream: inout ByteStream,
    startingWith head: [UInt8]? = nil,
    at place: String,
    depth: Int,
    _ visit: Visit
  ) {
    var names = MemberNames(in: place)
    var records = TarRecords()
    var block = head ?? Self.block(of: &stream)
    // An archive ends with blocks of zeros; some programs omit them.
    while block.contains(where: { $0 != 0 }) {
      guard let header = TarHeader(block[...]) else {
        note(stream.ending == nil ? .damaged : ending(of: stream), of: place)
        return
      }
      if header.hasMoreAboutHoles { Self.skipHoles(&stream) }
      let size = header.kind == .file ? records.size ?? header.contentSize : header.contentSize
      // How much of the content has been read.
      var got = 0
      switch header.kind {
      case .file:
        let name = names.add(records.name ?? header.name)
        records = TarRecords()
        guard begin(name, at: place) else { return }
        if size > limits.memberBytes {
          note(.tooLarge, of: name)
        } else {
          got = take(size, from: &stream, named: name, depth: depth, visit)
          if got < size {
            if stream.ending == .complete { note(.cutShort, of: name) }
            return
          }
        }
      case .longName where size <= TarRecords.limit:
        records.name = Self.content(size, of: &stream, &got).prefix { $0 != 0 } + []
      case .records where size <= TarRecords.limit: records.add(Self.content(size, of: &stream, &got))
      case .longName, .records, .other: break
      case .withoutContent: records = TarRecords()
      }
      let padded = header.kind == .withoutContent ? 0 : (size + TarHeader.size - 1) / TarHeader.size * TarHeader.size
      guard stream.skip(padded - got) else {
        note(ending(of: stream), of: place)
        return
      }
      block = Self.block(of: &stream)
    }
    if let ending = stream.ending, ending != .complete { note(self.ending(of: stream), of: place) }
  }

  private func ending(of stream: borrowing ByteStream) -> ArchiveProblem.Kind {
    switch stream.ending {
    case .damaged: .damaged
    case .exhausted: .exhausted
    case .cutShort, .complete, nil: .cutShort
    }
  }

  private static func block(of stream: inout ByteStream) -> [UInt8] {
    var block: [UInt8] = []
    stream.read(TarHeader.size, into: &block)
    return block
  }

  private static func content(_ size: Int, of stream: inout ByteStream, _ got: inout Int) -> [UInt8] {
    var content: [UInt8] = []
    got = stream.read(size, into: &content)
    return content
  }

  /// Blocks in which the eighth byte from the end says whether another follows (GNU tar, "Storing Sparse Files").
  private static func skipHoles(_ stream: inout ByteStream) {
    var block: [UInt8] = []
    repeat { block = Self.block(of: &stream) } while block.count == TarHeader.size && block[504] != 0
  }
}
