import Linter
import Testing

/// Names as they stand in real configurations: which promise a secret, and which only talk about one.
struct SecretNameTests {
  @Test(arguments: [
    "SECRET", "SECRETS", "TOKEN", "PASSWORD", "API_KEY", "APIKEY", "apiKey", "api-key", "APP_SECRET", "APP_KEY",
    "JWT_SECRET", "jwtSecret", "SESSION_SECRET", "SESSION_KEY", "COOKIE_SECRET", "AUTH_SECRET", "NEXTAUTH_SECRET",
    "BETTER_AUTH_SECRET", "STRIPE_SECRET_KEY", "STRIPE_KEY", "STRIPE_WEBHOOK_SECRET", "stripeSecretKey",
    "WEBHOOK_SIGNING_SECRET", "GITHUB_TOKEN", "GITHUB_PAT", "GH_TOKEN", "NPM_TOKEN", "SLACK_BOT_TOKEN", "DISCORD_TOKEN",
    "DISCORD_BOT_TOKEN", "TELEGRAM_BOT_TOKEN", "OPENAI_API_KEY", "OPENAI_KEY", "ANTHROPIC_API_KEY", "RESEND_API_KEY",
    "SENDGRID_KEY", "TWILIO_AUTH_TOKEN", "AWS_SECRET_ACCESS_KEY", "R2_SECRET_ACCESS_KEY", "CLERK_SECRET_KEY",
    "SUPABASE_SERVICE_ROLE_KEY", "SUPABASE_SERVICE_KEY", "DATABASE_PASSWORD", "DB_PASSWORD", "DB_PASS_PASSWD",
    "dbpassword",
    "ADMIN_PASSWORD", "ADMIN_API_KEY", "PRIVATE_KEY", "PRIVATE_KEY_PEM", "GITHUB_APP_PRIVATE_KEY", "SIGNING_KEY",
    "ENCRYPTION_KEY", "MASTER_KEY", "HMAC_KEY", "AES_KEY", "SSH_KEY", "DEPLOY_KEY", "LICENSE_KEY", "WALLET_PRIVATE_KEY",
    "MNEMONIC", "SEED_PHRASE", "WALLET_MNEMONIC", "PASSPHRASE", "KEY_PASSPHRASE", "CREDENTIALS",
    "GOOGLE_CREDENTIALS_JSON",
    "GOOGLE_CLIENT_SECRET", "CLIENT_SECRET", "clientSecret", "ACCESS_TOKEN", "REFRESH_TOKEN", "BEARER_TOKEN",
    "API_TOKENS",
    "API_KEY_PROD", "API_KEY_2", "STAGING_API_TOKEN", "API_TOKEN_STAGING", "SECRET_BASE64", "CSRF_SECRET",
    "SITE_PASSWORD",
    "PRIMARY_DB_PASSWORD", "CACHE_PASSWORD", "TURNSTILE_SECRET_KEY", "TURNSTILE_SECRET", "RECAPTCHA_SECRET",
    "HCAPTCHA_SECRET_KEY", "FIREBASE_PRIVATE_KEY", "FIREBASE_SERVICE_ACCOUNT_KEY", "POSTHOG_PERSONAL_API_KEY",
    "VAPID_PRIVATE_KEY", "SENTRY_AUTH_TOKEN", "CLOUDFLARE_API_TOKEN", "CF_API_KEY", "ALGOLIA_ADMIN_KEY", "BASIC_AUTH",
    "PRIVATE_JWK", "PASSWORD_HASH", "SERVER_KEY", "AUTH_KEY", "ROOT_KEY", "myapikey", "mysecret", "appSecret",
    "x-api-key", "Stripe.SecretKey",
  ])
  func promisesASecret(_ name: String) {
    #expect(SecretName.isSecret(name))
  }

