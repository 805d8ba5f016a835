// What is chosen, and keeping the reader's place while parts of the page are swapped.

import {bring, pan, resize, reveal, stages} from './chart.js'
import {hrefOf, id} from './dom.js'
import {saved, unsavedText} from './forms.js'
import {formsAnswered} from './sent-forms.js'

// The links that change what this page shows, in place; any other leads to where it says.
const INSIDE = '.stage a, #panel a:not([data-away]), #gaps a, #depth a, #next-gap a, #gaps-switch, #outline-first a'
let origin = null, asked = null, wanted = null, before = '', cursor = ''

function shown(boxes) {
  return boxes.flatMap(box => [...document.getElementsByClassName(box)])
}

// The boxes that are marked as chosen; to look for them among all takes long.
let chosen = []

function mark() {
  const boxes = id('panel')?.firstElementChild?.dataset.boxes?.split(' ').filter(Boolean) ?? []
  for (const box of chosen) box.classList.remove('chosen')
  chosen = shown(boxes)
  for (const box of chosen) box.classList.add('chosen')
  document.dispatchEvent(new Event('chart:chosen'))
  return chosen
}

async function follow(event) {
  const link = event.target.closest?.(INSIDE)
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !window.htmx) return
  event.preventDefault()
  for (const drawer of document.querySelectorAll('.chips details[open]')) drawer.removeAttribute('open')
  if (!await saved()) return focusProblem()
  origin = link.closest('.stage .node')?.id ?? null
  go(hrefOf(link).split('#')[0], link.id === 'more-fields' ? 'more' : null)
}

/** Lead to what has to be mended before what is typed can be saved. */
export const focusProblem = () => id('panel').querySelector('[aria-invalid], .field-clash button')?.focus()

/** Show a place of this page, and wait for it; `how` says what the reader asked for, where the address does not. */
export async function go(href, how = null) {
  await formsAnswered()
  const said = new URLSearchParams(href.split('?')[1])
  // What the page sends of itself goes before what the address asks for, so that it has to say the same.
  for (const name of ['cards', 'colour', 'gaps']) {
    const field = id('place').querySelector(`input[name="${name}"]`)
    if (field) field.value = said.get(name) ?? ''
  }
  asked = how ?? (said.has('gap') ? 'gap' : said.has('box') ? 'panel' : said.has('close') ? 'close' : 'chart')
  wanted = href
  before = unsavedText()
  cursor = document.activeElement?.id
  await window.htmx.ajax('GET', href, {source: '#place', target: '#place'})
}

// What was typed while another place was on its way is saved first, and that asked for again.
async function hold(event) {
  const {ctx} = event.detail, how = asked, unsaved = unsavedText()
  if (ctx?.sourceElement?.id !== 'place' || ctx.request.method !== 'GET' || !unsaved || unsaved === before) return
  event.preventDefault()
  if (await saved()) return go(wanted, how)
  origin = asked = null
  focusProblem()
}

// The box that must not move in its stage while the chart around it changes.
// What is in the middle is asked last: among 10,000 boxes that takes long.
function anchor(stage) {
  const own = origin && stage.contains(id(origin)) ? id(origin) : chosen.find(box => stage.contains(box))
  const box = own ?? middleOf(stage)?.closest('.node') ?? stage.querySelector('.node')
  return box && {stage, name: box.id, at: within(stage, box)}
}

function middleOf(stage) {
  const view = stage.getBoundingClientRect()
  return document.elementFromPoint(view.left + stage.clientWidth / 2, view.top + stage.clientHeight / 2)
}

function within(stage, element) {
  const at = element.getBoundingClientRect(), view = stage.getBoundingClientRect()
  return [at.left - view.left, at.top - view.top]
}

let anchors = [], focused = null

function remember(event) {
  if (!event.detail.ctx?.text) return
  anchors = stages().map(anchor).filter(Boolean)
  const node = document.activeElement?.closest?.('.stage .node')
  focused = node && {name: node.id, link: [...node.querySelectorAll('a')].indexOf(document.activeElement)}
}

