// The page of the chart: what is far away, the map, the search, and what stands in the bar.

import {act, stages} from './chart.js'
import './asking.js'
import './levels.js'
import './minimap.js'
import './joins.js'
import './search.js'
import './box-edits.js'
import './travel.js'
import './phone-outline.js'

document.documentElement.classList.add('moves-ready')

// Menus and chips are plain details: one is open at a time, and it closes when something else is meant.
const folded = '.masthead details.menu, .chips details.chip, #looks details'
document.addEventListener('toggle', event => {
  if (!event.target.open || !event.target.matches(folded)) return
  for (const other of document.querySelectorAll(folded)) if (other !== event.target) other.open = false
}, true)
document.addEventListener('pointerdown', event => {
  for (const one of document.querySelectorAll(folded)) if (one.open && !one.contains(event.target)) one.open = false
})
document.addEventListener('keydown', event => {
  const one = event.key === 'Escape' && [...document.querySelectorAll(folded)].find(each => each.open)
  if (one) { one.open = false; one.querySelector('summary').focus() }
})

const zoom = document.querySelector('.looks .zoom')
if (zoom) {
  zoom.hidden = false
  zoom.addEventListener('click', event => act(event.target.dataset.zoom))
}

document.addEventListener('keydown', event => {
  if (event.key !== '?' || event.target.closest?.('input, textarea, select, [contenteditable]')) return
  document.querySelector('.help-link')?.click()
})

// What the browser prints by itself is what is in sight; the view goes on sheets that can be read.
document.addEventListener('keydown', event => {
  const link = document.getElementById('print-view')
  if (!link || event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
  event.preventDefault()
  location.href = link.href
})

// What lies over a chart takes room from it; the chart itself stays where it is.
addEventListener('resize', () => { for (const stage of stages()) stage.dispatchEvent(new CustomEvent('chart:view', {bubbles: true})) })
