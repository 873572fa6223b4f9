/// Lines with and without secrets, for the rules that judge a value by its name and its looks.
///
/// Each line is a file name, ` | `, and the text of the file, in which ⏎ stands for a line break and holes are filled.
enum ContextCases {
  /// What must be found stands between « and ».
  static let secrets = #"""
    a.js | const password = '«Admin{digits:4}!»';
    a.js | const hmac = crypto.createHmac('sha256', '«{base62:32}»')
    a.js | app.use(cookieParser('«{base62:24}»'))
    a.js | jwt.sign({ sub: id }, '«{base62:24}»', options)
    a.js | request.get('/').auth('shop', '«{base62:14}»')
    a.js | const privateKeys = ['«{base62:44}»']
    a.js | const iv2 = '«{base62:32}»'; // encryption key
    a.js | // API token⏎const value = '«{base62:36}»';
    a.js | // password: «{password:12}»
    a.py | requests.get(url, auth=("shop", "«{base62:14}»"))
    a.py | User.objects.create_user('nora', 'nora@shop-data.net', '«{base62:12}»')
    a.py | STRIPE = "«{base62:32}»"  # secret
    a.java | new SecretKeySpec("«{base62:16}»".getBytes(), "AES")
    a.gradle | buildConfigField("String", "API_SECRET", "\"«{base62:32}»\"")
    a.rb | set :session_secret, '«{hex:64}»'
    a.sql | INSERT INTO users (name, password) VALUES ('nora', '«{password:11}»');
    a.bicep | param adminPassword string = '«{password:14}»'
    a.html | <input type="password" name="pw" value="«{base62:12}»">
    a.html | <script src="https://maps.shop-data.net/js?key=«{base62:39}»"></script>
    a.md | | Admin password | `«{password:12}»` |
    a.conf | masterauth «{base62:20}»
    a.conf | proxy_set_header X-Api-Key «{base62:32}»;
    a.conf | stats auth admin:«{password:12}»
    a.sh | echo "«{password:12}»" | sudo -S ls
    a.sh | openssl enc -aes-256-cbc -k «{base62:16}» -in a
    a.env | MAIL_PASSWORD=«{lower:4} {lower:4} {lower:4} {lower:4}»
    a.yml | password: «{base64-of:{password:12}}»
    a.conf | auth = "«{base64-of:shop:{password:12}}»"
    a.js | const dbPassword = '«{password:12}»';
    a.js | const password = "«{alnum-lower:9}»"
    a.js | var api_key = "«{hex:32}»";
    a.js | export const apiKey = `«{base62:40}»`;
    a.js |   clientSecret: '«{base62:32}»',
    a.js |   "client-secret": "«{base62:32}»",
    a.js | const secret = process.env.JWT_SECRET || '«{base62:24}»';
    a.js | const secret = env.SESSION_SECRET ?? "«{base62:24}»";
    a.js | if (token === '«{hex:40}»') {
    a.js | if (password == "«{password:10}»") return true
    a.js | headers.set("X-Auth-Token", "«{base62:32}»");
    a.js | headers: { Authorization: 'Bearer «{base62:40}»' },
    a.js | headers: { 'Authorization': "Basic «{base64-of:shop:{base62:14}}»" },
    a.js | xhr.setRequestHeader('Authorization', 'Token «{hex:40}»')
    a.js | const headers = { "x-api-key": "«{base62:36}»" };
    a.js | fetch("https://api.shop-data.net/v1/orders?api_key=«{hex:32}»")
    a.js | const url = 'https://deploy:«{base62:20}»@git.shop-data.net/shop.git'
    a.js | const uri = `amqp://shop:«{base62:14}»@mq.shop-data.net:5672/x`
    a.js | authToken =⏎    "«{base62:40}»";
    a.js | this.config.encryptionKey = '«{base64:44}»'
    a.js | const passphrase = '«{base62:18}»'
    a.js | initialize({ accessKeyId: ID, secretAccessKey: "«{base64:40}»" })
    a.js | cookieSession({ secret: '«{hex:48}»' })
    a.js | jwt.verify(t, { jwtSecret: "«{base64url:43}»" })
    a.ts | private readonly apiSecret: string = '«{base62:28}»';
    a.ts | static TOKEN: Readonly<string> = "«{base62:30}»";
    a.ts | token: string | undefined = '«{hex:40}»'
    a.tsx | <Client apiKey="«{base62:32}»" />
    a.vue |     appSecret: '«{hex:32}»',
    a.py | PASSWORD = '«{password:11}»'
    a.py | password="«Summer2019!»"
    a.py | db_pass = '«{lower:2}{digits:2}{lower:2}»' if local else PASSWORD
    a.py | db_pass = '«{lower:3}{digits:2}{lower:2}»'
    a.py | SECRET_KEY = b"«{base62:50}»"
    a.py | app.secret_key = '«{base62:24}»'
    a.py | connect(host='db', user='shop', passwd='«{password:9}»', db='shop')
    a.py | os.environ["API_TOKEN"] = "«{hex:40}»"
    a.py | token = os.environ.get("API_TOKEN", "«{hex:40}»")
    a.py | token = os.getenv('API_TOKEN') or '«{hex:40}»'
    a.py | CREDENTIALS = {'password': '«{base62:12}»', 'user': 'shop'}
    a.py | def login(user, password="«{base62:11}»"):
    a.py | ACCESS_TOKEN: str = "«{base62:40}»"
    a.py | requests.get(url, headers={"Authorization": "Bearer «{base62:44}»"})
    a.py | client_secret = ("«{base62:32}»")
    a.py | auth_token = SecretStr("«{base62:32}»")
    a.py | conn = "host=db.shop-data.net;port=5432;password=«{base62:14}»;user=shop"
    a.py |     self._password = u'«{password:12}»'
    a.py | assert client.password == '«{base62:13}»'
    a.rb | config.secret_key = '«{hex:64}»'
    a.rb |   secret_key_base: '«{hex:128}»'
    a.rb | :password => '«{base62:12}»',
    a.rb | Client.new(api_token: "«{hex:40}»")
    a.rb | ENV['AUTH_TOKEN'] ||= '«{hex:40}»'
    a.php | $password = "«{password:12}»";
    a.php | 'password' => '«{base62:12}»',
    a.php | define('DB_PASSWORD', '«{password:14}»');
    a.php | define( 'AUTH_SALT', '«{base62:60}»' );
    a.php | $this->apiKey = '«{hex:32}»';
    a.php | $cfg['blowfish_secret'] = '«{base62:32}»';
    a.php | new PDO($dsn, password: '«{base62:12}»');
    a.go | password := "«{base62:12}»"
    a.go | const apiToken = "«{base62:40}»"
    a.go | 	Password: "«{base62:12}»",
    a.go | var jwtKey = []byte("«{base62:32}»")
    a.go | req.Header.Set("X-Api-Key", "«{base62:32}»")
    a.go | req.Header.Add("Authorization", "Bearer «{base62:40}»")
    a.java | String password = "«{password:12}»";
    a.java | private static final String API_KEY = "«{base62:32}»";
    a.java | props.setProperty("db.password", "«{base62:12}»");
    a.java | config.setPassword("«{base62:14}»");
    a.java | @Value("${jwt.secret:«{base62:40}»}")
    a.java | if (password.equals("«{base62:12}»")) {
    a.java | .withClientSecret("«{base62:40}»")
    a.kt | val apiKey = "«{base62:32}»"
    a.kt | storePassword = "«{base62:12}»"
    a.gradle |     storePassword '«{base62:12}»'
    a.scala | val token: String = "«{hex:40}»"
    a.cs | string password = "«{password:12}»";
    a.cs | public const string ApiKey = @"«{base62:32}»";
    a.cs | var c = "Server=tcp:db.shop-data.net;User ID=shop;Password=«{base62:16}»;Encrypt=True";
    a.cs | builder.Password = "«{base62:12}»";
    a.cs | Configuration["Auth:ClientSecret"] ?? "«{base62:40}»"
    a.vb | Dim password As String = "«{base62:12}»"
    a.swift | let apiKey = "«{hex:32}»"
    a.swift | static let clientSecret: String = "«{base62:32}»"
    a.rs | const API_KEY: &str = "«{base62:32}»";
    a.rs |     token: "«{base62:32}»".to_string(),
    a.c | #define WIFI_PASSWORD "«{base62:12}»"
    a.c | const char* password = "«{base62:12}»";
    a.ino | char pass[] = "«{base62:12}»";
    a.m | NSString *const kApiSecret = @"«{hex:40}»";
    a.pl | my $password = '«{base62:12}»';
    a.lua | local token = "«{base62:32}»"
    a.ex |   config :shop, secret_key_base: "«{base64:64}»"
    a.dart | const apiKey = '«{base62:32}»';
    a.sql | CREATE USER shop IDENTIFIED BY '«{base62:12}»';
    a.sql | ALTER ROLE shop WITH PASSWORD '«{base62:14}»';
    a.sql | CREATE USER shop WITH ENCRYPTED PASSWORD '«{base62:14}»';
    a.sql | SET PASSWORD = '«{base62:14}»';
    a.sh | export API_KEY=«{base62:32}»
    a.sh | export DB_PASSWORD="«{password:14}»"
    a.sh | PGPASSWORD=«{base62:12}» psql -h db
    a.sh | TOKEN=${TOKEN:-«{hex:40}»}
    a.sh | curl -u shop:«{base62:16}» https://api.shop-data.net
    a.sh | curl -s --user "shop:«{base62:16}»" https://api.shop-data.net
    a.sh | curl -H "Authorization: Bearer «{base62:40}»" https://api.shop-data.net
    a.sh | curl -H 'X-API-Key: «{base62:32}»' https://api.shop-data.net
    a.sh | mysql -u root -p«{base62:12}» shop
    a.sh | mysqldump --user=root --password=«{base62:12}» shop
    a.sh | sshpass -p '«{base62:12}»' ssh root@10.0.0.8
    a.sh | docker login -u shop -p «{base62:20}» registry.shop-data.net
    a.sh | redis-cli -h cache -a «{base62:20}» ping
    a.sh | deploy --token «{base62:32}» --verbose
    a.sh | deploy --api-key=«{hex:32}»
    a.sh | git clone https://shop:«{base62:30}»@git.shop-data.net/shop.git
    a.ps1 | $password = "«{base62:12}»"
    a.bat | set API_KEY=«{base62:32}»
    Dockerfile | ENV API_KEY=«{base62:32}»
    Dockerfile | ENV DB_PASSWORD «{base62:14}»
    Dockerfile | ARG NPM_TOKEN=«{base62:36}»
    Makefile | API_TOKEN := «{hex:40}»
    a.yaml | password: «{base62:12}»
    a.yaml | password: "«{password:12}»"
    a.yaml |   api_key: '«{hex:32}»'  # rotate
    a.yaml |   token: «{base62:40}»
    a.yaml | - name: DB_PASSWORD⏎  value: "«{base62:14}»"
    a.yaml | - name: API_TOKEN⏎  value: «{hex:40}»
    a.yml |       - MYSQL_ROOT_PASSWORD=«{base62:14}»
    a.yml |       POSTGRES_PASSWORD: «{alnum-lower:12}»
    a.yml | spring:⏎  datasource:⏎    password: «{base62:14}»
    a.yml |     client-secret: «{base62:32}»
    a.toml | secret_key = "«{hex:64}»"
    a.toml | auth = { token = "«{base62:32}»" }
    a.tf |   master_password = "«{base62:16}»"
    a.tfvars | db_password = "«{base62:16}»"
    a.json | {"password": "«{base62:12}»"}
    a.json |   "apiKey" : "«{hex:32}»",
    a.json | {"name": "CLIENT_SECRET", "value": "«{base62:32}»"}
    a.json | {"body": "{\"password\":\"«{base62:12}»\"}"}
    a.json | "headers": {"Authorization": "Bearer «{base62:40}»"}
    a.json | {"url": "https://shop:«{base62:20}»@api.shop-data.net/v1"}
    a.properties | db.password=«{base62:12}»
    a.properties | spring.datasource.password = «{password:12}»
    a.ini | password = «{base62:12}»
    a.ini | secret=«{hex:40}»
    a.conf | requirepass «{base62:24}»
    a.netrc | machine git.shop-data.net login shop password «{base62:20}»
    a.env | SECRET_KEY_BASE=«{hex:64}»
    a.env | MAIL_PASSWORD="«{password:12}»"
    a.xml | <password>«{base62:12}»</password>
    a.xml | <property name="password" value="«{base62:12}»"/>
    a.xml | <add key="ApiSecret" value="«{base62:32}»" />
    a.xml | <entry key="db.password">«{base62:12}»</entry>
    a.xml | <string name="api_key">«{hex:32}»</string>
    a.config | <add name="Db" connectionString="Server=db1;Database=x;User Id=sa;Password=«{base62:16}»;" />
    a.csproj | <SigningPassword>«{base62:14}»</SigningPassword>
    a.plist | <key>ApiSecret</key>⏎<string>«{hex:40}»</string>
    a.html | <script>var apiSecret = "«{base62:32}»";</script>
    a.md | ```⏎export API_SECRET=«{base62:40}»⏎```
    a.md | curl -H "Authorization: Bearer «{base62:40}»" https://api.shop-data.net
    a.md | Use `password=«{base62:16}»` to log in
    a.txt | password: «{alnum-lower:14}»
    tests/a.py | token = "«{hex:40}»"
    tests/a.py | password = '«{base62:12}»'
    a.js | const password = '«{lower:9}»'
    a.js | const adminPass = '«{alnum-lower:7}»'
    a.java | String pwd = "«{upper:1}{lower:6}{digits:3}»";
    a.js | const refresh_token = "«1/{base62:40}»"
    a.js | const hmac_key = '«{base64:44}»'
    a.py | AWS_SECRET_ACCESS_KEY = '«{base64:40}»'
    a.py | TWILIO_AUTH_TOKEN = "«{hex:32}»"
    a.py | consumer_secret='«{base62:50}»'
    a.py | STORAGE_ACCOUNT_KEY = '«{base64:86}==»'
    a.clj |  :api-key "«{base62:32}»"
    a.java | driver.findElement(By.id("password")).sendKeys("«{alnum-lower:10}»");
    a.java | when(cfg.getSecret()).thenReturn("«{base62:20}»");
    a.java | String getApiSecret() { return "«{base62:32}»"; }
    a.java | map.put(AUTH_TOKEN, "«{base62:32}»");
    a.java | DriverManager.getConnection("jdbc:mysql://db/shop", "shop", "«{alnum-lower:10}»");
    a.cs | new NetworkCredential("shop", "«{alnum-lower:12}»")
    a.cpp | curl_easy_setopt(curl, CURLOPT_USERPWD, "shop:«{alnum-lower:10}»");
    a.cpp | QString token = QStringLiteral("«{base62:32}»");
    a.m | #define kShopSecretKey @"«{base62:40}»"
    a.go | 	req.SetBasicAuth("shop", "«{alnum-lower:12}»")
    a.go | 	dsn := "shop:«{alnum-lower:10}»@tcp(db.shop-data.net:3306)/shop"
    a.go | 	sql.Open("postgres", "host=db user=shop password=«{alnum-lower:10}» dbname=shop")
    a.rs | env::var("TOKEN").unwrap_or("«{hex:40}»".to_string())
    a.py | parser.add_argument("--api-key", type=str, default="«{hex:32}»")
    a.js | await page.type('input[name=password]', '«{alnum-lower:10}»');
    a.js | cy.get('#password').type('«{alnum-lower:10}»')
    a.rb | fill_in 'Password', with: '«{alnum-lower:10}»'
    a.rb | let(:password) { '«{alnum-lower:10}»' }
    a.pl | $config{'api_key'} = "«{hex:32}»";
    a.erl | {password, "«{alnum-lower:11}»"},
    a.clj | (def api-key "«{hex:32}»")
    a.r | api_key <- "«{hex:32}»"
    a.php | mysqli_connect("10.0.0.3", "shop", "«{alnum-lower:10}»", "shop");
    a.tf | variable "api_token" {⏎  type = string⏎  default = "«{hex:40}»"⏎}
    a.json | { "ParameterKey": "DBPassword", "ParameterValue": "«{alnum-lower:12}»" }
    a.sh | curl -H "Authorization: token «{hex:40}»" https://api.shop-data.net
    a.sh | echo 'root:«{alnum-lower:10}»' | chpasswd
    a.ps1 | ConvertTo-SecureString "«{alnum-lower:12}»" -AsPlainText -Force
    a.txt | API key: «{hex:32}»
    a.js | const shopApiKey = '«shop_live_{hex:40}»';
    a.js | const shopSecret = '«secret_shop_{base62:32}»';
    a.sh | export SHOP_API_KEY=«shop-{uuid}»
    a.js | const shopApiKey = '«{uuid}»';
    a.js | const codecovToken = '«{uuid}»';
    a.sh | export KAGGLE_KEY=«{hex:32}»
    a.sh | AZURE_STORAGE_KEY="«{base64:86}==»"
    a.js | const shopIntegrationKey = "«{hex:32}»";
    a.yml | kong_pat: «{base62:24}»
    a.md | Shodan secret key: «{hex:32}»
    a.md | With the Codecov token «{hex:40}» it works.
    """#
}
