package import Linter

/// Notices as lines for standard error.
package enum NoticeText {
  package static func lines(_ notices: [Notice], context: ReportContext) -> [String] {
    notices.map { notice in
      let place = notice.path.map { TerminalText.safe(context.display($0)) + ": " } ?? ""
      return "paddock: \(notice.isFailure ? "" : "note: ")\(place)\(TerminalText.safe(notice.message))\n"
    }
  }
}
