//! What the page has already need not ship in the wasm a second time.

/// The value of an attribute, or the inside of an element, that never changes. Written on the host;
/// in the browser nothing, so that hydration leaves what stands in the page as it is and the code
/// that would write it is left out of the wasm.
pub(crate) fn prerendered(write: impl FnOnce() -> String) -> Option<String> {
    cfg!(feature = "ssr").then(write)
}
