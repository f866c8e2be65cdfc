//! The browser's entry: hydrates each figure where it stands in the prerendered page.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
fn main() {
    use explainer::browser;
    use explainer::data::{FACTS, LAYOUTS};
    use explainer::view::{self, ChartFigure, Explorer, MapFigure, held, releases};
    use leptos::prelude::*;

    // Runs what Leptos spawns. Fails only if it is there already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    // Choices outlive every figure, so their owner is never dropped.
    let owner: &'static Owner = Box::leak(Box::new(Owner::new()));
    let explorer = owner.with(|| Explorer::new(&FACTS));
    let chart = move |of: view::ChartOf| {
        hydrate(of.name, move || view! { <ChartFigure of words=None/> });
        view::join_table(of);
        of.follow_width();
    };
    // One after the other, so that a slow phone draws and answers in between. What was chosen until then, each
    // figure finds when it comes to life.
    browser::in_turn([
        Box::new(move || {
            // Before the address, which is looked at once no sheet lies over the page.
            browser::open_sheets();
            browser::follow_pointer();
            owner.with(|| view::join_address(&FACTS, explorer));
            view::choose_focused(&FACTS, explorer);
        }),
        Box::new(move || chart(releases(&FACTS, explorer))),
        Box::new(move || chart(held(&FACTS, explorer))),
        Box::new(move || {
            hydrate(
                "map",
                move || view! { <MapFigure facts=&FACTS map=None layouts=&LAYOUTS explorer/> },
            );
        }),
        Box::new(move || {
            owner.with(|| view::join_guide(&FACTS, explorer, releases(&FACTS, explorer)));
            browser::set_ready();
        }),
    ]);
}

/// Takes over the figure of that name. A story without such a figure has no element for it.
///
/// Not by `leptos::mount`, which sets up how data of a server come along. None do here, and what is set up can be shown in
/// debugging, so it keeps the tables of all letters that may be printed.
#[cfg(target_arch = "wasm32")]
fn hydrate<V: leptos::IntoView + 'static>(name: &str, view: impl FnOnce() -> V + 'static) {
    use leptos::prelude::*;

    if let Some(place) = explainer::browser::element(&format!("#island-{name}")) {
        let owner = Owner::new();
        let taken_over = owner.with(|| view().into_view().hydrate_from::<true>(&place));
        // Figures stay as long as the page.
        std::mem::forget((owner, taken_over));
    }
}

/// The host has no page to take over; `prerender` makes it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
