// A QR on a certificate leads to /cek/#CODE: the part behind # never reaches a server by itself. Here it is taken
// out of the address, put into the form and sent as the form would send it.
(() => {
  const code = decodeURIComponent(location.hash.slice(1)).trim();
  const field = document.querySelector('input[name="code"]');
  if (!code || !field) return;
  history.replaceState(null, "", location.pathname);
  field.value = code;
  field.form.requestSubmit();
})();
