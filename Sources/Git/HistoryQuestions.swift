import Dispatch
import Synchronization
import SystemPackage

/// The contents that one share of a history walk requests, in order, and which of them are unanswered.
///
/// One thread adds questions and one takes answers. No question is lost, whatever happens to the answering program.
final class HistoryQuestions: Sendable {
  private struct State {
    var objects: [ObjectID] = []
    /// How many of them are answered.
    var answered = 0
    var isOver = false
  }

  private let state = Mutex(State())
  private let isNews = DispatchSemaphore(value: 0)

  fileprivate func add(_ objects: [ObjectID]) {
    state.withLock { state in
      if state.answered > 1 << 16 {
        state.objects.removeFirst(state.answered)
        state.answered = 0
      }
      state.objects += objects
    }
    isNews.signal()
  }

  fileprivate func finish() {
    state.withLock { $0.isOver = true }
    isNews.signal()
  }

  /// Marks the first open question as answered.
  func answer() { state.withLock { $0.answered += 1 } }

  /// Takes the first open question; waits until there is one, `nil` at the end.
  func takeFirst() -> ObjectID? {
    while true {
      let (object, isOver) = state.withLock { state -> (ObjectID?, Bool) in
        guard state.answered < state.objects.count else { return (nil, state.isOver) }
        state.answered += 1
        return (state.objects[state.answered - 1], false)
      }
      if let object { return object }
      if isOver { return nil }
      isNews.wait()
    }
  }

  /// Sends questions to the answering program without waiting for answers.
  final class Sender: Sendable {
    private let questions: HistoryQuestions
    /// `nil` once the program has ended: the questions then wait for another reader.
    private let input: Mutex<FileDescriptor?>
    private let queue = DispatchQueue(label: "questions")

    init(_ questions: HistoryQuestions, input: FileDescriptor) {
      self.questions = questions
      self.input = Mutex(input)
    }

    func send(_ objects: [ObjectID]) {
      questions.add(objects)
      queue.async { [self] in
        input.withLock { input in
          guard let open = input else { return }
          let text = objects.flatMap { $0.hexadecimal + [UInt8(ascii: "\n")] }
          if (try? open.writeAll(text)) == nil { Self.close(&input) }
        }
      }
    }

    func finish() {
      questions.finish()
      queue.async { [self] in input.withLock { Self.close(&$0) } }
    }

    private static func close(_ input: inout FileDescriptor?) {
      try? input?.close()
      input = nil
    }
  }
}
