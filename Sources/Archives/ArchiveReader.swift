/// Reads the files in an archive and in nested archives, one at a time, without writing to disk.
package struct ArchiveReader {
  /// Receives a file: its name and bytes.
  package typealias Visit = (String, [UInt8]) -> Void

  package let limits: ArchiveLimits
  /// What was not searched, each kind once.
  package private(set) var problems: [ArchiveProblem] = []
  private var memberCount = 0
  /// How much may still be unpacked.
  private(set) var allowance = 0

  package init(limits: ArchiveLimits) { self.limits = limits }

  /// Visits every file in an archive.
  ///
  /// The file `c` in the archive `b` in it is named `b!/c`.
  ///
  /// - Parameter name: the archive's own name.
  package mutating func read(_ bytes: [UInt8], as form: ArchiveForm, named name: String, visit: Visit) {
    allowance = limits.allowance(forSize: bytes.count)
    read(bytes, as: form, named: name, at: "", depth: 1, visit)
  }

  /// - Parameters:
  ///   - place: its name as a member; "" for the outermost.
  ///   - depth: how many archives the members are in.
  private mutating func read(
    _ bytes: [UInt8],
    as form: ArchiveForm,
    named name: String,
    at place: String,
    depth: Int,
    _ visit: Visit
  ) {
    switch form {
    case .zip: readZip(bytes, at: place, depth: depth, visit)
    case .tar:
      var stream = ByteStream(bytes, bytes.indices, .stored, limit: allowance)
      readTar(&stream, at: place, depth: depth, visit)
      allowance -= stream.passed
    case .gzip: readGzip(bytes, named: name, at: place, depth: depth, visit)
    }
  }

  private mutating func readZip(_ bytes: [UInt8], at place: String, depth: Int, _ visit: Visit) {
    guard let directory = ZipDirectory(bytes, limit: limits.members + 1) else {
      note(.withoutDirectory, of: place)
      return
    }
    var names = MemberNames(in: place)
    for entry in directory.entries where !entry.isFolder {
      let name = names.add(bytes[entry.name])
      guard begin(name, at: place) else { return }
      if entry.isEncrypted {
        note(.encrypted, of: name)
      } else if let coding = entry.coding {
        guard let content = entry.content(in: bytes) else {
          note(.damaged, of: name)
          continue
        }
        guard entry.size <= limits.memberBytes else {
          note(.tooLarge, of: name)
          continue
        }
        var stream = ByteStream(bytes, content, coding, limit: allowance)
        // The size in the directory may be wrong.
        take(limits.memberBytes + 1, from: &stream, named: name, depth: depth, visit)
        allowance -= stream.passed
      } else {
        note(.unknownMethod, of: name)
      }
    }
    if directory.isDamaged { note(.damaged, of: place) }
  }

  private mutating func readGzip(_ bytes: [UInt8], named name: String, at place: String, depth: Int, _ visit: Visit) {
    var stream = ByteStream(bytes, bytes.indices, .gzip, limit: allowance)
    defer { allowance -= stream.passed }
    var head: [UInt8] = []
    stream.read(TarHeader.size, into: &head)
    if TarHeader(head[...]) != nil {
      readTar(&stream, startingWith: head, at: place, depth: depth, visit)
    } else {
      var names = MemberNames(in: place)
      let name = names.add((name.hasSuffix(".gz") ? String(name.dropLast(3)) : name).utf8)
      guard begin(name, at: place) else { return }
      take(limits.memberBytes + 1 - head.count, from: &stream, named: name, depth: depth, behind: head, visit)
    }
  }

  // MARK: Members

  /// Counts a member; `false` when the limit is reached.
  mutating func begin(_ name: String, at place: String) -> Bool {
    memberCount += 1
    if memberCount > limits.members {
      note(.tooManyMembers, of: "")
      return false
    }
    if allowance <= 0 {
      note(.exhausted, of: name)
      return false
    }
    return true
  }

  /// Reads a member and visits it, or what is in it.
  ///
  /// - Parameters:
  ///   - count: its size, at most one more than the limit.
  ///   - head: what has been read of it already.
  /// - Returns: how many bytes were read now.
  @discardableResult
  mutating func take(
    _ count: Int,
    from stream: inout ByteStream,
    named name: String,
    depth: Int,
    behind head: [UInt8] = [],
    _ visit: Visit
  ) -> Int {
    var content = head
    let got = stream.read(count, into: &content)
    guard content.count <= limits.memberBytes else {
      note(.tooLarge, of: name)
      return got
    }
    if got < count {
      switch stream.ending {
      case .exhausted:
        note(.exhausted, of: name)
        return got
      case .damaged: note(.damaged, of: name)
      case .cutShort: note(.cutShort, of: name)
      case .complete, nil: break
      }
    }
    let ownName = name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...]
    guard let form = ArchiveForm(content, named: String(ownName)) else {
      visit(name, content)
      return got
    }
    guard depth < limits.depth else {
      note(.tooDeep, of: name)
      return got
    }
    // Whoever made the stream deducts what it used, when it is done.
    allowance -= stream.passed
    read(content, as: form, named: String(ownName), at: name, depth: depth + 1, visit)
    allowance += stream.passed
    stream.limit = allowance
    return got
  }

  /// Records a problem of a member; "" is the archive itself.
  mutating func note(_ kind: ArchiveProblem.Kind, of member: String) {
    if let index = problems.firstIndex(where: { $0.kind == kind }) {
      problems[index].count += 1
    } else {
      problems.append(ArchiveProblem(kind: kind, member: member.isEmpty ? nil : member))
    }
  }
}
