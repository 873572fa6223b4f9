const a = 1;
