"""What every page is made of: forms and their answers, addresses, following, undo, jobs, words."""

from orgdesign.web.kit.addresses import (
    bind_addresses,
    current_workspace,
    file_key,
    files_version,
    find_file,
    lead_to_chart,
)
from orgdesign.web.kit.answers import (
    Answer,
    SubmissionLog,
    gone_status,
    not_modified,
    save_form,
    unchanged_file,
    zipped_files,
)
from orgdesign.web.kit.assets import CompressedAssets, asset, asset_key, built_script, modules
from orgdesign.web.kit.assets import pages as asset_pages
from orgdesign.web.kit.chart_fragment import ChartFragment
from orgdesign.web.kit.choices import INDENT, MANY, OrganisationChoices, PartChoices
from orgdesign.web.kit.errors import ClosedAddress, failure_site, handle_errors
from orgdesign.web.kit.file_page import FilePage
from orgdesign.web.kit.findings import (
    MOST_ASKED,
    FindingsCache,
    findings_about,
    findings_cache,
    functions_in_finding,
)
from orgdesign.web.kit.form import NEW, Form, FormData, FormField, ids_of
from orgdesign.web.kit.inline_creation import check_with_creation, inline_create
from orgdesign.web.kit.jobs import (
    SURPRISED,
    TOO_LARGE,
    Job,
    JobCancelled,
    Jobs,
    Progress,
    ThreadedTask,
    TooManyJobs,
)
from orgdesign.web.kit.label_index import LabelIndex, fold_accents, labels_of, match_rank
from orgdesign.web.kit.labels import note_unknown_labels, resolve_labels
from orgdesign.web.kit.line_difference import TextDifference, changed_lines, text_difference
from orgdesign.web.kit.new_parts import (
    new_id,
    new_measure,
    new_outcome,
    new_role,
    outcome_path,
    taken_ids,
)
from orgdesign.web.kit.offers import EveryOffer, fill_slot, may_ask, offer_as, register_slots
from orgdesign.web.kit.organisation_counts import coverage_of, gaps_of
from orgdesign.web.kit.outline import outline_text, parse_outline, plan_outline
from orgdesign.web.kit.paging import ListPage, paginate
from orgdesign.web.kit.part_form import (
    NewPartForm,
    PartForm,
    blank_form,
    form_from_file,
    form_from_request,
    new_form_from_request,
    parent_outcome,
)
from orgdesign.web.kit.recent_work import RecentWork, recent
from orgdesign.web.kit.schema_field import Choice, SchemaField
from orgdesign.web.kit.secret_file import (
    SECRET_LIFE,
    derive_secret,
    forget_secret,
    port_for,
    private_page,
    session_secret,
)
from orgdesign.web.kit.sections import (
    SECTION_OF_NOUN,
    SECTIONS,
    PartSummary,
    Section,
    list_parts,
    part_path,
)
from orgdesign.web.kit.security import (
    NOT_ADMITTED,
    OTHER_HOST,
    OTHER_SITE,
    SAFE_METHODS,
    admit,
    guard_app,
    seal_response,
)
from orgdesign.web.kit.sessions import Sessions
from orgdesign.web.kit.settings import Settings
from orgdesign.web.kit.shape_fields import LABELS, field_label, schema_fields, section_fields
from orgdesign.web.kit.shared_fragments import share_fragments
from orgdesign.web.kit.streams import HAND_OVER, Stream, Streams, Topic, event
from orgdesign.web.kit.structures import (
    TODAY_KEY,
    StructureChoice,
    Structures,
    structure_choices,
    structure_key,
    structure_of,
)
from orgdesign.web.kit.templates import (
    amount,
    counted,
    figure,
    keep_templates,
    register_filters,
    with_unit,
)

__all__ = [
    "HAND_OVER",
    "INDENT",
    "LABELS",
    "MANY",
    "MOST_ASKED",
    "NEW",
    "NOT_ADMITTED",
    "OTHER_HOST",
    "OTHER_SITE",
    "SAFE_METHODS",
    "SECRET_LIFE",
    "SECTIONS",
    "SECTION_OF_NOUN",
    "SURPRISED",
    "TODAY_KEY",
    "TOO_LARGE",
    "Answer",
    "ChartFragment",
    "Choice",
    "ClosedAddress",
    "CompressedAssets",
    "EveryOffer",
    "FilePage",
    "FindingsCache",
    "Form",
    "FormData",
    "FormField",
    "Job",
    "JobCancelled",
    "Jobs",
    "LabelIndex",
    "ListPage",
    "NewPartForm",
    "OrganisationChoices",
    "PartChoices",
    "PartForm",
    "PartSummary",
    "Progress",
    "RecentWork",
    "SchemaField",
    "Section",
    "Sessions",
    "Settings",
    "Stream",
    "Streams",
    "StructureChoice",
    "Structures",
    "SubmissionLog",
    "TextDifference",
    "ThreadedTask",
    "TooManyJobs",
    "Topic",
    "admit",
    "amount",
    "asset",
    "asset_key",
    "asset_pages",
    "bind_addresses",
    "blank_form",
    "built_script",
    "changed_lines",
    "check_with_creation",
    "counted",
    "coverage_of",
    "current_workspace",
    "derive_secret",
    "event",
    "failure_site",
    "field_label",
    "figure",
    "file_key",
    "files_version",
    "fill_slot",
    "find_file",
    "findings_about",
    "findings_cache",
    "fold_accents",
    "forget_secret",
    "form_from_file",
    "form_from_request",
    "functions_in_finding",
    "gaps_of",
    "gone_status",
    "guard_app",
    "handle_errors",
    "ids_of",
    "inline_create",
    "keep_templates",
    "labels_of",
    "lead_to_chart",
    "list_parts",
    "match_rank",
    "may_ask",
    "modules",
    "new_form_from_request",
    "new_id",
    "new_measure",
    "new_outcome",
    "new_role",
    "not_modified",
    "note_unknown_labels",
    "offer_as",
    "outcome_path",
    "outline_text",
    "paginate",
    "parent_outcome",
    "parse_outline",
    "part_path",
    "plan_outline",
    "port_for",
    "private_page",
    "recent",
    "register_filters",
    "register_slots",
    "resolve_labels",
    "save_form",
    "schema_fields",
    "seal_response",
    "section_fields",
    "session_secret",
    "share_fragments",
    "structure_choices",
    "structure_key",
    "structure_of",
    "taken_ids",
    "text_difference",
    "unchanged_file",
    "with_unit",
    "zipped_files",
]
