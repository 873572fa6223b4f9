export const target = "/connect?to=postgres%3A%2F%2Fapp%3A{base62:16}%40db.shop.internal%3A5432%2Fshop";
