// Runs before the page is drawn: components that need JavaScript show their plain form without these classes.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported')
}
