// Find as one types: Ctrl or Cmd and K, or a slash. The index of the file is fetched once for each of its
// versions; words are found in any order, without their accents.

import {go} from './page.js'
import {saved} from './forms.js'

const MOST = 12
const field = document.getElementById('search'), list = document.getElementById('search-list'), form = field?.closest('form')
const NAMES = {function: 'Function', outcome: 'Outcome', role: 'Role', person: 'Person', measure: 'Measure'}
let rows = null, version = '', wanted = null, at = -1, shown = []

/** A text as it is compared: without accents and capitals. */
export const fold = text => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

const now = () => document.querySelector('#place [name="version"]')?.value ?? ''

async function index() {
  if (rows && version === now()) return rows
  const asked = now()
  wanted ??= fetch(form.dataset.index).then(answer => answer.json()).finally(() => { wanted = null })
  const found = await wanted
  rows = found.map(([kind, title, detail, box, href]) => ({kind, title, detail, box, href, words: ` ${fold(`${title} ${detail}`)}`, head: fold(title)}))
  version = asked
  return rows
}

/** The rows that have all words of a text: first what begins so, then where each begins a word. */
export function matches(every, text, most = MOST) {
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (!words.length) return []
  const ranks = [[], [], []]
  for (const row of every) {
    if (!words.every(word => row.words.includes(word))) continue
    const rank = row.head.startsWith(words[0]) ? 0 : words.every(word => row.words.includes(` ${word}`)) ? 1 : 2
    if (ranks[rank].length < most) ranks[rank].push(row)
  }
  return ranks.flat().slice(0, most)
}

function option(row, place) {
  const item = Object.assign(document.createElement('li'), {id: `found-${place}`})
  item.setAttribute('role', 'option')
  const title = Object.assign(document.createElement('span'), {className: 'found-title', textContent: row.title})
  const more = Object.assign(document.createElement('span'), {className: 'found-more', textContent: [NAMES[row.kind], row.detail].filter(Boolean).join(' · ')})
  item.append(title, more)
  item.addEventListener('pointerdown', event => { event.preventDefault(); choose(row) })
  return item
}

async function look() {
  const text = field.value
  const every = text.trim() ? await index() : []
  if (text !== field.value) return
  shown = matches(every, text)
  list.replaceChildren(...shown.map(option))
  if (text.trim() && !shown.length) list.append(Object.assign(document.createElement('li'), {className: 'found-none', textContent: 'Nothing here has these words'}))
  list.hidden = !list.childElementCount
  field.setAttribute('aria-expanded', String(!list.hidden))
  mark(shown.length ? 0 : -1)
}

function mark(next) {
  at = next
  ;[...list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === at)))
  if (at >= 0) { field.setAttribute('aria-activedescendant', `found-${at}`); list.children[at]?.scrollIntoView({block: 'nearest'}) }
  else field.removeAttribute('aria-activedescendant')
}

function close() {
  list.hidden = true
  field.setAttribute('aria-expanded', 'false')
}

async function choose(row) {
  if (!row) return
  close()
  if (!row.box) return void (location.href = row.href)
  if (!await saved()) return
  const here = new URL(document.querySelector('#place a').getAttribute('href'), location.href)
  here.searchParams.set('box', row.box)
  here.searchParams.set('reveal', '1')
  field.value = ''
  field.blur()
  go(here.pathname + here.search, 'found')
}

function press(event) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    if (shown.length) mark((at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length)
  } else if (event.key === 'Enter' && shown.length) {
    event.preventDefault()
    choose(shown[Math.max(at, 0)])
  } else if (event.key === 'Escape') {
    event.stopPropagation()
    field.value = ''
    close()
    field.blur()
  }
}

if (field) {
  field.addEventListener('input', look)
  field.addEventListener('focus', () => { index(); if (field.value) look() })
  field.addEventListener('blur', close)
  field.addEventListener('keydown', press)
  document.addEventListener('keydown', event => {
    const isSlash = event.key === '/' && !event.target.closest?.('input, textarea, select, [contenteditable]')
    if (!(isSlash || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)))) return
    event.preventDefault()
    field.focus()
    field.select()
  })
}
