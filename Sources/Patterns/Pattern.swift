internal import CPCRE2
internal import Synchronization

/// A compiled regular expression (Perl syntax, PCRE2) over bytes.
///
/// Bytes are not decoded: `.` is any byte except a line feed, `\w` and case folding are ASCII. ``Matcher`` does the
/// matching. Machine code is generated when a pattern is first used in one of two ways (searching, anchored), so a run
/// pays only for patterns whose literals occur. See `docs/decisions/regular-expressions.md`.
@safe package final class Pattern: Sendable {
  /// The regular expression as it was written.
  package let source: String

  /// How many groups the pattern has, named and unnamed, without group 0.
  package let groupCount: Int

  /// How many bytes before the start of a match the pattern can look at.
  package let maxLookbehind: Int

  /// No match is shorter than this many bytes (0 if PCRE2 cannot tell).
  package let minLength: Int

  /// The group that holds the secret itself: the one named `secret`, else 0, the whole match.
  package let secretGroup: Int

  private let groupNames: [String: Int]
  // Set once, by whichever thread comes first. Two, because machine code ignores the anchoring option at match time: it
  // must be compiled in. PCRE2 allows threads to share compiled patterns.
  private nonisolated(unsafe) let searching = unsafe Atomic<OpaquePointer?>(nil)
  private nonisolated(unsafe) let anchored = unsafe Atomic<OpaquePointer?>(nil)

  /// Compiles a regular expression.
  ///
  /// Patterns cannot switch to UTF mode, use `\C` or raise the limits of ``Matcher``.
  package init(_ source: String) throws(PatternError) {
    let code = unsafe try Self.compile(source, options: 0)
    defer { unsafe pcre2_code_free_8(code) }
    self.source = source
    groupCount = Int(unsafe Self.number(PCRE2_INFO_CAPTURECOUNT, of: code))
    maxLookbehind = Int(unsafe Self.number(PCRE2_INFO_MAXLOOKBEHIND, of: code))
    minLength = Int(unsafe Self.number(PCRE2_INFO_MINLENGTH, of: code))
    groupNames = unsafe Self.readGroupNames(of: code)
    secretGroup = groupNames["secret"] ?? 0
  }

  deinit {
    unsafe pcre2_code_free_8(searching.load(ordering: .acquiring))
    unsafe pcre2_code_free_8(anchored.load(ordering: .acquiring))
  }

  /// The number of the group with this name, or nil.
  package func groupIndex(named name: String) -> Int? {
    groupNames[name]
  }

  /// The compiled form with machine code, made by the first caller; of two concurrent results one is kept.
  fileprivate func code(anchored isAnchored: Bool) throws(PatternError) -> OpaquePointer {
    if let ready = unsafe isAnchored ? anchored.load(ordering: .acquiring) : searching.load(ordering: .acquiring) {
      return unsafe ready
    }
    let made = unsafe try Self.compile(source, options: isAnchored ? PCRE2_ANCHORED : 0)
    // Without a just-in-time compiler for this machine or pattern, PCRE2 interprets.
    _ = unsafe pcre2_jit_compile_8(made, PCRE2_JIT_COMPLETE)
    let slot: (exchanged: Bool, original: OpaquePointer?)
    if isAnchored {
      unsafe slot = anchored.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing)
    } else {
      unsafe slot = searching.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing)
    }
    if let earlier = unsafe slot.original {
      unsafe pcre2_code_free_8(made)
      return unsafe earlier
    }
    return unsafe made
  }

  private static func compile(_ source: String, options: UInt32) throws(PatternError) -> OpaquePointer {
    let limits = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(limits) }
    unsafe pcre2_set_newline_8(limits, UInt32(PCRE2_NEWLINE_LF))
    unsafe pcre2_set_max_pattern_length_8(limits, 65_536)

    var code: Int32 = 0
    var offset = 0
    let never = PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C
    let text = Array(source.utf8)
    let compiled = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(buffer.baseAddress, buffer.count, never | options, &code, &offset, limits)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(message: message(forCode: code), offset: offset)
    }
    return unsafe compiled
  }

  private static func message(forCode code: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    let length = unsafe text.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
    }
    return length > 0 ? String(decoding: text.prefix(Int(length)), as: UTF8.self) : "PCRE2 error \(code)"
  }

  private static func number(_ what: Int32, of code: OpaquePointer) -> UInt32 {
    var value: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(what), &value)
    return value
  }

  private static func readGroupNames(of code: OpaquePointer) -> [String: Int] {
    let count = Int(unsafe number(PCRE2_INFO_NAMECOUNT, of: code))
    let entrySize = Int(unsafe number(PCRE2_INFO_NAMEENTRYSIZE, of: code))
    var table: UnsafePointer<UInt8>? = nil
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard count > 0, let table = unsafe table else { return [:] }
    var names: [String: Int] = [:]
    for entry in 0..<count {
      // An entry is the group number in two bytes, then the zero-terminated name.
      let bytes = unsafe UnsafeBufferPointer(start: table + entry * entrySize, count: entrySize)
      let index = unsafe Int(bytes[0]) << 8 | Int(bytes[1])
      let name = unsafe bytes.dropFirst(2).prefix { $0 != 0 }
      names[unsafe String(decoding: name, as: UTF8.self)] = index
    }
    return names
  }
}

