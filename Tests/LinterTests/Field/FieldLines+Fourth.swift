/// A fourth set, measured only: nothing was changed because of it.
extension FieldLines {
  /// Secrets of all kinds of files.
  static let fourthSecrets = #"""
    lib/db.js | module.exports = { host: 'localhost', user: 'app', password: '«{lower:5}{digits:4}»', database: 'shop' }
    lib/db.js | const client = new pg.Client("postgres://app:«{alnum-lower:16}»@pg.orion.io/shop")
    lib/db.mjs | await mongoose.connect("mongodb+srv://orion:«{base62:14}»@cluster1.abcde.mongodb.net/app?retryWrites=true")
    lib/mail.js | sgMail.setApiKey("«{base62:48}»");
    lib/pay.ts | const razorpay = new Razorpay({ key_id: 'x', key_secret: '«{base62:24}»' });
    lib/pay.ts | paymentSecret: '«{hex:32}»',
    lib/app.ts | const HMAC_KEY = '«{hex:64}»';
    lib/app.ts | const sessionSecret = "«{lower:9}{digits:4}»";
    lib/app.ts | this.token = '«{base62:36}»';
    lib/app.ts | export default { secret: '«{base62:28}»', db: 'x' };
    lib/app.js | app.set('superSecret', '«{base62:20}»');
    lib/app.js | if (pass !== '«{lower:7}{digits:3}»') return deny();
    lib/app.js | localStorage.setItem('token', '«{base62:60}»');
    lib/app.js | $.ajax({ headers: { 'X-Auth': '«{hex:40}»' } })
    lib/app.js | xhr.open("GET", "https://api.orion.io/list?access_token=«{base62:50}»");
    lib/app.js | var password = "«{upper:1}{lower:5}@{digits:3}»";
    lib/app.jsx | <Map accessToken="«{base62:60}»" />
    lib/app.vue | data() { return { appSecret: '«{hex:32}»' } }
    e2e/login.js | await loginPage.enterPassword('«{upper:1}{lower:6}{digits:3}»');
    e2e/login.ts | const credentials = { username: 'nora', password: '«{lower:5}#{digits:4}»' };
    e2e/login.py | driver.find_element(By.ID, "password").send_keys("«{lower:6}@{digits:3}»")
    tests/conf.py | ADMIN_PASSWORD = "«{upper:1}{lower:6}-{digits:2}»"
    tests/conf.py | auth_token="«{hex:32}»",
    tests/test_x.rb | user = User.create(password: '«{lower:7}{digits:2}»', password_confirmation: 'x')
    app/conf.py | REDIS_PASSWORD = os.getenv("REDIS_PASSWORD", "«{alnum-lower:14}»")
    app/conf.py | "SECRET": "«{base62:30}»",
    app/conf.py | MAIL_PASSWORD = '«{lower:8}{digits:2}»'
    app/conf.py | consumer_secret="«{base62:45}»"
    app/conf.py | s3 = boto3.client('s3', aws_secret_access_key='«{base64:40}»')
    app/conf.py | engine = create_engine("mssql+pyodbc://sa:«{upper:1}{lower:5}{digits:4}»@10.3.3.3/shop")
    app/conf.py | pwd_context = "«{lower:8}{digits:4}»"
    app/conf.py | TELEGRAM_TOKEN = "«{digits:10}:AA{base64url:33}»"
    app/conf.py | session.auth = ("svc", "«{password:12}»")
    app/conf.py | ldap_bind_password = '«{password:10}»'
    app/conf.rb | password = ENV['DB_PASS'] || '«{alnum-lower:12}»'
    app/conf.rb | Stripe.api_key = '«{base62:32}»'
    app/conf.rb | :api_secret => "«{hex:40}»"
    app/conf.php | $db['default']['password'] = '«{lower:6}{digits:4}»';
    app/conf.php | 'secret_key' => '«{base62:40}»',
    app/conf.php | $conn = new PDO("mysql:host=db;dbname=x", "root", "«{lower:6}{digits:3}»");
    app/conf.php | define('NONCE_SALT', '«{password:64}»');
    app/conf.php | $client->authenticate('«{hex:40}»', null, 'token');
    app/Conf.java | private final String jwtSecret = "«{base62:36}»";
    app/Conf.java | config.setPassword("«{lower:6}!{digits:3}»");
    app/Conf.java | @Value("${db.password:«{alnum-lower:10}»}")
    app/Conf.java | env.put(Context.SECURITY_CREDENTIALS, "«{password:12}»");
    app/Conf.java | static String accessKeySecret = "«{base62:30}»";
    app/Conf.java | new BasicAWSCredentials("{base62:8}", "«{base64:40}»");
    app/Conf.kt | private val API_TOKEN = "«{hex:40}»"
    app/Conf.kt | signingConfigs { create("release") { storePassword = "«{lower:6}{digits:4}»" } }
    app/Conf.cs | var password = "«{upper:1}{lower:5}{digits:4}!»";
    app/Conf.cs | services.AddAuth(o => o.ClientSecret = "«{base62:32}»");
    app/Conf.cs | private readonly byte[] _key = Convert.FromBase64String("«{base64:43}=»"); // encryption key
    app/conf.go | var secretKey = "«{base62:32}»"
    app/conf.go | cfg.Password = "«{alnum-lower:12}»"
    app/conf.go | token: "«{base62:40}»",
    app/conf.go | clientSecret := "«{base64url:34}»"
    app/conf.rs | .password("«{alnum-lower:12}»")
    app/conf.rs | let secret = "«{hex:64}»".to_string();
    app/conf.swift | let kAPIKey = "«{base62:32}»"
    app/conf.m | static NSString *const kClientSecret = @"«{base62:32}»";
    app/conf.dart | static const secretKey = "«{base62:32}»";
    app/conf.lua | red:auth("«{alnum-lower:16}»")
    app/conf.c | #define API_KEY "«{hex:32}»"
    app/conf.ps1 | $clientSecret = "«{base62:34}»"
    app/conf.ps1 | -Password "«{password:12}»"
    app/conf.sh | SECRET="«{base62:32}»"
    app/conf.sh | export DB_PASS='«{lower:6}{digits:3}»'
    app/conf.sh | curl -s -u nora:«{hex:32}» https://api.orion.io
    app/conf.sh | psql "postgresql://app:«{alnum-lower:12}»@10.1.1.2/shop"
    app/conf.sh | ./deploy --api-token «{base62:40}»
    app/conf.sh | mysqldump -uroot -p«{alnum-lower:10}» shop
    conf/app.yml | access_token: «{base62:40}»
    conf/app.yml | db:⏎  user: app⏎  pass: «{lower:6}{digits:2}»
    conf/app.yml | encryption_key: "«{base64:43}=»"
    conf/app.yml | - { name: JWT_SECRET, value: "«{base62:32}»" }
    conf/app.yml | smtpPassword: "«{password:12}»"
    conf/app.yml | bot_token: «{digits:9}:AA{base64url:33}»
    conf/docker-compose.yml |       - ADMIN_PASSWORD=«{alnum-lower:10}»
    conf/docker-compose.yml |       KEYCLOAK_ADMIN_PASSWORD: «{lower:5}{digits:3}»
    conf/secret.yml | kind: Secret⏎type: Opaque⏎data:⏎  token: «{base64-of:{base62:32}}»
    conf/app.toml | password = "«{alnum-lower:12}»"
    conf/app.toml | [auth]⏎secret = "«{hex:64}»"
    conf/app.ini | smtp_password = «{password:10}»
    conf/app.properties | keystore.password=«{lower:6}{digits:3}»
    conf/app.properties | oauth.clientSecret=«{base62:32}»
    conf/app.conf | password = "«{password:14}»"
    conf/app.xml | <password>«{alnum-lower:10}»</password>
    conf/app.xml | <param name="apiKey" value="«{hex:32}»"/>
    conf/app.xml | <user name="admin" password="«{lower:6}{digits:3}»"/>
    conf/app.json | { "user": "root", "pass": "«{lower:6}{digits:3}»" }
    conf/app.json | "accessKeySecret": "«{base62:30}»"
    conf/app.json | "signing_secret": "«{hex:32}»",
    conf/app.json | "refreshToken": "«{base62:80}»"
    conf/app.tf | admin_password = "«{upper:1}{lower:5}{digits:3}!»"
    conf/app.sql | CREATE USER app WITH PASSWORD '«{alnum-lower:12}»';
    conf/app.sql | SET PASSWORD FOR 'root'@'localhost' = PASSWORD('«{lower:6}{digits:3}»');
    .env | ADMIN_PASS=«{lower:6}{digits:4}»
    .env | COOKIE_SECRET="«{base62:32}»"
    .env.staging | MYSQL_PASSWORD='«{password:12}»'
    docs/install.md | The default login is `admin` with the password `«{alnum-lower:10}»`.
    docs/install.md | API_KEY=«{hex:32}» npm start
    docs/install.md | "client_secret": "«{base62:32}»"
    """#

  /// Lines that hold no secret.
  static let fourthOthers = #"""
    lib/a.ts | const password = generatePassword({ length: 24 });
    lib/a.ts | token: await getToken(),
    lib/a.ts | const secret = await this.vault.read('kv/data/orion/api');
    lib/a.ts | export const enum AuthError { InvalidPassword = 'INVALID_PASSWORD', TokenExpired = 'TOKEN_EXPIRED' }
    lib/a.ts | router.post('/auth/refresh-token', refreshToken);
    lib/a.ts | headers: { Authorization: `Token ${apiToken}` }
    lib/a.ts | apiKeyHeader: 'X-Api-Key',
    lib/a.ts | const passwordInput = page.locator('input[name="password"]');
    lib/a.ts | cookieName: '__Host-orion.session-token',
    lib/a.ts | TOKEN_REFRESHED: 'auth:token-refreshed',
    lib/a.ts | const key = `secret:${tenant}:v2`;
    lib/a.ts | secretRef: 'projects/42/secrets/api/versions/7',
    lib/a.ts | const tokens = text.split(' ');
    lib/a.ts | token.kind === SyntaxKind.StringLiteral
    lib/a.ts | passwordPolicy: { minLength: 12, requireDigits: true },
    lib/a.ts | t('errors.password.tooWeak')
    lib/a.ts | <FormattedMessage id="login.password.label" defaultMessage="Password" />
    lib/a.ts | document.getElementById('new-password').value = '';
    lib/a.ts | keyPrefix: 'orion:cache:',
    lib/a.ts | const publicKeyPem = '-----BEGIN PUBLIC KEY-----';
    lib/a.ts | const sha256 = '{hex:64}';
    lib/a.ts | gitCommit: '{hex:40}', buildId: '{hex:16}'
    lib/a.ts | integrity="sha256-{base64:43}="
    lib/a.ts | assetId: '{uuid}',
    lib/a.ts | deploymentId: 'dpl_{base62:28}',
    lib/a.ts | const USDC = '0x{hex:40}';
    lib/a.ts | tokenMint: '{base62:44}',
    lib/a.ts | contentHash: '{hex:32}',
    lib/a.ts | nonce: '0x{hex:2}',
    lib/a.ts | key: '{hex:8}-{lower:5}',
    lib/a.ts | trackingId: 'G-{upper:10}',
    lib/a.ts | captchaSiteKey: '{uuid}',
    lib/a.ts | const image = 'data:image/gif;base64,{base64:80}';
    lib/a.ts | accountId: '{hex:32}', zoneId: '{hex:32}'
    lib/a.ts | redirectUri: 'https://orion.io/oauth/callback?token_type=bearer',
    lib/a.ts | * @param password The password of the user
    lib/a.ts | // token: the token to verify
    lib/a.ts | // TODO: move the secret key to the vault
    lib/a.ts | // password must not be empty
    lib/a.ts | // set the auth token
    lib/a.ts | password = prompt("Password: ")
    lib/a.ts | if (key === 'Escape') close();
    lib/a.ts | case 'auth/wrong-password':
    lib/a.ts | secret?: boolean;
    lib/a.ts | passwordVisible: false,
    lib/a.ts | tokenLimit: 4096,
    lib/a.ts | const SECRET_QUESTIONS = ['pet', 'school', 'city'];
    lib/a.ts | apiKey: import.meta.env.VITE_API_KEY,
    lib/a.ts | apiKey: Deno.env.get('API_KEY') ?? '',
    lib/a.ts | clientSecret: z.string().optional(),
    test/a.ts | password: 'secret123'
    test/a.ts | password: 'Password1!'
    test/a.ts | token: 'valid-token'
    test/a.ts | token: 'abc.def.ghi'
    test/a.ts | apiKey: 'test_api_key'
    test/a.ts | secret: 'test-secret-value'
    test/a.ts | clientSecret: 'client-secret'
    test/a.ts | password: 'incorrect-password'
    test/a.ts | accessToken: 'mock-access-token'
    test/a.ts | const jwt = 'header.payload.signature';
    test/a.ts | env: { API_TOKEN: 'token-from-env' }
    test/a.ts | sessionToken: 'session-123'
    test/a.ts | password: 'newPassword'
    test/a.ts | expect(result.secret).toEqual('[Filtered]');
    test/a.ts | Authorization: 'Basic dXNlcjpwYXNz'
    test/a.ts | process.env.SECRET_KEY = 'x'.repeat(32);
    test/a.ts | key: 'my-secret-key'
    test/a.ts | authToken: undefined,
    test/a_test.go | token: "good-token", wantErr: false,
    test/a_test.go | {name: "bad password", password: "nope", code: 401},
    test/a_test.go | secret := []byte("secret")
    test/a_test.go | key := bytes.Repeat([]byte("k"), 32)
    test/test_a.py | password="correcthorsebatterystaple"
    test/test_a.py | token = "deadbeef" * 5
    test/test_a.py | api_key = "sk-test"
    test/test_a.py | secret="s3cr3t"
    test/test_a.py | assert "password" not in response.json()
    test/test_a.py | mock.patch.dict(os.environ, {"TOKEN": "abc"})
    test/test_a.py | User(username="alice", password="alice")
    test/a_spec.rb | let(:password) { 'Secret123' }
    test/a_spec.rb | expect(page).to have_field('Password')
    test/ATest.java | when(encoder.encode("raw")).thenReturn("encoded");
    test/ATest.java | user.setPassword("password");
    test/ATest.java | String token = "test.token.value";
    test/ATest.php | 'password' => 'secret-password',
    app/a.py | class PasswordResetForm(forms.Form):
    app/a.py | token = secrets.token_urlsafe(32)
    app/a.py | password_validators = ["auth.validators.LengthValidator"]
    app/a.py | SECRET_KEY = config("SECRET_KEY", default="insecure")
    app/a.py | api_key = st.text_input("API key", type="password")
    app/a.py | tokenizer.add_special_tokens({"pad_token": "[PAD]"})
    app/a.py | eos_token = "<|im_end|>"
    app/a.py | key = "user_" + str(uid)
    app/a.py | password_changed = models.DateTimeField(null=True)
    app/a.py | raise AuthError("token-invalid")
    app/a.py | headers["X-Request-Token"] = request_token
    app/a.py | os.environ["TOKENIZERS_PARALLELISM"] = "false"
    app/a.py | secret_client = SecretClient(vault_url=VAULT_URL, credential=credential)
    app/a.py | """Return the password for ``user``."""
    app/a.py | digest = "{hex:64}"
    app/a.py | model_revision = "{hex:40}"
    app/a.py | key = "{hex:6}"
    app/a.rb | has_secure_token :api_key
    app/a.rb | api_key = Rails.application.credentials.dig(:orion, :api_key)
    app/a.rb | t.datetime "reset_password_sent_at"
    app/a.rb | flash[:error] = 'Invalid email or password'
    app/a.php | 'password' => ['required', 'min:8'],
    app/a.php | $user->password = Hash::make($request->password);
    app/a.php | $secret = $this->config->get('app.secret');
    app/a.php | protected $guarded = ['password'];
    app/a.php | wp_nonce_field('save_secret', 'secret_nonce');
    app/A.java | @ConfigurationProperties("orion.security.jwt")
    app/A.java | private static final String TOKEN_ATTRIBUTE = A.class.getName() + ".TOKEN";
    app/A.java | char[] password = console.readPassword("Password: ");
    app/A.java | props.getProperty("db.password", "")
    app/A.java | String AUTH_SCHEME = "OrionToken";
    app/A.cs | [Required] public string ClientSecret { get; set; }
    app/A.cs | const string ApiKeySection = "Orion:ApiKey";
    app/A.cs | throw new InvalidOperationException("Jwt:Key is missing");
    app/A.cs | PasswordBox passwordBox = new();
    app/a.go | Password: os.Getenv("PASSWORD"),
    app/a.go | const apiKeyEnv = "ORION_API_KEY"
    app/a.go | tokenSource := oauth2.StaticTokenSource(tok)
    app/a.go | // Token is the bearer token.
    app/a.rs | let secret = Secret::generate(&mut rng);
    app/a.rs | const TOKEN_HEADER: &str = "x-orion-token";
    app/a.swift | @State private var password = ""
    app/a.swift | static let tokenKey = "io.orion.auth.token"
    app/a.kt | val password: String by lazy { System.getenv("PASSWORD") }
    app/a.dart | final passwordController = TextEditingController();
    app/a.sh | PASSWORD=$(pwgen 16 1)
    app/a.sh | : "${API_TOKEN:?API_TOKEN is not set}"
    app/a.sh | curl -H "X-Api-Key: ${API_KEY}" "$URL"
    app/a.sh | TOKEN_FILE=/run/secrets/token
    app/a.sh | openssl enc -aes-256-cbc -k "$KEY" -in a -out b
    app/a.sh | sha256sum: {hex:64}
    app/a.sh | sudo -S true <<< "$PASSWORD"
    app/a.ps1 | $secret = Get-AzKeyVaultSecret -VaultName orion -Name api
    app/a.ps1 | [securestring]$Password,
    app/a.sql | SELECT id, password FROM users WHERE token = ?;
    app/a.sql | password_hash TEXT NOT NULL DEFAULT '',
    app/a.sql | INSERT INTO settings (key, value) VALUES ('password_min_length', '8');
    app/a.sql | INSERT INTO users (name, password) VALUES (:name, :password);
    app/a.html | <input type="password" value="">
    app/a.html | <input type="password" name="password" value="{{ old('password') }}">
    app/a.html | <span data-token="{{ token }}"></span>
    app/a.html | <button id="toggle-password">Show password</button>
    app/a.css | .token.keyword { color: #{hex:6}; }
    app/a.json | "passwordResetUrl": "/reset",
    app/a.json | "token": null,
    app/a.json | "scripts": { "gen:key": "node keygen.js" }
    app/a.json | "secretsManagerArn": "arn:aws:secretsmanager:eu-west-1:{digits:12}:secret:orion"
    app/a.json | "publicKey": "{base64:44}"
    app/a.json | "sha512": "{base64:86}=="
    app/a.json | { "id": "{hex:24}", "_key": "{hex:12}" }
    app/a.json | "keyVaultName": "orion-kv-prod"
    app/a.json | "apiKey": "%API_KEY%"
    app/a.json | "password": "{{password}}"
    app/a.json | "password": "string", "token": "string"
    app/a.yml | password: !vault |⏎  $ANSIBLE_VAULT;1.1;AES256⏎  {digits:64}
    app/a.yml | token: ${TOKEN:-}
    app/a.yml | secretKeyRef: { name: orion, key: api-token }
    app/a.yml | image: registry.orion.io/token-service:v1.2.3
    app/a.yml | auth: none
    app/a.yml | passwordSecret: orion-db
    app/a.yml | password: changeit
    app/a.yml | password: "@@DB_PASSWORD@@"
    app/a.yml | auth_url: https://auth.orion.io
    app/a.yml | key: ${{ runner.os }}-{hex:8}
    app/a.yml | ssh_key: /home/deploy/.ssh/id_ed25519
    app/a.yml | token_ttl: 30m
    app/a.yml | - name: token-refresher
    app/a.toml | token = { workspace = true }
    app/a.toml | password-hash = "0.5"
    app/a.ini | password = %(DB_PASSWORD)s
    app/a.ini | secret_file = /etc/orion/secret
    app/a.properties | password.min.length=8
    app/a.properties | token.issuer=orion
    app/a.properties | db.password=@db.password@
    app/a.xml | <property name="password" value="${db.password}"/>
    app/a.xml | <item name="passwordToggleEnabled">true</item>
    app/a.tf | secret_string = random_password.x.result
    app/a.tf | key = "orion/terraform.tfstate"
    app/a.tf | token = "${var.token}"
    app/Dockerfile | ARG GITHUB_TOKEN
    app/Dockerfile | ENV NODE_VERSION=20.1.0 NODE_SHA={hex:64}
    .env.example | DATABASE_PASSWORD=your_password
    .env.example | TOKEN=abc123
    .env.example | SECRET=generate-me
    docs/a.md | Authorization: Bearer <token>
    docs/a.md | | `apiKey` | `string` | Your API key |
    docs/a.md | password: the password of the database
    docs/a.md | `SECRET_KEY` must be 32 bytes.
    docs/a.md | orion login --token <token>
    docs/a.md | "api_key": "YOUR-API-KEY-HERE"
    docs/a.md | - Token lifetime: 30 days
    docs/a.md | Commit {hex:40} changed the token format.
    docs/a.md | postgres://USER:PASSWORD@HOST:5432/DB
    docs/a.md | AWS_SECRET_ACCESS_KEY=<secret>
    CHANGELOG.md | - The `password` option is deprecated ({hex:7})
    """#
}
