const key="sk_live_{base62:24}";
