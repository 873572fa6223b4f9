import DeployState
import Testing

/// Nobody asked is never the same as there is none.
struct KnowledgeTests {
  @Test func catalogsTellAbsentFromUnknown() {
    var catalog = Catalog(["a": 1])
    #expect(catalog["a"] == .known(1))
    #expect(catalog["b"] == .unknown)
    catalog.isComplete = true
    #expect(catalog["b"] == .known(nil))
    #expect(catalog.isFullyKnown)
    catalog["c"] = .unknown
    #expect(catalog["c"] == .unknown)
    #expect(!catalog.isFullyKnown)
    catalog["a"] = .known(nil)
    #expect(catalog.present.isEmpty)
  }

  @Test(arguments: [
    (Timeline<Int>.unknown, Known<Int?>.unknown, Known<Int?>.unknown),
    (.empty, .known(nil), .known(nil)),
    (Timeline([1, 2], endsWithNewest: true, isComplete: true), .known(2), .known(nil)),
    (Timeline([1, 2], endsWithNewest: true, isComplete: false), .known(2), .unknown),
    (Timeline([1, 2], endsWithNewest: false, isComplete: false), .unknown, .unknown),
    (Timeline([], endsWithNewest: true, isComplete: false), .unknown, .unknown),
  ])
  func timelinesTellNewestFromLast(timeline: Timeline<Int>, newest: Known<Int?>, nine: Known<Int?>) {
    #expect(timeline.newest == newest)
    #expect(timeline.last { $0 == 9 } == nine)
    let longer = timeline.appending(3)
    #expect(longer.newest == .known(3))
    #expect(longer.isComplete == (timeline.isComplete && timeline.endsWithNewest))
  }

  @Test(arguments: BindingTable.Extent.allCases)
  func tablesTellAbsentFromUnlisted(extent: BindingTable.Extent) {
    let table = BindingTable(["A": RemoteBinding(.secretText), "M": RemoteBinding(.plainText)], extent: extent)
    #expect(table.isSecret("A") == .known(true))
    #expect(table.isSecret("M") == .known(false))
    #expect(table.isSecret("B") == (extent == .some ? .unknown : .known(false)))
    #expect(table["B"] == (extent == .everything ? .known(nil) : .unknown))
    #expect(table.secretNames == (extent == .some ? .unknown : .known(["A"])))
  }

  @Test(arguments: [
    ([100.0], true), ([90, 10], true), ([33.333, 66.667], true), ([100, 0], true), ([99], false), ([60, 60], false),
    ([], false), ([50, 25, 25], false), ([150, -50], false),
  ])
  func deploymentsAddUp(percentages: [Double], isOne: Bool) {
    let shares = percentages.enumerated().map {
      Deployment.Share(version: "v\($0.offset)", percentage: $0.element)
    }
    #expect((Deployment(shares: shares) != nil) == isOne)
  }

  @Test func deploymentsNameEachVersionOnce() {
    let share = Deployment.Share(version: "v1", percentage: 50)
    #expect(Deployment(shares: [share, share]) == nil)
  }

  /// `secret list` counts where the latest version is not known, or can only be the one it describes
  /// (docs/facts/wrangler.md §6.5).
  @Test(arguments: [
    ("listed[A] …; live …", ["A"]), ("listed[A] v1[?]; live v1", ["A"]), ("listed[A] v1[?] v2[?]; live v1", nil),
    ("listed[A] v1[B]; live v1", ["B"]), ("v1[?]; live v1", nil), (";", []),
  ])
  func takesTheListWhereItFits(given: String, secrets: [String]?) throws {
    let worker = try #require(WorkerNotation.read(given).value ?? nil)
    #expect(worker.latestBindings.secretNames == secrets.map { .known($0) } ?? .unknown)
  }
}
