package import Patterns
import Synchronization

/// A pattern that is compiled when it is first needed: most rules never see their anchor in a given run.
package final class LazyPattern: Sendable {
  package let source: String
  private let state = Mutex<Result<Pattern, PatternError>?>(nil)

  package init(_ source: String) { self.source = source }

  /// - Throws: `PatternError` when the source is no valid pattern, the same on every call.
  package func compiled() throws(PatternError) -> Pattern {
    let result = state.withLock { state in
      if let known = state { return known }
      let fresh = Result { () throws(PatternError) in try Pattern(source) }
      state = fresh
      return fresh
    }
    return try result.get()
  }
}
