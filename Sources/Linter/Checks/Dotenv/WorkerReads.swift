import Workers

/// Tells roughly whether the code of a project reads a name from its environment.
enum WorkerReads {
  private static let endings = [".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".py", ".vue", ".svelte", ".astro"]

  /// Whether a program file of the project holds the name other than behind `process.env.`, where tools read it.
  static func mention(_ name: String, in project: Project, of checkout: Checkout) -> Bool {
    checkout.tree.files(inOrBelow: project.folder).contains { entry in
      guard endings.contains(where: { entry.path.hasSuffix($0) }), !entry.path.hasSuffix(".d.ts"),
        let bytes = try? checkout.tree.read(entry.path)
      else { return false }
      return holds(name, in: bytes)
    }
  }

  private static func holds(_ name: String, in bytes: [UInt8]) -> Bool {
    let needle = Array(name.utf8)
    let toolRead = Array("process.env.".utf8)
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    var index = 0
    while let start = bytes[index...].firstIndex(of: first), start + needle.count <= bytes.count {
      if bytes[start..<start + needle.count].elementsEqual(needle),
        !bytes[..<start].suffix(toolRead.count)
          .elementsEqual(toolRead)
      {
        return true
      }
      index = start + 1
    }
    return false
  }
}
