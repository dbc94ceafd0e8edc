import { initAll } from '../nhsuk-frontend-10.6.1/nhsuk-frontend.min.js'

initAll()

// Paper shows everything: closed details are opened while printing.
let opened = []
window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')]
  for (const details of opened) details.open = true
})
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
  opened = []
})
