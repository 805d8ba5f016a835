// The slider of a road map: it says the name of the phase, and the address follows it.

import {resize, stages} from './chart.js'

const slider = document.getElementById('step')
const stops = () => [...document.querySelectorAll('#stops a')]

document.querySelector('[data-without-script]').hidden = true
slider.addEventListener('input', () => {
  const stop = stops()[slider.valueAsNumber]
  slider.setAttribute('aria-valuetext', stop.textContent)
  history.replaceState(null, '', stop.href)
})
new MutationObserver(() => stages().forEach(resize)).observe(document.getElementById('walk-sheet'), {childList: true})
