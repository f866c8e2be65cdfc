//! Streams that never hold anything.
//!
//! Leptos brings server functions along, and these bring streams, whose exports no linker removes.
//! This page has no server. Of the crate that it replaces, this one has what `server_fn` calls.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// In place of a stream of the browser that can be read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// A stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream of Rust as one of the browser, without what it holds.
    ///
    /// # Panics
    ///
    /// In a browser without streams.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(web_sys::ReadableStream::new().expect("a browser has streams"))
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// The stream of the browser as one of Rust, without what it holds.
    pub fn into_stream(self) -> Empty {
        Empty(None)
    }
}

/// A stream that has ended.
#[derive(Debug)]
pub struct Empty(Option<Infallible>);

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.map(|never| match never {}))
    }
}
