//! The guided story: at which step the reader is, and what the figures show there.

use std::cell::Cell;
use std::rc::Rc;

use explainer_model::facts::Facts;

use super::place::{DRAWN_MS, shown_at};
use super::stage::{self, Stage};
use super::state::{BESIDE, VIEW};
use super::{ChartOf, Explorer, SWITCHES, State, address};
use crate::browser::{self, Element};

/// A step is the reader's once its upper edge has passed this part of the window.
const LINE: f64 = 0.55;

/// Figures that can stand beside the words, by their names.
const FIGURES: &[&str] = SWITCHES[BESIDE].1;

/// What a window shows to which nobody has scrolled.
#[derive(Clone, Copy)]
struct Strayed {
    /// The last step that has passed the line, as an index.
    passed: Option<usize>,
    /// Height of the page in px.
    height: i32,
}

#[derive(Clone)]
struct Guide {
    facts: &'static Facts,
    explorer: Explorer,
    chart: ChartOf,
    guide: Element,
    steps: Rc<[Element]>,
    stage: Rc<Stage>,
    /// Whether the reader has left the step by a link, to go on with what it shows.
    has_left: Rc<Cell<bool>>,
    /// In a window that has got another width, until the reader goes on.
    strayed: Rc<Cell<Option<Strayed>>>,
}

/// Joins the guided story to the state. A page without one stays as it is.
pub fn join_guide(facts: &'static Facts, explorer: Explorer, chart: ChartOf) {
    let Some(guide) = browser::find("#guide") else { return };
    let steps: Rc<[Element]> = browser::all(&guide, ".step").into();
    let story = Guide {
        facts,
        explorer,
        chart,
        stage: Rc::new(Stage::of(guide.clone())),
        guide,
        steps,
        has_left: Rc::default(),
        strayed: Rc::default(),
    };
    // An address may name a step and not lead to it.
    let step = explorer.now().step.and_then(|it| story.steps.get(usize::from(it)));
    if let Some(step) = step.filter(|it| story.is_away(it)) {
        step.scroll_into_view();
    }
    for event in ["scroll", "resize", "beforeprint", "afterprint"] {
        let story = story.clone();
        browser::on_window(event, move |_| {
            // The room that is kept for the figure is that of another width; on paper its place is with its title.
            if ["resize", "beforeprint"].contains(&event) {
                story.stage.show(None);
            }
            match event {
                // A window of another width may show another part of the page, to which nobody has gone.
                "resize" if explorer.now().step.is_none() => story.stray(story.passed()),
                "beforeprint" => {}
                _ => story.look(),
            }
        });
    }
    let clicked = story.clone();
    browser::on(&story.guide, "click", move |event| {
        // A number opens its record, as everywhere.
        let link = browser::closest(event, ".told a:not([data-claim]), .explore, .seen");
        if link
            .filter(|_| browser::is_plain_click(event))
            .is_some_and(|it| clicked.follow_word(&it))
        {
            event.prevent_default();
        }
    });
    let pressed = story.clone();
    browser::on_key(move |event| {
        let way = match event.key().as_str() {
            "ArrowLeft" => "prev",
            "ArrowRight" => "next",
            _ => return,
        };
        let step = explorer.now().step.and_then(|it| pressed.steps.get(usize::from(it)));
        let is_elsewhere =
            browser::closest(event, "input, select, textarea, [data-island], .sheet");
        if let Some(step) = step.filter(|_| is_elsewhere.is_none()) {
            browser::click(&format!("#{} [rel={way}]", step.id()));
        }
    });
    let told = story.clone();
    explorer.follow(move |before, now| {
        if before.step != now.step {
            told.mark_progress(now);
        }
        if (before.step, before.switches[BESIDE]) != (now.step, now.switches[BESIDE]) {
            // After a step back in the history the browser has not scrolled yet, so where the page is says nothing.
            told.arrange(told.passed());
        }
    });
    story.look();
}

/// Where a step begins to be the reader's, in px from the top of the window.
fn line() -> f64 {
    browser::window_height() * LINE
}

fn page_height() -> i32 {
    let (top, bottom) = browser::edges(&browser::page());
    (bottom - top) as i32
}

impl Guide {
    /// The step at which the reader is, and the figure that belongs there.
    fn look(&self) {
        let (_, bottom) = browser::edges(&self.guide);
        let passed = self.passed();
        // Browsers that hold a place while the page is laid out anew tell of scrolling, too.
        if let Some(strayed) = self.strayed.get()
            && (strayed.passed == passed || strayed.height != page_height())
        {
            return self.stray(passed);
        }
        self.strayed.set(None);
        let step = passed.filter(|_| bottom > line()).map(|it| it as u16);
        let is_new = step != self.explorer.now().step;
        // The keyboard focus goes along with a figure and chooses where it comes to; the step has the last word.
        self.arrange(passed);
        if is_new {
            self.explorer.change(|it| {
                let before = self.at(it.step, it);
                // Whoever only passed through finds the figures as they are at first.
                let has_left = self.has_left.take();
                let is_untouched = *it == before && !has_left;
                *it = match step {
                    None if !is_untouched => State { step, ..*it }.in_sight(self.facts),
                    _ => self.at(step, it),
                };
            });
        }
    }

