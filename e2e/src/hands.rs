//! What hands do besides pointing and pressing: type, turn the wheel, drag, pinch.

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::{Page, move_to, pointer};

impl Page {
    /// Types a text into what has the keyboard focus.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let strokes = text.chars().flat_map(|it| {
            ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": it.to_string()}))
        });
        let actions: Vec<Value> = strokes.collect();
        self.act(&[json!({"type": "key", "id": "keys", "actions": actions})]).await
    }

    /// Turns the wheel at a point of the window; down is positive. With Ctrl, if so asked.
    pub async fn wheel_at(&self, (x, y): (i64, i64), by: i64, ctrl: bool) -> Result<()> {
        let turn = json!({
            "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": by,
            "duration": 0, "origin": "viewport"
        });
        let wait = json!({"type": "pause"});
        if !ctrl {
            return self.act(&[json!({"type": "wheel", "id": "wheel", "actions": [turn]})]).await;
        }
        let key = thirtyfour::Key::Control.value();
        let (down, up) =
            (json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key}));
        self.act(&[
            json!({"type": "key", "id": "keys", "actions": [down, wait, up]}),
            json!({"type": "wheel", "id": "wheel", "actions": [wait, turn, wait]}),
        ])
        .await
    }

    /// Drags with the mouse from a point of the window to another, in a few steps.
    pub async fn drag(&self, from: (i64, i64), to: (i64, i64)) -> Result<()> {
        self.act(&[pointer("mouse", json!(drawn(from, to)))]).await
    }

    /// Draws two fingers over the window at once, each from a point to another.
    pub async fn pinch(&self, fingers: [((i64, i64), (i64, i64)); 2]) -> Result<()> {
        let devices = ["one", "two"].into_iter().zip(fingers).map(|(id, (from, to))| {
            let mut device = pointer("touch", json!(drawn(from, to)));
            device["id"] = json!(id);
            device
        });
        self.act(&devices.collect::<Vec<_>>()).await
    }
}

/// Down at one point, up at another, with stops between.
fn drawn(from: (i64, i64), to: (i64, i64)) -> Vec<Value> {
    const STEPS: i64 = 5;
    let part = |a: i64, b: i64, step: i64| a + (b - a) * step / STEPS;
    let mut actions = vec![move_to(from.0, from.1), json!({"type": "pointerDown", "button": 0})];
    actions.extend((1..=STEPS).map(|it| move_to(part(from.0, to.0, it), part(from.1, to.1, it))));
    actions.push(json!({"type": "pointerUp", "button": 0}));
    actions
}
