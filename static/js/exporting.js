// The page of exports and that of a file being made: what is told of follows what is chosen.

import {id} from './dom.js'

document.addEventListener('htmx:after:request', event => {
  if (id('offline')) id('offline').hidden = true
  if (event.detail.ctx.response.status < 400) id('notice')?.replaceChildren()
})
document.addEventListener('htmx:error', event => {
  if (event.detail.ctx && id('offline')) id('offline').hidden = false
})
