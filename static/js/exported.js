// The stand-alone page: which chart is shown and how much of it, what is chosen, the search.
// The address alone says where a reader is, so that links and the way back work; nothing is kept.

import {open, reveal} from './chart.js'

const id = name => document.getElementById(name)
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const figures = new Map(all('figure[data-view]').map(figure => [figure.dataset.view, figure]))
const stageOf = figure => figure.querySelector('.stage')
const groundOf = figure => stageOf(figure).firstElementChild
const desk = id('charts'), panel = id('panel')
const hrefOf = link => link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''

function nameOf(href) {
  try { return decodeURIComponent(href.slice(1)) } catch { return '' }  // an address that somebody has cut
}

let chosen = '', last = null

// Sheets. A branch lies folded away below the charts; its drawing moves to the stage and back.

const overviews = new Map([...figures].map(([view, figure]) => {
  const home = make('div', {hidden: true})
  figure.append(home)
  return [view, {home, caption: [...figure.querySelector('.caption').childNodes]}]
}))

function make(tag, facts) {
  return Object.assign(document.createElement(tag), facts)
}

const homeOf = (view, sheet) => sheet === view ? overviews.get(view).home : id(sheet).querySelector('.sheet')
const captionOf = (view, sheet) => sheet === view
  ? overviews.get(view).caption
  : all('figcaption > *', id(sheet)).map(part => part.cloneNode(true))

function lay(view, sheet) {
  const figure = figures.get(view), ground = groundOf(figure), before = figure.dataset.sheet ?? view
  if (before === sheet) return
  homeOf(view, before).append(ground.firstElementChild)
  ground.append(homeOf(view, sheet).firstElementChild)
  figure.querySelector('.caption').replaceChildren(...captionOf(view, sheet))
  figure.dataset.sheet = sheet
  delete figure.dataset.seen
}

function show(name) {
  const views = name === 'both' ? ['before', 'after'] : [name]
  for (const [view, figure] of figures) figure.classList.toggle('shown', views.includes(view))
  desk.querySelector('.charts').classList.toggle('both', name === 'both')
  for (const link of all('.switch a', desk)) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  look()
}

const shown = () => [...figures.values()].filter(figure => figure.classList.contains('shown'))

// A chart opens at its size when it is first seen, and again where it gets another half of the page.
function look() {
  const many = String(shown().length)
  for (const figure of shown()) {
    if (figure.dataset.seen !== many) open(stageOf(figure))
    figure.dataset.seen = many
  }
  mark()
}

// What is chosen, beside the charts and in them.

let boxes = null

// The boxes of what is chosen, in every sheet; there are many, so they are looked through once.
function boxesOf(name) {
  if (!boxes) {
    boxes = new Map()
    for (const link of all('figure .node:not(.fold) a')) {
      const leads = nameOf(hrefOf(link))
      boxes.has(leads) ? boxes.get(leads).push(link) : boxes.set(leads, [link])
    }
  }
  return boxes.get(name) ?? []
}

const onStage = (figure, name) => boxesOf(name).find(link => stageOf(figure).contains(link))

function mark() {
  for (const node of all('.chosen')) node.classList.remove('chosen')
  for (const link of chosen ? boxesOf(chosen) : []) link.closest('.node').classList.add('chosen')
}

// A box that is folded away is shown with the branch that it is in.
function find(figure, name) {
  if (onStage(figure, name)) return onStage(figure, name)
  const {view} = figure.dataset
  const sheets = boxesOf(name).map(link => link.closest('figure')).filter(one => !one.classList.contains('whole'))
  const sheet = sheets.find(one => one === figure || one.dataset.of === view)
  if (sheet) lay(view, sheet.id)
  look()
  return onStage(figure, name)
}

function choose(name) {
  chosen = name
  panel.replaceChildren(told(partOf(name)))
  look()
  for (const figure of shown()) {
    const box = find(figure, name)
    if (box) reveal(stageOf(figure), box)
  }
  mark()
  for (const figure of shown()) last = onStage(figure, name) ?? last
  id('panel-heading').focus({preventScroll: true})
  near(desk)
  if (panel.getBoundingClientRect().top > innerHeight * 0.8) panel.scrollIntoView({block: 'start'})
}

function told(part) {
  const body = make('div', {className: 'panel-body'}), top = make('p', {className: 'panel-top'})
  const close = make('a', {className: 'close', href: '#charts', textContent: '×', title: 'Close (Esc)'})
  close.setAttribute('aria-label', 'Close')
  top.append(make('span', {className: 'kind', textContent: part.dataset.kind}), close)
  const heading = make('h3', {id: 'panel-heading', tabIndex: -1, textContent: nameIn(part)})
  body.append(top, heading, ...[...part.querySelector('.told-body').cloneNode(true).childNodes])
  return body
}

