const a = "ghp_{base62:30}{checksum:crc32-base62}"; // paddock:ignore token -- revoked, kept for the story
// paddock:ignore-next-line token/stripe-secret-key
const b = "sk_live_{base62:24}";
