// From one view of the organisation to another: the page stays, and the boxes that are in both travel
// from their places to their places. What ends fades away, what is new appears.

import {begin, stages, viewOf} from './chart.js'
import {id} from './dom.js'
import {saved, unsavedText} from './forms.js'
import {formsAnswered, sentForms} from './sent-forms.js'
import {focusProblem} from './page.js'
import {modelOf} from './chart-model.js'
import {canvases, lookOf, paintCard, roomOf} from './levels.js'

const TIME = 650, MOST = 1500, LINKS = '#switch a, #structures a'
// What differs from view to view; all else of the page stays as it is.
const PARTS = ['structures', 'switch', 'problems', 'failures', 'headline', 'bars', 'coverage-chip', 'gaps-summary', 'gaps', 'next-gap', 'found', 'depth', 'looks', 'legend', 'panel', 'way', 'present', 'place']
const calm = matchMedia('(prefers-reduced-motion: reduce)')
const charts = () => document.querySelector('.charts')
let asked = 0

// Every box that is seen, by what it stands for, with where it is on the desk.
function seen() {
  const found = new Map(), desk = charts().getBoundingClientRect()
  for (const stage of canvases()) {
    const view = viewOf(stage), at = stage.getBoundingClientRect()
    for (const card of modelOf(stage)?.cards ?? []) {
      const [x, y, width, height] = roomOf(card, view), left = x + at.left - desk.left, top = y + at.top - desk.top
      if (left > desk.width || top > desk.height || left + width < 0 || top + height < 0) continue
      const name = card.isRoot ? 'root' : card.id
      if (!card.isFold && !found.has(name)) found.set(name, {room: [left, top, width, height], look: lookOf(card)})
    }
  }
  return found
}

const between = (from, to, at) => from.map((one, side) => one + (to[side] - one) * at)
const eased = at => at < 0.5 ? 4 * at ** 3 : 1 - (2 - 2 * at) ** 3 / 2

function fly(from, to) {
  const box = charts(), sky = document.createElement('canvas'), ratio = devicePixelRatio || 1
  sky.className = 'sky'
  sky.setAttribute('aria-hidden', 'true')
  Object.assign(sky, {width: box.clientWidth * ratio, height: box.clientHeight * ratio})
  const pen = sky.getContext('2d'), start = performance.now(), mine = asked
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  box.classList.add('in-flight')
  box.append(sky)
  const end = () => { box.classList.remove('in-flight'); sky.remove() }
  const frame = now => {
    if (mine !== asked || !sky.isConnected) return end()
    const at = Math.min(1, (now - start) / TIME), way = eased(at)
    pen.clearRect(0, 0, box.clientWidth, box.clientHeight)
    pen.globalAlpha = Math.max(0, 1 - at * 2.5)
    for (const [name, old] of from) if (!to.has(name)) paintCard(pen, old.look, old.room)
    pen.globalAlpha = Math.max(0, at * 2.5 - 1.5)
    for (const [name, one] of to) if (!from.has(name)) paintCard(pen, one.look, one.room)
    pen.globalAlpha = 1
    for (const [name, one] of to) {
      const old = from.get(name)
      if (old) paintCard(pen, way < 0.5 ? old.look : one.look, between(old.room, one.room, way))
    }
    if (at === 1) return end()
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

async function page(href) {
  const answer = await fetch(href, {headers: {Accept: 'text/html'}})
  if (!answer.ok || new URL(answer.url).pathname !== location.pathname) throw new Error('another page')
  const text = await answer.text()
  return {address: answer.url, other: new DOMParser().parseFromString(text, 'text/html')}
}

/** The page at an address as it is once all that was typed and sent is in it; nothing where that has to be mended. */
async function settledPage(href) {
  for (;;) {
    if (!await saved()) return null
    await formsAnswered()
    const sent = sentForms(), before = unsavedText(), found = await page(href)
    if (sent === sentForms() && ['', before].includes(unsavedText())) return found
  }
}

function put(other) {
  for (const name of ['place', 'live']) if (id(name)) window.htmx.trigger(id(name), 'htmx:abort')  // it is of the view that is left
  charts().replaceWith(document.adoptNode(other.querySelector('.charts')))
  for (const name of PARTS) {
    const now = id(name), then = other.getElementById(name)
    if (now && then) now.replaceChildren(...then.childNodes)
  }
  document.title = other.title
  for (const name of ['looks', 'panel', 'way', 'place']) if (id(name)) window.htmx.process(id(name))
  for (const stage of stages()) begin(stage)
}

/** Show another view of this page. */
export async function show(href) {
  const mine = ++asked
  try {
    const found = await settledPage(href)
    if (mine !== asked) return
    if (!found) return focusProblem()
    const {address, other} = found
    if (!other.querySelector('.charts') || !charts()) throw new Error('another page')
    const from = calm.matches ? new Map() : seen()
    put(other)
    history.pushState(null, '', address)
    document.dispatchEvent(new Event('view:shown'))
    const to = from.size ? seen() : new Map()
    if (to.size && from.size + to.size < MOST) fly(from, to)
  } catch { location.href = href }
}

async function follow(event) {
  const link = event.target.closest?.(LINKS)
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented || !window.htmx) return
  event.preventDefault()
  const place = document.activeElement?.closest?.('#switch, #structures')?.id, words = link.textContent.trim()
  await show(link.href)
  if (!place) return
  const again = [...id(place).querySelectorAll('a, summary')].find(one => one.textContent.trim() === words)
  ;(again?.checkVisibility?.() ? again : id(place).querySelector('summary, a'))?.focus({preventScroll: true})
}

document.addEventListener('click', follow)
document.addEventListener('htmx:before:request', event => { if (event.detail.ctx.sourceElement.id === 'place') asked++ })  // what is asked for last is shown
addEventListener('popstate', () => location.reload())
