// Everything that the page of the source pane runs but the editor: built into one file, as that of the chart is.

import './first-view.js'
import './asking-parts.js'
import './source.js'
import './follow.js'
import './long-lists.js'
