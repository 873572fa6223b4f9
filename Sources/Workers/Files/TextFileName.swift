import Text

/// Names of files that hold text.
package enum TextFileName {
  /// Whether a file's name says that it is text; also for a copy that an editor keeps of one, such as `a.ts.orig`.
  package static func matches(_ path: String) -> Bool {
    var name = FilePath.name(of: path).lowercased()
    while let ending = copies.first(where: { name.hasSuffix($0) }) { name.removeLast(ending.count) }
    if names.contains(name) || name.hasPrefix("dockerfile.") { return true }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(String(name[name.utf8.index(after: dot)...]))
  }

  private static let copies = ["~", ".bak", ".backup", ".old", ".orig", ".save", ".tmp", ".swp", ".swo", ".rej"]

  private static let names: Set<String> = [
    "dockerfile", "makefile", "gnumakefile", "justfile", "procfile", "jenkinsfile", "vagrantfile", "gemfile",
    "rakefile",
    "caddyfile", "brewfile", "readme", "license", "changelog", "notes", "codeowners", ".gitignore", ".gitattributes",
    ".gitmodules", ".gitconfig", ".dockerignore", ".assetsignore", ".editorconfig", ".npmrc", ".bashrc", ".zshrc",
    ".profile", ".bash_profile", ".bash_history", ".zsh_history", ".psql_history", ".node_repl_history", "_headers",
    "_redirects", "_routes",
  ]

  private static let endings: Set<String> = [
    // Code.
    "js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte", "astro", "py", "pyi", "rb", "php", "go",
    "rs",
    "java", "kt", "kts", "scala", "groovy", "gradle", "c", "h", "cc", "cpp", "hpp", "cs", "fs", "vb", "swift", "m",
    "dart",
    "lua", "pl", "pm", "r", "jl", "ex", "exs", "erl", "hrl", "clj", "hs", "ml", "zig", "nim", "sol", "wat", "proto",
    // Scripts and commands.
    "sh", "bash", "zsh", "fish", "ksh", "ps1", "psm1", "bat", "cmd", "mk", "awk", "sed", "expect", "sql", "psql",
    // Settings and data.
    "json", "jsonc", "json5", "ndjson", "jsonl", "toml", "yml", "yaml", "xml", "plist", "ini", "cfg", "conf", "config",
    "cnf", "properties", "env", "vars", "tf", "tfvars", "hcl", "nix", "lock", "csv", "tsv", "graphql", "gql", "http",
    "rest", "har", "map", "webmanifest", "service", "tpl", "tmpl", "template", "j2", "hbs", "ejs", "mustache", "liquid",
    // Pages and prose.
    "html", "htm", "xhtml", "css", "scss", "sass", "less", "svg", "md", "mdx", "markdown", "rst", "adoc", "tex", "txt",
    "text", "log", "out", "err", "diff", "patch", "ipynb", "eml", "mbox", "vcf", "ics", "pem", "crt", "key", "pub",
    "asc",
  ]
}
