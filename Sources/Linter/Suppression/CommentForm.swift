import Documents
import Text
import Workers

/// How a comment is written in the files of a kind, and where a `paddock:ignore` can go in them.
///
/// Kinds that are not here, JSON, Markdown and markup among them, take no comment that is sure to change nothing: there
/// only an `[[ignore]]` entry is advised.
enum CommentForm: CaseIterable {
  case ignoreList, dotenv, toml, jsonc, typeScript, javaScript, python, yaml, shell, terraform, dockerfile, makefile
  case properties, ini

  init?(fileNamed name: String) {
    let name = name.lowercased()
    let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.utf8.index(after: $0)...]) } ?? ""
    if DotenvFile.role(ofFileNamed: name) != nil {
      self = .dotenv
    } else if name.hasPrefix("."), name.hasSuffix("ignore") || name == ".gitattributes" {
      self = .ignoreList
    } else if name.hasPrefix("dockerfile") || ending == "dockerfile" || name.hasPrefix("containerfile") {
      self = .dockerfile
    } else if ["makefile", "gnumakefile"].contains(name) || ending == "mk" {
      self = .makefile
    } else if name == ".npmrc" {
      self = .properties
    } else {
      switch ending {
      case "toml": self = .toml
      case "jsonc": self = .jsonc
      case "ts", "mts", "cts": self = .typeScript
      case "js", "mjs", "cjs", "jsx", "tsx": self = .javaScript
      case "py": self = .python
      case "yml", "yaml": self = .yaml
      case "sh", "bash", "zsh": self = .shell
      case "tf", "tfvars", "hcl": self = .terraform
      case "properties": self = .properties
      case "ini": self = .ini
      default: return nil
      }
    }
  }

  /// What starts a comment.
  var start: String {
    switch self {
    case .jsonc, .typeScript, .javaScript: "//"
    case .ini: ";"
    default: "#"
    }
  }

  /// Whether a comment can follow a value on its line.
  ///
  /// Where it cannot, the rest of the line is a part of the value, for some readers of such files at least.
  var allowsTrailing: Bool {
    switch self {
    case .toml, .jsonc, .typeScript, .javaScript, .python, .yaml, .shell, .terraform: true
    case .ignoreList, .dotenv, .dockerfile, .makefile, .properties, .ini: false
    }
  }

  /// Whether a comment on a line, or above it, leaves the meaning of the file as it is.
  ///
  /// Where we have a parser of the kind, it has to read the same from the file with the comment; elsewhere the line has to be
  /// one that cannot be a part of something longer.
  func keepsMeaning(of source: Source, line: Int, with comment: IgnoreComment) -> Bool {
    let old = source.bytes
    let new = comment.applied(to: source)
    switch self {
    case .ignoreList:
      func patterns(_ bytes: [UInt8]) -> [String] {
        IgnoreFile(path: source.path, folder: "", bytes: bytes).patterns.map { ($0.isNegated ? "!" : "") + $0.text }
      }
      return patterns(old) == patterns(new)
    case .dotenv:
      let (old, new) = (DotenvDocument.parse(old), DotenvDocument.parse(new))
      return old.entries.map(\.key) == new.entries.map(\.key) && old.entries.map(\.value) == new.entries.map(\.value)
        && old.ignoredLines.count == new.ignoredLines.count
    case .toml: return Self.isSame(TOMLParser.parse(old), TOMLParser.parse(new))
    case .jsonc: return Self.isSame(JSONCParser.parse(old), JSONCParser.parse(new))
    case .typeScript: return Self.isSame(CodeTokens(old), CodeTokens(new))
    case .javaScript:
      // In the text of an element, a comment is text.
      let mayBeMarkup = ["</", "/>"].contains { old.firstOccurrence(of: $0.utf8) != nil }
      return !mayBeMarkup && Self.isSame(CodeTokens(old), CodeTokens(new))
    case .python: return PlainLine(source, line).isPython
    case .yaml: return PlainLine(source, line).isYAML
    case .shell: return PlainLine(source, line).isShell
    case .terraform: return PlainLine(source, line).isTerraform
    case .dockerfile: return PlainLine(source, line).isAloneBefore(hereDocuments: true)
    case .makefile: return PlainLine(source, line).isAloneBefore(words: ["define "])
    case .properties, .ini: return PlainLine(source, line).isAloneBefore()
    }
  }

  private static func isSame(_ old: CodeTokens, _ new: CodeTokens) -> Bool {
    old.isClear && new.isClear && old.tokens.elementsEqual(new.tokens) { $0.kind == $1.kind && $0.text == $1.text }
  }

  private static func isSame(_ old: ParsedDocument, _ new: ParsedDocument) -> Bool {
    old.errors.isEmpty && new.errors.isEmpty && old.root.isSame(as: new.root)
  }
}

extension Node {
  /// Whether two nodes hold the same, wherever they are written.
  fileprivate func isSame(as other: Node) -> Bool {
    switch (value, other.value) {
    case (.string(let left), .string(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.float(let left), .float(let right)): left == right || left.isNaN && right.isNaN
    case (.boolean(let left), .boolean(let right)): left == right
    case (.null, .null): true
    case (.date(let left), .date(let right)): left == right
    case (.array(let left), .array(let right)): left.elementsEqual(right) { $0.isSame(as: $1) }
    case (.table(let left), .table(let right)):
      left.members.elementsEqual(right.members) { $0.key == $1.key && $0.node.isSame(as: $1.node) }
    default: false
    }
  }
}
