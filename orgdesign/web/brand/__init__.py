"""The company's look: its colours, logo and font on every page, and the form that sets them."""

from orgdesign.web.brand.brand_pages import install, pages

PAGES = (pages,)

__all__ = ["PAGES", "install"]
