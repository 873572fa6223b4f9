var partner=env.PARTNER_TOKEN;
