//! The browser's entry: hydrates each figure where it stands in the prerendered page.

/// The switch of views, and the parameter of the address that keeps it.
#[cfg(target_arch = "wasm32")]
const VIEW: &str = "view";

#[cfg(target_arch = "wasm32")]
fn main() {
    use std::cell::Cell;

    use explainer::browser::{self, record_html as words};
    use explainer::chart::releases::View;
    use explainer::data::{FACTS, LAYOUTS, MAP};
    use explainer::view::{self, ChartFigure, Explorer, MapFigure, held, releases};
    use leptos::prelude::*;

    let owner = Owner::new();
    let explorer = owner.with(|| Explorer::new(&FACTS));
    for of in [releases(&FACTS, explorer), held(&FACTS, explorer)] {
        hydrate(of.name(), move || view! { <ChartFigure of words/> });
        view::join_table(of);
    }
    hydrate(
        "map",
        move || view! { <MapFigure facts=&FACTS map=&MAP layouts=&LAYOUTS explorer words/> },
    );
    if let Some(charts) = browser::element(".plots") {
        browser::on_width(&charts, move |width| explorer.change(|it| it.width = Some(width)));
    }
    // While the table is the view: whether the reader had opened it before.
    let had_opened = Cell::new(None);
    browser::on_choice(VIEW, move |name| {
        // A name that is no view of the chart is the table's; under it the chart is at its first.
        let view = View::named(name).unwrap_or_default();
        explorer.change(|it| it.view = view);
        browser::set_parameter(VIEW, (name != View::default().name()).then_some(name));
        let Some(table) = browser::find("#releases .twin") else { return };
        let open = |it: bool| browser::set(&table, "open", it.then_some(""));
        if View::named(name).is_none() {
            had_opened.set(had_opened.get().or(Some(table.has_attribute("open"))));
            open(true);
        } else if let Some(opened) = had_opened.take() {
            open(opened);
        }
    });
    // A parameter that names no view is passed over; the page then shows its first.
    if let Some(view) = browser::parameter(VIEW) {
        browser::choose(VIEW, &view);
    }
    // The address names what is chosen. If not, whoever was quicker than the wasm goes on from where the
    // focus is.
    let focused = |attribute| browser::focused(attribute).unwrap_or_default();
    let release = browser::parameter("release").unwrap_or_else(|| focused("data-release"));
    let (actor, claim) = (browser::parameter("actor").unwrap_or_default(), focused("data-claim"));
    explorer.change(|it| {
        if let Some(idx) = FACTS.releases.iter().position(|it| it.id == release) {
            (it.release, it.has_chosen) = (idx, true);
        }
        if let Some(idx) = FACTS.held.iter().position(|it| it.id == claim) {
            it.held = idx;
        }
        it.map.focus = (0..).zip(FACTS.actors).find(|it| it.1.id == actor).map(|it| it.0);
        it.is_live = true;
    });
    browser::open_sheets();
    view::offer_to_take_away();
    browser::set_ready();
    // Choices outlive every figure, so their owner is never dropped.
    std::mem::forget(owner);
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
