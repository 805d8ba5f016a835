// On a phone an outline comes first: the boxes of the chart as a list; the chart itself is a tap away.

import {modelOf} from './chart-model.js'
import {canvases, counted} from './levels.js'

const MOST = 600, small = matchMedia('(max-width: 48rem)')
const desk = document.querySelector('.desk'), hrefOf = link => link.getAttribute('href') ?? link.getAttribute('xlink:href')
const made = (name, more) => Object.assign(document.createElement(name), more)
const list = made('nav', {id: 'outline-first', className: 'outline-first'}), button = made('button', {type: 'button', className: 'outline-switch'})
list.setAttribute('aria-label', 'Outline of the chart')

function row(each, model, depth) {
  const item = made('li', {}), link = made('a', {href: hrefOf(each.card.node.querySelector('a')), textContent: each.card.name})
  item.style.setProperty('--deep', Math.min(depth, 8))
  if (each.card.node.classList.contains('chosen')) link.setAttribute('aria-current', 'true')
  const facts = [each.people ? counted(each.people, 'person', 'people') : '', each.gaps ? counted(each.gaps, 'gap', 'gaps') : ''].filter(Boolean).join(' · ')
  item.append(link, made('span', {className: 'quiet', textContent: facts}))
  const tab = model.byId.get(`fold-${each.id}`)?.node.querySelector('a')
  if (tab) item.append(made('a', {className: 'unfold', href: hrefOf(tab), textContent: '▸', title: 'Unfold', ariaLabel: `Unfold ${each.card.name}`}))
  return item
}

function draw() {
  if (!small.matches || !desk.classList.contains('lists')) return
  const items = made('ul', {})
  for (const stage of canvases()) {
    const model = modelOf(stage), depths = new Map()
    for (const each of model?.tree ?? []) {
      depths.set(each.id, depths.has(each.aboveId) ? depths.get(each.aboveId) + 1 : 0)
      if (items.childElementCount < MOST) items.append(row(each, model, depths.get(each.id)))
    }
  }
  list.replaceChildren(items)
}

function show(isList) {
  desk.classList.toggle('lists', isList)
  button.textContent = isList ? 'Chart' : 'Outline'
  draw()
}

if (desk) {
  desk.append(list, button)
  button.addEventListener('click', () => show(!desk.classList.contains('lists')))
  for (const name of ['htmx:after:swap', 'view:shown']) document.addEventListener(name, () => requestAnimationFrame(draw))
  small.addEventListener('change', draw)
  show(true)
}
