const key="";