/// What matching needs besides the pattern: memory for the result, limits and a stack for machine code.
///
/// Make one for each worker thread; it is reused for all patterns and subjects of that thread.
@safe package struct Matcher: ~Copyable {
  /// How often PCRE2 may backtrack in one call.
  package static let matchLimit: UInt32 = 200_000

  private let context: OpaquePointer?
  private let stack: OpaquePointer?
  private var result: OpaquePointer?
  private var resultSize: UInt32 = 16

  /// Reserves the memory.
  package init() {
    unsafe context = pcre2_match_context_create_8(nil)
    unsafe stack = pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nil)
    unsafe result = pcre2_match_data_create_8(resultSize, nil)
    unsafe pcre2_set_match_limit_8(context, Self.matchLimit)
    unsafe pcre2_set_depth_limit_8(context, 20_000)
    unsafe pcre2_set_heap_limit_8(context, 16 * 1024)
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    unsafe pcre2_match_data_free_8(result)
    unsafe pcre2_jit_stack_free_8(stack)
    unsafe pcre2_match_context_free_8(context)
  }

  /// Finds the first match that starts at `from` or later, or only at `from` if `anchored`.
  ///
  /// The subject ends at `to` for the pattern (`$` and lookahead see nothing after it); lookbehind and `\b` do see the
  /// bytes before `from`. Throws if the pattern gives up.
  package mutating func match(
    _ pattern: Pattern,
    in subject: Span<UInt8>,
    from: Int,
    to: Int,
    anchored: Bool = false
  ) throws(MatchError) -> PatternMatch? {
    precondition(from >= 0 && from <= to && to <= subject.count, "the range lies outside the subject")
    let code: OpaquePointer
    do {
      unsafe code = try pattern.code(anchored: anchored)
    } catch {
      // It compiled before without this option, so this is out of memory.
      throw .internal(code: PCRE2_ERROR_NOMEMORY)
    }
    if pattern.groupCount >= Int(resultSize) {
      resultSize = UInt32(pattern.groupCount) + 1
      unsafe pcre2_match_data_free_8(result)
      unsafe result = pcre2_match_data_create_8(resultSize, nil)
    }
    let status = unsafe subject.withUnsafeBufferPointer { buffer in
      unsafe pcre2_match_8(code, buffer.baseAddress, to, from, 0, result, context)
    }
    switch status {
    case PCRE2_ERROR_NOMATCH:
      return nil
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT:
      throw .limit
    case ..<1:
      throw .internal(code: status)
    default:
      return readResult(groupCount: pattern.groupCount, set: Int(status))
    }
  }

  /// Copies offsets from PCRE2's vector: pairs of start and end, the whole match first.
  private func readResult(groupCount: Int, set: Int) -> PatternMatch? {
    guard let places = unsafe pcre2_get_ovector_pointer_8(result) else { return nil }
    func range(_ index: Int) -> Range<Int>? {
      let lower = unsafe places[2 * index]
      let upper = unsafe places[2 * index + 1]
      guard index < set, let lower = Int(exactly: lower), let upper = Int(exactly: upper) else { return nil }
      // Only \K in a lookahead could put the start after the end.
      return min(lower, upper)..<upper
    }
    guard let whole = range(0) else { return nil }
    var match = PatternMatch(range: whole)
    if groupCount > 0 {
      for index in 1...groupCount { match.setGroup(index, to: range(index)) }
    }
    return match
  }
}
