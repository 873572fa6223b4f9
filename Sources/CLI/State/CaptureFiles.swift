import ArgumentParser
import DeployState
import Documents
import System
import Workers

/// The options that name files with the output of wrangler.
struct CaptureFiles: ParsableArguments {
  @Option(
    name: .customLong("secret-list"),
    parsing: .singleValue,
    help: ArgumentHelp("What `wrangler secret list` printed.", valueName: "file"),
    completion: .file()
  )
  var secretLists: [String] = []

  @Option(
    name: .customLong("versions-secret-list"),
    parsing: .singleValue,
    help: ArgumentHelp("What `wrangler versions secret list` printed.", valueName: "file"),
    completion: .file()
  )
  var versionsSecretLists: [String] = []

  @Option(
    name: .customLong("versions"),
    parsing: .singleValue,
    help: ArgumentHelp("What `wrangler versions list --json` printed.", valueName: "file"),
    completion: .file()
  )
  var versionLists: [String] = []

  @Option(
    name: .customLong("version"),
    parsing: .singleValue,
    help: ArgumentHelp("What `wrangler versions view ID --json` printed. Repeatable.", valueName: "file"),
    completion: .file()
  )
  var versionViews: [String] = []

  @Option(
    name: .customLong("deployments"),
    parsing: .singleValue,
    help: ArgumentHelp("What `wrangler deployments list --json`, or `status`, printed.", valueName: "file"),
    completion: .file()
  )
  var deployments: [String] = []

  @Option(
    name: .customLong("store-list"),
    parsing: .singleValue,
    help: ArgumentHelp("What `wrangler secrets-store store list --remote` printed.", valueName: "file"),
    completion: .file()
  )
  var storeLists: [String] = []

  @Option(
    name: .customLong("store-secrets"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "What `wrangler secrets-store secret list ID --remote` printed. Repeatable: one for each page.",
      valueName: "file"
    ),
    completion: .file()
  )
  var storeSecretLists: [String] = []

  @Option(
    name: .customLong("pages-secret-list"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "What `wrangler pages secret list` printed. Repeatable: production and preview.",
      valueName: "file"
    ),
    completion: .file()
  )
  var pagesSecretLists: [String] = []

  /// A file with the command whose output it holds.
  struct File {
    let kind: CaptureKind
    let path: String

    /// - Returns: `nil` for a file without any text.
    /// - Throws: `CommandError` for a file that cannot be read or holds something else.
    func read() throws(CommandError) -> CapturedOutput? {
      let source = Source(path: path == "-" ? "standard input" : path, bytes: try bytes())
      do {
        return try CapturedOutput.read(source, as: kind)
      } catch {
        throw CommandError(message: error.description)
      }
    }

    private func bytes() throws(CommandError) -> [UInt8] {
      if path == "-" { return SystemEnvironment.standardInput() }
      do {
        return try FileRead.bytes(at: path, named: path, limit: NamedFile.sizeLimit)
      } catch {
        throw CommandError(message: "\(path): \(error.reason)")
      }
    }
  }

  var all: [File] {
    let lists: [(CaptureKind, [String])] = [
      (.secretList, secretLists), (.versionsSecretList, versionsSecretLists), (.versionsList, versionLists),
      (.versionsView, versionViews), (.deployments, deployments), (.storeList, storeLists),
      (.storeSecretList, storeSecretLists), (.pagesSecretList, pagesSecretLists),
    ]
    return lists.flatMap { kind, paths in paths.map { File(kind: kind, path: $0) } }
  }
}
