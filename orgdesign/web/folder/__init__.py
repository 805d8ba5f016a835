"""The folder: its organisations, a new one, and the way in."""

from orgdesign.web.folder import admission, new_organisation, organisation_list

PAGES = (admission.pages, organisation_list.pages, new_organisation.pages)
