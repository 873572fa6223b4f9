const session="{hex:32#session}";
