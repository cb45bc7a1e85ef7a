"use strict";

const desk = document.getElementById("desk");
desk.dataset.sessionWebsocketUrl = location.origin.replace("http", "ws") + "/desk";

const again = document.getElementById("again");
again.addEventListener("click", () => location.reload());

// A closed desk is opened again with Enter.
new MutationObserver(() => {
  if (document.body.classList.contains("-closed")) again.focus();
}).observe(document.body, { attributeFilter: ["class"] });

// xterm.js says Ctrl for Alt where an arrow is pressed with it, and the two do different things.
const arrows = { ArrowUp: "A", ArrowDown: "B", ArrowRight: "C", ArrowLeft: "D" };
window.addEventListener(
  "keydown",
  (event) => {
    const end = arrows[event.key];
    const typing = desk.querySelector("textarea");
    if (!end || event.target !== typing) return;
    if (!event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const data = `\x1b[1;3${end}`;
    typing.dispatchEvent(new InputEvent("input", { data, inputType: "insertText" }));
  },
  true,
);

// textual.js measures characters when the page has loaded; by then the fonts must be there.
const start = window.onload;
window.onload = async (event) => {
  const faces = ["", "bold", "italic", "italic bold"];
  await Promise.allSettled(faces.map((face) => document.fonts.load(`${face} 16px "Roboto Mono"`)));
  start(event);
  desk.querySelector("textarea").focus();
};
