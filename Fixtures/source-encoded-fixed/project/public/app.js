const app = 1;
//# sourceMappingURL=data:application/json;base64,{base64-of:{"version":3,"sources":["app.ts"],"sourcesContent":["const key = env.STRIPE_KEY;\n"],"mappings":"AAAA"}}
