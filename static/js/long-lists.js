// Whatever offers many to choose from is searched as one types: a long select, and a field with a list.
// The select stays what the form sends; without script both are the browser's own.

import {combobox} from './combobox.js'
import {fold} from './fold.js'

const LONG = 25, MOST = 60
const ready = new WeakSet(), indexes = new WeakMap()

function floating() {
  const list = Object.assign(document.createElement('ul'), {className: 'search-list floating', hidden: true})
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Found')
  return list
}

// Under its field, or where there is no room over it, and as wide as the window lets it be.
function stand(list, field) {
  const at = field.getBoundingClientRect(), below = innerHeight - at.bottom - 12, above = at.top - 12, isUnder = below > 180 || below > above
  const width = Math.min(Math.max(at.width, 260), innerWidth - 16)
  Object.assign(list.style, {
    left: `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`, width: `${width}px`, maxHeight: `${Math.min(320, isUnder ? below : above)}px`,
    top: isUnder ? `${at.bottom + 4}px` : 'auto', bottom: isUnder ? 'auto' : `${innerHeight - at.top + 4}px`,
  })
}

// The options by their words, folded once for as long as they are the same.
function indexOf(holder) {
  const known = indexes.get(holder)
  if (known?.count === holder.options.length && known.last === holder.options[known.count - 1]) return known.rows
  const rows = [...holder.options].map(option => ({option, words: (option.textContent || option.value).trim() || 'None', said: ` ${fold(option.textContent || option.value)}`}))
  indexes.set(holder, {rows, count: holder.options.length, last: holder.options[holder.options.length - 1]})
  return rows
}

// First what begins with the words, then where each begins a word, then the rest.
function found(holder, text) {
  const words = fold(text).split(/\s+/).filter(Boolean), ranks = [[], [], []]
  for (const row of indexOf(holder)) {
    if (!words.every(word => row.said.includes(word))) continue
    const rank = row.said.trimStart().startsWith(words[0] ?? '') ? 0 : words.every(word => row.said.includes(` ${word}`)) ? 1 : 2
    if (ranks[rank].length < MOST) ranks[rank].push(row)
    if (!words.length && ranks[0].length === MOST) break
  }
  return ranks.flat().slice(0, MOST)
}

const words = select => select.selectedOptions[0]?.textContent.trim() ?? ''
const say = element => { for (const kind of ['input', 'change']) element.dispatchEvent(new Event(kind, {bubbles: true})) }

function takeOver(select) {
  const field = Object.assign(document.createElement('input'), {type: 'text', className: 'select-words', autocomplete: 'off', spellcheck: false, value: words(select)})
  if (!select.hasAttribute('aria-labelledby')) field.setAttribute('aria-label', select.getAttribute('aria-label') || select.labels[0]?.textContent.trim().slice(0, 120) || 'Choose')
  for (const name of ['aria-labelledby', 'aria-describedby', 'aria-invalid']) if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name))
  select.classList.add('unseen')
  select.tabIndex = -1
  select.setAttribute('aria-hidden', 'true')
  select.after(field)
  for (const label of select.labels) label.addEventListener('click', event => { event.preventDefault(); field.focus() })
  select.addEventListener('change', () => { field.value = words(select) })
  const list = floating()
  const {open, close} = combobox(field, list, {
    find: text => found(select, text),
    describe: row => [row.words],
    choose: row => { select.value = row.option.value; field.value = words(select); say(select) },
    none: 'Nothing has these words',
    leave: () => { field.value = words(select) },
    stand: () => stand(list, field),
  })
  field.addEventListener('focus', () => field.select())
  field.addEventListener('click', () => open(true))
  field.addEventListener('blur', () => { field.value = words(select); close() })
  field.addEventListener('input', event => event.stopPropagation())
  field.addEventListener('change', event => event.stopPropagation())
}

function begin(within = document) {
  for (const select of within.querySelectorAll('select:not([multiple], [size])')) {
    const isTaken = select.nextElementSibling?.classList.contains('select-words')
    if (select.options.length > LONG && !isTaken) takeOver(select)
  }
}

// A field with a list of its own, such as a cell of the table: its list is searched while it is written in.
function listen(field) {
  const name = field.getAttribute('list'), holder = document.getElementById(name)
  if (!holder || ready.has(field)) return
  ready.add(field)
  field.removeAttribute('list')
  const list = floating()
  combobox(field, list, {
    find: text => found(holder, text),
    describe: row => [row.words],
    choose: row => { field.value = row.option.value; say(field) },
    none: '',
    leave: () => {},
    stand: () => stand(list, field),
    opens: false,
  })
  field.addEventListener('blur', () => { list.remove(); field.setAttribute('list', name); ready.delete(field) }, {once: true})
}

document.addEventListener('focusin', event => { if (event.target.matches?.('input[list]:not([data-search])')) listen(event.target) })
document.addEventListener('htmx:after:swap', () => begin())
begin()
