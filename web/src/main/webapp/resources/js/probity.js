// Four comforts; every page works without them.
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

// Before a session ends for want of anything done, a person can say that they are there. Nothing typed is ever thrown away.
document.addEventListener("DOMContentLoaded", () => {
  const idle = document.getElementById("idle");
  if (!idle) {
    return;
  }
  const WARNING = 120;
  const MINUTE = 60;
  const HOUR = 3600;
  const part = name => document.getElementById("idle-" + name);
  // A timer takes no more than 24 days.
  const later = seconds => setTimeout(look, Math.min(Math.max(seconds, 1), HOUR) * 1000);
  const ask = method => fetch(idle.dataset.address, { method, redirect: "error" }).then(answer => answer.json()).then(said => said.left);
  const show = over => {
    part("soon").hidden = part("stay").hidden = over;
    part("over").hidden = part("close").hidden = !over;
    if (!idle.open) {
      idle.showModal();
    }
  };
  // Another window of the same person may have been at work meanwhile.
  const look = () => ask("GET").then(left => {
    if (left > WARNING + 5) {
      if (idle.open && part("over").hidden) {
        idle.close();
      }
      later(left - WARNING);
    } else {
      show(left === 0);
      if (left > 0) {
        later(left + 1);
      }
    }
  }).catch(() => setTimeout(look, 30000));
  part("stay").addEventListener("click", () => ask("POST").then(left => {
    if (left > WARNING) {
      idle.close();
      later(left - WARNING);
    } else {
      look();
    }
  }));
  part("close").addEventListener("click", () => idle.close());
  later(MINUTE);
});
