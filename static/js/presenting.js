// A presentation: keys, swipes and links lead from slide to slide within one page, so that full
// screen lasts and boxes can move. Every slide is also a page of its own; this reads those.

import {moving} from './moving-boxes.js'
import {keys, talking} from './talking.js'

const SHOWN = 2500, SWIPE = 50
const body = document.body, talk = document.getElementById('talk')
const slide = () => [...talk.querySelectorAll('.slide')].at(-1)
const number = () => Number(slide().dataset.number)
const link = what => document.querySelector(`#ways a[rel=${what}]`)?.href
const links = () => [...document.querySelectorAll('#ways .contents a')]
const address = at => links()[at - 1]?.href
const kept = new Map(), underway = new Map()
let wanted = '', latest = slide().dataset.version, started = Date.now(), hiding

/** Read the page of a slide, once however often it is asked for while it comes. */
function read(href) {
  if (!underway.has(href)) underway.set(href, arrival(href).finally(() => underway.delete(href)))
  return underway.get(href)
}

/** The page of a slide is kept in case that orgdesign stops in the middle of a talk. */
async function arrival(href) {
  const answer = await fetch(href, {redirect: 'error'})
  if (!answer.ok) throw new Error('refused')
  const page = await answer.text(), version = page.match(/data-version="(\w+)"/)[1]
  if (version !== latest) kept.clear()
  latest = version
  kept.set(href, page)
  return page
}

async function ahead() {
  for (const href of [link('next'), link('prev'), ...links().map(each => each.href)])
    if (href && (href === link('next') || href === link('prev') || !kept.has(href))) await read(href).catch(() => {})
}

async function go(href, tell = true) {
  if (!href) return
  wanted = href
  let page = kept.get(href)
  talk.ariaBusy = String(!page)
  try { page ??= await read(href) } catch {
    document.getElementById('stopped').hidden = false
  }
  if (wanted !== href) return // something else was asked for since, or this is shown already
  wanted = ''
  talk.ariaBusy = 'false'
  if (page) show(href, page, tell)
}

function show(href, page, tell) {
  const next = new DOMParser().parseFromString(page, 'text/html')
  const arriving = document.adoptNode(next.querySelector('.slide')), was = slide()
  const focused = document.activeElement
  document.getElementById('stopped').hidden = true
  document.getElementById('ways').replaceChildren(...next.getElementById('ways').childNodes)
  document.title = next.title
  body.dataset.speaker = next.body.dataset.speaker
  history.replaceState(null, '', href)
  talk.append(arriving)
  fit(arriving)
  moving(was, arriving).then(() => { if (slide() === arriving) ahead() })
  listen()
  if (!focused?.isConnected || was.contains(focused)) talk.focus({preventScroll: true})
  document.getElementById('told').textContent = `${arriving.getAttribute('aria-label')}, slide ${number()} of ${arriving.dataset.count}`
  if (tell) line.tell({slide: number()})
}

/** Make what is on a slide smaller until all of it is there, however much people wrote. */
function fit(one) {
  for (let size = 1; size > 0.4 && overflows(one); size -= 0.05)
    for (const part of one.querySelectorAll('h1, .statement, .said, .for, .outcomes ul, .outcomes > li, .sentences, .banner'))
      shrink(part, size)
}

function shrink(part, size) {
  part.style.fontSize = ''
  part.style.fontSize = `${parseFloat(getComputedStyle(part).fontSize) * size}px`
  if (part.matches('.banner, .outcomes > li')) part.style.padding = `${size * 0.6}em ${size * 0.9}em`
}

const overflows = one => [one, ...one.querySelectorAll('.outcome, .outcomes, .outcomes > li, .drawn, .sentences')]
  .some(part => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)

function refit() {
  for (const part of slide().querySelectorAll('[style]')) part.removeAttribute('style')
  fit(slide())
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.().catch(() => {})
}

function blank(on = !body.classList.contains('blanked')) {
  body.classList.toggle('blanked', on)
}

const speak = () => window.open(body.dataset.speaker, 'speaker')

function leave() {
  const contents = document.querySelector('.contents[open]')
  if (contents) contents.open = false
  else if (body.classList.contains('blanked')) blank(false)
  else if (document.fullscreenElement) document.exitFullscreen()
  else location.href = document.getElementById('leave').href
}

const does = {
  on: () => go(link('next')), back: () => go(link('prev')),
  first: () => go(address(1)), last: () => go(address(links().length)),
  full: fullScreen, speak, blank: () => blank(), leave,
}

const line = talking(body.dataset.talk, {
  slide: to => { if (to !== number()) go(address(to), false) },
  asks: () => line.tell({slide: number(), started}),
  does: what => does[what]?.(),
})

/** Let buttons work that a page without scripts does not have. */
function listen() {
  for (const [id, what] of [['full', 'full'], ['blank', 'blank']]) {
    const button = document.getElementById(id)
    button.hidden = id === 'full' && !document.fullscreenEnabled
    button.onclick = does[what]
  }
  document.getElementById('ways').classList.toggle('over-dark', slide().matches('.slide-title, .slide-end'))
}

function stir() {
  body.classList.remove('still', 'idle')
  clearTimeout(hiding)
  hiding = setTimeout(() => body.classList.add('still', 'idle'), SHOWN)
}

keys(what => {
  if (!['blank', 'leave'].includes(what)) blank(false)
  does[what]()
})
document.addEventListener('click', event => {
  const found = event.target.closest?.('.slide a, #ways a:not(#leave, #speaker)')
  if (!found || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
  event.preventDefault()
  go(new URL(found.href.baseVal ?? found.href, location.href).href)
})
let from
document.addEventListener('touchstart', event => { from = event.touches.length === 1 ? event.touches[0] : null; stir() }, {passive: true})
document.addEventListener('touchend', event => {
  const to = event.changedTouches[0]
  if (!from || visualViewport?.scale > 1.01) return
  const across = to.clientX - from.clientX, down = to.clientY - from.clientY
  if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) does[across < 0 ? 'on' : 'back']()
}, {passive: true})
document.addEventListener('mousemove', stir)
addEventListener('resize', refit)
document.fonts.addEventListener('loadingdone', refit)
document.addEventListener('visibilitychange', () => { if (!document.hidden) ahead() })

listen()
fit(slide())
body.classList.add('still')
line.tell({slide: number()})
if (document.readyState === 'complete') ahead()
else addEventListener('load', ahead)
