/// Tells values that somebody typed to fill a place.
extension ContextValue {
  /// Whether the letters are those under resting fingers, as in `asdlkfj234`, or many characters are neighbours on the
  /// keyboard, as in `qwe089234lkjsdf`.
  var isMashed: Bool {
    guard upper == 0, count <= 24, !bytes.allSatisfy(Self.isHexadecimal) else { return false }
    return isOfHomeRow || isOfNeighbours
  }

  /// Of random letters 9 of 26 are in the home row, so that of eight all but one are in few values of a thousand, as are
  /// four fifths of fourteen.
  private var isOfHomeRow: Bool {
    guard lower >= 6 else { return false }
    let home = bytes.count { "asdfghjkl".utf8.contains($0) }
    return lower < 14 ? home * 8 >= lower * 7 : home * 5 >= lower * 4
  }

  /// Of random letters and digits one pair in twenty is of neighbours, so that a third of all is in no value of a thousand.
  private var isOfNeighbours: Bool {
    guard letters > 0, digits > 0 else { return false }
    let neighbours = zip(bytes, bytes.dropFirst()).count { first, second in
      let (first, second) = (Self.keys[Int(first)], Self.keys[Int(second)])
      return first > 0 && second > 0 && abs(first - second) == 1
    }
    return neighbours >= 4 && neighbours * 3 >= count - 1
  }

  /// The number of each byte's key, from left to right in rows that do not touch; 0 for keys that are in none.
  private static let keys: [Int] = {
    var keys = [Int](repeating: 0, count: 256)
    for (row, letters) in ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
      for (column, letter) in letters.utf8.enumerated() { keys[Int(letter)] = row * 16 + column + 1 }
    }
    return keys
  }()
}
