extension ContextCases {
  /// Passwords that a sentence tells.
  static let sentences = #"""
    notes.md | The password is «hunter{digits:3}».
    notes.md | Log in as nora, the password is «{base62:12}»
    notes.txt | For the shop server the password is: «{lower:6}{digits:4}»
    notes.md | The admin password is `«{base62:14}»` on all machines.
    notes.md | the root password is "«{lower:7}{digits:3}»".
    notes.txt | Ask me if it fails. Password is «{upper:1}{lower:5}{digits:4}!»
    README.md | Its passphrase is «{base62:16}», do not lose it.
    """#

  /// What sentences say about passwords.
  static let otherSentences = #"""
    notes.md | The password is required.
    notes.md | The password is encrypted with AES-256.
    notes.md | If the password is incorrect, status 401 is sent.
    notes.md | The password is hashed with bcrypt, 12 rounds.
    notes.md | The password is base64-encoded.
    notes.md | The password is SHA-256 hashed
    notes.md | The password is SHA256.
    notes.md | The password is UTF-8
    notes.md | The password is at least 8 characters long.
    notes.md | The password is 8 to 64 characters.
    notes.md | The password is stored in `config/settings.yml`.
    notes.md | The password is `$PASSWORD`.
    notes.md | The password is `null`.
    notes.md | The default password is `password`.
    notes.md | The default password is `changeme`
    notes.md | The password is read from /etc/shop2/pass.
    notes.md | The password is your_password1.
    notes.md | The password is <password1>.
    notes.md | The password is set in step 2.
    notes.md | This password is deprecated since v2.0.
    notes.md | Passwords is the plural.
    notes.txt | Whether the password is valid, see RFC2617.
    notes.md | The password is not md5.
    notes.md | The password is "required".
    notes.md | whose password is `{{ db_password }}`.
    notes.md | The password is Base64.
    notes.md | The password is optional1
    """#
}
