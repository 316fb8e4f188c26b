// Three comforts; every page works without them.
document.addEventListener("DOMContentLoaded", () => {
  const problems = document.getElementById("problems");
  if (problems) {
    problems.focus();
  }
});

// A line of the error summary leads to its field; of a group of answers to the first one.
document.addEventListener("click", event => {
  const link = event.target.closest(".error-summary a");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (field) {
    event.preventDefault();
    const input = field.matches("input, textarea, select") ? field : field.querySelector("input, textarea, select");
    (input || field).focus();
    (field.closest(".field") || field).scrollIntoView();
  }
});

// A second click while the first is on its way is swallowed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent && Date.now() - form.dataset.sent < 5000) {
    event.preventDefault();
  } else {
    form.dataset.sent = Date.now();
  }
});
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(form => delete form.dataset.sent));
