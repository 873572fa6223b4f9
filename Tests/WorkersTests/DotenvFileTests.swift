import Documents
import TestSupport
import Testing
import Workers

/// What the name of a dotenv file says (docs/facts/wrangler.md §5.1, §11.2).
struct DotenvFileTests {
  @Test(arguments: [
    (".dev.vars", DotenvFile.Role.devVars(environment: nil)),
    (".dev.vars.staging", .devVars(environment: "staging")),
    (".dev.vars.local", .devVars(environment: "local")),
    (".dev.vars.staging.local", .devVars(environment: "staging.local")),
    (".dev.vars.example", .example),
    (".dev.vars.staging.example", .example),
    (".dev.vars.sample", .example),
    (".env", .env(environment: nil, isLocal: false)),
    (".env.local", .env(environment: nil, isLocal: true)),
    (".env.staging", .env(environment: "staging", isLocal: false)),
    (".env.staging.local", .env(environment: "staging", isLocal: true)),
    (".env.example", .example),
    (".env.local.example", .example),
    (".env.template", .example),
    (".env.dist", .example),
  ])
  func tellsTheRole(name: String, role: DotenvFile.Role) {
    #expect(DotenvFile.role(ofFileNamed: name) == role)
  }

  @Test(arguments: [
    "env", "dev.vars", ".envrc", ".environment", ".dev.varsity", ".dev", "x.env", ".env.vault", ".env.keys", "",
  ])
  func leavesOtherFilesAlone(name: String) {
    #expect(DotenvFile.role(ofFileNamed: name) == nil)
    #expect(DotenvFile(source: Source(path: "a/\(name)", text: "A=1")) == nil)
  }

  @Test(arguments: [
    (".dev.vars.staging", "staging", true, false, false),
    (".dev.vars", nil, true, false, false),
    (".env.staging.local", "staging", false, true, false),
    (".env.example", nil, false, false, true),
  ])
  func answersAboutItsRole(name: String, environment: String?, isDevVars: Bool, isEnv: Bool, isExample: Bool) throws {
    let file = try #require(DotenvFile(source: Source(path: "app/\(name)", text: "A=1")))
    #expect(file.name == name)
    #expect(file.environment == environment)
    #expect(file.isDevVars == isDevVars)
    #expect(file.isEnv == isEnv)
    #expect(file.isExample == isExample)
  }

  @Test(arguments: [
    "A=«one» # comment\nB=«\"two\"»\n",
    "A=«one»«#two words»\nB=«x»\n",
    "«no assignment»\nA=«x»\n",
    "A=«-----BEGIN KEY-----»\n«abc»\n«def=ghi»\n«-----END KEY-----»\nB=«x»\n",
  ])
  func hidesEveryPartOfAValue(marked: String) throws {
    let text = MarkedText(marked)
    let file = try #require(DotenvFile(source: Source(path: ".env", bytes: text.bytes)))
    #expect(Set(file.hiddenRegions) == Set(text.regions))
  }
}
