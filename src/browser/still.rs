//! Pictures of what is on the screen, as files.

use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, CssStyleDeclaration, Element,
    HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Node, Url, XmlSerializer, js_sys,
};

use super::page::{all, set};

/// What style sheets decide about an SVG element. That a stroke keeps its width on the screen is left
/// out: in a picture of twice the size it would be half as thick.
const STYLES: [&str; 15] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "opacity",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "marker-start",
    "marker-end",
];

/// An SVG element as a text that looks as it does on the screen, wherever it is opened. Leaves out
/// what is not seen and what matches `without`.
pub fn styled(element: &Element, without: &str) -> Option<Still> {
    let frame = element.get_bounding_client_rect();
    let (width, height) = (frame.width().round() as u32, frame.height().round() as u32);
    let copy: Element = element.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (own, copied) = (all(element, "*"), all(&copy, "*"));
    for (own, copied) in own.iter().zip(&copied) {
        let style = computed(own)?;
        let value = |name: &str| style.get_property_value(name).unwrap_or_default();
        if value("display") == "none" || value("opacity") == "0" || own.matches(without) == Ok(true)
        {
            copied.remove();
            continue;
        }
        for name in STYLES {
            let value = value(name);
            // In an attribute, other programs take a quoted address for a wrong one.
            let value = if value.starts_with("url(") { value.replace('"', "") } else { value };
            set(copied, name, Some(&value));
        }
        without_the_page(copied);
    }
    without_the_page(&copy);
    // A definition has no size on the screen.
    if width > 0 {
        set(&copy, "overflow", Some("visible"));
        set(&copy, "width", Some(&width.to_string()));
        set(&copy, "height", Some(&height.to_string()));
    }
    let node: &Node = &copy;
    let svg = XmlSerializer::new().ok()?.serialize_to_string(node).ok()?;
    Some(Still { svg, width, height })
}

/// An SVG element as text, with its size on the screen in px; nothing wide is hidden there.
#[derive(Clone, Debug)]
pub struct Still {
    /// The element.
    pub svg: String,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Takes away what means nothing outside the page.
fn without_the_page(element: &Element) {
    for name in element.get_attribute_names().iter().filter_map(|it| it.as_string()) {
        let of_the_page = ["class", "href", "tabindex"].contains(&name.as_str());
        if of_the_page || name.starts_with("data-") || name.starts_with("aria-") {
            set(element, &name, None);
        }
    }
}

fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

/// The value of a variable of the style sheets, as the theme that is shown has it.
pub fn variable(name: &str) -> String {
    let style = computed(&document_element());
    style.and_then(|it| it.get_property_value(name).ok()).unwrap_or_default()
}

/// Gives the reader an SVG document as a file.
pub fn save_svg(svg: &str, name: &str) {
    if let Some(blob) = svg_blob(svg) {
        save(&blob, name);
    }
}

/// Gives the reader an SVG document of a size in px as a PNG file with twice as many dots.
pub fn save_png(svg: &str, size: (u32, u32), name: String) {
    let url = svg_blob(svg).and_then(|it| Url::create_object_url_with_blob(&it).ok());
    let (Some(url), Ok(image)) = (url, HtmlImageElement::new()) else { return };
    let (loaded, from) = (image.clone(), url.clone());
    let draw = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&from);
        // A browser that cannot draw it gives no file; the SVG is still to be had.
        let _ = save_drawn(&loaded, size, name);
    });
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_src(&url);
}

fn save_drawn(image: &HtmlImageElement, (width, height): (u32, u32), name: String) -> Option<()> {
    let (width, height) = (2 * width, 2 * height);
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    let written = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            save(&blob, &name);
        }
    });
    canvas.to_blob(written.unchecked_ref()).ok()
}

fn svg_blob(svg: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&svg.into()), &options).ok()
}

/// A link that downloads, clicked.
fn save(blob: &Blob, name: &str) {
    let url = Url::create_object_url_with_blob(blob);
    let link =
        document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
    if let (Ok(url), Some(link)) = (url, link) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // Some browsers read it only after the click; it is small and goes with the page.
    }
}
