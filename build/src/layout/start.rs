//! A first arrangement: distances in the plane follow distances in the graph.

use super::geometry::Point;
use super::random::Random;
use super::scene::Scene;

/// Rounds of majorization; later ones hardly move anything.
const ROUNDS: usize = 40;
/// Greatest distance between two nodes of one group, in edges.
const GROUP_REACH: f32 = 1.3;
/// Added to the distance of nodes of different groups, in edges.
const GROUP_GAP: f32 = 0.9;

/// Lays out the nodes, not yet heeding overlaps. Each state of `random` gives another layout.
pub(super) fn arrange(scene: &Scene, random: &mut Random) -> Vec<Point> {
    let mut points: Vec<Point> =
        scene.bodies.iter().map(|_| Point { x: random.unit(), y: random.unit() }).collect();
    majorize(&mut points, &ideal_distances(scene));
    turn_along(scene, &mut points);
    if !scene.is_wide() {
        for point in &mut points {
            *point = Point { x: point.y, y: point.x };
        }
    }
    let mirrored = random.below(2) == 1;
    fit(scene, &points, mirrored)
}

/// Graph distances, bent so that groups come together.
fn ideal_distances(scene: &Scene) -> Vec<f32> {
    let count = scene.bodies.len();
    let mut distances = scene.distances();
    let farthest = distances.iter().copied().filter(|it| it.is_finite()).fold(1.0, f32::max);
    for (index, distance) in distances.iter_mut().enumerate() {
        let (from, to) = (index / count, index % count);
        let steps = distance.min(farthest + 1.0);
        *distance = if scene.bodies[from].group == scene.bodies[to].group {
            steps.min(GROUP_REACH)
        } else {
            steps + GROUP_GAP
        };
    }
    distances
}

/// Stress majorization: every node in turn moves to where the others, on average, want it.
fn majorize(points: &mut [Point], distances: &[f32]) {
    let count = points.len();
    for _ in 0..ROUNDS {
        for node in 0..count {
            let here = points[node];
            let row = &distances[node * count..][..count];
            let (mut x, mut y, mut sum) = (0.0, 0.0, 0.0);
            for (other, &distance) in row.iter().enumerate() {
                if other == node {
                    continue;
                }
                let there = points[other];
                let weight = 1.0 / (distance * distance);
                let stretch = distance / here.distance_squared(there).sqrt().max(1e-3);
                x += weight * (there.x + (here.x - there.x) * stretch);
                y += weight * (there.y + (here.y - there.y) * stretch);
                sum += weight;
            }
            if sum > 0.0 {
                points[node] = Point { x: x / sum, y: y / sum };
            }
        }
    }
}

/// Turns the layout so that the spine, or else its longest extent, runs along x.
fn turn_along(scene: &Scene, points: &mut [Point]) {
    let (mut x, mut y) = (0.0, 0.0);
    for edge in scene.edges.iter().filter(|edge| edge.ordered) {
        x += points[edge.to].x - points[edge.from].x;
        y += points[edge.to].y - points[edge.from].y;
    }
    if x == 0.0 && y == 0.0 {
        (x, y) = principal_axis(points);
    }
    let length = (x * x + y * y).sqrt();
    if length > 1e-6 {
        let (cos, sin) = (x / length, y / length);
        for point in points {
            *point = Point { x: point.x * cos + point.y * sin, y: point.y * cos - point.x * sin };
        }
    }
}

fn principal_axis(points: &[Point]) -> (f32, f32) {
    let count = points.len().max(1) as f32;
    let mean_x = points.iter().map(|point| point.x).sum::<f32>() / count;
    let mean_y = points.iter().map(|point| point.y).sum::<f32>() / count;
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for point in points {
        let (dx, dy) = (point.x - mean_x, point.y - mean_y);
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    let difference = xx - yy;
    (difference + (difference * difference + 4.0 * xy * xy).sqrt(), 2.0 * xy)
}

/// Spreads the layout over the frame, mirrored across the spine if wanted. With pins, it is
/// mirrored in the way that brings the pinned nodes nearest to their pins.
fn fit(scene: &Scene, points: &[Point], mirrored: bool) -> Vec<Point> {
    let xs = spread(points.iter().map(|point| point.x).collect(), scene.width);
    let ys = spread(points.iter().map(|point| point.y).collect(), scene.height);
    let mirror = |flip_x: bool, flip_y: bool| -> Vec<Point> {
        xs.iter()
            .zip(&ys)
            .map(|(&x, &y)| Point {
                x: if flip_x { scene.width - x } else { x },
                y: if flip_y { scene.height - y } else { y },
            })
            .collect()
    };
    let off_pins = |points: &Vec<Point>| -> f32 {
        let pins = scene.bodies.iter().zip(points);
        pins.filter_map(|(body, point)| Some(point.distance_squared(body.pinned?))).sum()
    };

    if scene.bodies.iter().all(|body| body.pinned.is_none()) {
        return if scene.is_wide() { mirror(false, mirrored) } else { mirror(mirrored, false) };
    }
    [(false, false), (true, false), (false, true), (true, true)]
        .map(|(flip_x, flip_y)| mirror(flip_x, flip_y))
        .into_iter()
        .min_by(|a, b| off_pins(a).total_cmp(&off_pins(b)))
        .unwrap_or_default()
}

/// Maps values to 0..length, half by value and half by rank: distances remain readable, yet a
/// dense middle opens up and no stray node claims an empty stretch for itself.
fn spread(values: Vec<f32>, length: f32) -> Vec<f32> {
    let low = values.iter().copied().fold(f32::INFINITY, f32::min);
    let high = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let extent = (high - low).max(1e-6);
    let mut ranking: Vec<usize> = (0..values.len()).collect();
    ranking.sort_by(|&a, &b| values[a].total_cmp(&values[b]));

    let mut result = vec![0.0; values.len()];
    for (rank, index) in ranking.into_iter().enumerate() {
        let by_rank = (rank as f32 + 0.5) / values.len() as f32;
        let by_value = (values[index] - low) / extent;
        result[index] = length * (by_rank + by_value) / 2.0;
    }
    result
}
