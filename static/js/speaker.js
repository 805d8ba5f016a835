// The speaker view follows the audience and leads it, and shows how long the talk has lasted.

import {keys, talking} from './talking.js'

const talk = document.getElementById('talk')
const number = () => Number(document.querySelector('.now .slide').dataset.number)
let started = Date.now()

async function go(href, tell = true) {
  if (!href) return
  const answer = await fetch(href).catch(() => null)
  if (!answer?.ok) return
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of ['#talk', '.speaker-ways'])
    document.querySelector(part).replaceChildren(...next.querySelector(part).childNodes)
  document.title = next.title
  history.replaceState(null, '', href)
  if (tell) line.tell({slide: number()})
}

const link = rel => document.querySelector(`.speaker-ways [rel=${rel}]`)?.href
const at = to => location.href.replace(/\/present\/\d+\//, `/present/${to}/`)
const count = () => Number(document.querySelector('.now .slide').dataset.count)
const does = {
  on: () => go(link('next')), back: () => go(link('prev')),
  first: () => go(at(1)), last: () => go(at(count())),
}

const line = talking(document.body.dataset.talk, {
  slide: to => { if (to !== number()) go(at(to), false) },
  started: when => { started = when; tick() },
})

function tick() {
  const seconds = Math.max(0, Math.floor((Date.now() - started) / 1000)), two = n => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60
  document.getElementById('elapsed').textContent = `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
  document.getElementById('clock').textContent = new Date().toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'})
}

keys(what => does[what] ? does[what]() : what === 'blank' && line.tell({does: 'blank'}))
document.addEventListener('click', event => {
  const found = event.target.closest?.('.speaker-ways a, .now .slide a')
  if (!found || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  if (found.closest('.speaker-ways')) go(found.href)
})
document.getElementById('anew').addEventListener('click', () => { started = Date.now(); tick() })
for (const clock of document.querySelectorAll('.clock')) clock.hidden = false
line.tell({asks: true})
tick()
setInterval(tick, 1000)
