/// What serves the traffic of a Worker: one or two versions with shares that add up to 100
/// (docs/facts/wrangler.md §6.1).
package struct Deployment: Sendable, Equatable {
  /// A version with the part of the traffic it gets.
  package struct Share: Sendable, Hashable {
    package let version: String
    /// From 0 to 100, fractions allowed.
    package let percentage: Double

    package init(version: String, percentage: Double) {
      self.version = version
      self.percentage = percentage
    }
  }

  package let shares: [Share]
  package let id: String?
  /// ISO 8601.
  package let createdOn: String?
  package let source: Known<ChangeSource>
  package let message: String?

  /// `nil` unless there are one or two different versions whose shares add up to 100.
  package init?(
    shares: [Share],
    id: String? = nil,
    createdOn: String? = nil,
    source: Known<ChangeSource> = .unknown,
    message: String? = nil
  ) {
    guard (1...2).contains(shares.count), Set(shares.map(\.version)).count == shares.count,
      shares.allSatisfy({ (0...100).contains($0.percentage) }),
      Self.addsUp(shares)
    else { return nil }
    self.shares = shares
    self.id = id
    self.createdOn = createdOn
    self.source = source
    self.message = message
  }

  /// One version with all of the traffic.
  package init(of version: String, source: Known<ChangeSource> = .unknown, message: String? = nil) {
    shares = [Share(version: version, percentage: 100)]
    id = nil
    createdOn = nil
    self.source = source
    self.message = message
  }

  /// Whether shares add up to 100, but for the rounding of fractions.
  package static func addsUp(_ shares: [Share]) -> Bool {
    let sum = shares.reduce(0) { $0 + $1.percentage }
    return sum > 99.999 && sum < 100.001
  }

  /// The versions that get any traffic.
  package var live: [Share] { shares.filter { $0.percentage > 0 } }

  /// Whether two versions share the traffic.
  package var isSplit: Bool { live.count > 1 }

  /// The only version of the deployment, `nil` when there are two.
  package var onlyVersion: String? { shares.count == 1 ? shares[0].version : nil }

  /// The version with all of the traffic, `nil` when it is split.
  package var soleLiveVersion: String? { isSplit ? nil : live.first?.version }
}
