//! How much room a map gets.

use explainer_model::graph::NAME_LINE;

/// The space to fill.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// In px.
    pub width: f32,
    /// In px.
    pub height: f32,
    /// Height of one line of a label, in px.
    pub line_height: f32,
}

/// Nodes for which the smallest frames have room.
const ROOM_FOR: usize = 30;
/// The smallest frames, width and height in px.
const WIDE: (f32, f32) = (760.0, 660.0);
const TALL: (f32, f32) = (288.0, 960.0);
/// Up to this height, in px, the tall frame keeps its width: two or three screens of a phone, through
/// which one scrolls. In a longer strip, all edges would lie on each other.
const SCROLLED: f32 = 2.0 * TALL.1;
/// How many times as high as wide a tall frame is that grows both ways.
const UPRIGHT: f32 = 2.0;

impl Frame {
    /// The frame of a map of `n_nodes` nodes on a wide screen: 760 × 660 px for up to 30, from then on
    /// of the same shape and larger than the screen, to be moved about in.
    pub fn wide(n_nodes: usize) -> Self {
        let scale = (1.0 + more_room(n_nodes) / (WIDE.0 * WIDE.1)).sqrt();
        Self::whole(WIDE.0 * scale, WIDE.1 * scale)
    }

    /// The frame of a map of `n_nodes` nodes on the narrowest phone. It is 288 × 960 px for up to 30,
    /// grows in height alone up to twice that, for 46 nodes, then in width until it is half as wide as
    /// high, and then in both.
    pub fn tall(n_nodes: usize) -> Self {
        let area = TALL.0 * TALL.1 + more_room(n_nodes);
        let height = (area / TALL.0).min(SCROLLED.max((UPRIGHT * area).sqrt()));
        Self::whole(area / height, height)
    }

    fn whole(width: f32, height: f32) -> Self {
        Self { width: width.round(), height: height.round(), line_height: NAME_LINE as f32 }
    }
}

/// The area, in px², for nodes beyond [`ROOM_FOR`]: for each as much as it would have in the smallest
/// wide frame, so that labels find room in a map of any size.
fn more_room(n_nodes: usize) -> f32 {
    let each = WIDE.0 * WIDE.1 / ROOM_FOR as f32;
    n_nodes.saturating_sub(ROOM_FOR) as f32 * each
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_grow_with_the_map() {
        let sizes = |n_nodes| {
            let (wide, tall) = (Frame::wide(n_nodes), Frame::tall(n_nodes));
            [wide.width, wide.height, tall.width, tall.height]
        };
        assert_eq!(sizes(0), [760.0, 660.0, 288.0, 960.0]);
        assert_eq!(sizes(30), [760.0, 660.0, 288.0, 960.0]);
        assert_eq!(sizes(46), [941.0, 817.0, 288.0, 1889.0]);
        assert_eq!(sizes(60), [1075.0, 933.0, 405.0, 1920.0]);
        assert_eq!(sizes(250), [2194.0, 1905.0, 1406.0, 2812.0]);
        assert_eq!(sizes(1_000), [4388.0, 3811.0, 2872.0, 5744.0]);
    }
}
