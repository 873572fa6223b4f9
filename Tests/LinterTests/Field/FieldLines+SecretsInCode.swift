extension FieldLines {
  /// Compiled languages, Python and notebooks.
  static let secretsInCode = #"""
    UserDao.java | private static final String PASSWORD = "«{lower:6}{digits:2}»";
    Db.java | Connection c = DriverManager.getConnection("jdbc:mysql://10.2.0.4/shop", "app", "«{upper:1}{lower:6}{digits:3}»");
    Mail.java | props.put("mail.smtp.password", "«{password:12}»");
    Login.java | driver.findElement(By.id("password")).sendKeys("«{upper:1}{lower:5}@{digits:3}»");
    Jwt.java | private final String jwtSecret = "«{base64:44}»";
    Cfg.java | @Value("${app.secret:«{base62:24}»}") String secret;
    Aws.java | new BasicAWSCredentials(id, "«{base64:40}»");
    Keys.java | static final String API_KEY = "«{hex:32}»";
    Keys.java | public static final String CONSUMER_SECRET = "«{base62:42}»";
    Keys.java | builder.setOAuthAccessTokenSecret("«{base62:45}»");
    Test.java | user.setPassword("«{lower:7}{digits:1}»");
    Test.java | .withPassword("«{alnum-lower:10}»")
    Test.java | when(cfg.getSecret()).thenReturn("«{base62:20}»");
    Shiro.java | String salt = "«{base62:16}»"; // used for all users
    Enc.java | SecretKeySpec k = new SecretKeySpec("«{base62:16}»".getBytes(), "AES");
    App.kt | val apiKey = "«{base62:32}»"
    App.kt | private const val CLIENT_SECRET = "«{hex:40}»"
    App.kt | password = "«{lower:5}{digits:3}»",
    build.gradle | storePassword "«{lower:4}{digits:4}»"
    build.gradle | keyPassword '«{alnum-lower:9}»'
    build.gradle.kts | credentials { username = "ci"; password = "«{base62:20}»" }
    gradle.properties | signing.password=«{lower:8}{digits:2}»
    gradle.properties | nexusPassword=«{password:11}»
    application.properties | spring.datasource.password=«{lower:5}{digits:4}»
    application.properties | security.oauth2.client.client-secret=«{base62:24}»
    application.properties | jasypt.encryptor.password=«{alnum-lower:14}»
    application.properties | jwt.secret=«{base62:30}»
    application.properties | spring.mail.password = «{lower:16}»
    application.yml |     password: «{upper:1}{lower:6}{digits:2}!»
    application.yml |   datasource:⏎    username: shop⏎    password: «{alnum-lower:12}»
    application.yml |   secret-key: «{base62:40}»
    application.yml | jwt:⏎  secret: «{hex:64}»
    log4j.xml | <param name="SMTPPassword" value="«{alnum-lower:10}»"/>
    settings.xml | <password>«{base62:16}»</password>
    context.xml | <Resource name="jdbc/shop" username="shop" password="«{lower:6}{digits:3}»" />
    tomcat-users.xml | <user username="deploy" password="«{alnum-lower:11}»" roles="manager-script"/>
    web.config | <add key="ApiSecret" value="«{base64:44}»" />
    web.config | <add name="Db" connectionString="Server=db2;Database=shop;User Id=sa;Password=«{password:12}»;" />
    app.config | connectionString="Data Source=10.0.0.8;Initial Catalog=Crm;Uid=crm;Pwd=«{upper:1}{lower:5}{digits:3}»"
    appsettings.json | "Secret": "«{base62:40}»",
    appsettings.json | "DefaultConnection": "Server=sql.orion.io;Database=crm;User=crm;Password=«{alnum-lower:13}»;"
    appsettings.json | "JwtKey": "«{base62:32}»"
    appsettings.json | "SmtpPassword": "«{lower:4}{digits:4}»",
    Startup.cs | private const string Password = "«{upper:1}{lower:7}{digits:2}»";
    Startup.cs | var key = Encoding.ASCII.GetBytes("«{base62:36}»"); // jwt key
    Client.cs | client.DefaultRequestHeaders.Add("X-Api-Key", "«{hex:32}»");
    Client.cs | ClientSecret = "«{base62:34}»",
    Client.cs | string apiToken = @"«{hex:40}»";
    Client.cs | new NetworkCredential("svc", "«{password:10}»")
    Client.cs | options.AppSecret = "«{hex:32}»";
    Mail.cs | smtp.Credentials = new NetworkCredential("shop@orion.io", "«{alnum-lower:12}»");
    Form1.vb | Dim password As String = "«{lower:6}{digits:3}»"
    Form1.vb | Private Const API_KEY = "«{base62:39}»"
    main.go | const apiKey = "«{hex:32}»"
    main.go | 	password := "«{lower:6}{digits:2}»"
    main.go | 	dsn := "shop:«{alnum-lower:10}»@tcp(10.0.0.7:3306)/shop"
    main.go | 	db, err := sql.Open("postgres", "host=db port=5432 user=shop password=«{lower:5}{digits:3}» dbname=shop")
    main.go | var jwtKey = []byte("«{base62:24}»")
    main.go | 	req.Header.Set("Authorization", "Bearer «{base62:40}»")
    main.go | 	req.SetBasicAuth("admin", "«{alnum-lower:12}»")
    main.go | 	ClientSecret: "«{base62:32}»",
    main.go | 	token = flag.String("token", "«{hex:40}»", "API token")
    main_test.go | 	Password: "«{lower:8}»",
    main_test.go | 	authToken := "«{hex:32}»"
    store.go | 	store := sessions.NewCookieStore([]byte("«{base62:32}»")) // session secret
    conf.go | 	SecretKey = `«{base64:40}»`
    lib.rs | const API_TOKEN: &str = "«{base62:36}»";
    lib.rs | let password = "«{lower:5}{digits:3}»";
    lib.rs |     secret_key: String::from("«{base62:32}»"),
    lib.rs | .basic_auth("shop", Some("«{alnum-lower:14}»"))
    lib.rs | env::var("TOKEN").unwrap_or("«{hex:40}»".to_string())
    main.c | #define WIFI_PASSWORD "«{lower:5}{digits:4}»"
    main.c | const char* password = "«{alnum-lower:10}»";
    main.ino | char pass[] = "«{lower:6}{digits:3}»";    // your network password
    main.ino | const char *mqtt_password = "«{alnum-lower:9}»";
    main.ino | #define BLYNK_AUTH_TOKEN "«{base64url:32}»"
    main.cpp | static const std::string kApiKey = "«{hex:32}»";
    main.cpp | QString token = QStringLiteral("«{base62:32}»");
    main.cpp | curl_easy_setopt(curl, CURLOPT_USERPWD, "shop:«{alnum-lower:10}»");
    config.h | #define SECRET_PASS "«{lower:7}{digits:2}»"
    config.h | #define AWS_SECRET "«{base64:40}»"
    App.swift | let apiKey = "«{hex:32}»"
    App.swift | static let clientSecret: String = "«{base62:40}»"
    App.swift | request.setValue("Bearer «{base62:40}»", forHTTPHeaderField: "Authorization")
    App.m | static NSString *const kAppSecret = @"«{hex:32}»";
    App.m | [Client setAPIKey:@"«{base62:32}»"];
    AppDelegate.m | #define kParseClientKey @"«{base62:40}»"
    main.dart | final String apiKey = '«{base62:39}»';
    main.dart | const password = "«{lower:6}{digits:3}»";
    main.scala | val password = "«{alnum-lower:10}»"
    main.scala | .config("spark.hadoop.fs.s3a.secret.key", "«{base64:40}»")
    core.clj | (def api-key "«{hex:32}»")
    core.clj | {:user "shop" :password "«{alnum-lower:10}»"}
    config.exs | config :shop, Shop.Repo, username: "shop", password: "«{alnum-lower:12}»"
    config.exs | secret_key_base: "«{base64:64}»"
    prod.exs |   signing_salt: "«{base62:8}»"
    sys.config | {password, "«{alnum-lower:11}»"},
    Main.hs | apiToken = "«{hex:40}»"
    init.lua | local api_key = "«{base62:32}»"
    script.pl | my $password = '«{alnum-lower:9}»';
    script.pl | my $dbh = DBI->connect($dsn, 'shop', '«{lower:6}{digits:2}»');
    script.pl | $config{'api_key'} = "«{hex:32}»";
    analysis.R | api_key <- "«{hex:32}»"
    analysis.R | con <- dbConnect(MySQL(), user = "shop", password = "«{alnum-lower:10}»")
    notebook.ipynb |     "client_secret = '«{base62:32}»'\n",
    notebook.ipynb |     "api_key=\"«{hex:32}»\"\n",
    settings.py | SECRET_KEY = '«{base62:50}»'
    settings.py |         'PASSWORD': '«{alnum-lower:10}»',
    settings.py | EMAIL_HOST_PASSWORD = '«{lower:16}»'
    settings.py | AWS_SECRET_ACCESS_KEY = "«{base64:40}»"
    settings.py | SOCIAL_AUTH_GITHUB_SECRET = '«{hex:40}»'
    settings.py | RECAPTCHA_PRIVATE_KEY = '«{base64url:40}»'
    settings.py | DATABASE_URL = "postgresql://shop:«{lower:5}{digits:4}»@db.orion.io:5432/shop"
    bot.py | TOKEN = '«{base62:40}»'
    bot.py | token="«{hex:32}»"
    bot.py | client = Client(api_key="«{base62:36}»", secret="«{base62:48}»")
    bot.py | consumer_secret = '«{base62:50}»'
    bot.py | access_token_secret = "«{base62:45}»"
    bot.py | auth = ('shop', '«{password:12}»')
    bot.py | imap.login("shop@orion.io", "«{alnum-lower:12}»")
    bot.py | ssh.connect(host, username='deploy', password='«{lower:5}{digits:4}»')
    bot.py | parser.add_argument('--api-key', default='«{hex:32}»')
    bot.py | pwd = "«{upper:1}{lower:6}{digits:2}»"
    bot.py | passwd = input() or "«{lower:5}{digits:3}»"
    bot.py | session['secret'] = '«{base62:20}»'
    bot.py | headers = {'X-Auth-Key': '«{hex:37}»', 'X-Auth-Email': mail}
    bot.py | params = {"appid": "«{hex:32}»"}  # api key
    bot.py | r = requests.get("https://api.weather.net/v1?q=x&apikey=«{hex:32}»")
    bot.py | app.config['SECRET_KEY'] = '«{hex:32}»'
    bot.py | app.config["JWT_SECRET_KEY"] = "«{base62:24}»"
    bot.py | psycopg2.connect(dbname='shop', user='shop', password='«{lower:8}{digits:1}»', host='10.1.1.2')
    bot.py | redis.Redis(host='redis', port=6379, password='«{base62:32}»')
    test_api.py | data = {"username": "nora", "password": "«{lower:5}{digits:3}»"}
    test_api.py | USER_PASSWORD = "«{upper:1}{lower:5}{digits:2}!»"
    test_api.py | token = "«{hex:40}»"
    test_api.py | secret=b'«{base62:32}»',
    """#
}
