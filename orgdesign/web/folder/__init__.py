"""The folder: its organisations, a new one, and the way in."""

from orgdesign.web.folder import admission, new_organisation, organisation_list

ADMISSION = admission.pages
PAGES = (organisation_list.pages, new_organisation.pages)
