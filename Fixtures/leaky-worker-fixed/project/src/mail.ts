// Sends mail.
export async function send(env: Env, to: string) {
  return fetch("https://mail.example/send", { headers: { authorization: `Bearer ${env.MAIL_TOKEN}` } });
}
