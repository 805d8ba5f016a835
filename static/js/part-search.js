// A field that names one of many parts searches among them as one types: only what its words find comes over.

import {combobox} from './combobox.js'

const PAUSE = 60
const ready = new WeakSet()
const pause = () => new Promise(done => setTimeout(done, PAUSE))

// What is typed goes in the body, never into an address.
async function find(field, text) {
  const before = field.value
  field.removeAttribute('list')  // of the browser's own, for where there is no script
  await pause()
  if (before !== field.value) return []
  const answer = await fetch(field.dataset.search, {method: 'POST', body: new URLSearchParams({q: text, above: field.dataset.above ?? ''})})
  const found = (answer.ok ? await answer.json() : []).map(words => ({words}))
  const isThere = found.some(row => row.words.toLowerCase() === text.trim().toLowerCase())
  return field.dataset.makes && text.trim() && !isThere ? [...found, {words: text.trim(), isNew: true}] : found
}

function choose(field, row) {
  field.value = row.words
  if (row.isNew) field.after(Object.assign(document.createElement('input'), {type: 'hidden', name: 'make', value: field.name}))
  field.dispatchEvent(new Event('change', {bubbles: true}))
  field.select()
}

function begin(field) {
  ready.add(field)
  const list = Object.assign(document.createElement('ul'), {className: 'search-list', hidden: true})
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Found')
  combobox(field, list, {
    find: text => find(field, text),
    describe: row => row.isNew ? [`“${row.words}”`, `Make it a new ${field.dataset.makes}`] : [row.words],
    choose: row => choose(field, row),
    none: 'Nothing has these words',
    leave: () => { field.value = field.defaultValue },
  })
  // What the server sends does not have the list: it goes before, and comes again with the field's next use.
  field.addEventListener('blur', () => { list.remove(); ready.delete(field) }, {once: true})
}

document.addEventListener('focusin', event => {
  const field = event.target
  if (!field.matches?.('[data-search]') || ready.has(field)) return
  begin(field)
  field.select()
})
