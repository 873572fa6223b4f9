/// What the output of wrangler does not say about itself (docs/facts/wrangler.md §6.5).
package struct CaptureOrigin: Sendable, Hashable {
  /// The Worker or Pages project that was asked about.
  package let worker: String?
  /// The environment of the configuration file that leads to it; `nil` for the top level.
  package let environment: String?
  /// When wrangler ran, as an ISO 8601 time.
  package let time: String

  package init(worker: String? = nil, environment: String? = nil, time: String) {
    self.worker = worker
    self.environment = environment
    self.time = time
  }
}
