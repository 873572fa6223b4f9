export const target = "/connect?to=postgres%3A%2F%2Fdb.shop.internal%3A5432%2Fshop";
