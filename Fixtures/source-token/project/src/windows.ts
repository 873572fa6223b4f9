const a = 1;
const key = "cfut_{base62:40}{checksum:crc32-hex}";
