extension FieldLines {
  /// Compiled languages, Python and settings of Java.
  static let othersInCode = #"""
    A.java | private String password;
    A.java | String password = request.getParameter("password");
    A.java | this.password = passwordEncoder.encode(rawPassword);
    A.java | private static final String PASSWORD_KEY = "user.password.hash";
    A.java | public static final String TOKEN_HEADER = "X-Auth-Token";
    A.java | public static final String PASSWORD = "password";
    A.java | private static final String SECRET_NAME = "orion/prod/database";
    A.java | @Value("${app.jwt.secret}") private String secret;
    A.java | String token = tokenProvider.createToken(authentication, rememberMe);
    A.java | if (password.equals("")) throw new IllegalArgumentException("password must not be empty");
    A.java | log.info("token refreshed: {}", token.getId());
    A.java | String apiKey = System.getenv("ORION_API_KEY");
    A.java | params.put("password", user.getPassword());
    A.java | driver.findElement(By.name("password")).clear();
    A.java | static final String KEY_ALIAS = "com.orion.shop.keystore.alias";
    A.java | private static final long serialVersionUID = {digits:18}L;
    A.java | String hash = "{hex:64}";
    A.java | assertEquals("{hex:40}", git.headCommit());
    A.java | @Column(name = "password_hash", length = 60) private String passwordHash;
    A.java | throw new BadCredentialsException("Authentication.badCredentials");
    A.java | KeyStore.getInstance("PKCS12"); Cipher.getInstance("AES/CBC/PKCS5Padding");
    A.java | SecretKeyFactory f = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    A.java | builder.setSecret("secret");
    A.java | user.setPassword("test");
    A.java | private static final String PASSWORD = "changeit";
    A.java | String tokenUri = "https://login.orion.io/oauth2/v2/token";
    A.java | String tokenType = "Bearer";
    A.java | .password(passwordEncoder().encode("password"))
    A.java | UUID token = UUID.fromString("{uuid}");
    A.java | static final String CACHE_KEY = "{hex:32}";
    A.java | String secretKeyRef = "shop-credentials";
    A.java | messages.put("error.password.tooShort", "Das Passwort ist zu kurz");
    A.java | private final String accessTokenUrl = BASE + "/oauth/access_token";
    A.java | assertThat(token).isEqualTo("expected-token-value");
    A.java | String key = "user:" + id + ":session:" + sessionId;
    A.kt | val token = prefs.getString("token", null)
    A.kt | password = BuildConfig.SHOP_PASSWORD,
    A.kt | const val EXTRA_TOKEN = "com.orion.shop.extra.TOKEN"
    A.kt | binding.password.hint = getString(R.string.password_hint)
    A.kt | private val secret by lazy { loadSecret() }
    build.gradle | storePassword System.getenv("STORE_PASSWORD")
    build.gradle | keyAlias = keystoreProperties['keyAlias']
    build.gradle | password = project.findProperty("gpr.key") ?: System.getenv("TOKEN")
    build.gradle | implementation "com.auth0:java-jwt:4.4.0" // token
    gradle.properties | org.gradle.jvmargs=-Xmx2048m -Dpassword.file=/run/p
    application.properties | spring.datasource.password=${DB_PASSWORD}
    application.properties | spring.datasource.password=
    application.properties | spring.datasource.password=root
    application.properties | security.oauth2.client.access-token-uri=https://login.orion.io/token
    application.properties | server.ssl.key-store-password=changeit
    application.properties | jwt.token.validity=864000
    application.properties | app.password.policy=STRONG_PASSWORD_POLICY
    application.properties | app.secret.provider=com.orion.shop.secrets.VaultSecretProvider
    application.properties | spring.security.user.password={noop}password
    application.yml |     password: ${SPRING_DATASOURCE_PASSWORD:}
    application.yml |     password: "{{ vault_password }}"
    application.yml |     password: ENC({base64:44})
    application.yml |     secret: !vault shop/jwt
    application.yml |   token-validity-seconds: 3600
    application.yml |   jwk-set-uri: https://login.orion.io/.well-known/jwks.json
    application.yml |   password: password
    application.yml |   secret-name: orion-shop-tls
    application.yml |   secretKeyRef:⏎    name: shop⏎    key: password
    application.yml |   key: {uuid}
    settings.xml | <password>${env.NEXUS_PASSWORD}</password>
    settings.xml | <password>********</password>
    settings.xml | <password></password>
    settings.xml | <passphrase>optional; leave empty if not used.</passphrase>
    strings.xml | <string name="password">Password</string>
    strings.xml | <string name="forgot_password">Forgot your password?</string>
    strings.xml | <string name="error_invalid_token">The token has expired</string>
    strings.xml | <string name="secret_key_label">Geheimer Schlüssel</string>
    strings.xml | <string name="google_app_id">1:{digits:12}:android:{hex:22}</string>
    web.config | <add key="PasswordResetUrl" value="https://shop.orion.io/reset" />
    web.config | <add key="ApiKey" value="#{ApiKey}#" />
    web.config | <machineKey validation="SHA1" decryption="AES" />
    web.config | <assemblyIdentity name="Newtonsoft.Json" publicKeyToken="{hex:16}" culture="neutral" />
    packages.config | <package id="IdentityModel.Tokens" version="5.6.0" targetFramework="net472" />
    App.csproj | <SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>key.snk</AssemblyOriginatorKeyFile>
    App.csproj | <UserSecretsId>{uuid}</UserSecretsId>
    Startup.cs | var secret = Configuration["Jwt:Secret"];
    Startup.cs | public string Password { get; set; }
    Startup.cs | options.Password.RequireNonAlphanumeric = false;
    Startup.cs | [DataType(DataType.Password)] [Display(Name = "Confirm password")]
    Startup.cs | ModelState.AddModelError("Password", "The password is not valid");
    Startup.cs | const string TokenEndpoint = "/connect/token";
    Startup.cs | services.AddAuthentication("Bearer").AddJwtBearer(o => o.Audience = "shop-api");
    Startup.cs | string connectionString = $"Server={host};Password={password};";
    Startup.cs | var key = Environment.GetEnvironmentVariable("API_KEY") ?? "";
    Startup.cs | var apiKey = "your-api-key";
    Startup.cs | private const string ApiKey = "<API KEY>";
    Startup.cs | public const string SecretName = "OrionShopClientSecret";
    Startup.cs | [assembly: InternalsVisibleTo("Shop.Tests, PublicKey={hex:320}")]
    Startup.cs | CancellationToken token = default;
    Startup.cs | SyntaxToken token = SyntaxFactory.Token(SyntaxKind.SemicolonToken);
    Startup.cs | Guid tenantId = new Guid("{uuid}");
    Form1.vb | txtPassword.PasswordChar = "*"c
    Form1.vb | Dim password As String = txtPassword.Text
    main.go | password := os.Getenv("DB_PASSWORD")
    main.go | token := r.Header.Get("X-Auth-Token")
    main.go | flag.StringVar(&password, "password", "", "database password")
    main.go | var ErrBadToken = errors.New("token is malformed")
    main.go | const tokenFile = "/var/run/secrets/kubernetes.io/serviceaccount/token"
    main.go | Password string `json:"password" yaml:"password"`
    main.go | secretName := fmt.Sprintf("%s-credentials", name)
    main.go | if token.Type != tokenIdent { return nil }
    main.go | case token.IDENT, token.INT: // lexer
    main.go | dsn := fmt.Sprintf("%s:%s@tcp(%s)/%s", user, password, host, name)
    main.go | log.Printf("invalid password for %q", user)
    main.go | const annotationKey = "orion.io/last-applied-secret-hash"
    main.go | passwordHash := "$2a$10${base62:53}"
    main.go | want: "{hex:64}", // sha256
    main.go | github.com/orion/token v0.0.0-20210831024726-{hex:12} // indirect
    go.sum | github.com/orion/jwt v3.2.0+incompatible h1:{base64:43}=
    main_test.go | password: "password",
    main_test.go | token: "token",
    main_test.go | apiKey: "test-api-key",
    main_test.go | secret := []byte("secret")
    main_test.go | Token: "abc123",
    main_test.go | {name: "missing password", password: "", wantErr: true},
    main_test.go | want := "Bearer some-token"
    lib.rs | let token = self.lexer.next_token()?;
    lib.rs | pub password: Option<String>,
    lib.rs | let password = rpassword::prompt_password("Password: ")?;
    lib.rs | const TOKEN_URL: &str = "https://login.orion.io/oauth/token";
    lib.rs | let secret = env!("ORION_SECRET");
    lib.rs | assert_eq!(token.kind, TokenKind::StringLiteral);
    Cargo.lock | checksum = "{hex:64}"
    main.c | static const char *password_prompt = "Enter password: ";
    main.c | {"password", required_argument, NULL, 'p'},
    main.c | char password[MAX_PASSWORD_LENGTH + 1];
    main.c | printf("usage: %s --token <token>\n", argv[0]);
    main.c | static const unsigned char key[] = { 0x{hex:2}, 0x{hex:2}, 0x{hex:2}, 0x{hex:2} };
    main.c | #define TOKEN_SEPARATOR ",;: \t"
    main.c | #define WIFI_PASSWORD "your_wifi_password"
    main.c | token = strtok(line, " ");
    main.ino | const char* password = "********";
    main.ino | char pass[] = "yourNetworkPassword";
    main.ino | const char* password = "........";
    main.cpp | std::string token = lexer.current().text();
    main.cpp | throw std::runtime_error("secret key must be 32 bytes");
    App.swift | let password = passwordField.text ?? ""
    App.swift | enum TokenKind: String { case identifier = "identifier" }
    App.swift | static let passwordKey = "com.orion.shop.password"
    App.swift | func test() { XCTAssertEqual(token, "token") }
    App.m | NSString *password = [self.passwordField text];
    App.m | static NSString * const kTokenKey = @"OrionAccessTokenKey";
    project.pbxproj | {HEX:24} /* Token.swift in Sources */ = {isa = PBXBuildFile; };
    Podfile.lock | SPEC CHECKSUMS:⏎  KeychainAccess: {hex:40}
    main.dart | final password = TextEditingController();
    main.dart | hintText: 'Enter your password',
    core.clj | (def password (System/getenv "PASSWORD"))
    config.exs | password: System.get_env("DB_PASSWORD"),
    config.exs | config :phoenix, :filter_parameters, ["password", "secret", "token"]
    init.lua | local password = ngx.var.arg_password
    init.lua | local token = redis:get("token:" .. id)
    script.pl | my $password = shift or die "usage: $0 password\n";
    script.pl | print "Password: "; chomp(my $password = <STDIN>);
    analysis.R | api_key <- Sys.getenv("API_KEY")
    settings.py | SECRET_KEY = os.environ['SECRET_KEY']
    settings.py | SECRET_KEY = 'change-this-in-production'
    settings.py | SECRET_KEY = config('SECRET_KEY', default='unsafe-secret-key')
    settings.py | 'PASSWORD': os.getenv('DB_PASSWORD', ''),
    settings.py | AUTH_PASSWORD_VALIDATORS = [{'NAME': 'django.contrib.auth.password_validation.MinimumLengthValidator'}]
    settings.py | PASSWORD_HASHERS = ['django.contrib.auth.hashers.Argon2PasswordHasher']
    settings.py | EMAIL_HOST_PASSWORD = env('EMAIL_HOST_PASSWORD')
    settings.py | PASSWORD_RESET_TIMEOUT_DAYS = 3
    settings.py | CSRF_COOKIE_NAME = 'csrftoken'
    settings.py | SECRET_KEY = 'django-insecure-{base62:40}'
    bot.py | token = input("Token: ").strip()
    bot.py | token = tokenizer.next()
    bot.py | tokens = nltk.word_tokenize(text)
    bot.py | password = getpass.getpass('Password: ')
    bot.py | api_key = config.get('weather', 'api_key')
    bot.py | api_key = 'YOUR_API_KEY_HERE'
    bot.py | api_key = "xxxxxxxxxxxxxxxxxxxxxxxx"
    bot.py | client_secret = '<client secret>'
    bot.py | parser.add_argument('--password', help='password of the user', default=None)
    bot.py | password = kwargs.pop('password', None)
    bot.py | self.token = token or os.environ.get("TOKEN")
    bot.py | raise ValueError('password must have at least %d characters' % n)
    bot.py | secret = hashlib.sha256(os.urandom(32)).hexdigest()
    bot.py | headers = {'Authorization': 'Bearer ' + token}
    bot.py | headers = {'Authorization': f'Bearer {token}'}
    bot.py | headers={"X-Api-Key": settings.API_KEY}
    bot.py | TOKEN_REGEX = r'[A-Za-z0-9_-]{24}\.[A-Za-z0-9_-]{6}'
    bot.py | password = Column(String(128), nullable=False)
    bot.py | password = forms.CharField(widget=forms.PasswordInput, label='Passwort')
    bot.py | pad_token = '<pad>'; unk_token = '[UNK]'
    bot.py | special_tokens = {'bos_token': '<|endoftext|>', 'eos_token': '<|endoftext|>'}
    bot.py | "token_type_ids": tokenizer.create_token_type_ids(a)
    bot.py | login(username='admin', password='admin')
    bot.py | sort_key = 'published_at_desc'; partition_key = 'customer_identifier'
    bot.py | primary_key = "id"; foreign_key = 'orders.customer_id'
    bot.py | self.assertEqual(resp.json()['token'], expected_token)
    bot.py | url = "https://%s:%s@%s/api" % (user, password, host)
    bot.py | password_field = "txtPassword01"
    bot.py | access_token = response.json()['access_token']
    bot.py | mock.patch.dict(os.environ, {"API_TOKEN": "dummy-token"})
    bot.py | secret_id = "projects/{digits:12}/secrets/shop-db/versions/3"
    bot.py | keyring.get_password('orion-shop', username)
    bot.py | 'password': fields.Char('Password', invisible=True, copy=False),
    bot.py | 'token': '{{ token }}',
    bot.py | hmac_key = secrets.token_bytes(32)
    bot.py | AWS_SECRET_ACCESS_KEY = 'EXAMPLE{base62:5}EXAMPLEKEY'
    """#
}
