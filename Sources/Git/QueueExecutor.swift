import Dispatch

/// Runs the parts of a task on a queue of its own.
///
/// Whoever waits for the task may itself hold a thread of Swift's shared pool; were the task to need one too, a pool of
/// two threads would be at a standstill with two such waits.
final class QueueExecutor: TaskExecutor {
  static let shared = QueueExecutor()

  private let queue = DispatchQueue(label: "git", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
