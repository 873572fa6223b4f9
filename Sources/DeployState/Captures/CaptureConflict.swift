/// A capture that contradicts what is known: mostly one of another Worker.
struct CaptureConflict: Error {
  /// One sentence without the place.
  let message: String

  static func stranger(_ what: String, _ id: String) -> CaptureConflict {
    CaptureConflict(
      message: "\(what) \(id), which is known of this Worker, is not listed here: this is of another Worker, or the "
        + "Worker was made anew; if so, delete its part of the saved state"
    )
  }
}