const partOf = name => id(name)?.closest('.told, .seat') ?? id(name)
const nameIn = part => part.querySelector('.told-name').textContent

function close() {
  chosen = ''
  panel.replaceChildren()
  look()
  if (last?.isConnected) last.focus({preventScroll: true})
}

// Where the address leads.

function near(place) {
  const {top, bottom} = place.getBoundingClientRect()
  if (bottom < innerHeight * 0.3 || top > innerHeight * 0.7) place.scrollIntoView({block: 'start'})
}

function go() {
  const name = nameOf(location.hash), view = name.split('.')[0], part = partOf(name)
  if (view === 'both' || figures.has(view)) return goToChart(view, name, part)
  if (part?.classList.contains('told')) return choose(name)
  if (!name) return close()
  if (name === 'charts') { close(); return near(desk) }
  if (!part) return
  part.closest('details')?.setAttribute('open', '')
  part.scrollIntoView({block: 'start'})
  const spot = part.querySelector('summary, [tabindex]') ?? part
  spot.focus({preventScroll: true})
}

function goToChart(view, name, part) {
  show(view)
  for (const figure of shown()) {
    if (view !== 'both') lay(view, part ? name : view)
  }
  look()
  near(desk)
}

function follow(event) {
  const link = event.target.closest?.('a')
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
  const href = hrefOf(link)
  if (!href.startsWith('#') || link.classList.contains('skip')) return
  event.preventDefault()
  if (link.closest('.node')) last = link
  results.hidden = true
  if (href !== location.hash) history.pushState(null, '', href)
  go()
}

// The search: every word is somewhere in the name; names that start with what is typed come first.

const search = id('search'), results = id('results'), found = id('found'), MOST = 12
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
let index = null

function indexed() {
  index ??= all('[data-kind]').map(part => {
    const name = nameIn(part), {id} = part.id ? part : part.querySelector('[id]')
    return {href: `#${encodeURIComponent(id)}`, kind: part.dataset.kind, name, words: plain(name)}
  })
  return index
}

function look_up() {
  const typed = plain(search.value.trim()), words = typed.split(/\s+/)
  const fits = typed ? indexed().filter(one => words.every(word => one.words.includes(word))) : []
  const first = [...fits.filter(one => one.words.startsWith(typed)), ...fits.filter(one => !one.words.startsWith(typed))]
  found.replaceChildren(...first.slice(0, MOST).map(result))
  const more = fits.length > MOST ? ` The first ${MOST} are shown.` : ''
  id('found-count').textContent = !typed ? '' : `${fits.length || 'Nothing'} found.${more}`
  results.hidden = !typed
}

function result({href, kind, name}) {
  const item = make('li', {}), link = make('a', {href})
  link.append(name, ' ', make('span', {className: 'quiet', textContent: kind}))
  item.append(link)
  return item
}

function step(event) {
  const links = all('a', found), here = links.indexOf(document.activeElement)
  if (event.key === 'Enter' && here < 0) links[0]?.click()
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key]
  if (!by || !links.length) return
  event.preventDefault()
  const next = here + by
  if (next < 0) search.focus()
  else links[Math.min(next, links.length - 1)].focus()
}

function press(event) {
  if (event.key === 'Escape' && !results.hidden) { results.hidden = true; search.focus() }
  else if (event.key === 'Escape' && chosen) panel.querySelector('.close').click()
  else if (event.key === '/' && !event.target.closest('input')) { event.preventDefault(); search.focus() }
}

// On paper everything is there: each chart as it opens with its branches, each role, each table.

let folded = []

function print() {
  for (const view of figures.keys()) lay(view, view)
  folded = all('#roles details:not([open]), #tables details:not([open])')
  for (const one of folded) one.open = true
}

function printed() {
  for (const one of folded) one.open = false
  look()
}

id('searching').hidden = false
for (const link of all('.switch [hidden]', desk)) link.hidden = false
for (const figure of shown()) figure.dataset.seen = '1'
document.addEventListener('click', follow)
document.addEventListener('keydown', press)
id('searching').addEventListener('keydown', step)
search.addEventListener('input', look_up)
addEventListener('click', event => { if (!id('searching').contains(event.target)) results.hidden = true })
addEventListener('hashchange', go)  // comes after the browser's own scrolling
addEventListener('beforeprint', print)
addEventListener('afterprint', printed)
if (location.hash) addEventListener('load', () => requestAnimationFrame(go))
