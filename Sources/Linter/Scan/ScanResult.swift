package import Workers

/// Everything a run gave, in a fixed order: what to report, what is silenced and by what, and what was not looked at.
package struct ScanResult: Sendable {
  /// Sorted by path, place and rule.
  package var findings: [Finding] = []
  package var suppressed: [SuppressedFinding] = []
  package var notices: [Notice] = []
  package var statistics = Statistics()

  package struct Statistics: Sendable {
    package var projects = 0
    /// Environments of all projects, the top levels included.
    package var environments = 0
    /// Files seen, scanned and skipped ones together.
    package var files = 0
    package var scanned = 0
    /// Files and folders passed over, by reason.
    package var skipped: [SkipReason: Int] = [:]
    /// Files that an ignore file matches and that were searched all the same, because git tracks them.
    package var trackedDespiteIgnore = 0

    package init() {}
  }

  package init() {}

  /// Adds what is found in a part of the files; what it counted is counted elsewhere.
  static func += (result: inout ScanResult, part: ScanResult) {
    result.findings += part.findings
    result.suppressed += part.suppressed
    result.notices += part.notices
  }

  package func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// The status a run ends with: a contract.
package enum ExitStatus: Int32, Sendable {
  /// Nothing at or above the threshold.
  case clean = 0
  case findings = 1
  /// The job could not be done: the answer cannot be trusted.
  case failure = 2

  package init(of result: ScanResult, failOn: Severity?) {
    if result.notices.contains(where: \.isFailure) {
      self = .failure
    } else if let failOn, result.findings.contains(where: { $0.severity >= failOn }) {
      self = .findings
    } else {
      self = .clean
    }
  }
}
