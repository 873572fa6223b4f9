export const key = "ghp_{base62:30}{checksum:crc32-base62}"; // emoji 🐎 before
/* 漢字 */ const other = "sk_live_{base62:24}";
