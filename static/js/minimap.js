// A small map of the whole chart, while not all of it is in view: it shows where one is, and leads anywhere.

import {chartOf, place, size, viewOf} from './chart.js'
import {modelOf, paintOf} from './chart-model.js'
import {canvases} from './levels.js'

const PAD = 6
const map = Object.assign(document.createElement('canvas'), {className: 'minimap', hidden: true, title: 'The whole chart: click or drag to move'})
map.setAttribute('aria-hidden', 'true')
document.querySelector('.desk')?.append(map)
let last = null

// How the chart lies in the map: its scale, and its corner in pixels.
function frame(stage) {
  const [width, height] = size(stage), {clientWidth: wide, clientHeight: high} = map, scale = Math.min((wide - 2 * PAD) / width, (high - 2 * PAD) / height)
  return {scale, left: (wide - width * scale) / 2, top: (high - height * scale) / 2}
}

function isWhole(stage) {
  const {x, y, k} = viewOf(stage), [width, height] = size(stage)
  return x > -2 && y > -2 && x + width * k < stage.clientWidth + 2 && y + height * k < stage.clientHeight + 2
}

function draw(stage) {
  map.hidden = !chartOf(stage) || isWhole(stage)
  if (map.hidden) return
  const model = modelOf(stage)
  last = stage
  const ratio = devicePixelRatio || 1, {scale, left, top} = frame(stage), view = viewOf(stage)
  Object.assign(map, {width: map.clientWidth * ratio, height: map.clientHeight * ratio})
  const pen = map.getContext('2d')
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  for (const card of model.cards) {
    if (card.isFold) continue
    pen.fillStyle = paintOf(card.frame).stroke
    pen.fillRect(left + card.x * scale, top + card.y * scale, Math.max(1, card.width * scale), Math.max(1, card.height * scale))
  }
  pen.strokeStyle = getComputedStyle(map).color
  pen.lineWidth = 2
  pen.strokeRect(left - view.x / view.k * scale, top - view.y / view.k * scale, stage.clientWidth / view.k * scale, stage.clientHeight / view.k * scale)
}

function lead(event) {
  if (!last?.isConnected || (event.type === 'pointermove' && !event.buttons)) return
  if (event.type === 'pointerdown') map.setPointerCapture(event.pointerId)
  const at = map.getBoundingClientRect(), {scale, left, top} = frame(last), {k} = viewOf(last)
  const x = (event.clientX - at.left - left) / scale, y = (event.clientY - at.top - top) / scale
  place(last, {x: last.clientWidth / 2 - x * k, y: last.clientHeight / 2 - y * k, k})
}

let timer = 0
const drawSoon = stage => { clearTimeout(timer); timer = setTimeout(() => stage.isConnected && draw(stage), 90) }
map.addEventListener('pointerdown', lead)
map.addEventListener('pointermove', lead)
document.addEventListener('chart:view', event => { if ('canvas' in event.target.dataset) drawSoon(event.target) })
document.addEventListener('htmx:after:swap', () => canvases().forEach(drawSoon))
canvases().forEach(drawSoon)
