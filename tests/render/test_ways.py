from orgdesign.render.ways import own_part, straighten


def test_a_way_without_turns_is_one_step():
    assert straighten([(0, 0), (0, 5), (0, 9), (4, 9)]) == ((0, 0), (0, 9), (4, 9))


def test_a_route_starts_where_it_leaves_the_others():
    route = ((0, 0), (0, 20), (90, 20), (90, 40))
    nearer = ((0, 0), (0, 20), (30, 20), (30, 40))
    assert own_part(route, [nearer]) == ((30, 20), (90, 20), (90, 40))


def test_a_route_between_two_others_keeps_only_its_last_step():
    route = ((0, 0), (0, 20), (90, 20), (90, 40))
    farther = ((0, 0), (0, 20), (120, 20), (120, 40))
    assert own_part(route, [farther]) == ((90, 20), (90, 40))


def test_a_route_to_the_other_side_shares_only_the_trunk():
    route = ((0, 0), (0, 20), (90, 20), (90, 40))
    other = ((0, 0), (0, 20), (-30, 20), (-30, 40))
    assert own_part(route, [other]) == ((0, 20), (90, 20), (90, 40))


def test_a_route_alone_stays_whole():
    assert own_part(((0, 0), (0, 20)), []) == ((0, 0), (0, 20))