    /// Shows what belongs to a step, to which nobody has gone.
    fn stray(&self, passed: Option<usize>) {
        self.strayed.set(Some(Strayed { passed, height: page_height() }));
        self.arrange(passed);
    }

    /// What the figures show at a step, or at first. How the page looks and what is counted is no matter of
    /// a step.
    fn at(&self, step: Option<u16>, now: &State) -> State {
        let first = self.explorer.first();
        let shown = |it| shown_at(self.facts, it);
        let there = step.map_or(first, |it| address::at_step(self.facts, it, &first, &shown));
        let mut switches = now.switches;
        for it in [VIEW, BESIDE] {
            switches[it] = there.switches[it];
        }
        State { switches, ..now.showing(there) }
    }

    /// The last step whose upper edge has passed the line.
    fn passed(&self) -> Option<usize> {
        // In a high window the first step is in sight from the start; nobody has gone to it yet.
        if browser::edges(&browser::page()).0 >= 0.0 {
            return None;
        }
        self.steps.iter().rposition(|it| browser::edges(it).0 <= line())
    }

    /// Puts the figure beside the words that belongs there.
    fn arrange(&self, passed: Option<usize>) {
        let (top, bottom) = browser::edges(&self.guide);
        // Before the first step its picture is there; after the last the figure is there still.
        let is_seen = top < browser::window_height() && bottom > 0.0;
        let own = passed.and_then(|it| self.steps.get(it)).filter(|_| is_seen);
        let own = own.and_then(|it| it.get_attribute("data-in"));
        let asked = usize::from(self.explorer.now().switches[BESIDE]);
        let asked = FIGURES.get(asked).filter(|it| is_seen && !it.is_empty());
        self.stage.show(asked.map(|it| (*it).to_owned()).or(own));
    }

    fn is_away(&self, element: &Element) -> bool {
        let (top, bottom) = browser::edges(element);
        top > line() || bottom < line()
    }

    fn mark_progress(&self, now: &State) {
        for (idx, mark) in browser::all(&self.guide, ".progress a").iter().enumerate() {
            let is_here = now.step.map(usize::from) == Some(idx);
            browser::set(mark, "aria-current", is_here.then_some("step"));
        }
        if let Some(back) = browser::find(".return").filter(|_| now.step.is_some()) {
            browser::set(&back, "hidden", Some(""));
        }
    }

    /// A name puts its actor in focus, a date chooses what happened then. Whether the link has been followed.
    fn follow_word(&self, link: &Element) -> bool {
        let href = link.get_attribute("href").unwrap_or_default();
        let actor = super::map::actor_at(self.facts, link);
        let chosen = self.chart.choice_at(&href);
        let figure = match (actor, chosen) {
            (Some(_), _) => "map",
            (None, Some(_)) => "releases",
            (None, None) => {
                if link.closest(".told").is_ok_and(|it| it.is_none()) {
                    // Whoever sees a picture is at its step, so the figure is as the picture shows it.
                    self.leave(link);
                }
                return false;
            }
        };
        let has_room = stage::has_room();
        let beside = FIGURES.iter().position(|it| *it == figure).filter(|_| has_room);
        self.explorer.visit(|it| {
            // Who is taken down the page will want to go back, also if all is shown there already.
            it.n_places += u32::from(!has_room);
            it.switches[BESIDE] = beside.map_or(0, |it| it as u8);
            match (actor, chosen) {
                (Some(actor), _) => (it.map.focus, it.map.chain_to) = (Some(actor), None),
                (None, Some(idx)) => it.choose_release(idx),
                (None, None) => {}
            }
            *it = it.in_sight(self.facts);
        });
        if !has_room {
            self.leave(link);
            go_down_to(figure, actor);
        }
        true
    }

    /// Offers the way back to the step that the reader leaves by a link.
    fn leave(&self, link: &Element) {
        self.has_left.set(true);
        let step = self.explorer.now().step.and_then(|it| self.steps.get(usize::from(it)).cloned());
        let step = link.closest(".step").ok().flatten().or(step);
        if let Some((back, step)) = browser::find(".return").zip(step) {
            browser::set(&back, "href", Some(&format!("#{}", step.id())));
            // Shown once the step is out of sight.
            browser::set(&back, "hidden", None);
        }
    }
}

/// Scrolls to a figure, and to an actor in it, after the address has been written: the way back leads to the story.
fn go_down_to(figure: &'static str, actor: Option<u16>) {
    browser::after(2 * DRAWN_MS, move || {
        if let Some(figure) = browser::find(&format!("#{figure} [data-island]")) {
            figure.scroll_into_view();
        }
        actor.into_iter().for_each(super::map::bring);
    });
}
