"""The journey shows who serves when, what passes between them, and where customers fall through."""

from orgdesign.charts import journey
from orgdesign.model import Function, Handoff, Measure, Organisation, Outcome, Role, Stage

NAMES = {"desk": "Front desk", "oven": "Oven", "van": "Van", "books": "Bookkeeping"}


def bakery(stages, *handoffs):
    """Return a bakery with the functions of each stage and the hand-offs given."""
    return Organisation(
        "Harvest Bakery",
        Outcome("desired", "Fresh bread before I open"),
        functions={id_: Function(id_, name) for id_, name in NAMES.items()},
        roles={"lead": Role("lead", "Shift Lead")},
        measures={"on-time": Measure("on-time", "Orders on time")},
        journey={name: Stage(name, name.title(), None, tuple(who)) for name, who in stages.items()},
        handoffs={one.id: one for one in handoffs},
    )


def whole(giver, taker, stage=None):
    return Handoff(f"{giver}-{taker}", giver, taker, stage, "The order", "lead", "on-time")


def passages(organisation):
    """Return what stands on each arrow, with both its ends as stage number and function."""
    return [
        (one.box.title, one.giver.removeprefix("serves."), one.taker.removeprefix("serves."))
        for one in journey(organisation).passages
    ]


def gaps(organisation):
    return [one.box.gaps for one in journey(organisation).passages]


def test_lanes_stand_in_the_order_in_which_the_customer_meets_the_functions():
    drawn = journey(bakery({"orders": ["desk"], "waits": ["van", "oven", "desk"]}))
    assert [lane.title for lane in drawn.lanes] == ["Front desk", "Van", "Oven"]
    places = [(cell.box.title, cell.lane, cell.stage) for cell in drawn.cells]
    assert places == [("Front desk", 0, 0), ("Van", 1, 1), ("Oven", 2, 1), ("Front desk", 0, 1)]


def test_a_handoff_says_what_passes_who_answers_for_it_and_what_connects_both():
    shop = bakery({"orders": ["desk", "oven"]}, whole("desk", "oven", "orders"))
    (one,) = journey(shop).passages
    said = (one.box.title, one.box.text, one.box.role, one.box.note, one.box.gaps)
    assert said == ("The order", "Front desk → Oven", "Shift Lead", "Orders on time", ())
    assert (one.giver, one.taker) == ("serves.0.desk", "serves.0.oven")


def test_a_handoff_without_role_and_measure_says_so():
    shop = bakery({"orders": ["desk", "oven"]}, Handoff("x", "desk", "oven", "orders"))
    assert gaps(shop) == [("No accountable role", "No connecting measure")]
    assert passages(shop) == [("Hand-off", "0.desk", "0.oven")]


def test_a_step_without_a_handoff_is_missing():
    shop = bakery({"orders": ["desk", "oven"], "waits": [], "gets": ["van"]})
    assert passages(shop) == [
        ("No hand-off", "0.desk", "0.oven"),
        ("No hand-off", "0.oven", "2.van"),
    ]


def test_a_handoff_the_other_way_covers_a_step():
    shop = bakery({"orders": ["desk", "oven"]}, whole("oven", "desk", "orders"))
    assert passages(shop) == [("The order", "0.oven", "0.desk")]


def test_a_giver_may_come_from_the_stage_before_and_a_taker_from_the_one_after():
    stages = {"orders": ["desk"], "waits": ["oven"], "gets": ["van"]}
    shop = bakery(stages, whole("desk", "oven", "waits"), whole("oven", "van", "waits"))
    assert passages(shop) == [("The order", "0.desk", "1.oven"), ("The order", "1.oven", "2.van")]
    assert gaps(shop) == [(), ()]


def test_functions_outside_the_stage_of_their_handoff_are_shown_in_it_as_such():
    shop = bakery({"orders": ["desk"]}, whole("books", "van", "orders"))
    drawn = journey(shop)
    assert gaps(shop) == [("Outside its stage",)]
    outside = [(cell.box.title, cell.box.gaps) for cell in drawn.cells if cell.box.gaps]
    assert outside == [("Bookkeeping", ("Not in this stage",)), ("Van", ("Not in this stage",))]


def test_a_handoff_without_a_stage_stands_where_both_functions_meet():
    stages = {"orders": ["desk"], "waits": ["desk", "oven"]}
    assert passages(bakery(stages, whole("desk", "oven"))) == [("The order", "1.desk", "1.oven")]
    stages = {"orders": ["desk"], "waits": ["oven"]}
    assert passages(bakery(stages, whole("desk", "oven"))) == [("The order", "0.desk", "1.oven")]


def test_handoffs_whose_stage_nobody_can_tell_have_a_column_of_their_own():
    drawn = journey(bakery({"orders": ["desk"]}, whole("books", "van")))
    assert [stage.title for stage in drawn.stages] == ["Orders", "No stage said"]
    assert passages(bakery({}, whole("books", "van"))) == [("The order", "0.books", "0.van")]


def test_a_handoff_to_itself_says_so():
    shop = bakery({"orders": ["desk"]}, whole("desk", "desk", "orders"))
    assert gaps(shop) == [("Back to the same function",)]


def test_a_stage_that_no_function_serves_says_so():
    stages = journey(bakery({"orders": ["desk"], "waits": []})).stages
    assert [stage.gaps for stage in stages] == [(), ("No function serves this stage",)]


def test_ids_of_stages_and_functions_never_run_into_each_other():
    stages = {"a": Stage("a", "A", None, ("b-c", "c")), "a-b": Stage("a-b", "B", None, ("c",))}
    functions = {id_: Function(id_, id_) for id_ in ("b-c", "c")}
    drawn = journey(Organisation("X", Outcome("desired", "Y"), functions, journey=stages))
    ids = [box.id for box in drawn.boxes()]
    assert len(ids) == len(set(ids))


def test_the_journey_is_told_in_two_sentences():
    shop = bakery({"orders": ["desk", "oven"], "waits": []})
    assert journey(shop).about == (
        "2 stages and 2 functions. Customers can fall through at 1 stage that no function serves "
        "and 1 step without a hand-off."
    )
    sound = bakery({"orders": ["desk", "oven"]}, whole("desk", "oven", "orders"))
    assert journey(sound).about == "1 stage, 2 functions and 1 hand-off."