function settle(event) {
  if (!event.detail.ctx?.text) return
  for (const {stage, name, at} of anchors) {
    resize(stage)
    if (!id(name)) continue
    const now = within(stage, id(name))
    if (now[0] !== at[0] || now[1] !== at[1]) pan(stage, at[0] - now[0], at[1] - now[1])
  }
  const found = mark()
  if (focused && !isInField() && !id(focused.name)?.contains(document.activeElement)) refocus(focused.name)
  if (asked) arrive(found)
  remain()
}

// Side by side, what was chosen on one side is shown on the other.
const isAcross = stage => Boolean(origin && stages().length > 1 && !stage.contains(id(origin)))

function show(stage, box) {
  bring(stage, box, asked === 'found' ? 0.6 : 0)
  box.classList.remove('pulses')
  requestAnimationFrame(() => box.classList.add('pulses'))
  setTimeout(() => box.classList.remove('pulses'), 1600)
}

function refocus(name) {
  const node = id(name) ?? id(name.replace('fold-', ''))
  node?.querySelector('a')?.focus({preventScroll: true})
}

// Whether somebody went into a field of the panel before all of it had arrived.
function isInField() {
  const now = document.activeElement
  return now?.id !== cursor && now?.matches('#panel :is(input, textarea, select)')
}

// Put the reader where a followed link leads: into the panel, back to its box, or to the box unfolded.
function arrive(found) {
  // Whoever writes into a box goes on writing.
  if (document.activeElement?.closest('.box-writer')) { origin = asked = null; return }
  if (asked === 'panel' || asked === 'gap' || asked === 'found') {
    const panel = id('panel'), missing = asked === 'gap' ? panel.querySelector('[data-missing]') : null
    if (!isInField()) (missing ?? id('panel-heading'))?.focus({preventScroll: true})
    if (panel.getBoundingClientRect().top > innerHeight * 0.8) panel.scrollIntoView({block: 'start'})
    for (const stage of stages()) {
      const box = found.find(one => stage.contains(one))
      if (box && (asked === 'found' || isAcross(stage))) show(stage, box)
      else if (box) reveal(stage, box)
    }
    last = found[0]?.id ?? null
  } else if (asked === 'more') {
    ;(id('field-name') ?? id('more-fields'))?.focus()
  } else if (asked === 'close') {
    const box = last && id(last)
    ;(box?.querySelector('a') ?? stages()[0])?.focus({preventScroll: true})
  } else if (origin) {
    refocus(origin)
  }
  origin = asked = null
}

let last = null

// The address says the place, so that loading the page again comes back to it.
function remain() {
  const here = id('place')?.querySelector('a')?.getAttribute('href')
  if (here && here !== location.pathname + location.search) history.replaceState(null, '', here)
}

function answered(event) {
  id('offline').hidden = true
  if (event.detail.ctx.response.status < 400) id('notice').replaceChildren()
}

// What cards say and what their colours mean is chosen in forms, which need no button here.
document.addEventListener('change', async event => {
  const form = event.target.closest?.('form[data-look]')
  if (!form || !window.htmx || !await saved()) return
  const said = new URLSearchParams(new FormData(form)), here = new URL(id('place').querySelector('a').getAttribute('href'), location.href)
  for (const name of ['cards', 'colour']) if (form.elements[name]) here.searchParams.set(name, said.getAll(name).join(','))
  go(here.pathname + here.search, 'look')
})

document.addEventListener('click', follow)
async function press(event) {
  if (event.key === 'Escape') return document.querySelector('#panel .close')?.click()
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.target.closest('#panel')) return
  event.preventDefault()
  if (await saved()) document.querySelector('#panel .onward a, #to-next-gap')?.click()
}

document.addEventListener('keydown', press)
document.addEventListener('htmx:before:swap', hold)
document.addEventListener('htmx:before:swap', remember)
document.addEventListener('htmx:after:swap', settle)
document.addEventListener('htmx:after:request', answered)
document.addEventListener('htmx:error', event => { if (event.detail.ctx) id('offline').hidden = false })
for (const box of mark()) {
  const stage = box.closest('.stage')
  last ??= box.id
  reveal(stage, box)
}
