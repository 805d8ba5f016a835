// Forms that save as one goes. What was typed is sent when its field is left, and while it is not
// saved, nothing that comes from elsewhere may touch it.

import './part-search.js'
import {FORM, forms, isDirty} from './unsaved.js'

const NEW = '+', PAUSE = 600, AGAIN = 3000
const LOSE = 'What you typed in this form is not saved yet. Leave it, and lose what you typed?'
let swapping = false  // a field that is taken out of the page is left by nobody
const waiting = new Set()
const sent = new WeakMap(), asked = new WeakMap(), answers = new WeakMap(), timers = new WeakMap(), pending = new WeakSet()

// What a form says, without what each answer gives it anew; and what of that a person typed.
const GIVEN = /^(base|submission)$/, DRAWN = /^(base|submission|was\..*)$/
const without = (names, form) => new URLSearchParams([...new FormData(form)].filter(([name]) => !names.test(name))).toString()
const said = form => without(GIVEN, form), typed = form => without(DRAWN, form)

// A choice of something new that has no words yet is not ready to be sent.
function isOpen(form) {
  return [...form.querySelectorAll('select')].some(select =>
    select.value === NEW && !form.elements[`${select.name}.new`]?.value.trim())
}

function protect(form) {
  form.toggleAttribute('hx-morph-skip', form.hasAttribute('data-refused') || isDirty(form))
}

function send(form) {
  clearTimeout(timers.get(form))
  if (swapping || !form.isConnected || !window.htmx || !isDirty(form) || isOpen(form)) return
  if (form.querySelector('.field-clash') || sent.get(form) === said(form)) return
  form.requestSubmit()
}

// What is being written is sent when its field is left, not in the middle of a word.
function sendLater(form) {
  const field = document.activeElement
  if (field?.form !== form || !field.matches('textarea, [type="text"]')) send(form)
}

const rest = () => new Promise(done => setTimeout(done, 30))
const isStuck = form => form.hasAttribute('data-refused') && asked.get(form) === typed(form)

/** What forms say that is not saved, to see whether something was typed since. */
export const unsavedText = () => forms().filter(isDirty).map(typed).join('\n')

/** Save what is typed in any form; false where something has to be mended or chosen first.
 * Where that was said before, the person may say that what was typed is to be lost. */
export async function saved() {
  for (const form of forms()) {
    const wasStuck = isStuck(form)
    if (!await settled(form, wasStuck) && !(wasStuck && isStuck(form) && confirm(LOSE))) return false
  }
  return true
}

// Looked at again and again: a form may wait in a queue, and be typed on while it is being sent.
async function settled(form, wasStuck) {
  const before = answers.get(form)
  let times = 0
  for (let left = 300; form.isConnected && isDirty(form); left--) {
    const isAnswered = answers.get(form) !== before
    if (isStuck(form) && (isAnswered || form.querySelector('.field-clash'))) return false
    if (left < 1 || times > 3) return false
    const isNew = sent.get(form) !== said(form) || (wasStuck && !times)
    if (isNew && !pending.has(form)) { form.requestSubmit(); times++ }
    await rest()
  }
  return true
}

function reveal(select) {
  const written = select.form.elements[`${select.name}.new`]
  if (select.value === NEW) written?.focus()
}

function changed(event) {
  const field = event.target, form = field.form
  if (!form?.matches(FORM)) return
  protect(form)
  if (field.tagName === 'SELECT' && field.value === NEW) return field.dataset.keyed || reveal(field)
  if (swapping) return waiting.add(form)
  const slow = field.dataset.keyed && /SELECT|INPUT/.test(field.tagName) && field.type !== 'text'
  clearTimeout(timers.get(form))
  if (slow) timers.set(form, setTimeout(sendLater, PAUSE, form))
  else send(form)
}

// What the browser keeps of fields that were touched gives way to what the page says now.
function follow(form) {
  if (form.hasAttribute('hx-morph-skip')) return
  for (const field of form.elements) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.defaultChecked
    else if (field.tagName === 'SELECT') {
      const named = [...field.options].findIndex(option => option.defaultSelected)
      if (field.selectedIndex !== Math.max(named, 0)) field.selectedIndex = Math.max(named, 0)
    } else if (field.type !== 'hidden' && field.defaultValue !== undefined && field.value !== field.defaultValue) {
      field.value = field.defaultValue
    }
  }
}

const source = event => event.detail.ctx?.sourceElement
const isEditable = element => element.closest?.('input, textarea, select, [contenteditable]')

function undo(event) {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isEditable(event.target)) return
  const button = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null
  if (!button || !document.getElementById(button)) return
  event.preventDefault()
  document.getElementById(button).click()
}

document.addEventListener('input', event => { if (event.target.form?.matches(FORM)) protect(event.target.form) })
document.addEventListener('change', changed)
document.addEventListener('keydown', event => { if (event.target.form) event.target.dataset.keyed = '1' })
document.addEventListener('pointerdown', event => { delete event.target.dataset?.keyed })
document.addEventListener('focusout', event => { if (event.target.form?.matches(FORM)) send(event.target.form) })
document.addEventListener('keydown', undo)
document.addEventListener('htmx:config:request', event => {
  const form = source(event)
  if (!form?.matches?.(FORM)) return
  event.detail.ctx.typed = typed(form)
  sent.set(form, said(form))
  asked.set(form, event.detail.ctx.typed)
})
document.addEventListener('htmx:before:request', event => {
  if (source(event)?.matches?.(FORM)) pending.add(source(event))
})
document.addEventListener('htmx:finally:request', event => {
  const form = source(event)
  if (!form?.matches?.(FORM)) return
  pending.delete(form)
  answers.set(form, (answers.get(form) ?? 0) + 1)
  if (event.detail.ctx.status !== 'swapped' && form.isConnected) { sent.delete(form); protect(form) }
})
// What could not be saved while nobody answered is saved once somebody does.
let isAway = false, trying
document.addEventListener('htmx:error', event => {
  if (!event.detail.ctx) return
  isAway = true
  clearTimeout(trying)
  trying = setTimeout(resume, AGAIN)
})
function resume() {
  if (!isAway) return
  isAway = swapping = false
  for (const form of forms()) if (!form.hasAttribute('data-refused')) sendLater(form)
}
document.addEventListener('htmx:finally:request', event => { if (event.detail.ctx.response?.status < 400) resume() })

// A form that others removed stays until what was typed in it is saved, or said to be lost.
function keep(tasks) {
  const form = document.querySelector('#panel [hx-morph-skip]')
  const at = tasks.findIndex(task => task.target === '#panel' || task.target?.id === 'panel')
  if (form && at >= 0 && !tasks[at].fragment.querySelector(`[id="${form.id}"]`)) tasks.splice(at, 1)
}

// The answer to a form may change it, but where it was typed on since: while it waited its turn, too.
document.addEventListener('htmx:before:swap', event => {
  const form = source(event)
  swapping = true
  if (form?.matches?.(FORM)) form.toggleAttribute('hx-morph-skip', typed(form) !== event.detail.ctx.typed)
  if (source(event)?.id === 'live') keep(event.detail.tasks)
})
document.addEventListener('htmx:finally:request', () => { swapping = false })
document.addEventListener('htmx:after:swap', () => {
  swapping = false
  for (const form of forms()) {
    follow(form)
    for (const field of form.querySelectorAll('[aria-invalid], .field-clash')) field.closest('details')?.setAttribute('open', '')
  }
  for (const form of waiting) send(form)
  waiting.clear()
})
