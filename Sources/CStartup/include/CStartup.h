/* What happens before `main`; there is nothing to call. */
