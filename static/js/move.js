// Moving a function: picked up by its box with the pointer, or with m and a list, and put under
// something else. Both ways fill in and send the same form: see destinations.js.

import {pan} from './chart.js'
import {addressOf, choose, formAt, isChoosing, optionsOf, say, send, viewOf} from './destinations.js'
import {id} from './dom.js'

const NEAR = 5, HOLD = 500, STILL = 10, EDGE = 56, FASTEST = 18
const MOVABLE = '.stage:not([data-still]) .node.function'
const boxOf = node => node.id.replace(/^(before|changes|reporting|after)-(fold-)?/, '')

let press = null, carried = null, dropped = false

function down(event) {
  say('')
  dropped = false
  if (press || carried || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !window.htmx) return
  const node = event.target.closest?.(MOVABLE)
  if (!node) return
  press = {node, x: event.clientX, y: event.clientY, pointer: event.pointerId}
  if (event.pointerType === 'touch') press.timer = setTimeout(() => lift(press.x, press.y), HOLD)
}

function move(event) {
  if (carried?.pointer === event.pointerId && !carried.isDown) return carry(event.clientX, event.clientY)
  if (press?.pointer !== event.pointerId) return
  const far = Math.hypot(event.clientX - press.x, event.clientY - press.y)
  if (press.timer) { if (far > STILL) release() } else if (far > NEAR) lift(event.clientX, event.clientY)
}

function release() {
  clearTimeout(press?.timer)
  press = null
}

function lift(x, y) {
  const {node, pointer} = press, view = viewOf(node)
  release()
  if (!node.isConnected) return  // the chart was drawn anew at that very moment
  const lifted = carried = {name: node.id, view, pointer, x, y, ghost: ghostOf(node, x, y), stage: node.closest('.stage')}
  document.documentElement.classList.add('carrying')
  lifted.form = formAt(addressOf(node))
  lifted.form.then(form => show(lifted, form)).catch(failure => { if (carried === lifted) { cancel(); say(failure.message) } })
  carry(x, y)
  requestAnimationFrame(roll)
}

