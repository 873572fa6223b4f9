export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const session = await openSession(request, env.SESSION_SECRET, env.DATABASE_URL);
    return fetch("https://partner.shop-internal.net/orders", {
      headers: { "X-Partner": env.PARTNER_TOKEN, "X-Session": session.id },
    });
  },
} satisfies ExportedHandler<Env>;
