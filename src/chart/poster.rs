//! A chart to take away: with everything that someone needs who sees it without the page.

use std::fmt::Write;

use explainer_model::text;

use super::KeyLine;
use super::backend::escape;
use super::labels::lines_within;

/// Space around everything, in px.
const PAD: u32 = 20;
/// Least width of a poster in px: a narrow chart still has room for its title.
const MIN_WIDTH: u32 = 360;

/// Room for a mark of the legend with the space after it, in px.
const BESIDE_MARK: u32 = 24;

/// What stands on a poster. Texts are plain; drawings are SVG elements, styled and in px.
#[derive(Clone, Debug, Default)]
pub struct Poster {
    /// The figure's title.
    pub title: String,
    /// Lines under the title, a paragraph each.
    pub leads: Vec<String>,
    /// Drawings that lie on each other.
    pub drawings: Vec<String>,
    /// Size of the drawings in px.
    pub size: (u32, u32),
    /// Marks of the legend and what they mean.
    pub legend: Vec<(String, String)>,
    /// Lines under the legend, a paragraph each: key, sources, date, link.
    pub notes: Vec<String>,
    /// Definitions that the drawings refer to.
    pub definitions: String,
    /// How the page looks.
    pub look: Look,
}

/// Colours and typefaces of the page, as CSS values.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The ground.
    pub paper: String,
    /// Titles and legend.
    pub ink: String,
    /// All else.
    pub soft: String,
    /// Typeface of the title.
    pub serif: String,
    /// Typeface of the rest.
    pub sans: String,
}

/// The SVG document and its size in px.
pub fn draw(poster: &Poster) -> (String, u32, u32) {
    let width = poster.size.0.max(MIN_WIDTH) + 2 * PAD;
    let look = &poster.look;
    let mut page = Page { body: String::new(), left: PAD, y: PAD, room: width - 2 * PAD };
    page.paragraph(
        &poster.title,
        20,
        &format!(
            "font-weight=\"700\" font-family=\"{}\" fill=\"{}\"",
            quoted(&look.serif),
            look.ink
        ),
    );
    for lead in &poster.leads {
        page.paragraph(lead, 13, "");
    }
    page.y += 10;
    for drawing in &poster.drawings {
        let _ = write!(page.body, "<g transform=\"translate({PAD} {})\">{drawing}</g>", page.y);
    }
    page.y += poster.size.1 + 14;
    page.legend(&poster.legend, 12, &format!("fill=\"{}\"", look.ink));
    for note in &poster.notes {
        page.paragraph(note, 12, "");
    }
    let height = page.y + PAD - 6;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{}\" fill=\"{}\">\n<title>{}</title>\n<defs>{}</defs>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
        quoted(&look.sans),
        look.soft,
        quoted(&poster.title),
        poster.definitions,
        look.paper,
        page.body,
    );
    (svg, width, height)
}

/// Drawings alone, over the ground of whatever they stand on, with a key under them: numbered lines, and marks with
/// what they mean. The SVG document and its height in px.
pub fn bare(
    drawings: &str,
    (width, height): (u32, u32),
    key: &[KeyLine],
    legend: &[(String, String)],
    definitions: &str,
) -> (String, u32) {
    const STYLE: &str = "class=\"key\"";
    let mut page = Page { body: String::new(), left: 0, y: height, room: width };
    for (number, words) in key {
        page.paragraph(&format!("{number} · {words}"), 13, STYLE);
    }
    page.y += if legend.is_empty() { 0 } else { 6 };
    page.legend(legend, 13, STYLE);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{0}\" viewBox=\"0 0 {width} {0}\">\
         <defs>{definitions}</defs>{drawings}{1}</svg>\n",
        page.y, page.body
    );
    (svg, page.y)
}

fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    escape(text, &mut quoted);
    quoted
}

/// What is written so far, and where it goes on.
struct Page {
    body: String,
    left: u32,
    y: u32,
    room: u32,
}

