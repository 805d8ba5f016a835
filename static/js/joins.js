// Side by side: what is chosen on one side is brought into view on the other, and one curve joins the two.

import {canvases} from './levels.js'

const SVG = 'http://www.w3.org/2000/svg'
const layer = document.createElementNS(SVG, 'svg'), curve = document.createElementNS(SVG, 'path')
layer.setAttribute('class', 'joins')
layer.setAttribute('aria-hidden', 'true')
layer.append(curve)

function draw() {
  const charts = document.querySelector('.charts.both'), [from, to] = canvases()
  const ends = charts && to ? [from, to].map(stage => [stage, stage.querySelector('.node.chosen')]) : []
  const view = charts?.getBoundingClientRect()
  if (charts && !layer.isConnected) charts.append(layer)
  if (!ends.length || ends.some(([, box]) => !box)) return curve.removeAttribute('d')
  const [[, one], [, other]] = ends, a = one.getBoundingClientRect(), b = other.getBoundingClientRect()
  const x1 = Math.min(a.right - view.left, view.width / 2), y1 = a.top + a.height / 2 - view.top
  const x2 = Math.max(b.left - view.left, view.width / 2), y2 = b.top + b.height / 2 - view.top, bend = Math.max(40, (x2 - x1) / 2)
  curve.setAttribute('d', `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`)
}

let isAsked = false
function drawSoon() {
  if (isAsked) return
  isAsked = true
  requestAnimationFrame(() => { isAsked = false; draw() })
}

for (const name of ['chart:view', 'htmx:after:swap', 'chart:chosen']) document.addEventListener(name, drawSoon)
addEventListener('resize', drawSoon)
drawSoon()
