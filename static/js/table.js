// The table of functions: cells that save as they are left, and movement from row to row.

const CELL = '.rows td > [name]:not(button)'
const id = name => document.getElementById(name)
const cells = row => [...row.querySelectorAll('td > [name]:not(button)')]
const isTyped = cell => cell.value !== cell.defaultValue
const values = row => Object.fromEntries(cells(row).map(cell => [cell.name, cell.value]))
const saving = new Map()  // by row: whether it is to be sent again once it is answered
let answers = []

async function save(form, event) {
  const row = form.closest('tr')
  if (!event?.submitter?.value && !cells(row).some(isTyped)) return
  if (saving.has(row.id)) return saving.set(row.id, true)
  saving.set(row.id, false)
  row.classList.remove('saved-row')
  row.classList.add('saving')
  const sent = values(row)
  let typed = null
  const remember = () => { typed = values(row) }
  document.addEventListener('htmx:before:swap', remember, {once: true})
  const answer = window.htmx.ajax('POST', form.action, {source: form, target: '#status', swap: 'none', event})
  answers = saving.size > 1 ? [...answers, answer] : [answer]
  await answer
  document.removeEventListener('htmx:before:swap', remember)
  settle(row, sent, typed ?? sent, event?.submitter?.value)
}

// The row is morphed, so that the cursor stays, and what was typed while it was on its way.
function settle(row, sent, typed, asked) {
  const again = saving.get(row.id), isSaved = row.classList.contains('saved-row')
  saving.delete(row.id)
  row.classList.remove('saving')
  for (const cell of cells(row)) {
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
  if (!form.closest('.rows')) return wait(event, () => { if (form.isConnected) form.requestSubmit(event.submitter) })
  if (!window.htmx) return
  event.preventDefault()
  save(form, event)
})
document.addEventListener('htmx:after:request', () => { id('offline').hidden = true })
document.addEventListener('htmx:error', event => { if (event.detail.ctx) id('offline').hidden = false })
addEventListener('beforeunload', event => {
  const isOpen = [...document.querySelectorAll(CELL)].some(isTyped)
  if (isOpen || document.querySelector('.rows .refused')) event.preventDefault()
})
