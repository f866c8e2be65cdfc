//! Reading by keyboard alone: from one stop of the Tab key to the next, where each can be seen.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

/// What is wrong with where the keyboard is; empty if nothing. The drawing of a chart lies under a layer that takes the
/// pointer, and a label may stand for its field.
const STRAYED: &str = "(it => {
    if (!it || it === document.body) return 'nothing has the keyboard';
    const name = `${it.localName} “${(it.ariaLabel || it.labels?.[0]?.textContent || it.textContent).trim().slice(0, 40)}”`;
    if (!it.checkVisibility({ visibilityProperty: true })) return `${name} is hidden`;
    const { x, y, width, height } = target(it.type === 'radio' ? it.labels[0] : it);
    if (y + height / 2 < 0 || y + height / 2 > innerHeight || x + width < 1 || x > innerWidth) return `${name} is outside the window`;
    const over = document.elementFromPoint(Math.min(x + width / 2, innerWidth - 1), y + height / 2);
    const drawing = it.closest('svg')?.parentElement;
    const parts = [it, ...(it.labels ?? []), ...(drawing ? [drawing.parentElement] : [])];
    return parts.some(part => part.contains(over) || over?.contains(part)) ? '' : `${name} lies under ${over?.localName}.${over?.className}`;
})(document.activeElement)";

impl Page {
    /// Presses the Tab key until an expression about `it`, which has the keyboard, holds. Says how many presses that
    /// took; an error after `at_most`, or when the keyboard is somewhere where it cannot be seen.
    pub async fn tab_to(&self, wanted: &str, at_most: usize) -> Result<usize> {
        for n_pressed in 1..=at_most {
            self.press(Key::Tab).await?;
            self.is_seen().await?;
            let is_there = format!("(it => !!({wanted}))(document.activeElement)");
            if self.ask(&is_there).await? {
                return Ok(n_pressed);
            }
        }
        let last: String = self.ask("document.activeElement.outerHTML.slice(0, 200)").await?;
        anyhow::bail!("{at_most} presses of Tab do not lead to {wanted}, but to {last}");
    }

    /// Checks that what has the keyboard can be seen.
    pub async fn is_seen(&self) -> Result<()> {
        let strayed: String = self.ask(STRAYED).await?;
        ensure!(strayed.is_empty(), "{strayed}");
        Ok(())
    }

    /// Goes to a part of the page as the keyboard can: by the links that come first.
    pub async fn skip_to(&self, part: &str) -> Result<()> {
        self.tab_to(&format!("it.matches({})", json!(format!(".contents a[href='#{part}']"))), 9)
            .await?;
        self.press(Key::Enter).await?;
        self.until(&format!("location.hash === {}", json!(format!("#{part}")))).await?;
        self.settle().await
    }
}
