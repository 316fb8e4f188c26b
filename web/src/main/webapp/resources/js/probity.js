// Two comforts; every page works without them.
document.addEventListener("DOMContentLoaded", () => {
  const problems = document.getElementById("problems");
  if (problems) {
    problems.focus();
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
