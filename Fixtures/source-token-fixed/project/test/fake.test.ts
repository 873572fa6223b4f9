const key = "not-a-token";
