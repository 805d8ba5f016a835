// The table of functions: cells that save as they are left, and movement from row to row.

import {id, isLive} from './dom.js'
import './part-search.js'

const FIELDS = ':is(th, td) > [name]:not(button)', CELL = `.rows tbody ${FIELDS}`
const cells = row => [...row.querySelectorAll(FIELDS)]
const isTyped = cell => cell.value !== cell.defaultValue
const values = row => Object.fromEntries(cells(row).map(cell => [cell.name, cell.value]))
const words = text => text.trim().replace(/\s+/g, ' ').toLowerCase()
const AGAIN = 3000
const saving = new Map()  // by row: whether it is to be sent again once it is answered
let answers = [], saves = 0, isAway = false, trying

// What each cell said in the file when it was drawn: hidden fields, as a cell may name several parts.
const fieldsOfWas = cell => [...cell.form.querySelectorAll(`[name="was.${cell.name}"]`)]
const was = row => Object.fromEntries(cells(row).map(cell => [cell.name, fieldsOfWas(cell).map(one => one.value)]))

function setWas(cell, values) {
  for (const field of fieldsOfWas(cell)) field.remove()
  for (const value of values) {
    const field = Object.assign(document.createElement('input'), {type: 'hidden', name: `was.${cell.name}`, value})
    cell.form.append(field)
  }
}

async function save(form, event) {
  const row = form.closest('tr')
  if (!event?.submitter?.value && !cells(row).some(isTyped)) return
  if (saving.has(row.id)) return saving.set(row.id, true)
  saving.set(row.id, false)
  saves++
  row.classList.remove('saved-row')
  row.classList.add('saving')
  const sent = values(row), before = was(row), changed = new Set(cells(row).filter(isTyped).map(cell => cell.name))
  let typed = null
  const remember = event => { if (event.detail.ctx.sourceElement === form) typed = values(row) }
  document.addEventListener('htmx:before:swap', remember)
  const answer = window.htmx.ajax('POST', form.action, {source: form, target: '#status', swap: 'none', event})
  answers = saving.size > 1 ? [...answers, answer] : [answer]
  await answer
  document.removeEventListener('htmx:before:swap', remember)
  const over = name => changed.has(name) ? [sent[name]] : before[name]
  settle(row, sent, typed ?? sent, over, event?.submitter?.value)
}

// The row is morphed, so that the cursor stays, and what was typed while it was on its way. What
// others wrote into the same cell meanwhile is in the way of that: it was typed `over` less.
function settle(row, sent, typed, over, asked) {
  const again = saving.get(row.id), isSaved = row.classList.contains('saved-row')
  saving.delete(row.id)
  row.classList.remove('saving')
  for (const cell of cells(row)) {
    const isLate = typed[cell.name] !== sent[cell.name] && words(cell.defaultValue) !== words(sent[cell.name])
    if (isLate) setWas(cell, over(cell.name))
    if (typed[cell.name] !== sent[cell.name] && cell !== document.activeElement) cell.value = typed[cell.name]
    else if (isSaved && cell.value === sent[cell.name]) cell.value = cell.defaultValue
  }
  if (asked && document.activeElement === document.body) cells(row).find(one => one.name === asked)?.focus()
  if (again && !row.classList.contains('refused')) save(row.querySelector('form'))
}

function move(cell, by) {
  let row = cell.closest('tr')
  do row = by > 0 ? row.nextElementSibling : row.previousElementSibling
  while (row && !row.id)
  const next = row && cells(row).find(one => one.name === cell.name)
  if (!next) return cell.tagName === 'A' ? null : save(cell.form)
  next.focus()
  next.select()
}

