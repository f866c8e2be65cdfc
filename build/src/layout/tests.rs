use super::geometry::{Point, hull, is_inside};
use super::random::Random;
use super::*;

const WIDE: (f32, f32) = (760.0, 620.0);
const TALL: (f32, f32) = (340.0, 900.0);

/// A story that never was: groups of about eight that mostly keep to themselves.
struct Story {
    labels: Vec<Vec<f32>>,
    groups: usize,
    links: Vec<Link>,
}

impl Story {
    fn generate(seed: u64, count: usize) -> Self {
        let mut random = Random::new(seed);
        let groups = (count / 8).max(2);
        let mut labels = Vec::new();
        for _ in 0..count {
            let line_count = 1 + random.below(2);
            labels.push((0..line_count).map(|_| 35.0 + 80.0 * random.unit()).collect());
        }
        let mut links = Vec::new();
        for _ in 0..count * 8 / 5 {
            let from = random.below(count);
            let in_group = (from + groups * random.below(4)) % count;
            let to = if random.below(4) > 0 { in_group } else { random.below(count) };
            links.push(Link { from, to, spine: from % groups + to % groups == 1 });
        }
        Self { labels, groups, links }
    }

    fn nodes<'a>(&'a self) -> Vec<Node<'a>> {
        let node = |(index, label): (usize, &'a Vec<f32>)| Node {
            group: index % self.groups,
            radius: (5 + index % 8) as f32,
            label,
            pinned: None,
        };
        self.labels.iter().enumerate().map(node).collect()
    }

    fn frame(&self, (width, height): (f32, f32)) -> Frame {
        let scale = (self.labels.len() as f32 / 28.0).sqrt();
        Frame { width: width * scale, height: height * scale, line_height: 15.0 }
    }
}

/// Lays a generated story out and checks what must hold for every map.
fn check(seed: u64, count: usize, shape: (f32, f32)) -> Quality {
    let story = Story::generate(seed, count);
    let (nodes, frame) = (story.nodes(), story.frame(shape));
    let places = place(&nodes, &story.links, &frame);
    let quality = quality(&nodes, &story.links, &frame, &places);
    assert_eq!(places.len(), count);
    let faults =
        (quality.faults.node_overlaps, quality.faults.label_overlaps, quality.faults.outside);
    assert_eq!(faults, (0, 0, 0), "{count} nodes in {shape:?}: {quality:?}");
    quality
}

#[test]
fn small_maps_are_clean() {
    for shape in [WIDE, TALL] {
        let quality = check(1, 10, shape);
        assert!(
            quality.faults.crossings <= 2 && quality.faults.edge_over_label == 0,
            "{quality:?}"
        );
    }
}

#[test]
fn middling_maps_are_legible() {
    for shape in [WIDE, TALL] {
        let quality = check(2, 30, shape);
        assert!(quality.cohesion > 0.9 && quality.faults.edge_over_label <= 3, "{quality:?}");
        check(3, 90, shape);
    }
}

#[test]
fn large_maps_have_no_overlap() {
    check(4, 250, WIDE);
}

/// Looking only at what is near must leave nothing out: with one square for the whole map, all is near.
#[test]
fn what_is_far_adds_nothing() {
    let story = Story::generate(8, 60);
    let scene = Scene::new(&story.nodes(), &story.links, &story.frame(WIDE));
    let mut random = Random::new(8);
    let centres = start::arrange(&scene, &mut random);
    let mut near = Map::new(&scene, &centres);
    let mut all = Map::in_squares(&scene, &centres, 1e9);
    for _ in 0..2_000 {
        let node = random.below(60);
        let side = Side::ALL[random.below(4)];
        let centre = Point { x: random.unit() * scene.width, y: random.unit() * scene.height };
        let spot = map::Spot { centre: scene.keep_inside(node, centre, side), side };
        let [a, b] = [&near, &all].map(|map| map.energy(node, spot, f32::INFINITY));
        assert_eq!(a, b);
        near.set(node, spot);
        all.set(node, spot);
    }
    // What is kept up to date is what a new map would find; only sums may differ by a rounding.
    let centres: Vec<Point> = near.spots.iter().map(|spot| spot.centre).collect();
    let mut anew = Map::new(&scene, &centres);
    for node in 0..60 {
        anew.set(node, near.spot(node));
    }
    let off = (near.score() - anew.score()).abs() / anew.score();
    assert!(off < 1e-4, "{off}");
}

