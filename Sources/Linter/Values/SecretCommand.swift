import Text
import Workers

/// The commands a finding tells the reader to type.
enum SecretCommand {
  /// `npx wrangler secret put NAME --env production`, in a code span.
  static func put(_ name: String, environment: Environment, of project: Project) -> String {
    let env = environment.name.map { " --env \(shellWord($0))" } ?? ""
    return "`npx wrangler \(project.config.isPages ? "pages " : "")secret put \(shellWord(name))\(env)`"
  }

  /// A word as a shell takes it, in single quotes where it needs them.
  static func shellWord(_ text: String) -> String { text.shellWord }
}