  @Test(arguments: [
    "", "_", "ENVIRONMENT", "MODE", "DEBUG", "LOG_LEVEL", "API_URL", "HOST", "PORT", "PUBLIC_KEY", "JWT_PUBLIC_KEY",
    "STRIPE_PUBLISHABLE_KEY", "NEXT_PUBLIC_API_KEY", "VITE_API_KEY", "VITE_SECRET", "PUBLIC_API_TOKEN",
    "GATSBY_API_KEY",
    "REACT_APP_API_KEY", "EXPO_PUBLIC_TOKEN", "NUXT_PUBLIC_API_SECRET", "SUPABASE_ANON_KEY", "ANON_KEY", "SITE_KEY",
    "TURNSTILE_SITE_KEY", "TURNSTILE_SITEKEY", "RECAPTCHA_SITE_KEY", "HCAPTCHA_SITEKEY", "VAPID_PUBLIC_KEY",
    "ACCESS_KEY_ID", "AWS_ACCESS_KEY_ID", "R2_ACCESS_KEY_ID", "CLIENT_ID", "GOOGLE_CLIENT_ID", "KEY_ID", "SECRET_ID",
    "API_KEY_ID_PROD", "ACCOUNT_ID", "CLOUDFLARE_ACCOUNT_ID", "ZONE_ID", "STORE_ID", "POLICY_AUD", "ACCESS_AUD",
    "TEAM_DOMAIN", "TOKEN_URL", "TOKEN_ENDPOINT", "OAUTH_TOKEN_URI", "SECRET_NAME", "SECRET_PATH", "SECRET_STORE",
    "PASSWORD_MIN_LENGTH", "PASSWORD_POLICY", "PASSWORD_RESET_URL", "PASSWORD_HASH_ALGORITHM", "TOKEN_TTL",
    "TOKEN_EXPIRY",
    "ACCESS_TOKEN_EXPIRES", "ACCESS_TOKEN_LIFETIME", "SESSION_TOKEN_MAX_AGE", "TOKEN_TYPE", "tokenType", "TOKEN_ISSUER",
    "TOKEN_AUDIENCE", "TOKEN_HEADER", "API_KEY_HEADER", "API_KEY_HEADER_NAME", "API_KEY_PREFIX", "API_KEY_REQUIRED",
    "MAX_TOKENS", "MAX_OUTPUT_TOKENS", "NUM_TOKENS", "TOKENS", "TOKENIZER", "TOKEN_ADDRESS", "TOKEN_SYMBOL",
    "TOKEN_DECIMALS", "TOKEN_LIMIT", "TOKEN_COUNT", "CSRF_TOKEN", "XSRF_TOKEN", "CONTINUATION_TOKEN", "NEXT_TOKEN",
    "BEACON_TOKEN", "CF_BEACON_TOKEN", "CLIENT_TOKEN", "MONKEY", "MONKEY_PATCH", "KEYBOARD", "KEYFRAMES", "HOTKEY",
    "PRIMARY_KEY", "FOREIGN_KEY", "PARTITION_KEY", "SORT_KEY", "CACHE_KEY", "QUERY_KEY", "I18N_KEY", "IDEMPOTENCY_KEY",
    "AUTHOR", "AUTHORITY", "AUTH_DOMAIN", "AUTH_URL", "AUTH", "AUTH_ENABLED", "BASIC_AUTH_USER", "PWD", "POSTHOG_KEY",
    "POSTHOG_API_KEY", "MIXPANEL_TOKEN", "AMPLITUDE_API_KEY", "FIREBASE_API_KEY", "SEGMENT_WRITE_KEY", "MAPBOX_TOKEN",
    "GOOGLE_MAPS_API_KEY", "WALLETCONNECT_PROJECT_ID", "SENTRY_DSN", "EXAMPLE_API_KEY", "PLACEHOLDER_TOKEN",
    "SAMPLE_SECRET", "API_KEY_HASH", "SECRET_DIGEST", "SECRET_VERSION", "SECRETS_REGION", "passwordField",
    "PASSWORD_LABEL", "SECRET_SANTA_PAGE",
    "NONSECRET",
    "KEY", "KEYS", "NAME", "JWKS_URL", "JWT_ISSUER", "JWT_ALGORITHM", "JWT_EXPIRES_IN_SECONDS", "WEBHOOK_URL",
    "DATABASE_URL", "DATABASE_NAME", "BUCKET", "passwordStrength", "ENABLE_API_KEY_VALIDATION",
  ])
  func onlyTalksAboutASecret(_ name: String) {
    #expect(!SecretName.isSecret(name))
  }

  @Test(arguments: [
    ("DATABASE_URL", true), ("DATABASE_URI", true), ("databaseUrl", true), ("DB_URL", true), ("POSTGRES_URL", true),
    ("PG_DSN", true), ("MONGODB_URI", true), ("REDIS_URL", true), ("MYSQL_URL_PROD", true), ("DIRECT_URL", true),
    ("CONNECTION_STRING", true), ("DB_CONNECTION_STRING", true), ("AMQP_URL", true), ("SMTP_URL", true),
    ("connectionString", true),
    ("API_URL", false), ("URL", false), ("DB_CONNECTION", false), ("CONNECTION_TIMEOUT", false),
    ("DATABASE_NAME", false),
    ("SENTRY_DSN", false), ("URL_STRING", false), ("TURSO_DATABASE", false), ("REDIS_HOST", false),
    ("NEXT_PUBLIC_DATABASE_URL", false), ("", false),
  ])
  func knowsConnectionStrings(_ name: String, _ expected: Bool) {
    #expect(SecretName.isConnectionString(name) == expected)
  }

  @Test(arguments: [
    ("stripeSecretKey", "stripe secret key"), ("STRIPE_SECRET_KEY", "stripe secret key"),
    ("stripe-secret-key", "stripe secret key"), ("APIKey", "api key"), ("HTTPServerURL", "http server url"),
    ("oauth2Token", "oauth2 token"), ("__KEY__", "key"), ("ÄPFEL_KEY", "pfel key"), ("", ""),
  ])
  func splitsNames(_ name: String, _ words: String) {
    #expect(SecretName.words(of: name).joined(separator: " ") == words)
  }

  @Test(arguments: [
    ("VITE_API_KEY", true), ("NEXT_PUBLIC_X", true), ("NUXT_PUBLIC_X", true), ("EXPO_PUBLIC_X", true),
    ("PUBLIC_X", true),
    ("REACT_APP_X", true), ("GATSBY_X", true), ("PUBLIC_", false), ("VITE", false), ("INVITE_KEY", false),
    ("X_PUBLIC_Y", false), ("REACT_KEY", false),
  ])
  func knowsPublicPrefixes(_ name: String, _ expected: Bool) {
    #expect(SecretName.hasPublicPrefix(name) == expected)
  }
}
