/// The lines of the third set that hold no secret.
extension FieldLines {
  /// Code, its tests, and what is generated from it.
  static let thirdOthersInCode = #"""
    src/db.ts | password: process.env.DB_PASSWORD!,
    src/db.ts | password: config.get<string>('DB_PASSWORD'),
    src/db.ts | const url = `postgres://${user}:${password}@${host}:5432/${name}`;
    src/db.ts | connectionString: 'postgres://user:password@localhost:5432/db'
    src/db.js | // mongodb://username:password@host:27017/database
    src/auth.ts | const TOKEN_STORAGE_KEY = 'orion.auth.accessToken';
    src/auth.ts | export const ACCESS_TOKEN_COOKIE = '__Secure-orion.access';
    src/auth.ts | const PASSWORD_REGEX = /^(?=.*[A-Z])(?=.*\d)[A-Za-z\d@$!%*?&]{8,}$/;
    src/auth.ts | type TokenKind = 'access_token' | 'refresh_token' | 'id_token';
    src/auth.ts | if (grantType === 'client_credentials') secret = await readSecret('oauth/client-secret');
    src/auth.ts | throw new UnauthorizedException('Invalid token: signature mismatch');
    src/auth.ts | const apiKey = req.headers['x-api-key'] as string;
    src/auth.ts | const token = jwt.sign({ sub: user.id }, this.config.jwtSecret, { expiresIn: '15m' });
    src/auth.ts | secretOrKey: configService.getOrThrow('JWT_SECRET'),
    src/auth.ts | setPassword(e.target.value)
    src/auth.ts | const tokenUrl = 'https://login.orion.io/oauth2/v2.0/token';
    src/auth.ts | passwordResetTemplate: 'd-{hex:32}',
    src/auth.ts | export const PASSWORD_TOO_SHORT = 'auth/password-too-short';
    src/auth.ts | @Inject(AUTH_TOKEN) private readonly token: TokenService
    src/auth.ts | const hashedPassword = await bcrypt.hash(password, 10);
    src/auth.ts | authKey: 'x-amz-security-token',
    src/auth.ts | tokenType: 'Bearer',
    src/auth.ts | const csrfToken = document.querySelector('meta[name="csrf-token"]').content;
    src/keys.ts | const cacheKey = `user:${id}:profile`;
    src/keys.ts | queryKey: ['users', 'list', { page }],
    src/keys.ts | const STORAGE_KEY = 'orion-theme-preference-v2';
    src/keys.ts | <Trans i18nKey="settings.password.change_button" />
    src/keys.ts | key: 'ArrowDown',
    src/keys.ts | { key: 'password_confirmation', label: 'Confirm' },
    src/keys.ts | publicKey: '{base64:44}',
    src/keys.ts | const VAPID_PUBLIC_KEY = '{base64url:87}';
    src/keys.ts | sitekey: '6L{base62:38}',
    src/keys.ts | public_key: "pk_{base62:24}"
    src/keys.ts | const contractAddress = '0x{hex:40}';
    src/keys.ts | const txHash = '0x{hex:64}';
    src/keys.ts | const tokenAddress = "0x{hex:40}";
    src/keys.ts | const TOKEN_CONTRACT: Address = '0x{hex:40}'
    src/keys.ts | blockHash: '0x{hex:64}',
    src/keys.ts | const namespaceId = '{uuid}';
    src/keys.ts | measurementId: 'G-{upper:10}', appId: '1:{digits:12}:web:{hex:22}'
    src/keys.ts | const projectToken = 'orion-web';
    src/keys.ts | const sha = '{hex:40}';
    src/keys.ts | integrity: 'sha512-{base64:86}==',
    src/keys.ts | commitHash: '{hex:40}',
    src/keys.ts | const ETAG = 'W/"{hex:32}"';
    src/keys.ts | clientId: '{digits:12}-{alnum-lower:32}.apps.googleusercontent.com',
    src/keys.ts | clientId: '{uuid}', tenantId: '{uuid}'
    src/keys.ts | const GA_TRACKING_ID = 'UA-{digits:8}-1';
    src/keys.ts | fingerprint: '{HEX:2}:{HEX:2}:{HEX:2}:{HEX:2}:{HEX:2}:{HEX:2}:{HEX:2}:{HEX:2}'
    src/parser.ts | case Token.Identifier: return this.parseIdentifier();
    src/parser.ts | const token = this.next(); if (token.type === 'punctuation') {
    src/parser.ts | tokens: ['keyword', 'string', 'comment.block'],
    src/parser.ts | { token: 'constant.language', regex: 'true|false|null' },
    src/parser.ts | { token: "string.quoted.double", foreground: "9cdcfe" },
    src/parser.ts | token: 'EOF', value: ''
    src/ui.tsx | <label htmlFor="password">{t('login.password')}</label>
    src/ui.tsx | <Input type="password" autoComplete="current-password" name="password" />
    src/ui.tsx | <PasswordField placeholder="At least 8 characters" error={errors.password?.message} />
    src/ui.tsx | const [password, setPassword] = useState('');
    src/ui.tsx | aria-label="Show password"
    src/ui.tsx | className="password-input text-gray-700 border-2"
    src/ui.tsx | data-testid="reset-password-submit-button"
    src/ui.tsx | helperText="Password must contain one uppercase letter"
    src/ui.tsx | <ApiKeyInput value={apiKey} onChange={setApiKey} placeholder="sk-..." />
    src/ui.vue | <el-form-item label="Password" prop="password">
    src/ui.vue | :rules="[{ required: true, message: 'Please enter a password' }]"
    src/validate.ts | password: z.string().min(8, 'Password must be at least 8 characters'),
    src/validate.ts | password: yup.string().matches(/[a-z]/, 'lowercase').required('Required'),
    src/validate.ts | messages: { 'password.minLength': 'The password is too short' }
    src/i18n/de.json | "password": "Passwort",
    src/i18n/de.json | "forgot_password": "Passwort vergessen?",
    src/i18n/fr.json | "apiKey": "Clé d'API", "secret": "Secret partagé"
    src/i18n/es.json | "passwordPlaceholder": "Introduce tu contraseña",
    src/i18n/ja.json | "password": "パスワード", "token": "トークン"
    src/i18n/ru.json | "api_token": "Токен доступа",
    src/i18n/en.json | "wrong_password": "The password you entered is incorrect.",
    src/i18n/en.json | "secret_key": "Secret key", "access_token": "Access token"
    src/i18n/nl.json | "passwordStrength": "Wachtwoordsterkte"
    src/i18n/sv.yml |   password: Lösenord
    locales/pt.yml |     reset_password: "Redefinir senha"
    locales/it.yml |   token_expired: Il token è scaduto
    src/types.d.ts | password?: string | undefined;
    src/types.d.ts | apiKey: string;
    src/types.d.ts | readonly secretAccessKey: string;
    src/types.d.ts | token: BrandedString<'token'>;
    src/generated/api.ts | export const CredentialType = { ApiKey: 'API_KEY', Password: 'PASSWORD' } as const;
    src/generated/graphql.ts | token: { input: any; output: any; }
    src/generated/graphql.ts | export type LoginMutation = { login: { accessToken: string, refreshToken: string } };
    worker-configuration.d.ts | API_TOKEN: string;
    worker-configuration.d.ts | // Generated by Wrangler (hash: {hex:32})
    test/login.spec.js | password: 'password123',
    test/login.spec.js | await login('admin', 'wrongpassword');
    test/login.spec.js | const token = 'fake-token';
    test/login.spec.ts | const mockToken = 'mock.jwt.token';
    test/login.spec.ts | process.env.API_KEY = 'test-api-key';
    test/login.spec.ts | expect(body.token).toBe('abc123');
    test/login.spec.ts | password: 'short',
    test/login.spec.ts | apiKey: 'test-key', secret: 'test-secret'
    test/login.spec.ts | const password = faker.internet.password();
    test/login.spec.ts | expect(screen.getByLabelText('Password')).toBeInTheDocument();
    test/login.spec.ts | Authorization: 'Bearer invalid-token'
    test/login.spec.ts | Authorization: `Bearer ${token}`
    test/login.spec.ts | token: 'some-token',
    test/login.spec.ts | const apiToken = 'my-api-token';
    test/login.spec.ts | secret: 'shhhhh',
    test/login.spec.ts | const key = 'a'.repeat(32);
    test/login.spec.ts | sessionToken: '00000000-0000-0000-0000-000000000000'
    test/login.spec.ts | accessToken: 'access-token-1', refreshToken: 'refresh-token-1'
    test/login.spec.ts | const hash = '$2b$10${base62:53}';
    test/__snapshots__/a.snap | "password": "[REDACTED]",
    test/__snapshots__/a.snap | "token": Any<String>,
    public/vendor.min.js | function(e,t){var n=e.password,r=t.token;return n&&r?{password:n,token:r}:null}
    public/vendor.min.js | a.token="keyword",b.secretKey=c.secretKey||d(),e.apiKey=void 0
    public/vendor.min.js | t.exports="data:image/png;base64,{base64:200}"
    public/main.{hex:8}.js | {passwordReset:"/auth/reset-password",tokenRefresh:"/auth/refresh-token"}
    public/app.js.map | "mappings":"{base64:120}","names":["password","secretKey","token"]
    package-lock.json | "integrity": "sha512-{base64:86}=="
    package-lock.json | "node_modules/jsonwebtoken": {⏎      "version": "9.0.2",⏎      "resolved": "https://registry.npmjs.org/jsonwebtoken/-/jsonwebtoken-9.0.2.tgz",
    package.json | "token-types": "^4.2.1", "@orion/password-input": "workspace:*"
    package.json | "hash": "node scripts/hash-password.js --secret-file ./secret.key"
    pnpm-lock.yaml |     resolution: {integrity: sha512-{base64:86}==}
    yarn.lock | resolved "https://registry.yarnpkg.com/js-tokens/-/js-tokens-4.0.0.tgz#{hex:40}"
    go.sum | github.com/golang-jwt/jwt/v5 v5.2.0 h1:{base64:43}=
    Cargo.lock | name = "secrecy"⏎version = "0.8.0"⏎checksum = "{hex:64}"
    poetry.lock | {file = "PyJWT-2.8.0-py3-none-any.whl", hash = "sha256:{hex:64}"},
    Pipfile.lock | "sha256:{hex:64}"
    composer.lock | "content-hash": "{hex:32}",
    Podfile.lock | SPEC CHECKSUMS:⏎  KeychainAccess: {hex:40}
    flake.lock | "narHash": "sha256-{base64:43}=",
    .terraform.lock.hcl |     "h1:{base64:43}=",
    gradle/verification-metadata.xml | <sha256 value="{hex:64}" origin="Generated by Gradle"/>
    project.pbxproj | {HEX:24} /* PasswordView.swift in Sources */ = {isa = PBXBuildFile; fileRef = {HEX:24} /* PasswordView.swift */; };
    project.pbxproj | CODE_SIGN_IDENTITY = "Apple Development"; DEVELOPMENT_TEAM = {upper:10};
    Main.storyboard | <textField secureTextEntry="YES" placeholder="Password" id="{base62:3}-{base62:2}-{base62:3}">
    main.go | token := r.Header.Get("Authorization")
    main.go | Password string `json:"password" validate:"required,min=8"`
    main.go | ErrInvalidPassword = errors.New("invalid password")
    main.go | apiKey := os.Getenv("API_KEY")
    main.go | flag.StringVar(&token, "token", "", "API token for the server")
    main.go | secretName := "orion-database-credentials"
    main.go | const tokenHeader = "X-Orion-Session-Token"
    main.go | SecretKeyRef: &corev1.SecretKeySelector{Key: "password"},
    main.go | password: "p@ssw0rd",
    main.go | {"empty password", "", false},
    main.go | wantErr: "token has expired",
    main.go | token.ASSIGN: "=", token.DEFINE: ":=",
    main.go | const secretsPath = "/var/run/secrets/kubernetes.io/serviceaccount/token"
    main.go | log.Printf("using password from %s", src)
    main.go | key := fmt.Sprintf("session:%s", id)
    Main.java | private static final String PASSWORD_PARAM = "j_password";
    Main.java | @Value("${spring.datasource.password}")
    Main.java | String token = request.getHeader("X-Auth-Token");
    Main.java | props.setProperty("password", System.getenv("DB_PASS"));
    Main.java | public static final String TOKEN_PREFIX = "Bearer ";
    Main.java | .password(passwordEncoder.encode("password"))
    Main.java | throw new BadCredentialsException("Bad password for user " + name);
    Main.java | private static final long serialVersionUID = -{digits:19}L;
    Main.java | @JsonProperty("access_token")
    Main.java | private String clientSecret = null;
    Main.java | public static final String SECRET_KEY_ALGORITHM = "PBKDF2WithHmacSHA256";
    Main.java | KeyStore.getInstance("PKCS12").load(in, password.toCharArray());
    Main.java | String keyAlias = "orion-release-key";
    Main.java | tokenUri = "https://oauth2.googleapis.com/token";
    Main.kt | val token = prefs.getString("auth_token", null)
    Main.kt | const val KEY_PASSWORD = "key_password"
    Main.kt | secretKey = BuildConfig.SECRET_KEY
    Main.kt | putExtra("com.orion.EXTRA_TOKEN", token)
    Main.cs | public string Password { get; set; } = string.Empty;
    Main.cs | var secret = Configuration["Jwt:Secret"];
    Main.cs | [assembly: InternalsVisibleTo("Orion.Tests, PublicKey={hex:320}")]
    Main.cs | PublicKeyToken=b77a5c561934e089
    Main.cs | const string PasswordHashAlgorithm = "SHA512";
    Main.cs | private const string TokenCacheKey = "Orion.Auth.TokenCache";
    Main.swift | let token = UserDefaults.standard.string(forKey: "authToken")
    Main.swift | let passwordCell = "PasswordTableViewCell"
    Main.swift | case invalidPassword = "ERROR_INVALID_PASSWORD"
    Main.swift | keychain["apiToken"] = token
    main.rs | let token = env::var("API_TOKEN").expect("API_TOKEN not set");
    main.rs | Token::Ident(name) => name.to_string(),
    main.rs | #[serde(rename = "secret_key")]
    main.rs | password: Secret<String>,
    main.c | static const char *password_prompt = "Enter passphrase: ";
    main.c | { "password", required_argument, NULL, 'p' },
    main.c | #define TOKEN_MAX_LEN 256
    main.c | token = strtok(NULL, ",");
    main.c | static const uint8_t key[] = { 0x00, 0x01, 0x02, 0x03 };
    main.cpp | QString password = settings.value("db/password").toString();
    main.cpp | setObjectName(QStringLiteral("passwordLineEdit"));
    settings.py | SECRET_KEY = os.environ["SECRET_KEY"]
    settings.py | 'PASSWORD': env('DB_PASSWORD'),
    settings.py | AUTH_PASSWORD_VALIDATORS = [{'NAME': 'django.contrib.auth.password_validation.MinimumLengthValidator'}]
    settings.py | PASSWORD_HASHERS = ['django.contrib.auth.hashers.Argon2PasswordHasher']
    settings.py | SECRET_KEY = 'your-secret-key-here'
    settings.py | SECRET_KEY = "change-this-in-production"
    settings.py | TOKEN_MODEL = "authtoken.Token"
    settings.py | CSRF_COOKIE_NAME = 'orion_csrftoken'
    app.py | password = getpass.getpass("Password: ")
    app.py | token = request.cookies.get('session_token')
    app.py | api_key = config['openai']['api_key']
    app.py | password = "".join(random.choice(string.ascii_letters) for _ in range(12))
    app.py | api_key: str = Field(..., env="API_KEY")
    app.py | password = serializers.CharField(write_only=True, style={'input_type': 'password'})
    app.py | parser.add_argument("--api-key", default=None, help="API key for the service")
    app.py | SECRET_NAME = "projects/orion/secrets/db-password/versions/latest"
    app.py | tokenizer = AutoTokenizer.from_pretrained("bert-base-uncased")
    app.py | pad_token="<|endoftext|>", unk_token="[UNK]",
    app.py | bos_token = "<s>"
    app.py | logger.info("Token refreshed for user %s", user)
    app.py | raise ValueError("API key must be 32 characters")
    app.py | key = hashlib.sha256(secret.encode()).hexdigest()
    app.py | key="sk-proj-xxxxxxxxxxxxxxxxxxxxxxxx"
    app.py | openai.api_key = "YOUR_API_KEY"
    app.py | password = "*" * len(password)
    app.py | secret_arn = "arn:aws:secretsmanager:us-east-1:{digits:12}:secret:orion/db-AbCdEf"
    app.py | assert hash_password("correct horse") != hash_password("battery staple")
    app.py | token_endpoint = f"{base}/oauth/token"
    test_app.py | password='testpass'
    test_app.py | User.objects.create_user('test', 'test@example.com', 'password')
    test_app.py | monkeypatch.setenv("API_KEY", "test")
    test_app.py | os.environ["OPENAI_API_KEY"] = "dummy"
    test_app.py | headers={"Authorization": "Bearer test-token"}
    test_app.py | client.login(username="user", password="pass")
    test_app.py | SECRET = "not-a-secret"
    test_app.py | token = "x" * 20
    test_app.py | assert err == "Invalid password: must contain a digit"
    test_app.py | "password": "foobar"
    test_app.py | api_key="fake_key_123"
    test_app.py | mock_secret = MagicMock(name='secret')
    test_app.py | {"token": "REDACTED", "user": "nora"}
    test_app.py | password_hash = "pbkdf2_sha256$260000${base62:22}${base64:43}="
    notebook.ipynb |     "import getpass\n",⏎    "api_key = getpass.getpass('API key: ')\n"
    notebook.ipynb |    "image/png": "{base64:200}"
    notebook.ipynb |   "id": "{hex:8}", "execution_count": 12
    config.php | $password = filter_input(INPUT_POST, 'password');
    config.php | 'password' => Hash::make('password'),
    config.php | 'api_key' => $_ENV['API_KEY'] ?? '',
    config.php | $token = md5(uniqid(rand(), true));
    config.php | 'secret_key_label' => 'Geheimer Schlüssel',
    config.php | define('DB_PASSWORD', getenv('DB_PASSWORD'));
    config.php | define('LOGGED_IN_KEY', 'put your unique phrase here');
    config.php | echo '<input type="password" name="password" id="password">';
    config.php | 'token' => $this->session->get('csrf_token'),
    config.php | $this->assertEquals('secret', $user->getPassword());
    app.rb | token = SecureRandom.hex(32)
    app.rb | password: ENV.fetch('DB_PASSWORD'),
    app.rb | params.require(:user).permit(:email, :password, :password_confirmation)
    app.rb | validates :api_token, uniqueness: true
    app.rb | expect(user.authenticate('wrong')).to be_falsey
    app.rb | password { 'password' }
    app.rb | add_index :users, :reset_password_token, unique: true
    app.rb | secret_key_base = Rails.application.credentials.secret_key_base
    app.ex | password: System.get_env("DB_PASSWORD"),
    app.ex | plug Plug.CSRFProtection, session_key: "_csrf_token"
    app.ex | signing_salt: "{base62:8}"
    app.dart | final token = await storage.read(key: 'access_token');
    app.dart | labelText: 'Passwort', obscureText: true
    app.scala | val password: Option[String] = config.getOptional[String]("db.password")
    app.lua | local token = ngx.var.http_authorization
    app.r | password <- Sys.getenv("DB_PASSWORD")
    """#
}
