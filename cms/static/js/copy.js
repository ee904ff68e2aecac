// “Copy” beside a text that is to be pasted elsewhere. Without this script the text can be marked and copied by hand.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const said = document.getElementById(button.getAttribute("aria-describedby"));
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = button.dataset.done;
    } catch {
      // Clipboards are closed on pages without https: mark the text, so that it need only be copied.
      field.focus();
      said.textContent = button.dataset.failed;
    }
  });
}
