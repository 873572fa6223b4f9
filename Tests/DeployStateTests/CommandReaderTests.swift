import DeployState
import Testing
import Workers

/// Words of a command line as commands, and as nothing.
struct CommandReaderTests {
  private static let reader = Scenario("", "", "", config: "[env.staging]").reader()

  /// What a line reads as, written back.
  @Test(arguments: [
    ("wrangler deploy", "wrangler deploy"),
    ("npx wrangler deploy", "wrangler deploy"),
    ("pnpm exec wrangler@4 deploy", "wrangler deploy"),
    ("publish", "wrangler deploy"),
    ("deploy --config ./wrangler.toml", "wrangler deploy"),
    ("deploy --minify --keep-vars", "wrangler deploy --keep-vars"),
    ("deploy --keep-vars=false", "wrangler deploy"),
    ("deploy --keep-vars false", "wrangler deploy"),
    ("deploy --keep-vars --no-keep-vars", "wrangler deploy"),
    ("deploy --no-bundle src/index.ts --strict", "wrangler deploy --strict"),
    ("deploy --var A:1 B:2 --strict", "wrangler deploy --var A:VALUE --var B:VALUE --strict"),
    ("deploy --compatibility-date 2026-01-01", "wrangler deploy"),
    ("deploy --secrets-file=secrets.json", "wrangler deploy --secrets-file secrets.json"),
    ("deploy > deploy.log 2>&1", "wrangler deploy"),
    ("deploy --message 'two words'", "wrangler deploy --message 'two words'"),
    ("deploy --message \"it's\"", "wrangler deploy --message 'it'\\''s'"),
    ("deploy && echo done", "wrangler deploy"),
    ("versions deploy a@90 b@10% -y", "wrangler versions deploy a@90 b@10 -y"),
    ("versions deploy -y -- a@100", "wrangler versions deploy a@100 -y"),
    ("rollback -m why -y", "wrangler rollback --message why -y"),
    ("rollback abc", "wrangler rollback abc -y"),
    ("secret put A --env staging", "wrangler secret put A --env staging"),
    ("secret bulk secrets.json", "wrangler secret bulk secrets.json"),
    ("versions secret put A --tag t --message m", "wrangler versions secret put A --tag t --message m"),
    ("versions secret list --latest-version", "wrangler versions secret list --latest-version"),
    ("delete --name old --force", "wrangler delete --name old"),
    ("secrets-store store create main --remote", "wrangler secrets-store store create main --remote"),
    (
      "secrets-store secret create S --name a --scopes \"workers, access\" --remote",
      "wrangler secrets-store secret create S --name a --scopes access,workers --remote"
    ),
  ])
  func readsLines(line: String, text: String) {
    guard case .command(let command) = Self.reader.read(line) else {
      Issue.record("\(line): \(Self.reader.read(line))")
      return
    }
    #expect(command.text == text)
  }

  @Test(arguments: [
    "", "dev", "types", "versions list", "versions view abc", "deployments status", "d1 migrations apply db", "secret",
    "secret --help", "versions", "secrets-store", "pages deploy dist", "kv key put a b", "tail", "whoami",
  ])
  func leavesOtherCommandsAlone(line: String) {
    #expect(Self.reader.read(line) == .unrelated)
  }

  @Test(arguments: [
    "deploy --env $ENV", "deploy --name \"shop-$PR\"", "secret put ${NAME}", "secret delete $(name)",
    "secret bulk $FILE", "versions deploy $A@90 $B@10", "versions deploy a@$SHARE", "rollback `last`",
    "CLOUDFLARE_ENV=$ENV wrangler deploy", "WRANGLER_CI_OVERRIDE_NAME=$NAME wrangler deploy",
    "deploy --config other.toml", "secret put A -c ../other/wrangler.jsonc", "deploy --config $CONFIG",
    "pages secret put A --project-name $PROJECT", "secrets-store secret list $STORE --remote", "$COMMAND",
    "${{ inputs.command }} --env staging", "versions $ACTION", "secret $ACTION A", "versions secret $ACTION A",
    "pages secret $ACTION A", "secrets-store $KIND list", "secrets-store secret $ACTION S", "\"$@\"",
  ])
  func doesNotGuessWhatIsNotKnown(line: String) {
    guard case .unknown = Self.reader.read(line) else {
      Issue.record("\(line): \(Self.reader.read(line))")
      return
    }
  }

  @Test(arguments: [
    "secret put", "secret delete", "versions secret put", "pages secret list", "versions deploy a@x",
    "versions deploy a@-1", "secrets-store secret get S --remote", "secrets-store store create --remote",
    "secrets-store secret update S --remote", "secrets-store secret duplicate S --secret-id a --remote",
  ])
  func refusesWhatWranglerDoesNotTake(line: String) {
    guard case .refused(let refusal) = Self.reader.read(line) else {
      Issue.record("\(line): \(Self.reader.read(line))")
      return
    }
    #expect(refusal.code == nil && refusal.sense.hasSuffix("."))
  }

  /// A value that nobody knows does no harm where only the name matters.
  @Test(arguments: [
    "deploy --message \"$MESSAGE\"", "deploy --var \"A:$VALUE\"", "secret put A < $FILE", "deploy --tag $SHA",
  ])
  func readsAroundValues(line: String) {
    guard case .command = Self.reader.read(line) else {
      Issue.record("\(line): \(Self.reader.read(line))")
      return
    }
  }

  @Test func knowsWhichWorkerAnUnreadableFileIsFor() {
    #expect(
      Self.reader.read("deploy --secrets-file gone.json --env staging")
        == .unknown("The names in gone.json are not known: it cannot be read.", worker: "shop-staging")
    )
  }
}
