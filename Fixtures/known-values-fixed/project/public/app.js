const session=document.cookie;
