// The only script of our own: short messages, and the focus after a swap.

const TOAST_MILLISECONDS = 6000;

function showToast(text) {
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.textContent = text;
  document.getElementById("toasts").append(toast);
  setTimeout(() => toast.remove(), TOAST_MILLISECONDS);
}

// The server sends HX-Trigger: {"toast": {"message": "…"}}.
document.addEventListener("toast", (event) => showToast(event.detail.message));

document.addEventListener("htmx:responseError", (event) =>
  showToast(
    event.detail.xhr.status === 404
      ? "This is not there, or not shown to you any more. Reload the page."
      : "That did not work. Reload the page and try again.",
  ),
);
document.addEventListener("htmx:sendError", () =>
  showToast("No answer from the server. Check your connection and try again."),
);

// A swap that names where to go on: the error summary, or the heading after what went away.
document.addEventListener("htmx:afterSettle", (event) => {
  const { elt } = event.detail;
  const next = elt.matches("[autofocus]") ? elt : elt.querySelector("[autofocus]");
  next?.focus();
});

// What was opened by hand stays open, and what was said before is out of date.
let opened = [];
document.addEventListener("htmx:beforeSwap", () => {
  opened = [...document.querySelectorAll("details[id][open]")].map((details) => details.id);
});
document.addEventListener("htmx:afterSwap", () => {
  document.querySelector(".notices[role=status]")?.remove();
  opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
});

// On a phone the destinations scroll sideways: bring the current one into view.
document
  .querySelector(".nav [aria-current]")
  ?.scrollIntoView({ block: "nearest", inline: "center" });
