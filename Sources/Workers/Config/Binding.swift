package import Documents

/// A resource or value the configuration gives a Worker by name.
package struct Binding: Sendable {
  package let name: String
  /// Where the name is written.
  package let nameRegion: Region
  package let kind: Kind
  /// The whole entry: the object of an array section, the value of a var.
  package let node: Node

  /// What a binding is: a var, a required secret, or an entry of a section.
  package enum Kind: Sendable {
    case variable
    case requiredSecret
    case section(ConfigSchema.BindingSection)

    /// As words for messages: "var", "required secret", "KV namespace".
    package var words: String {
      switch self {
      case .variable: "var"
      case .requiredSecret: "required secret"
      case .section(let section): section.words
      }
    }

    /// The key of the section in the configuration file.
    package var sectionKey: String {
      switch self {
      case .variable: "vars"
      case .requiredSecret: "secrets"
      case .section(let section): section.key
      }
    }
  }

  package init(name: String, nameRegion: Region, kind: Kind, node: Node) {
    self.name = name
    self.nameRegion = nameRegion
    self.kind = kind
    self.node = node
  }
}

extension Binding {
  /// The bindings of one section, read from its value.
  ///
  /// Entries without a usable name are left out.
  static func read(_ section: ConfigSchema.BindingSection, from node: Node) -> [Binding] {
    switch section.shape {
    case .keys:
      return (node.table?.members ?? []).map {
        Binding(name: $0.key, nameRegion: $0.keyRegion, kind: .section(section), node: $0.node)
      }
    case .object:
      return [named(by: "binding", in: node, of: section)].compactMap(\.self)
    case .array(let field):
      return (node.array ?? []).compactMap { named(by: field, in: $0, of: section) }
    case .nestedArray(let key, let field):
      return (node[key]?.array ?? []).compactMap { named(by: field, in: $0, of: section) }
    }
  }

  private static func named(by field: String, in node: Node, of section: ConfigSchema.BindingSection) -> Binding? {
    guard let nameNode = node[field], let name = nameNode.string else { return nil }
    return Binding(name: name, nameRegion: nameNode.region, kind: .section(section), node: node)
  }
}
