export default {
  async fetch() {
    const log = "first line\nghp_{base62:30}{checksum:crc32-base62}\n";
    const body = "{\"hook\":\"https:\/\/hooks.slack.com\/services\/T{upper:9#t}\/B{upper:9#b}\/{base62:24#h}\"}";
    const old = atob("{base64-of:sk_live_{base62:24}}"); // paddock:ignore token -- of a closed account
    return new Response(log + body + old);
  },
};