#[test]
fn same_input_gives_same_bits() {
    let story = Story::generate(5, 12);
    let lay_out = || place(&story.nodes(), &story.links, &story.frame(WIDE));
    assert_eq!(lay_out(), lay_out());
}

#[test]
fn no_quarter_stays_empty() {
    let story = Story::generate(6, 28);
    let frame = story.frame(WIDE);
    let places = place(&story.nodes(), &story.links, &frame);
    for (is_right, is_low) in [(false, false), (false, true), (true, false), (true, true)] {
        let is_there = |place: &&Place| {
            (place.x > frame.width / 2.0) == is_right && (place.y > frame.height / 2.0) == is_low
        };
        assert!(places.iter().filter(is_there).count() >= 3);
    }
}

#[test]
fn pinned_nodes_stay_at_their_pins() {
    let story = Story::generate(7, 20);
    let (mut nodes, frame) = (story.nodes(), story.frame(WIDE));
    nodes[3].pinned = Some((0.25, 0.5));
    nodes[9].pinned = Some((0.75, 0.25));
    let places = place(&nodes, &story.links, &frame);
    for (node, x, y) in [(3, 0.25, 0.5), (9, 0.75, 0.25)] {
        let pin = ((x * frame.width).round(), (y * frame.height).round());
        assert_eq!((places[node].x, places[node].y), pin);
    }
    let quality = quality(&nodes, &story.links, &frame, &places);
    assert_eq!(
        (quality.faults.node_overlaps, quality.faults.label_overlaps, quality.faults.outside),
        (0, 0, 0)
    );
}

#[test]
fn spine_runs_along_the_longer_side() {
    // Group 1 has the hub, so that group 0 approaches it from the left or from the top.
    let spine = |from, to| Link { from, to, spine: true };
    let aside = |from, to| Link { from, to, spine: false };
    let links = [spine(2, 0), spine(2, 1), aside(2, 3), aside(2, 4), aside(2, 5), aside(0, 1)];
    let node = |group| Node { group, radius: 7.0, label: &[60.0], pinned: None };
    let nodes = [0, 0, 1, 1, 2, 2].map(node);

    let wide = place(&nodes, &links, &Frame { width: 400.0, height: 300.0, line_height: 15.0 });
    let tall = place(&nodes, &links, &Frame { width: 300.0, height: 400.0, line_height: 15.0 });
    for end in [0, 1] {
        assert!(wide[2].x - wide[end].x > (wide[2].y - wide[end].y).abs());
        assert!(tall[2].y - tall[end].y > (tall[2].x - tall[end].x).abs());
    }
}

#[test]
fn degenerate_input_is_placed_without_panic() {
    let frame = Frame { width: 300.0, height: 200.0, line_height: 15.0 };
    let node = Node { group: 7, radius: 6.0, label: &[50.0], pinned: None };
    let link = |from, to| Link { from, to, spine: true };
    let odd = Node { group: usize::MAX, radius: f32::NAN, label: &[f32::INFINITY], pinned: None };
    let astray = Node { pinned: Some((f32::NAN, 0.5)), label: &[], ..node };
    let pinned = Node { pinned: Some((0.5, 0.5)), ..node };
    let too_wide = Node { label: &[900.0, 900.0], ..node };

    let cases: [(&[Node], &[Link]); 7] = [
        (&[], &[]),
        (&[], &[link(0, 1)]),
        (&[node], &[link(0, 0)]),
        (&[node, node], &[link(0, 1), link(1, 0), link(0, 9)]),
        (&[node, odd, astray, too_wide], &[link(1, 2)]),
        (&[pinned, pinned, node], &[link(0, 1), link(1, 2)]),
        (&[node, node, node, node], &[]),
    ];
    let no_frame = Frame { width: f32::NAN, height: -1.0, line_height: f32::NAN };
    for (nodes, links) in cases {
        for frame in [frame, no_frame] {
            let places = place(nodes, links, &frame);
            assert_eq!(places.len(), nodes.len());
            assert!(places.iter().all(|place| place.x.is_finite() && place.y.is_finite()));
            let quality = quality(nodes, links, &frame, &places);
            assert!(quality.stress.is_finite() && quality.cohesion.is_finite());
        }
    }
}

