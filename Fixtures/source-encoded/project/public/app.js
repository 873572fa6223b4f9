const app = 1;
//# sourceMappingURL=data:application/json;base64,{base64-of:{"version":3,"sources":["app.ts"],"sourcesContent":["const key = \"sk_live_{base62:24}\";\n"],"mappings":"AAAA"}}
