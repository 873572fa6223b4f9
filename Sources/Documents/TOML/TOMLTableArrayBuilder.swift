/// An array of tables while the document is read: each `[[header]]` adds an element.
final class TOMLTableArrayBuilder {
  /// The first header.
  let region: Region
  private(set) var elements: [TOMLTableBuilder]

  init(first: TOMLTableBuilder) {
    region = first.region
    elements = [first]
  }

  /// The element that headers and keys now add to.
  var last: TOMLTableBuilder { elements[elements.count - 1] }

  func append(_ element: TOMLTableBuilder) {
    elements.append(element)
  }
}
