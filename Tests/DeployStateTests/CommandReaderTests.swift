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
    "", "dev", "types", "versions list", "versions view abc", "deployments status", "d1 migrations apply db",
    "d1 execute db --remote --file a.sql", "r2 bucket catalog compaction enable b", "queues consumer worker add q w",
    "pages deploy dist", "kv key put a b", "kv namespace create x --env staging", "tail", "whoami", "triggers deploy",
    "hyperdrive list", "vectorize info i", "check startup", "dev --env $ENV", "secret --help", "secret put A -h",
    "deploy --help", "--version", "npx wrangler -v", "npx wrangler",
  ])
  func leavesOtherCommandsAlone(line: String) {
    #expect(Self.reader.read(line) == .unrelated)
  }

  /// What wrangler does not have, with what was probably meant.
  @Test(arguments: [
    ("secrt put A", "`secrt put` is not a known wrangler command; did you mean `secret put`?"),
    ("secret putt A", "did you mean `secret put`?"), ("secret-put A", "did you mean `secret put`?"),
    ("secrets put A", "did you mean `secret put`?"), ("secret:bulk f.json", "did you mean `secret bulk`?"),
    ("kv:key put a b", "did you mean `kv key put`?"), ("depoy", "did you mean `deploy`?"),
    ("version upload", "did you mean `versions upload`?"), ("versions uplaod", "did you mean `versions upload`?"),
    ("versions secrets put A", "did you mean `versions secret put`?"), ("rolback", "did you mean `rollback`?"),
    ("secrets-store secret creat S", "did you mean `secrets-store secret create`?"),
    ("d1 exec db", "did you mean `d1 execute`?"),
    ("secret", "`secret` needs a subcommand: bulk, delete, list or put."),
    ("versions", "`versions` needs a subcommand: deploy, list, secret, upload or view."),
    ("versions secret", "needs a subcommand: bulk, delete, list or put."), ("kv", "needs a subcommand: bulk, key"),
    ("secrets-store", "needs a subcommand: secret or store."), ("pages", "needs a subcommand: deploy,"),
    ("preview secret put A", "is not a known wrangler command"), ("frobnicate", "is not a known wrangler command."),
    ("pages project delete site", "`pages project` has no known subcommand"),
    ("hunter2-Q9xW", "This is not a known wrangler command."),
    ("deploy --evn prod", "`deploy` has no known option `--evn`; did you mean `--env`?"),
    ("deploy --enviroment prod", "`deploy` has no known option `--enviroment`."),
    ("deploy --secret-file f.json", "did you mean `--secrets-file`?"), ("deploy --strct", "did you mean `--strict`?"),
    ("deploy --dryrun", "did you mean `--dry-run`?"), ("deploy --keep-var", "did you mean `--keep-vars`?"),
    ("versions upload --dispatch-namespace n", "has no known option `--dispatch-namespace`"),
    ("secret put A --secrets-file f", "has no known option `--secrets-file`"),
    ("secret put A --evn staging", "did you mean `--env`?"), ("rollback --yess", "did you mean `--yes`?"),
    ("deploy -x", "has no known option `-x`"), ("pages secret put A --project site", ""),
    ("secret put A B", "`secret put` takes one word only."), ("secret list A", "`secret list` takes no further word."),
    ("deploy a.ts b.ts", "`deploy` takes one word only."), ("--evn prod", "There is no wrangler command in it."),
  ])
  func findsNoSuchCommand(line: String, sense: String) {
    let reading = Self.reader.read(line)
    guard !sense.isEmpty else {
      if case .notFound = reading { Issue.record("\(line): \(reading)") }
      return
    }
    guard case .notFound(let text) = reading else {
      Issue.record("\(line): \(reading)")
      return
    }
    #expect(text.contains(sense), "\(text)")
  }

  /// wrangler takes names in capitals for those with dashes.
  @Test(arguments: [
    ("deploy --dryRun", "wrangler deploy --dry-run"),
    ("deploy --secretsFile=secrets.json", "wrangler deploy --secrets-file secrets.json"),
    ("deploy --experimental-auto-create --x-provision", "wrangler deploy"),
    ("deploy --no-minify --outdir dist", "wrangler deploy"),
  ])
  func readsOtherSpellings(line: String, text: String) {
    guard case .command(let command) = Self.reader.read(line) else {
      Issue.record("\(line): \(Self.reader.read(line))")
      return
    }
    #expect(command.text == text)
  }

  @Test(arguments: [
    "deploy $FLAGS", "deploy ${{ inputs.args }}", "secret put A $FLAGS", "deploy --$OPTION", "delete old-worker",
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
    "deploy --env", "deploy --env --strict", "deploy --name", "deploy --env a --env b", "secret put A -e a --env b",
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
