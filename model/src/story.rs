//! The story's own prose: headline, sections, titles. Records too: it stands in the prerendered HTML.

/// The page's own words.
#[derive(Debug)]
pub struct Story {
    /// BCP 47 tag of the language of the prose.
    pub language: &'static str,
    /// The line over the headline.
    pub kicker: &'static str,
    /// The headline.
    pub headline: &'static str,
    /// The standfirst.
    pub standfirst: Prose,
    /// What the reader has to know about where the record stops.
    pub as_of_note: Prose,
    /// The numbers at the top.
    pub key_figures: &'static [KeyFigure],
    /// Names of the views of the releases: added up, each by itself, by place.
    pub views: &'static [&'static str; 3],
    /// What the second and the third view show; the lead of the figure says it of the first.
    pub view_notes: &'static [&'static str; 2],
    /// What is hatched, and what the second counting counts; empty in a story with one.
    pub counting_notes: &'static [&'static str; 2],
    /// Names of the choices of counting: both, the first, the second.
    pub countings: &'static [&'static str; 3],
    /// The guided story; may be empty.
    pub steps: &'static [Step],
    /// Sections of prose.
    pub sections: &'static [Section],
    /// Title and lead of each figure and list.
    pub headings: Headings,
}

/// Titles of the parts of the page.
#[derive(Debug)]
pub struct Headings {
    /// The releases figure.
    pub releases: Heading,
    /// The held figure.
    pub held: Heading,
    /// Who was newly counted between two counts of those held; its lead says what the arithmetic takes for
    /// granted. `None` if the story does without.
    pub turnover: Option<Heading>,
    /// The actor map.
    pub map: Heading,
    /// The chronology.
    pub chronology: Heading,
    /// What sources disagree on.
    pub conflicts: Heading,
    /// The statements of the first article.
    pub statements: Heading,
    /// Terms.
    pub glossary: Heading,
    /// Sources.
    pub sources: Heading,
}

/// A title and what it means.
#[derive(Debug)]
pub struct Heading {
    /// The title.
    pub title: &'static str,
    /// One or two sentences under it.
    pub lead: Prose,
}

/// Text with links; in `data/` written `[words](kind:id)`.
pub type Prose = &'static [Span];

/// A run of prose.
#[derive(Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Text(&'static str),
    /// Words that open something.
    Link {
        /// What it opens.
        to: Target,
        /// The id of what it opens.
        id: &'static str,
        /// The words.
        words: &'static str,
    },
}

/// What a link in prose can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The record of a number.
    Claim,
    /// An actor's dossier.
    Actor,
    /// A release, in the chart and in the chronology.
    Release,
    /// A measure, in the lane under the chart and in the chronology.
    Measure,
    /// A term's explanation.
    Term,
}

/// A number at the top of the page.
#[derive(Debug)]
pub struct KeyFigure {
    /// Index into [`Records::claims`](crate::records::Records::claims).
    pub claim: u16,
    /// The words under it.
    pub label: &'static str,
}

/// A step of the guided story.
#[derive(Debug)]
pub struct Step {
    /// As in `data/steps.toml`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Two or three sentences.
    pub text: Prose,
    /// The figure that stands beside them.
    pub figure: FigureName,
    /// What the figures show, as the query of an address.
    pub show: &'static str,
}

/// A figure of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureName {
    /// How many were freed.
    Releases,
    /// How many are still held.
    Held,
    /// Who is who.
    Map,
}

impl FigureName {
    /// Every figure with its name in `data/`, in the page and in addresses.
    pub const ALL: [(FigureName, &'static str); 3] =
        [(FigureName::Releases, "releases"), (FigureName::Held, "held"), (FigureName::Map, "map")];

    /// Its name.
    pub fn name(self) -> &'static str {
        FigureName::ALL.into_iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }
}

/// How the releases are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Added up, as a step line.
    #[default]
    Cumulative,
    /// Each by itself, as a bar.
    Waves,
    /// By where people were taken.
    Places,
}

impl View {
    /// Every view, in the order of the switch.
    pub const ALL: [View; 3] = [View::Cumulative, View::Waves, View::Places];

    /// Its name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            View::Cumulative => "cumulative",
            View::Waves => "waves",
            View::Places => "places",
        }
    }
}

/// A section of prose.
#[derive(Debug)]
pub struct Section {
    /// As in `data/story.toml`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where it stands.
    pub place: SectionPlace,
    /// Its paragraphs.
    pub paragraphs: &'static [Prose],
}

/// Where a section of prose stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionPlace {
    /// After the key figures.
    Top,
    /// After the releases figure.
    AfterReleases,
    /// After the held figure.
    AfterHeld,
    /// After the actor map.
    AfterMap,
    /// How we count.
    Method,
}

impl SectionPlace {
    /// Every place with its name in `data/`.
    pub const ALL: [(SectionPlace, &'static str); 5] = [
        (SectionPlace::Top, "top"),
        (SectionPlace::AfterReleases, "after-releases"),
        (SectionPlace::AfterHeld, "after-held"),
        (SectionPlace::AfterMap, "after-map"),
        (SectionPlace::Method, "method"),
    ];
}
