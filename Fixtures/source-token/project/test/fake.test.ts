const key = "ghp_{base62:30}{checksum:crc32-base62}";
