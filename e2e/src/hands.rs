//! What hands do: point, click, tap, press keys, type, turn the wheel, drag, pinch.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::common::command::{Actions, Command};

use crate::page::{Page, Rect};

/// How often something may still be seen to move before it is pointed at as it moves.
const MOVES: usize = 20;
/// A page that has not been scrolled for so long is at rest.
const REST: Duration = Duration::from_millis(100);

impl Page {
    /// Brings the first visible match of a selector into the middle of the window; says where to point
    /// at it, once it stands still.
    pub async fn bring(&self, selector: &str) -> Result<Rect> {
        let selector = json!(selector);
        let scroll = "scrollIntoView({ block: 'center', behavior: 'instant' })";
        // A figure may have gone along with the story; it is back when its place is in sight.
        let is_away = format!(
            "(it => it && !it.checkVisibility())(document.querySelector({selector})) || !document.querySelector({selector})"
        );
        let place =
            format!("document.getElementById(/data-figure=['\"]?(\\w+)/.exec({selector})?.[1])");
        if self.ask::<bool>(&format!("{is_away} ? !!{place} : false")).await? {
            self.run(&format!("{place}.{scroll}")).await?;
            self.settle().await?;
        }
        // Firefox brings the whole of an SVG, not what is in it.
        let rest = "const { y, height } = target(it);
            if (y < 0 || y + height > innerHeight) scrollBy({ top: y + (height - innerHeight) / 2, behavior: 'instant' });";
        self.run(&format!("const it = one({selector}); it.{scroll}; {rest}")).await?;
        self.settle().await?;
        // What comes in late, or is drawn for the first time, may still move it.
        let where_it_is = format!("target(one({selector}))");
        let mut place: Rect = self.ask(&where_it_is).await?;
        for _ in 0..MOVES {
            self.settle().await?;
            let now = self.ask(&where_it_is).await?;
            if now == place {
                break;
            }
            place = now;
        }
        Ok(place)
    }

    /// Brings the first visible match of a selector into the window and clicks on its middle.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let (x, y) = self.bring(selector).await?.middle();
        self.click_at(x, y).await
    }

    /// Moves the mouse to a point of the window.
    pub async fn point_at(&self, x: i64, y: i64) -> Result<()> {
        self.act(&[pointer("mouse", json!([move_to(x, y)]))]).await
    }

    /// Clicks on a point of the window.
    pub async fn click_at(&self, x: i64, y: i64) -> Result<()> {
        self.act(&[pointer("mouse", press_at(x, y))]).await
    }

    /// Taps on a point of the window with a finger.
    pub async fn tap_at(&self, x: i64, y: i64) -> Result<()> {
        self.act(&[pointer("touch", press_at(x, y))]).await
    }

    /// Clicks on a point of the window while a key is down.
    pub async fn click_at_with(&self, key: Key, x: i64, y: i64) -> Result<()> {
        let key = key.value();
        // Both devices act in step; the key waits for the three steps of the pointer.
        let wait = json!({"type": "pause"});
        let down = json!({"type": "keyDown", "value": key});
        let up = json!({"type": "keyUp", "value": key});
        let keys = json!({"type": "key", "id": "keys", "actions": [down, wait, wait, wait, up]});
        let mut clicks = vec![wait];
        clicks.extend(press_at(x, y).as_array().into_iter().flatten().cloned());
        self.act(&[keys, pointer("mouse", json!(clicks))]).await
    }

    /// Presses and releases a key.
    pub async fn press(&self, key: Key) -> Result<()> {
        let key = key.value();
        let down = json!({"type": "keyDown", "value": key});
        let up = json!({"type": "keyUp", "value": key});
        self.act(&[json!({"type": "key", "id": "keys", "actions": [down, up]})]).await
    }

    /// Presses a key while another is down.
    pub async fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let stroke = |kind: &str, key: &Key| json!({"type": kind, "value": key.value()});
        let strokes = [("keyDown", &held), ("keyDown", &key), ("keyUp", &key), ("keyUp", &held)];
        let strokes = strokes.map(|(kind, key)| stroke(kind, key));
        self.act(&[json!({"type": "key", "id": "keys", "actions": strokes})]).await
    }

    async fn act(&self, devices: &[Value]) -> Result<()> {
        let actions = Command::PerformActions(Actions::from(json!(devices)));
        self.browser.handle().cmd(actions).await.context("cannot point, click or type")?;
        self.settle().await
    }
}

fn pointer(kind: &str, actions: Value) -> Value {
    json!({"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": actions})
}

fn move_to(x: i64, y: i64) -> Value {
    json!({"type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport"})
}

fn press_at(x: i64, y: i64) -> Value {
    let down = json!({"type": "pointerDown", "button": 0});
    json!([move_to(x, y), down, {"type": "pointerUp", "button": 0}])
}

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
        let key = Key::Control.value();
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

    /// Draws a finger over the window, as one scrolls, and waits until the page has come to rest: it goes on by itself, and
    /// meanwhile a tap only stops it.
    pub async fn swipe(&self, from: (i64, i64), to: (i64, i64)) -> Result<()> {
        self.act(&[pointer("touch", json!(drawn(from, to)))]).await?;
        let mut y: f64 = self.ask("scrollY").await?;
        for _ in 0..MOVES {
            tokio::time::sleep(REST).await;
            self.settle().await?;
            let now = self.ask("scrollY").await?;
            if now == y {
                break;
            }
            y = now;
        }
        Ok(())
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
