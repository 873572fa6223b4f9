export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    return fetch("https://partner.shop-internal.net/orders", {
      headers: { "X-Partner": env.PARTNER_TOKEN },
    });
  },
} satisfies ExportedHandler<Env>;
