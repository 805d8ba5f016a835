// Find as one types: Ctrl or Cmd and K, or a slash. The index of the file is fetched once for each of its
// versions; words are found in any order, without their accents.

import {combobox} from './combobox.js'
import {fold} from './fold.js'
import {go} from './page.js'
import {saved} from './forms.js'

const MOST = 12
const field = document.getElementById('search'), list = document.getElementById('search-list'), form = field?.closest('form')
const NAMES = {function: 'Function', outcome: 'Outcome', role: 'Role', person: 'Person', measure: 'Measure'}
let rows = null, version = '', wanted = null


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

async function find(text) {
  return matches(await index(), text)
}

async function choose(row) {
  if (!row.box) return void (location.href = row.href)
  if (!await saved()) return
  const here = new URL(document.querySelector('#place a').getAttribute('href'), location.href)
  here.searchParams.set('box', row.box)
  here.searchParams.set('reveal', '1')
  field.value = ''
  field.blur()
  go(here.pathname + here.search, 'found')
}

if (field) {
  const {open} = combobox(field, list, {
    find,
    describe: row => [row.title, [NAMES[row.kind], row.detail].filter(Boolean).join(' · ')],
    choose,
    none: 'Nothing here has these words',
    leave: () => { field.value = ''; field.blur() },
  })
  field.addEventListener('focus', () => { index(); if (field.value) open() })
  document.addEventListener('keydown', event => {
    const isSlash = event.key === '/' && !event.target.closest?.('input, textarea, select, [contenteditable]')
    if (!(isSlash || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)))) return
    event.preventDefault()
    field.focus()
    field.select()
  })
}
