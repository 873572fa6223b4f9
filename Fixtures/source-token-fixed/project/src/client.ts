export const key = (env: Env) => env.API_KEY;