function press(event) {
  const cell = event.target
  if (!cell.matches?.(CELL) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const {key} = event, arrow = {ArrowDown: 1, ArrowUp: -1}[key]
  if (arrow && (isTyped(cell) || event.shiftKey)) return
  if (key === 'Escape' && isTyped(cell)) cell.value = cell.defaultValue
  else if (arrow || key === 'Enter') move(cell, arrow ?? (event.shiftKey ? -1 : 1))
  else return
  event.preventDefault()
}

// The table follows the file. A row in which something is typed waits until that is saved, or taken
// back; so does one that is gone, while the cursor stands in it.
const rows = () => [...document.querySelectorAll('.rows tbody tr')]
const isAtWork = row => row.matches('.saving, .refused') || cells(row).some(isTyped)
let followed = [], asked = 0

function waits({target: row, swapSpec: {style}}) {
  if (!row?.matches('.rows tr') || style === 'afterend') return false
  return isAtWork(row) || style === 'delete' && row.contains(document.activeElement)
}

const isBehind = row => row.dataset.behind && !waits({target: row, swapSpec: {style: row.dataset.behind}})

document.addEventListener('htmx:config:request', event => {
  if (!isLive(event)) return
  if (saving.size) return event.preventDefault()
  asked = saves
  const {body} = event.detail.ctx.request
  body.set('rows', rows().map(row => `${row.id.slice(2)}.${row.dataset.stamp}`).join(' '))
  if (rows().some(isBehind)) body.set('version', '')
})
document.addEventListener('htmx:before:swap', event => {
  if (!isLive(event)) return
  if (asked !== saves) return event.preventDefault()  // it may be older than what was saved since
  const {tasks} = event.detail
  for (const task of tasks.filter(waits)) {
    task.target.dataset.behind = task.swapSpec.style
    tasks.splice(tasks.indexOf(task), 1)
  }
  const status = tasks.findIndex(task => task.target?.id === 'status')
  if (status >= 0 && !tasks.some(task => task.target?.matches('.rows *'))) tasks.splice(status, 1)
  followed = tasks.filter(task => task.swapSpec.style === 'outerMorph').map(task => task.target)
})
document.addEventListener('htmx:after:swap', event => {
  // The cell in which the cursor stands has kept its text, though nobody typed it.
  if (isLive(event)) for (const cell of followed.flatMap(cells)) if (isTyped(cell)) cell.value = cell.defaultValue
})

/* Cells from a spreadsheet. */

const dialog = Object.assign(document.createElement('dialog'), {className: 'move-dialog'})
dialog.setAttribute('aria-labelledby', 'paste-heading')
document.body.append(dialog)

async function paste(event) {
  const cell = event.target.closest?.(`.rows ${FIELDS}`), text = event.clipboardData?.getData('text/plain') ?? ''
  if (!cell || !window.htmx || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return
  event.preventDefault()
  await Promise.allSettled(answers)
  const own = cell.closest('tbody tr'), all = rows(), below = own ? all.slice(all.indexOf(own)) : []
  const said = new URLSearchParams({rows: below.map(row => row.id.slice(2)).join(' '), column: cell.name, cells: text, base: document.querySelector('#place [name="version"]').value})
  const answer = await fetch(document.querySelector('.rows').dataset.paste, {method: 'POST', body: said, headers: {'HX-Request': 'true'}}).catch(() => null)
  if (!answer?.ok) return
  dialog.innerHTML = await answer.text()
  window.htmx.process(dialog)
  dialog.showModal()
}

document.addEventListener('paste', paste)
dialog.addEventListener('click', event => { if (event.target.closest('[data-cancel]') || event.target === dialog) dialog.close() })
dialog.addEventListener('submit', () => setTimeout(() => dialog.close(), 0))
document.addEventListener('htmx:after:request', event => {
  const form = event.detail.ctx?.sourceElement
  if (form?.id !== 'f-new' || event.detail.ctx.response.status >= 400) return
  form.reset()
  form.querySelector('[name="submission"]').value = crypto.randomUUID()
  document.querySelector('#new-row [name="name"]').focus()
})

// Whatever leads away waits for what was typed last to be saved.
async function wait(event, go) {
  if (!saving.size) return
  event.preventDefault()
  await Promise.allSettled(answers)
  if (!document.querySelector('.rows .refused')) go()
}

document.addEventListener('change', event => { if (event.target.matches(CELL)) save(event.target.form) })
document.addEventListener('keydown', press)
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]')
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) wait(event, () => link.click())
})
document.addEventListener('submit', event => {
  const form = event.target
  if (form.id === 'f-new' || form.id === 'paste-form') return
  if (!form.closest('.rows')) return wait(event, () => { if (form.isConnected) form.requestSubmit(event.submitter) })
  if (!window.htmx) return
  event.preventDefault()
  save(form, event)
})
document.addEventListener('htmx:after:request', () => { id('offline').hidden = true })
document.addEventListener('htmx:error', event => {
  if (!event.detail.ctx) return
  id('offline').hidden = false
  isAway = true
  clearTimeout(trying)
  trying = setTimeout(resume, AGAIN)
})
// What could not be saved while nobody answered is saved once somebody does, but for a word that is being written.
function resume() {
  if (!isAway) return
  isAway = false
  const written = isTyped(document.activeElement) && document.activeElement.closest('tr')
  for (const row of rows()) if (row !== written && !row.matches('.refused')) save(row.querySelector('form'))
}
document.addEventListener('htmx:finally:request', event => { if (event.detail.ctx.response?.status < 400) resume() })
addEventListener('beforeunload', event => {
  const isOpen = [...document.querySelectorAll(CELL)].some(isTyped)
  if (isOpen || document.querySelector('.rows .refused')) event.preventDefault()
})
