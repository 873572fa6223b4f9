#!/bin/sh
set -e
npx wrangler secret put PAYMENT_KEY --env staging
npx wrangler secret put PAYMENT_KEY --env production
