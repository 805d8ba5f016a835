"""The outline: functions typed or pasted as indented lines, with the chart beside them."""

from orgdesign.web.outline import outline_pages

PAGES = (outline_pages.pages,)
