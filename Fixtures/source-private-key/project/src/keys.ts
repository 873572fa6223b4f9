const key = `{pem:pkcs8}`;
const json = "{pem-escaped:rsa}";
