// The pages of the assessment: what was typed last is saved before one leaves.

import {id} from './dom.js'
import {saved} from './forms.js'

window.htmx?.config.morphIgnore.push('open')  // what a reader unfolded stays so

document.addEventListener('click', async event => {
  const link = event.target.closest?.('a[href]')
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !window.htmx) return
  if (link.getAttribute('href').startsWith('#')) return
  event.preventDefault()
  if (await saved()) location.assign(link.href)
  else document.querySelector('#answers :is([aria-invalid], .field-clash button)')?.focus()
})
// Whoever took something out goes on in the form that it was in.
document.addEventListener('htmx:after:swap', event => {
  const form = event.detail.ctx?.sourceElement
  if (form?.matches?.('form[data-form]') && document.activeElement === document.body) {
    id(form.id)?.querySelector('.parts-of input:not([type="hidden"]), .form-end button')?.focus()
  }
})
document.addEventListener('htmx:after:request', event => {
  id('offline').hidden = true
  if (event.detail.ctx.response.status < 400) id('notice').replaceChildren()
})
document.addEventListener('htmx:error', event => { if (event.detail.ctx) id('offline').hidden = false })
