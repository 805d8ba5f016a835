// People of a function in a design: drawn from its box to another, or with g and a list, and how many is asked.

import {hrefOf, id} from './dom.js'
import {saved} from './forms.js'

const charts = () => document.querySelector('.charts')
const keyOf = node => new URLSearchParams(hrefOf(node.querySelector('a')).split('#')[0].split('?')[1]).get('box')
const TAKER = '.stage:not([data-still]) .node.function:not(.ghost)'
const SVG = 'http://www.w3.org/2000/svg'

const handle = Object.assign(document.createElement('button'), {type: 'button', className: 'people-handle', textContent: '⇢', title: 'Draw some of its people to another box (g)'})
handle.setAttribute('aria-label', 'Move some of its people to another function (g)')
const dialog = Object.assign(document.createElement('dialog'), {className: 'move-dialog'})
dialog.setAttribute('aria-labelledby', 'many-heading')
const layer = document.createElementNS(SVG, 'svg'), line = document.createElementNS(SVG, 'path')
layer.setAttribute('class', 'people-line')
layer.setAttribute('aria-hidden', 'true')
layer.append(line)
document.body.append(dialog)

let giver = null, drawn = null

function over(node) {
  giver = node
  handle.hidden = !charts()?.dataset.people || !node.matches('.function:not(.ghost)')
}

const takerAt = event => {
  const node = document.elementFromPoint(event.clientX, event.clientY)?.closest(TAKER)
  return node && keyOf(node) !== drawn.key ? node : null
}

function mark(node) {
  if (drawn.taker === node) return
  drawn.taker?.classList.remove('several')
  node?.classList.add('several')
  drawn.taker = node
  for (const stage of document.querySelectorAll('.stage')) stage.dispatchEvent(new CustomEvent('chart:chosen', {bubbles: true}))
}

handle.addEventListener('pointerdown', event => {
  if (event.button || !giver) return
  event.preventDefault()
  event.stopPropagation()
  handle.setPointerCapture(event.pointerId)
  drawn = {key: keyOf(giver), x: event.clientX, y: event.clientY, taker: null, moved: false}
})
handle.addEventListener('pointermove', event => {
  if (!drawn) return
  drawn.moved ||= Math.hypot(event.clientX - drawn.x, event.clientY - drawn.y) > 5
  if (!drawn.moved) return
  if (!layer.isConnected) document.body.append(layer)
  handle.style.pointerEvents = 'none'
  line.setAttribute('d', `M${drawn.x},${drawn.y}L${event.clientX},${event.clientY}`)
  mark(takerAt(event))
})
function drop(event) {
  if (!drawn) return
  const {key, taker, moved} = drawn
  if (moved) mark(null)
  handle.style.pointerEvents = ''
  layer.remove()
  drawn = null
  if (event.type === 'pointerup' && (taker || !moved)) ask(key, taker && keyOf(taker))
}
handle.addEventListener('pointerup', drop)
handle.addEventListener('pointercancel', drop)
handle.addEventListener('click', event => { event.stopPropagation(); if (!event.detail && giver) ask(keyOf(giver), null) })

/** Ask how many people of a box go to another, which may be chosen there. */
async function ask(from, to) {
  if (!charts()?.dataset.people || !await saved()) return
  const here = new URL(charts().dataset.people, location.href)
  for (const [name, value] of new URLSearchParams(id('place').querySelector('a').getAttribute('href').split('?')[1])) here.searchParams.set(name, value)
  here.searchParams.set('giver', from)
  if (to) here.searchParams.set('taker', to)
  const answer = await fetch(here, {headers: {'HX-Request': 'true'}}).catch(() => null)
  if (!answer?.ok) return
  dialog.innerHTML = await answer.text()
  window.htmx.process(dialog)
  dialog.showModal()
}

dialog.addEventListener('click', event => {
  if (!event.target.closest('[data-cancel]') && event.target !== dialog) return
  event.preventDefault()
  dialog.close()
})
dialog.addEventListener('keydown', event => event.stopPropagation())
dialog.addEventListener('submit', () => setTimeout(() => dialog.close(), 0))
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-people-of]')
  if (!link || !charts()?.dataset.people || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  event.stopPropagation()
  ask(link.dataset.peopleOf, null)
}, true)
document.addEventListener('keydown', event => {
  if (event.key !== 'g' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, [contenteditable], dialog')) return
  const node = event.target.closest?.(TAKER) ?? document.querySelector(`${TAKER}.chosen`)
  if (node) { event.preventDefault(); ask(keyOf(node), null) }
})

export const people = {handle, over}
