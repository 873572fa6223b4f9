export default {
  async fetch(request: Request): Promise<Response> {
    return fetch("https://partner.shop-internal.net/orders", {
      headers: { "X-Partner": "{alnum-lower:24#partner}" },
    });
  },
} satisfies ExportedHandler<Env>;
