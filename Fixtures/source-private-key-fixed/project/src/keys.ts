const key = `-----BEGIN PUBLIC KEY-----
abc
-----END PUBLIC KEY-----`;
