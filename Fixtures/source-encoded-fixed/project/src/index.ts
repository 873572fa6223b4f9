export default {
  async fetch(_: Request, env: { HOOK: string; LOG_TOKEN: string }) {
    const log = "first line\nsecond line, which is a good deal longer than the first\n";
    const page = "https:\/\/shop.example\/services\/a\/rather\/long\/address\/of\/a\/page";
    return new Response(log + page + env.HOOK + env.LOG_TOKEN);
  },
};
