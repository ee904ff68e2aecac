/* Leaving at once, and printing: what works better with script. Without it the button is a link, and paper is printed from the browser's menu. */
(() => {
  const way = document.querySelector("[data-leave]");
  const PRESSES = 3, WITHIN = 5000;
  let pressed = [];

  /* Nothing may be read while the other page comes; going back from it must not lead here. */
  function leave() {
    document.documentElement.hidden = true;
    document.documentElement.replaceChildren();
    document.title = "";
    location.replace(way.href);
  }

  if (way) {
    way.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
    /* Shift alone, three times; with any other key between it is somebody's typing. */
    addEventListener("keydown", (event) => {
      if (event.key !== "Shift") pressed = [];
    });
    addEventListener("keyup", (event) => {
      if (event.key !== "Shift") return;
      const now = Date.now();
      pressed = [...pressed.filter((time) => now - time < WITHIN), now];
      if (pressed.length >= PRESSES) leave();
    });
  }

  /* Answers that are folded on the screen are read on paper. */
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("main details")) folded.open = true;
  });

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
