/* The kit page while somebody types: pictures and links follow the form. Without script its button does the same. */
(() => {
  const form = document.querySelector("form[data-wording]");
  if (!form) return;
  const status = form.querySelector("[data-status]");
  const PAUSE = 250;
  let timer, turn = 0;

  /* The address with the words of the form; the usual ones are left out, as the server does. */
  function worded(address) {
    const url = new URL(address, location.href);
    for (const key of ["name", "message", "contact", "language"]) {
      const field = form.elements[key];
      if (!field) continue;
      const said = field.type === "checkbox" && !field.checked ? "" : field.value.trim();
      if (said && said !== field.dataset.usual) url.searchParams.set(key, said);
      else url.searchParams.delete(key);
    }
    return url;
  }

  /* Ask for a picture first and show it when it has come; a refusal says why. */
  async function show(image, now) {
    const address = worded(image.src).href;
    if (address === image.src) return true;
    const answer = await fetch(address, {credentials: "same-origin", headers: {Accept: "image/png"}});
    if (now !== turn) return true;
    const isPicture = answer.ok && (answer.headers.get("Content-Type") || "").startsWith("image/");
    if (isPicture) image.src = address;
    else status.textContent = answer.status === 422 ? await answer.text() : form.dataset.failed;
    status.classList.toggle("wrong", !isPicture);
    return isPicture;
  }

  async function follow(pictures) {
    const now = ++turn;
    document.querySelectorAll("a[data-worded]").forEach((link) => { link.href = worded(link.href).href; });
    history.replaceState(null, "", worded(location.href).href);
    try {
      const shown = await Promise.all([...pictures].map((image) => show(image, now)));
      if (now === turn && shown.every(Boolean)) status.textContent = form.dataset.done;
    } catch {
      if (now === turn) status.textContent = form.dataset.failed;
    }
  }

  const live = () => document.querySelectorAll("img[data-live]");
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => follow(live()), PAUSE);
  });
  /* The small pictures follow when a field is left. */
  form.addEventListener("change", () => {
    clearTimeout(timer);
    follow(document.querySelectorAll("img[data-live], img[data-quiet]"));
  });
})();
