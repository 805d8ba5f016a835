"""What the parts of an organisation have in common."""

from orgdesign.value_objects import value_object


@value_object
class NamedPart:
    """What has an id of its own, and a name that people know it by."""

    id: str
    name: str
