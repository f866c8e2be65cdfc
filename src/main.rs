//! The browser's entry: hydrates each figure where it stands in the prerendered page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use explainer::browser::{self, record_html as words};
    use explainer::data::{FACTS, LAYOUTS, MAP};
    use explainer::view::{self, ChartFigure, ChartOf, Explorer, MapFigure, held, releases};
    use leptos::prelude::*;

    let owner = Owner::new();
    let explorer = owner.with(|| Explorer::new(&FACTS));
    let chart = |of: ChartOf| -> Step {
        Box::new(move || {
            hydrate(of.name(), move || view! { <ChartFigure of words/> });
            view::join_table(of);
        })
    };
    let map = move || {
        hydrate(
            "map",
            move || view! { <MapFigure facts=&FACTS map=&MAP layouts=&LAYOUTS explorer words/> },
        );
    };
    let page = move || {
        // Before the address, which is looked at once no sheet lies over the page.
        browser::open_sheets();
        owner.with(|| view::join_address(&FACTS, explorer));
        // If the address does not say it, whoever was quicker than the wasm goes on from where the focus is.
        let focused = |attribute| browser::focused(attribute).unwrap_or_default();
        let (release, claim) = (focused("data-release"), focused("data-claim"));
        explorer.change(|it| {
            let focused = FACTS.releases.iter().position(|it| it.id == release);
            if let Some(idx) = focused.filter(|_| !it.has_chosen) {
                (it.release, it.has_chosen) = (idx, true);
            }
            if let Some(idx) = FACTS.held.iter().position(|it| it.id == claim) {
                it.held = idx;
            }
            it.is_live = true;
        });
        owner.with(|| view::join_guide(&FACTS, explorer, releases(&FACTS, explorer)));
        view::offer_to_take_away(&FACTS, explorer);
        // Charts are drawn as wide as they are here once all else works.
        for of in [releases(&FACTS, explorer), held(&FACTS, explorer)] {
            of.follow_width();
        }
        browser::set_ready();
        // Choices outlive every figure, so their owner is never dropped.
        std::mem::forget(owner);
    };
    let charts = [releases(&FACTS, explorer), held(&FACTS, explorer)].map(chart);
    in_turn(charts.into_iter().chain([Box::new(map) as Step, Box::new(page)]));
}

/// A part of taking over the page.
#[cfg(target_arch = "wasm32")]
type Step = Box<dyn FnOnce()>;

/// Takes one step after the other. Between two, the page answers: all at once would keep a slow phone busy for as long as
/// a reader notices.
#[cfg(target_arch = "wasm32")]
fn in_turn(mut steps: impl Iterator<Item = Step> + 'static) {
    if let Some(step) = steps.next() {
        step();
        explainer::browser::after(0, move || in_turn(steps));
    }
}

/// Takes over the figure of that name. A story without such a figure has no element for it.
#[cfg(target_arch = "wasm32")]
fn hydrate<V: leptos::IntoView + 'static>(name: &str, view: impl FnOnce() -> V + 'static) {
    if let Some(place) = explainer::browser::element(&format!("[data-island={name}]")) {
        leptos::mount::hydrate_from(place, view).forget();
    }
}

/// The host has no page to take over; `prerender` makes it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
