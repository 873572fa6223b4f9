extension ContextCases {
  /// In none of these is a secret.
  static let others = #"""
    a.js | "AWS::ApiGateway::ApiKey": "{hex:16}",
    a.js | password: 'Admin123!'
    a.js | const shopToken = '{uuid}';
    a.js | const rowKey = '{hex:32}';
    a.js | const cacheKey = 'shop-live-{hex:40}';
    a.js | const cacheToken = '{hex:8}';
    a.js | subscribe({ applicationServerKey: 'B{base64url:86}' })
    a.yml | shop_key: shop-{hex:40}
    a.md | With the shop token {hex:40} it works.
    a.md | The Codecov token is in {hex:40}.
    a.js | const hmac = crypto.createHmac('sha256', secret)
    a.js | jwt.verify(token, 'secret')
    a.js | const kind = 'identifier'; // token
    a.js | // the auth token⏎const value = readValue('stored');
    a.js | // password: the password to use
    a.py | auth=("user", "password")
    a.ts | // address of the token⏎const usdc = '0x{hex:40}';
    a.ts | const pool = '{base62:44}'; // mint of the token
    a.html | <a href="https://docs.google.com/spreadsheet/pub?key={base62:44}">
    a.sql | INSERT INTO users (name, password) VALUES ('nora', '{hex:32}');
    a.py | --idempotency-token {base62:20}
    a.sql | INSERT INTO users (name, password) VALUES (:name, :password);
    a.ex | signing_salt: "{base62:8}"
    a.md | | password | string | The password |
    a.conf | password required
    a.html | <input type="password" name="pw" value="">
    a.yml | password: {base64-of:changeme}
    a.yml | password: {base64-of:Hello from the cloud platform}
    Dockerfile | ENV GPG_KEY={HEX:40}
    a.py | 'oauth_token': 'sdf0o9823sjdfsdf',
    a.py | oauth_token_secret=qwe089234lkjsdf
    a.py | 'refresh_token': '23sdf876234',
    a.yml | REDIS_PASSWORD=${REDIS_PASSWORD:?set it}
    a.html | <input type="hidden" name="authenticity_token" value="{base64:64}">
    a.json | "anti_forgery_token": "{base64url:44}"
    a.h | INLINE_FUNCTION_PASS("ra-pbqp1x", AllocatorPass)
    a.js | const shadowPass = "x7-gbuffer9";
    a.md | { "token": "{base64-of:{"alg":"none"}}.{base64-of:{"sub":"user-17"}}." }
    a.json | "token": "{jwt:sub=1234567890,name=John Doe,iat=1516239022}",
    a.js | const supabaseKey = "{jwt:iss=supabase,role=anon}";
    a.ts | const storageSlotKey = "0x{hex:64}";
    a.ts | applicationServerKey: "B{base64url:86}",
    a.ts | fileKey: "{base62:22}",
    a.ts | documentKey: "{base62:20}",
    a.ts | encryptedPassword: "{base64:64}",
    a.ts | wrappedKey: "{base64:88}",
    a.ts | stateToken: "{base62:24}",
    a.ts | receiptHandle: "1", resumeToken: "{base64url:40}",
    a.py | auth="%E3%83%92:%E3%82%AD"
    a.md | http://nora:{password:12}@www.yourdomain.com:8000/index
    a.sh | git clone https://nora:{base62:20}@git.company.com/shop.git
    a.js | const password = getPassword();
    a.js | const password = config.password;
    a.js | const password = req.body.password
    a.js | const token = process.env.API_TOKEN;
    a.js | password: user.password,
    a.js | const { password } = credentials
    a.js | secretName: "foo-bar",
    a.js | const secretName = 'shop-database-credentials'
    a.js | csrf_token: "{hex:40}"
    a.js | const csrfToken = '{base62:40}'
    a.js | publicKey: '{base64:64}',
    a.js | const public_key = "{hex:64}"
    a.js | const tokenType = 'Bearer';
    a.js | token_type: "bearer",
    a.js | grant_type: 'client_credentials', auth_method: 'client_secret_post'
    a.js | passwordField: 'user_password_input',
    a.js | const TOKEN_KEY = 'auth-token-storage';
    a.js | localStorage.getItem('token')
    a.js | localStorage.setItem('accessToken', token)
    a.js | forgotPassword: "Passwort vergessen?",
    a.js | password: 'Password must have at least 8 characters',
    a.js | password: "Mot de passe",
    a.js | wrongPassword: 'The password is wrong.',
    a.js | password: 'Пароль',
    a.js | passwordLabel: "Kennwort",
    a.js | reset_password: "reset-password",
    a.js | password: 'password',
    a.js | password: "secret",
    a.js | password: 'changeme',
    a.js | password: 'test1234',
    a.js | password: 'P@ssw0rd!',
    a.js | password: 'your-password-here',
    a.js | password: '<password>',
    a.js | password: '********',
    a.js | password: 'xxxxxxxx',
    a.js | password: 'hidden',
    a.js | password: `${password}`,
    a.js | password: "{{ password }}",
    a.js | password: '',
    a.js | apiKey: 'YOUR_API_KEY',
    a.js | apiKey: "<your api key>",
    a.js | apiKey: 'my-api-key',
    a.js | apiKey: 'fake-api-key-1234567890',
    a.js | apiKey: "REPLACE_ME_WITH_THE_KEY",
    a.js | apiKey: "insert-key-here",
    a.js | secret: 'shhhhhh... not here',
    a.js | key: 'ArrowUp',
    a.js | key: "user.profile.settings.title",
    a.js | if (event.key === 'Escape') {
    a.js | const key = '{base62:24}'
    a.js | <Row key="{base62:16}" />
    a.js | const password = "Wachtwoord"
    a.js | const key = 'shop/orders/index.html'
    a.js | cacheKey: '{hex:32}',
    a.js | <li key="{hex:8}">
    a.js | primaryKey: '{uuid}',
    a.js | sortKey: 'created_at'
    a.js | tokenId: '{uuid}'
    a.js | secretId: "{uuid}"
    a.js | token: '{uuid}'
    a.js | keyboard: '{base62:20}'
    a.js | monkey = "{base62:20}"
    a.js | const author = "{base62:20}"
    a.js | authority: 'https://login.shop-data.net/tenant'
    a.js | authUrl: "https://login.shop-data.net/oauth"
    a.js | const tokenUrl = 'https://login.shop-data.net/oauth/token?client=shop'
    a.js | token_endpoint: "https://login.shop-data.net/oauth/token",
    a.js | privateKeyPath: './keys/private.pem',
    a.js | privateKey: fs.readFileSync('/etc/ssl/private/key.pem'),
    a.js | secret: '/run/secrets/db_password'
    a.js | password: "/etc/shop/password.txt",
    a.js | className: "password-input-wrapper form-control",
    a.js | passwordClass: 'auth__password--visible'
    a.js | integrity: "sha512-{base64:86}=="
    a.js | const passwordHash = '$2b$10${base62:53}'
    a.js | const sha = '{hex:40}'
    a.js | commit: "{hex:40}",
    a.js | tokens: ['alpha', 'beta']
    a.js | max_tokens: 4096
    a.js | token.type = 'Identifier'
    a.js | const token = lexer.next()
    a.js | t('auth.password.reset_title')
    a.js | label("password", "New password")
    a.js | import { token } from "@shop/auth-token"
    a.js | require('passport-local').Strategy
    a.js | passport.use('local-login')
    a.js | bypass: 'authentication-required'
    a.js | compass: "north-north-west"
    a.js | Authorization: `Bearer ${token}`
    a.js | 'Authorization': 'Bearer ' + token
    a.js | headers: { Authorization: "Bearer <token>" }
    a.js | Authorization: "Bearer YOUR_TOKEN_HERE_PLEASE"
    a.js | 'Proxy-Authorization': 'Basic realm'
    a.js | const url = "https://user:password@shop-data.net/"
    a.js | const url = `https://${user}:${password}@shop-data.net/`
    a.js | const url = 'https://shop-data.net/users/@shop'
    a.js | const url = "https://shop-data.net/?token=" + token
    a.js | const url = "https://shop-data.net/?token=TOKEN&x=1"
    a.js | const url = 'ssh://git@github.com/shop/shop.git'
    a.js | const email = "mailto:anna@shop-data.net"
    a.js | validatePassword("Hello-World")
    a.js | const passwordRegex = /^(?=.*[a-z])(?=.*[0-9]).{8,}$/
    a.js | passwordPattern: "^[A-Za-z0-9!@#]+$",
    a.js | password: '^[a-z]{3,}$|(x)',
    a.js | const algorithm = 'aes-256-cbc', key_length = '32'
    a.js | encryptionKey: crypto.randomBytes(32).toString('hex')
    a.js | const version = { token: '1.24.3-beta.2' }
    a.js | secretDate: '2024-01-31T10:00:00Z'
    a.js | token: "2024-01-31T10:00:00Z"
    a.js | const color = { token: "#a1b2c3" }
    a.js | image_key: "data:image/png;base64,iVBORw0KGgo{base64:60}"
    a.js | const key = "iVBORw0KGgo{base64:80}"
    a.js | SESSION_TOKEN_NAME = '__Host-session-v2'
    a.js | const AUTH_TOKEN_HEADER = "x-auth-token-v2"
    a.js | accessKey: 'ALT+SHIFT+7'
    a.js | secretSanta: 'anna72berta'
    a.ts | token: string;
    a.ts | password?: string | null;
    a.ts | type Props = { secret: string; token: Token }
    a.ts | function login(password: string, token: number): Promise<void> {
    a.ts | enum Kind { Token = 'TOKEN', Secret = "SECRET_KIND" }
    a.ts | const accessToken = await this.getAccessToken('shop1234')
    a.d.ts | declare const apiKey: "{base62:32}";
    worker-configuration.d.ts | API_TOKEN: "{base62:32}";
    a.min.js | var token="{base62:32}";
    a.css | .token{content:"{base62:32}"}
    a.py | password = os.environ["DB_PASSWORD"]
    a.py | password = os.environ.get("DB_PASSWORD", "")
    a.py | password = getpass.getpass("Password for user1: ")
    a.py | password = input('Password1: ')
    a.py | password = None
    a.py | password = settings.DATABASES['default']['PASSWORD']
    a.py | password = forms.CharField(widget=forms.PasswordInput)
    a.py | password = self.password.encode('utf-8')
    a.py | password = models.CharField(max_length=128)
    a.py | token = request.headers.get('X-Auth-Token-V2')
    a.py | SECRET_KEY = config('SECRET_KEY')
    a.py | SECRET_KEY = 'django-insecure-{base62:40}'
    a.py | secret = secrets.token_hex(32)
    a.py | key = f"user:{user_id}:token"
    a.py | key = "%s:%s" % (prefix, token)
    a.py | key = 'session-{}-{}'.format(a, b)
    a.py | password = "{}"
    a.py | parser.add_argument('--password', help='The password1 to use')
    a.py | parser.add_argument("--token", dest="token")
    a.py | raise ValueError("password: too short4")
    a.py | keys = ["password", "token2", "secret"]
    a.py | fields = ('password1', 'password2')
    a.py | {'password': 'password1', 'token': 'token1'}
    a.py | assert password != 'wrong'
    a.py | TOKEN_REGEX = r'[A-Za-z0-9]{32}'
    a.py | token = tokenize.NAME
    a.py | from secrets import token_bytes
    a.py | pass
    a.py | authenticate(username='anna', password='letmein')
    a.py | api_key = "test_api_key"
    a.py | api_key = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    a.py | api_key = "1234567890abcdef"
    a.py | api_key = "abcdefgh12345678"
    a.py | api_key = '00000000000000000000000000000000'
    a.py | secret_hash = 'sha256:{hex:64}'
    a.py | checksum_key = "{hex:64}"
    a.py | password = 'correct horse battery staple'
    a.py | auth = ('user', 'pass')
    a.py | auth = HTTPBasicAuth(user, password)
    a.go | password := os.Getenv("DB_PASSWORD")
    a.go | token, err := client.Token("shop-v2")
    a.go | Password string `json:"password" yaml:"password2"`
    a.go | flag.StringVar(&password, "password", "", "the password")
    a.go | case token.IDENT:
    a.go | SecretKeyRef: &v1.SecretKeySelector{Key: "db-password-v1"}
    a.java | String password = System.getenv("DB_PASSWORD");
    a.java | @Value("${db.password}")
    a.java | private static final String TOKEN_HEADER = "X-Auth-Token1";
    a.java | public static final String KEY_PASSWORD = "password";
    a.java | @Column(name = "password", length = 60)
    a.java | String key = "shop.orders.cache.v2";
    a.java | map.put("password", password);
    a.java | builder.password(decrypt("shop.v2.password"))
    a.cs | [DataType(DataType.Password)]
    a.cs | PublicKeyToken=b77a5c561934e089
    a.cs | Version=4.0.0.0, Culture=neutral, PublicKeyToken={hex:16}
    a.cs | string password = Configuration["Db:Password1"];
    a.cs | var c = "Server=db;Integrated Security=True;Password=;";
    a.cs | var c = $"Server=db;User Id=sa;Password={password};";
    a.rb | password: ENV['DB_PASSWORD'],
    a.rb | password: ENV.fetch("DB_PASSWORD") { 'x' }
    a.rb | validates :password, length: { minimum: 8 }
    a.rb | has_secure_password
    a.php | $password = $_POST['password'];
    a.php | 'password' => env('DB_PASSWORD', ''),
    a.php | 'password' => 'required|min:8|confirmed',
    a.php | 'passwords' => 'auth.passwords.users',
    a.php | define('DB_PASSWORD', 'password_here');
    a.php | define('AUTH_KEY', 'put your unique phrase here');
    a.php | $token = $this->security->getCSRFToken();
    a.swift | let token = Token(kind: .identifier)
    a.swift | case password = "password"
    a.rs | let token = self.next_token()?;
    a.c | #define KEY_PASSWORD_MAX 128
    a.c | { "password", OPT_PASSWORD },
    a.c | token = strtok(NULL, ",;:");
    a.sql | password VARCHAR(255) NOT NULL,
    a.sql | token CHAR(32) DEFAULT NULL,
    a.sql | PRIMARY KEY (id, tenant2)
    a.sql | SELECT password FROM users WHERE token = $1
    a.sql | CREATE USER shop IDENTIFIED BY :password;
    a.sql | ALTER USER shop PASSWORD '${PASSWORD}';
    a.sql | UPDATE users SET password = 'x' WHERE id = 1;
    a.sh | export API_KEY=$1
    a.sh | export API_KEY="$(cat /run/key1)"
    a.sh | PASSWORD=`openssl rand -hex 32`
    a.sh | PASSWORD=${PASSWORD:-}
    a.sh | TOKEN=$(curl -s https://shop-data.net/token1)
    a.sh | read -s -p "Password1: " PASSWORD
    a.sh | curl -u "$USER:$PASSWORD" https://shop-data.net
    a.sh | curl -u user:pass https://shop-data.net
    a.sh | curl -H "Authorization: Bearer $TOKEN" https://shop-data.net
    a.sh | curl -H "Authorization: Bearer ${TOKEN}" https://shop-data.net
    a.sh | curl -H "X-API-Key: YOUR_API_KEY" https://shop-data.net
    a.sh | mysql -u root -p$PASSWORD shop
    a.sh | mysql -u root -p shop
    a.sh | docker login -u shop -p "$TOKEN" ghcr.io
    a.sh | deploy --token "$TOKEN" --verbose
    a.sh | deploy --token-file /run/token1
    a.sh | deploy --password-stdin < pw1.txt
    a.sh | git clone https://github.com/shop/shop1.git
    a.sh | docker run -p 8080:80 shop
    a.sh | mkdir -p build/output2
    Dockerfile | ENV DB_PASSWORD=""
    Dockerfile | ARG NPM_TOKEN
    Dockerfile | ENV API_TOKEN=${API_TOKEN}
    a.yaml | password: ${DB_PASSWORD}
    a.yaml | password: "{{ db_password }}"
    a.yaml | password: !vault |
    a.yaml | password: changeme
    a.yaml | password: ""
    a.yaml | password: null
    a.yaml | password: *shared_password1
    a.yaml | secretName: shop-tls-2024
    a.yaml | secretKeyRef:⏎  name: shop-secrets⏎  key: db-password-v2
    a.yaml | - name: DB_PASSWORD⏎  valueFrom:⏎    secretKeyRef: x1
    a.yaml | - name: DB_PASSWORD⏎  value: $(DB_PASSWORD)
    a.yaml | token: ${{ secrets.NPM_TOKEN }}
    a.yaml | token: $(API_TOKEN)
    a.yaml | token: ((api-token1))
    a.yaml | api_key: op://shop/api/key1
    a.yaml | id-token: write
    a.yaml | key: ${{ runner.os }}-node-${{ hashFiles('**/package-lock.json') }}
    a.yaml | key: v1-deps-main-2
    a.yaml | forgot_password: Mot de passe oublié1 ?
    a.yaml | password_confirmation: doesn't match2
    a.yaml | uses: actions/checkout@{hex:40}
    a.yaml | password: Enter your password (8 to 20)
    a.yaml | type: password
    a.yaml | secret: arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-db1
    a.yaml | secret: projects/shop/secrets/db1/versions/2
    a.json | {"type": "password", "name": "password1"}
    a.json | {"password": {"type": "string", "minLength": 8}}
    a.json | "secret": "shop-secret-name",
    a.json | "key": "editor.action.token2",
    a.json | "tokenColors": "./themes/dark2.json"
    a.json | "integrity": "sha512-{base64:86}=="
    a.json | "auth": "auth0|oauth2"
    a.json | "forgot_password": "Forgot your password?"
    a.json | "token": "TOKEN_PLACEHOLDER_1"
    package-lock.json | "secret": "{base62:40}"
    yarn.lock | token "{base62:40}"
    a.po | msgid "password {base62:20}"
    a.xml | <password></password>
    a.xml | <password>${db.password}</password>
    a.xml | <password>@db.password@</password>
    a.xml | <xs:element name="password" type="xs:string2"/>
    a.xml | <input type="password" name="password" id="password1"/>
    a.xml | <label for="password">Password2</label>
    a.xml | <string name="forgot_password">Forgot password?</string>
    a.xml | <publicKey>{base64:80}</publicKey>
    a.html | <input type="password" name="user[password]" placeholder="Password1">
    a.html | <meta name="csrf-token" content="{base64:64}">
    a.html | <a href="/password/reset1">Reset password</a>
    a.html | <div data-key="{hex:32}" class="token2 keyword">
    a.html | <link integrity="sha384-{base64:64}" href="a.css">
    a.properties | password=
    a.properties | db.password=${DB_PASSWORD}
    a.properties | db.password=@db.password@
    a.properties | password.label=Your password2
    a.properties | auth.password.reset=Reset%20password
    a.ini | password = changeme
    a.ini | secret = %(SECRET)s
    a.ini | key_file = /etc/ssl/key1.pem
    a.toml | token = "env:API_TOKEN"
    a.toml | secret_name = "shop-db-2024"
    a.tf |   password = var.db_password
    a.tf |   secret_id = aws_secretsmanager_secret.shop1.id
    a.tf |   kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/{uuid}"
    a.md | Set `API_KEY` to your key, e.g. `export API_KEY=your-key-123`
    a.md | The password: 8 to 20 characters, letters1
    a.md | | `password` | string | The password1 of the user |
    a.md | --token <token>   the token1
    a.md | Authorization: Bearer <access_token>
    a.md | https://user:pass@host.shop-data.net/path
    a.md | Basic authentication2 is supported
    a.md | token: the API token, see [docs2](https://shop-data.net)
    a.txt | key: value1
    a.txt | secret: none
    """#
}
