import Text
import Workers

/// What a file's name says about the way values are written in it.
package struct ContextFile: Sendable {
  enum Syntax: Sendable {
    /// A programming language: values are quoted, a bare word is a variable.
    case code
    /// JSON, TOML, Terraform: values are quoted.
    case data
    /// YAML, ini, properties, dotenv: a value ends with its line.
    case config
    /// Shell, Dockerfile, Makefile: a value ends at white space.
    case shell
    /// XML, HTML.
    case markup
    /// Markdown, plain text, and files of no known kind.
    case prose
  }

  let syntax: Syntax
  /// Whether the values of the file are hashes, styles, translations or types: nothing to judge
  /// (docs/facts/false-positives.md §5).
  let isSkipped: Bool

  package init(path: String) {
    let name = FilePath.name(of: path).lowercased()
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true).map(Substring.init)
    let last = parts.last.map(String.init) ?? ""
    let lastTwo = parts.count > 1 ? String(name[parts[parts.count - 2].startIndex...]) : last
    isSkipped =
      Self.skippedNames.contains(name)
      || parts.count > 1
        && (Self.skippedSuffixes.contains(last) || Self.skippedSuffixes.contains(lastTwo))
      || Self.isTranslation(path)
    // `app.yml.example` is written like `app.yml`.
    let isSuffixed = parts.count > 2 && Self.sampleSuffixes.contains(last)
    let suffix = isSuffixed ? String(parts[parts.count - 2]) : last
    if name.hasPrefix("dockerfile") || name.hasPrefix("containerfile") || name == "makefile" || name == "procfile" {
      syntax = .shell
    } else if name.hasPrefix(".env") || name.hasPrefix(".dev.vars") {
      syntax = .config
    } else {
      syntax = Self.syntaxes[suffix] ?? .prose
    }
  }

  private static let sampleSuffixes: Set<String> = [
    "example", "sample", "dist", "template", "tmpl", "tpl", "in", "bak", "old", "orig", "j2", "local", "erb", "default",
  ]

  private static let syntaxes: [String: Syntax] = {
    var table: [String: Syntax] = [:]
    let lists: [(Syntax, String)] = [
      (
        .code,
        """
        js jsx ts tsx mjs cjs mts cts vue svelte astro py pyw pyi go java kt kts scala groovy gradle cs fs vb c h cc cpp \
        cxx hpp hh m mm swift rs rb rake erb php php5 phtml pl pm t lua dart ex exs erl hrl clj cljs r jl sol hs ml nim \
        zig coffee ino pas jsp asp aspx cshtml razor ejs hbs pug sql cql graphql proto ipynb jenkinsfile tcl d bicep
        """
      ),
      (.data, "json jsonc json5 webmanifest har toml tf tfvars hcl nix libsonnet jsonnet cue"),
      (
        .config,
        """
        yaml yml ini cfg conf cnf config properties env envrc netrc pgpass npmrc pypirc editorconfig service desktop \
        prefs props settings eyaml neon rc inf reg credentials gitconfig
        """
      ),
      (.shell, "sh bash zsh fish ksh csh bat cmd ps1 psm1 psd1 dockerfile mk mak make command profile bashrc zshrc"),
      (
        .markup,
        """
        xml html htm xhtml plist csproj vbproj pom xsd xsl xslt wsdl jmx storyboard xib resx xaml svgz iml ui mxml \
        targets nuspec
        """
      ),
    ]
    for (syntax, list) in lists {
      for suffix in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) { table[String(suffix)] = syntax }
    }
    return table
  }()

  /// The last part of such a name, or the last two.
  private static let skippedSuffixes: Set<String> = [
    "css", "scss", "sass", "less", "styl", "svg", "map", "lock", "po", "pot", "d.ts", "d.mts", "d.cts",
    "strings", "xlf", "xliff", "arb", "sum", "tsbuildinfo", "min.js", "min.css",
    "crt", "cer", "asc", "sig", "csv", "tsv", "ttf", "rtf", "ps", "eps", "afm",
    "sha1", "sha256", "sha512", "md5", "lockb", "resolved",
  ]

  private static let translationFolders = ["locales", "locale", "i18n", "l10n", "translations", "translation"]
    .map { Array($0.utf8) }

  /// Whether the file holds the texts of one language (docs/facts/false-positives.md §5).
  private static func isTranslation(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) {
      let folder = bytes[start..<end]
      if translationFolders.contains(where: { $0.count == folder.count && folder.elementsEqual($0) }) { return true }
      start = end + 1
    }
    return false
  }

  private static let skippedNames: Set<String> = [
    "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "composer.lock", "go.sum",
    "deno.lock", "packages.lock.json", "gradle.lockfile", "verification-metadata.xml", "cargo.lock", "poetry.lock",
    ".terraform.lock.hcl", "package.resolved", "mix.lock", "flake.lock", "pubspec.lock",
  ]
}