impl Page {
    fn line(&mut self, words: &str, (x, y): (u32, u32), size: u32, style: &str) {
        let _ = write!(self.body, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" {style}>");
        escape(words, &mut self.body);
        self.body.push_str("</text>\n");
    }

    fn paragraph(&mut self, words: &str, size: u32, style: &str) {
        // Widths are guessed for a common face; a wide one still has to fit.
        for line in lines_within(words, size, self.room * 23 / 24) {
            self.y += size * 5 / 4;
            self.line(&line, (self.left, self.y - size / 4), size, style);
        }
        self.y += 3;
    }

    /// Marks with their words, as many on a line as have room; long words go on under themselves.
    fn legend(&mut self, legend: &[(String, String)], size: u32, style: &str) {
        let mut x = self.left;
        for (mark, words) in legend {
            let lines = lines_within(words, size, (self.room - BESIDE_MARK) * 23 / 24);
            let width = |it: &String| text::width(it, size as f32 + 0.5) as u32;
            let width = lines.iter().map(width).max().unwrap_or(0);
            let width = width + BESIDE_MARK;
            if x > self.left && x + width > self.left + self.room {
                (x, self.y) = (self.left, self.y + 18);
            }
            let _ = write!(self.body, "<g transform=\"translate({x} {})\">{mark}</g>", self.y);
            for (idx, line) in lines.iter().enumerate() {
                self.y += if idx > 0 { 15 } else { 0 };
                self.line(line, (x + BESIDE_MARK - 1, self.y + 10), size, style);
            }
            x += width + 14;
        }
        self.y += if legend.is_empty() { 0 } else { 24 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poster() -> Poster {
        Poster {
            title: "Up & <down>".to_owned(),
            leads: vec!["word ".repeat(90)],
            drawings: vec!["<svg id=\"chart\"/>".to_owned()],
            size: (600, 300),
            legend: vec![("<svg id=\"mark\"/>".to_owned(), "what it means".to_owned())],
            notes: vec!["Sources".to_owned()],
            definitions: String::new(),
            look: Look { serif: "\"A\", serif".to_owned(), ..Look::default() },
        }
    }

    #[test]
    fn everything_stands_on_it_in_order_and_words_are_words() {
        let (svg, width, height) = draw(&poster());
        assert_eq!(width, 640);
        assert!(svg.starts_with(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"{height}\""
        )));
        let order = [
            "<title>Up &amp; &lt;down&gt;</title>",
            "&quot;A&quot;, serif",
            "id=\"chart\"",
            "id=\"mark\"",
            "what it means",
            "Sources",
        ];
        let places = order.map(|it| svg.find(it).expect(it));
        assert!(places.is_sorted(), "{places:?}");
        assert!(svg.matches("word word").count() > 1, "a long text takes several lines");
    }

    #[test]
    fn a_bare_drawing_has_its_key_under_it_from_its_left_edge_on() {
        let key = [(1, "the day of a visit".to_owned())];
        let (svg, height) = bare("<g/>", (300, 200), &key, &poster().legend, "");
        let number = svg.find("<text x=\"0\" y=\"213\"").expect("the line with a number");
        let mark = svg.find("translate(0 2").expect("the mark");
        assert!(number < mark && svg.contains("what it means"), "{svg}");
        let (_, without) = bare("<g/>", (300, 200), &key, &[], "");
        assert!(200 < without && without < height);
        assert!(svg.contains(&format!("viewBox=\"0 0 300 {height}\"")), "{svg}");
    }

    #[test]
    fn a_poster_is_as_high_as_what_it_holds() {
        let (_, _, whole) = draw(&poster());
        let (_, _, without_notes) = draw(&Poster { notes: Vec::new(), ..poster() });
        let (_, _, flat) = draw(&Poster { size: (600, 100), ..poster() });
        assert!(without_notes < whole);
        assert_eq!(flat + 200, whole);
    }
}
