// A page of lists or of a form follows the file; what was typed and is not saved yet stays.

import {id, isLive} from './dom.js'
import {forms, isDirty} from './unsaved.js'

const isHeld = () => forms().some(form => isDirty(form) || form.hasAttribute('data-refused'))
let passed = null  // the version that was not shown, as something was typed over an earlier one

document.addEventListener('htmx:config:request', event => {
  if (isLive(event) && passed && isHeld()) event.detail.ctx.request.body.set('version', passed)
})
document.addEventListener('htmx:before:swap', event => {
  const {ctx, tasks} = event.detail, main = tasks.find(task => task.type === 'main')
  if (!isLive(event) || !ctx.text || !main) return
  if (!isHeld()) return void (passed = null)
  event.preventDefault()
  passed = main.fragment.querySelector('#place input')?.value ?? null
  id('waits').hidden = false
})
document.addEventListener('htmx:after:swap', event => {
  // The field in which the cursor stands has kept its text, though nobody typed it.
  if (isLive(event) && event.detail.ctx.text) for (const form of forms()) form.reset()
})
document.addEventListener('htmx:after:request', event => {
  id('offline').hidden = true
  if (event.detail.ctx.response.status < 400) id('notice').replaceChildren()
})
document.addEventListener('htmx:error', event => { if (event.detail.ctx) id('offline').hidden = false })
