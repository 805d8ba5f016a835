// Forms that save as one goes. What was typed is sent when its field is left, and while it is not
// saved, nothing that comes from elsewhere may touch it.

const NEW = '+', PAUSE = 600
const FORM = 'form[data-form]'
const forms = () => [...document.querySelectorAll(FORM)]
let swapping = false  // a field that is taken out of the page is left by nobody
const waiting = new Set()
const sent = new WeakMap(), pending = new WeakMap(), timers = new WeakMap()

const tidy = values => values.map(value => value.trim().replace(/\s+/g, ' ')).filter(Boolean).join('\n')
const said = form => new URLSearchParams(new FormData(form)).toString()

/** Whether a form says something else than the file did when it was drawn. */
export function isDirty(form) {
  const data = new FormData(form)
  return [...new Set(data.keys())].filter(name => name.startsWith('was.')).some(was =>
    tidy(data.getAll(was)) !== tidy(data.getAll(was.slice(4))))
}

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

const rest = () => new Promise(done => setTimeout(done, 30))
const isStuck = form => form.hasAttribute('data-refused') && sent.get(form) === said(form)

/** Save what is typed in any form; false where something has to be mended or chosen first. */
export async function saved() {
  for (const form of forms()) {
    if (isStuck(form)) continue
    let times = 0
    // Looked at again and again: a form may wait in a queue, and be typed on while it is being sent.
    for (let left = 300; form.isConnected && isDirty(form); left--) {
      if (isStuck(form) || left < 1 || times > 3) return false
      if (sent.get(form) !== said(form) && !pending.has(form)) { form.requestSubmit(); times++ }
      await rest()
    }
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
  if (slow) timers.set(form, setTimeout(send, PAUSE, form))
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
  if (form?.matches?.(FORM)) sent.set(form, said(form))
})
document.addEventListener('htmx:before:request', event => {
  const form = source(event)
  if (!form?.matches?.(FORM)) return
  form.removeAttribute('hx-morph-skip')
  let done
  const promise = new Promise(resolve => { done = resolve })
  pending.set(form, {promise, done})
})
document.addEventListener('htmx:finally:request', event => {
  const form = source(event)
  if (!form?.matches?.(FORM)) return
  pending.get(form)?.done()
  pending.delete(form)
  if (event.detail.ctx.status !== 'swapped' && form.isConnected) { sent.delete(form); protect(form) }
})
// A form that others removed stays until what was typed in it is saved, or said to be lost.
function keep(tasks) {
  const form = document.querySelector('#panel [hx-morph-skip]')
  const at = tasks.findIndex(task => task.target === '#panel' || task.target?.id === 'panel')
  if (form && at >= 0 && !tasks[at].fragment.querySelector(`[id="${form.id}"]`)) tasks.splice(at, 1)
}

document.addEventListener('htmx:before:swap', event => {
  swapping = true
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
addEventListener('beforeunload', event => { if (forms().some(isDirty)) event.preventDefault() })