#[test]
fn quality_counts_each_fault_once() {
    let node = |group| Node { group, radius: 5.0, label: &[40.0], pinned: None };
    let nodes = [0, 0, 1, 1, 2].map(node);
    let link = |from, to| Link { from, to, spine: false };
    let frame = Frame { width: 400.0, height: 400.0, line_height: 15.0 };
    let check = |spots: [(f32, f32); 5], links: &[Link]| {
        let places = spots.map(|(x, y)| Place { x, y, side: Side::Below });
        let it = quality(&nodes, links, &frame, &places).faults;
        let names = [it.edge_over_label, it.edge_on_own_label];
        ([it.node_overlaps, it.label_overlaps, it.outside, it.crossings], names)
    };

    let corners = [(60.0, 60.0), (340.0, 60.0), (340.0, 340.0), (60.0, 340.0), (200.0, 100.0)];
    let with_last = |spot| [corners[0], corners[1], corners[2], corners[3], spot];
    assert_eq!(check(corners, &[]), ([0, 0, 0, 0], [0, 0]));
    assert_eq!(check(with_last((60.0, 48.0)), &[]), ([1, 1, 0, 0], [0, 0]));
    assert_eq!(check(with_last((90.0, 60.0)), &[]), ([0, 1, 0, 0], [0, 0]));
    assert_eq!(check(with_last((200.0, 390.0)), &[]), ([0, 0, 1, 0], [0, 0]));
    let diagonals = [link(0, 2), link(1, 3), link(3, 1), link(0, 1)];
    assert_eq!(check(corners, &diagonals), ([0, 0, 0, 1], [0, 2]));
    assert_eq!(check(with_last((200.0, 42.0)), &[link(0, 1)]), ([0, 0, 0, 0], [1, 0]));
}

#[test]
fn cohesion_falls_with_each_intruder() {
    let node = |group| Node { group, radius: 5.0, label: &[], pinned: None };
    let nodes = [0, 0, 0, 1].map(node);
    let frame = Frame { width: 100.0, height: 100.0, line_height: 15.0 };
    let cohesion = |x, y| {
        let spots = [(10.0, 10.0), (90.0, 10.0), (10.0, 90.0), (x, y)];
        let places = spots.map(|(x, y)| Place { x, y, side: Side::Below });
        quality(&nodes, &[], &frame, &places).cohesion
    };
    assert_eq!(cohesion(90.0, 90.0), 1.0);
    assert_eq!(cohesion(30.0, 30.0), 0.75);
}

#[test]
fn company_is_of_the_own_group() {
    let node = |group| Node { group, radius: 5.0, label: &[], pinned: None };
    let frame = Frame { width: 100.0, height: 100.0, line_height: 15.0 };
    let company = |groups: [usize; 6]| {
        let places =
            [10.0, 20.0, 30.0, 60.0, 70.0, 80.0].map(|x| Place { x, y: 50.0, side: Side::Below });
        quality(&groups.map(node), &[], &frame, &places).company
    };
    assert_eq!(company([0, 0, 0, 1, 1, 1]), 1.0);
    assert_eq!(company([0, 1, 2, 0, 1, 2]), 0.0);
}

#[test]
fn hull_leaves_out_what_is_inside() {
    let point = |x, y| Point { x, y };
    let corners = [point(0.0, 0.0), point(4.0, 0.0), point(4.0, 4.0), point(0.0, 4.0)];
    let mut points = corners.to_vec();
    points.push(point(1.0, 2.0));
    assert_eq!(hull(points), corners);
    assert!(is_inside(&corners, point(3.0, 1.0)) && !is_inside(&corners, point(5.0, 1.0)));
    assert_eq!(hull(vec![point(0.0, 0.0), point(1.0, 1.0), point(2.0, 2.0)]), []);
}
