var partner="{alnum-lower:24#partner}";
