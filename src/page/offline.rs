//! That the page can be read without a network, and how a reader learns of a newer version.

use leptos::prelude::*;

use super::html_of;
use super::template::inline;

/// The script, with comments for those who read it.
const SCRIPT: &str = include_str!("../script/offline.js");

/// The notice, hidden until there is a newer version, and the script that shows it. The script is
/// part of the page, so it works also when the wasm does not come.
pub(super) fn notice_and_script() -> String {
    // The status is there from the start; only what appears in it is read out.
    let notice = view! {
        <div role="status">
            <p class="new-version" data-role="new-version" hidden>
                "A newer version of this page is here. "
                <button type="button">"Show it"</button>
            </p>
        </div>
    };
    let notice = html_of(notice);
    notice + &inline(SCRIPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_ships_without_comments_and_ends_where_it_should() {
        let html = notice_and_script();
        assert!(!html.contains("//"), "{html}");
        assert!(html.contains("register(\"sw.js\")"), "{html}");
        assert_eq!(html.matches("</script").count(), 1, "{html}");
    }
}
