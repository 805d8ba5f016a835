// Work on the boxes themselves: + adds under a box or beside it, a double click renames, Delete asks what
// follows from removing, and several boxes chosen with Shift are moved or aligned at once.

import {hrefOf, id} from './dom.js'
import {go} from './page.js'
import {people} from './people.js'
import {saved} from './forms.js'
import {formsAnswered} from './sent-forms.js'
import {stages} from './chart.js'

const desk = document.querySelector('.desk'), charts = () => document.querySelector('.charts')
const keyOf = node => new URLSearchParams(hrefOf(node.querySelector('a')).split('#')[0].split('?')[1]).get('box')
const EDITABLE = '.stage:not([data-still]) .node:is(.function, .outcome, .desired, .role)'
const mayEdit = () => Boolean(charts()?.dataset.add)
const several = new Set()

const tools = Object.assign(document.createElement('div'), {className: 'box-tools', hidden: true})
const button = (words, title, act) => {
  const made = Object.assign(document.createElement('button'), {type: 'button', textContent: words, title})
  made.setAttribute('aria-label', title)
  made.addEventListener('click', event => { event.stopPropagation(); act() })
  return made
}
const under = button('+', 'Add a function under it (a)', () => write('under'))
const beside = button('+', 'Add a function beside it (s)', () => write('beside'))
under.className = 'add-under'
beside.className = 'add-beside'
tools.append(under, beside, people.handle)
const writer = Object.assign(document.createElement('form'), {className: 'box-writer', hidden: true})
const field = Object.assign(document.createElement('input'), {type: 'text', autocomplete: 'off', maxLength: 300})
writer.append(field)
desk?.append(tools, writer)

let at = null, doing = null

function put(element, x, y) {
  const view = desk.getBoundingClientRect()
  element.style.left = `${x - view.left}px`
  element.style.top = `${y - view.top}px`
}

function show(node) {
  at = node
  tools.hidden = !node || !mayEdit() || node.matches('.role')
  if (tools.hidden) return
  const box = node.getBoundingClientRect()
  put(tools, box.left, box.top)
  Object.assign(tools.style, {width: `${box.width}px`, height: `${box.height}px`})
  beside.hidden = !node.matches('.function')
  people.over(node)
}

function write(what) {
  if (!at?.isConnected || !mayEdit()) return
  doing = {what, key: keyOf(at)}
  const box = at.getBoundingClientRect()
  field.value = what === 'rename' ? at.querySelector('a').getAttributeNS('http://www.w3.org/1999/xlink', 'title') ?? '' : ''
  field.placeholder = what === 'rename' ? 'Name' : 'Name of the new function'
  field.setAttribute('aria-label', what === 'rename' ? 'New name' : 'Name of the new function')
  writer.hidden = false
  const wide = Math.max(180, Math.min(box.width, 420))
  writer.style.width = `${wide}px`
  put(writer, what === 'beside' ? box.right + 6 : box.left, what === 'under' ? box.bottom + 6 : box.top)
  field.focus()
  field.select()
}

async function send(event) {
  event?.preventDefault()
  const name = field.value.trim()
  if (!doing || !name) return close()
  const {what, key} = doing
  close()
  if (!await saved()) return
  await formsAnswered()
  const values = {name, where: what, box: key, base: id('place').querySelector('[name="version"]').value, submission: crypto.randomUUID()}
  await window.htmx.ajax('POST', charts().dataset[what === 'rename' ? 'rename' : 'add'], {source: '#place', target: '#place', values})
}

function close() {
  doing = null
  writer.hidden = true
}

writer.addEventListener('submit', send)
field.addEventListener('keydown', event => {
  event.stopPropagation()
  if (event.key === 'Escape') { close(); at?.querySelector('a')?.focus({preventScroll: true}) }
})
field.addEventListener('blur', () => send())

const nodeAt = event => event.target.closest?.(EDITABLE)
document.addEventListener('pointerover', event => {
  if (event.pointerType === 'touch' || document.documentElement.classList.contains('carrying')) return
  const node = nodeAt(event)
  if (node) show(node)
  else if (!event.target.closest?.('.box-tools, .box-writer')) show(null)
})
document.addEventListener('chart:view', () => show(null))
document.addEventListener('dblclick', event => {
  const node = nodeAt(event)
  if (!node || !mayEdit()) return
  event.preventDefault()
  at = node
  write('rename')
})

/* Several at once. */

const dialog = Object.assign(document.createElement('dialog'), {className: 'move-dialog'})
dialog.setAttribute('aria-labelledby', 'many-heading')
const bar = Object.assign(document.createElement('p'), {className: 'several-bar', hidden: true})
bar.setAttribute('role', 'status')
document.body.append(dialog)
desk?.append(bar)

function mark() {
  if (bar.hidden && !several.size) return
  for (const node of document.querySelectorAll('.node.several')) node.classList.remove('several')
  const boxes = several.size ? document.querySelectorAll('.stage .node.function') : []
  for (const node of boxes) if (several.has(keyOf(node))) node.classList.add('several')
  for (const stage of stages()) stage.dispatchEvent(new CustomEvent('chart:chosen', {bubbles: true}))
  bar.hidden = !several.size
  if (bar.hidden) return
  const all = button(`Move or align ${several.size}…`, `Move or align ${several.size} functions`, ask), none = button('Let go', 'Choose none of them', () => { several.clear(); mark() })
  bar.replaceChildren(all, none)
}

async function ask() {
  if (!await saved()) return
  const here = new URL(charts().dataset.many, location.href)
  for (const [name, value] of new URLSearchParams(id('place').querySelector('a').getAttribute('href').split('?')[1])) here.searchParams.set(name, value)
  for (const key of several) here.searchParams.append('function', key)
  dialog.innerHTML = await fetch(here, {headers: {'HX-Request': 'true'}}).then(answer => answer.text())
  window.htmx.process(dialog)
  dialog.showModal()
}

dialog.addEventListener('click', event => {
  if (!event.target.closest('[data-cancel]') && event.target !== dialog) return
  event.preventDefault()
  dialog.close()
})
dialog.addEventListener('submit', () => { several.clear(); setTimeout(() => { dialog.close(); mark() }, 0) })
document.addEventListener('click', event => {
  const node = event.shiftKey && mayEdit() && event.target.closest?.('.stage:not([data-still]) .node.function')
  if (!node) return
  event.preventDefault()
  event.stopPropagation()
  const key = keyOf(node)
  if (!several.delete(key)) several.add(key)
  mark()
}, true)
document.addEventListener('htmx:after:swap', () => { show(null); mark() })

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, [contenteditable], dialog')) return
  if (event.key === 'Escape' && several.size) { several.clear(); return mark() }
  const node = event.target.closest?.(EDITABLE) ?? document.querySelector('.stage:not([data-still]) .node.chosen')
  if (!node || !mayEdit()) return
  const what = {a: 'under', s: 'beside', F2: 'rename'}[event.key]
  if (what && !(what !== 'rename' && node.matches('.role'))) {
    event.preventDefault()
    at = node
    write(what)
  } else if (event.key === 'Delete') {
    event.preventDefault()
    remove(node)
  }
})

async function remove(node) {
  if (!await saved()) return
  const key = keyOf(node), isChosen = () => document.querySelector('#panel .panel-body')?.dataset.box === key
  const here = new URL(hrefOf(node.querySelector('a')).split('#')[0], location.href)
  if (!isChosen()) await go(here.pathname + here.search)
  const link = isChosen() && document.querySelector('#panel a[data-remove]')
  if (link) location.href = link.href
}
