//! From SVG to PNG, with letters from files of the repository.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Group, Node, Options, Text, Tree};

use crate::palette::Palette;

/// No words may stand nearer to an edge than that many px.
const EDGE: f32 = 20.0;
/// Least size of words in px, as they stand in the picture.
const LEAST: f32 = 21.5;

/// The fonts of a folder.
pub(crate) fn fonts(folder: &Path) -> Result<Arc<Database>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        files.push(entry.with_context(|| folder.display().to_string())?.path());
    }
    // In one order everywhere, as a letter that one face lacks is looked for in the others.
    files.sort();
    let mut fonts = Database::new();
    for file in files.iter().filter(|it| it.extension().is_some_and(|it| it == "ttf")) {
        let font = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        fonts.load_font_data(font);
    }
    ensure!(!fonts.is_empty(), "{} has no fonts", folder.display());
    Ok(Arc::new(fonts))
}

/// The picture, in which all words can be read.
pub(crate) fn png(svg: &str, fonts: &Arc<Database>) -> Result<Vec<u8>> {
    let options = Options { fontdb: Arc::clone(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size();
    may_be_read(tree.root(), (tree.size().width(), tree.size().height()))?;
    let mut pixels =
        Pixmap::new(size.width(), size.height()).context("there is no room for the picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let rgb = |it: &resvg::tiny_skia::PremultipliedColorU8| [it.red(), it.green(), it.blue()];
    let pixels: Vec<[u8; 3]> = pixels.pixels().iter().map(rgb).collect();
    encoded(&pixels, (size.width(), size.height()))
}

fn encoded(pixels: &[[u8; 3]], (width, height): (u32, u32)) -> Result<Vec<u8>> {
    let palette = Palette::of(pixels);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.colours());
    encoder.set_compression(png::Compression::High);
    // Numbers of colours are no shades, so the difference of two neighbours says nothing.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&palette.numbers(pixels))?;
    writer.finish()?;
    Ok(file)
}

/// Whether every letter has a shape, and all words stand inside the picture at a size that can be read.
fn may_be_read(group: &Group, size: (f32, f32)) -> Result<()> {
    for node in group.children() {
        match node {
            Node::Group(group) => may_be_read(group, size)?,
            Node::Text(text) => may_text_be_read(text, size)?,
            _ => {}
        }
    }
    Ok(())
}

fn may_text_be_read(text: &Text, (width, height): (f32, f32)) -> Result<()> {
    let words: String = text.chunks().iter().map(|it| it.text()).collect();
    for glyph in text.layouted().iter().flat_map(|it| &it.positioned_glyphs) {
        // The first shape of a font is the one for letters that it does not have.
        ensure!(
            glyph.id.0 != 0,
            "no font in xtask/fonts has “{}” of “{words}”: its README says how to add it",
            glyph.text
        );
    }
    let scale = text.abs_transform().get_scale().0;
    let spans = text.chunks().iter().flat_map(|it| it.spans());
    for span in spans {
        let shown = span.font_size().get() * scale;
        ensure!(shown >= LEAST, "“{words}” is only {shown} px high");
    }
    let Some(frame) = text.bounding_box().transform(text.abs_transform()) else { return Ok(()) };
    let inside = frame.left() >= EDGE
        && frame.top() >= EDGE
        && frame.right() <= width - EDGE
        && frame.bottom() <= height - EDGE;
    ensure!(inside, "“{words}” does not stand in the picture: {frame:?}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Arc<Database> {
        super::fonts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fonts")).unwrap()
    }

    fn svg(words: &str, x: u32, size: u32) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\">\
             <rect width=\"400\" height=\"200\" fill=\"#fdfcf7\"/><g transform=\"scale(2)\">\
             <text x=\"{x}\" y=\"50\" font-family=\"Noto Sans\" font-size=\"{size}\" fill=\"#0a6b69\">{words}</text>\
             </g></svg>"
        )
    }

    #[test]
    fn the_same_svg_is_the_same_file_and_words_are_drawn() {
        let [one, again, other, empty] = ["Łódź ≥ 4", "Łódź ≥ 4", "Lodz > 4", " "]
            .map(|it| png(&svg(it, 20, 20), &fonts()).unwrap());
        assert!(one == again && one != other && one.len() > empty.len() + 300);
        let width = u32::from_be_bytes(one[16..20].try_into().unwrap());
        let height = u32::from_be_bytes(one[20..24].try_into().unwrap());
        assert_eq!((width, height), (400, 200));
    }

    #[test]
    fn words_that_could_not_be_read_make_no_picture() {
        for (words, x, size, problem) in [
            ("words", 20, 10, "only 20 px"),
            ("words", 5, 12, "does not stand in the picture"),
            ("a rather long line of words", 20, 20, "does not stand in the picture"),
            ("a 漢 b", 20, 20, "“漢” of “a 漢 b”"),
        ] {
            let error = png(&svg(words, x, size), &fonts()).unwrap_err().to_string();
            assert!(error.contains(problem), "{words}: {error}");
        }
    }
}
