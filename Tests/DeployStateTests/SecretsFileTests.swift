import DeployState
import Documents
import Testing

/// What wrangler reads in a file of secrets, and what is wrong with it (docs/facts/wrangler.md §6.3).
struct SecretsFileTests {
  @Test(
    arguments: [
      (#"{ "A": "x", "B": null }"#, "A B=null", []),
      ("{}", "", []),
      (#"{ "A": "x", "A": "y" }"#, "A", []),
      ("A=x\nB='y'\n# C=z\n", "A B", []),
      ("A: x\n", "A", []),
      (#"{ "A": 1 }"#, "A=null", ["error 1:8: A must be a string or null, not a number"]),
      (#"["x"]"#, "", ["error 1:1: a file of secrets must hold an object, not an array"]),
      (
        "{\n  \"A\": \"x\", // why\n}\n", "",
        [
          "error 1:1: this is no strict JSON, so wrangler reads it as a dotenv file: remove comments and trailing commas",
          "error 1:1: there is no secret in this file",
        ]
      ),
      (
        "{\n  A: \"x\",\n  B: \"y\"\n}\n", "A B",
        [
          "error 2:3: this is no strict JSON, so wrangler reads it as a dotenv file: remove comments and trailing commas"
        ]
      ),
      ("", "", ["error 1:1: there is no secret in this file"]),
      (
        #"{ "A": "", "B": " x" }"#, "A B",
        [
          "warning 1:8: the value of A is empty", "warning 1:17: the value of B has white space at its edge",
        ]
      ),
      ("A=\n", "A", ["warning 1:3: the value of A is empty"]),
    ] as [(String, String, [String])]
  )
  func reads(text: String, names: String, problems: [String]) {
    let (file, found) = SecretsFile.read(Source(path: "s.json", text: text))
    #expect(file.entries.map { $0.isNull ? "\($0.name)=null" : $0.name }.joined(separator: " ") == names)
    #expect(found.map { "\($0.severity) \($0.position.line):\($0.position.column): \($0.message)" } == problems)
  }
}
