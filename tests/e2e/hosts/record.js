// Writes down what a page could learn from the widget.
window.told = [];
for (const name of ['fogbridge-ready', 'fogbridge-error', 'fogbridge-progress']) {
  document.addEventListener(name, ({ detail, target }) => {
    window.told.push({ name, detail: JSON.parse(JSON.stringify(detail ?? null)), tag: target.localName });
  });
}