// A card that follows the pointer, by the point where it was taken.
function ghostOf(node, x, y) {
  const at = node.getBoundingClientRect(), box = node.getBBox()
  const ghost = Object.assign(document.createElement('div'), {className: 'move-ghost'})
  ghost.setAttribute('aria-hidden', 'true')
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), copy = node.cloneNode(true)
  copy.removeAttribute('transform')
  for (const part of [copy, ...copy.querySelectorAll('*')])
    for (const name of ['id', 'href', 'xlink:href']) part.removeAttribute(name)
  for (const [name, value] of Object.entries({
    viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`, width: at.width, height: at.height,
    'font-family': node.closest('svg.chart').getAttribute('font-family'),
  })) svg.setAttribute(name, value)
  svg.append(copy)
  const where = Object.assign(document.createElement('p'), {className: 'move-where'})
  ghost.append(svg, where)
  ghost.grip = [x - at.left, y - at.top]
  document.body.append(ghost)
  return ghost
}

function show(lifted, form) {
  lifted.options = optionsOf(form)
  if (carried !== lifted) return
  light()
  carry(carried.x, carried.y)
}

// The boxes that it can be put on stand out; the chart may have been drawn anew meanwhile.
function light() {
  if (!carried?.options) return
  for (const node of carried.stage.querySelectorAll('.node')) {
    const option = carried.options.get(boxOf(node))
    node.classList.toggle('target', Boolean(option && !option.dataset.why))
    node.classList.toggle('no-target', !option || Boolean(option.dataset.why))
  }
  id(carried.name)?.classList.add('lifted')
}

function under(x, y) {
  const node = document.elementFromPoint(x, y)?.closest('.stage .node')
  if (!node) return {}
  if (viewOf(node) !== carried.view) return {node, why: 'Put it down in the chart that it came from.'}
  const option = carried.options?.get(boxOf(node))
  if (!option) return {node, why: carried.options ? 'It cannot be put there.' : ''}
  return {node, option, why: option.dataset.why ?? ''}
}

function carry(x, y) {
  Object.assign(carried, {x, y})
  const {ghost} = carried, {node, option, why} = under(x, y)
  const isHome = node?.id === carried.name
  ghost.style.transform = `translate(${x - ghost.grip[0]}px, ${y - ghost.grip[1]}px)`
  for (const other of document.querySelectorAll('.stage .over')) if (other !== node) other.classList.remove('over')
  node?.classList.toggle('over', Boolean(option && !why))
  ghost.classList.toggle('refused', Boolean(why && !isHome))
  ghost.lastChild.textContent = isHome ? '' : why || (option ? option.dataset.says : '')
}

// At an edge the chart moves on, the faster the nearer, as far as there is more of it to see.
function roll() {
  if (!carried || carried.isDown) return
  const {stage, x, y} = carried, view = stage.getBoundingClientRect()
  const chart = stage.querySelector('.chart').getBoundingClientRect()
  const top = Math.max(view.top, 0), bottom = Math.min(view.bottom, innerHeight)
  const dx = pull(x, view.left, view.right, chart.left, chart.right)
  const dy = pull(y, top, bottom, chart.top, chart.bottom)
  const isNear = x > view.left - EDGE && x < view.right + EDGE && y > top - EDGE && y < bottom + EDGE
  if (isNear && (dx || dy)) {
    pan(stage, -dx, -dy)
    carry(x, y)
  }
  requestAnimationFrame(roll)
}

function pull(at, low, high, least, most) {
  if (at < low + EDGE && least < low) return -FASTEST * Math.min(1, (low + EDGE - at) / EDGE)
  if (at > high - EDGE && most > high) return FASTEST * Math.min(1, (at - high + EDGE) / EDGE)
  return 0
}

async function up(event) {
  release()
  if (carried?.pointer !== event.pointerId || carried.isDown) return
  const held = carried
  if (under(held.x, held.y).node?.id === held.name) return cancel(false)  // a click by a restless hand
  dropped = carried.isDown = true
  const form = await held.form.catch(() => null)
  if (carried !== held || !form) return
  const {node, option, why} = under(held.x, held.y)
  if (!option || why) {
    cancel()
    return say(why ?? '')
  }
  put()
  send(form, option, node.id)
}

// The card stays where it was put until the chart shows it there.
function put() {
  const {ghost} = carried
  unlight()
  carried = null
  ghost.classList.add('put')
}

function unlight() {
  document.documentElement.classList.remove('carrying')
  for (const node of document.querySelectorAll('.stage .node')) node.classList.remove('target', 'no-target', 'over', 'lifted')
}

function finish() {
  for (const ghost of document.querySelectorAll('.move-ghost')) ghost.remove()
}

function cancel(swallow = Boolean(carried)) {
  release()
  dropped = swallow
  carried = null
  unlight()
  finish()
}

// The click that ends a drag is none.
function clicked(event) {
  if (!dropped || !event.target.closest?.('.stage')) return
  dropped = false
  event.preventDefault()
  event.stopPropagation()
}

function pressed(event) {
  say('')
  if (carried && event.key === 'Escape') {
    event.stopPropagation()
    return cancel()
  }
  if (event.key !== 'm' || event.ctrlKey || event.metaKey || event.altKey || isChoosing()) return
  const node = event.target.closest?.('.stage .node')
  if (!node || node.closest('[data-still]')) return
  event.preventDefault()
  if (node.matches('.function, .also')) choose(addressOf(node))
  else say('Only functions are moved here. Choose the box of a function, then press m.')
}

addEventListener('pointerdown', down, true)
addEventListener('pointermove', move)
addEventListener('pointerup', up)
addEventListener('pointercancel', event => { if ((carried ?? press)?.pointer === event.pointerId) cancel() })
addEventListener('blur', () => { if (carried && !carried.isDown) cancel() })
addEventListener('click', clicked, true)
addEventListener('keydown', pressed, true)
addEventListener('contextmenu', event => { if (carried || press?.timer) event.preventDefault() }, true)
addEventListener('touchmove', event => { if (carried) event.preventDefault() }, {passive: false})
addEventListener('htmx:after:swap', light)
document.addEventListener('moved', finish)
for (const stage of document.querySelectorAll('.stage:not([data-still])')) stage.classList.add('moves-functions')
