//! The story, embedded at compile time: statics that the build script wrote from `data/`.

mod facts {
    // A story may do without some kinds of table.
    #[allow(unused_imports)]
    use explainer_model::facts::{
        Counter, Facts, Held, Labels, Measure, MeasureKind, Place, Release, Share, Total,
    };
    #[allow(unused_imports)]
    use explainer_model::graph::{Actor, Adjacency, Link, Relation};
    use explainer_model::{Count, Date};

    include!(concat!(env!("OUT_DIR"), "/facts.rs"));
}

mod map {
    use explainer_model::graph::{
        ActorKind, Edge, Group, Layouts, Map, MapLayout, Node, RelationKind, Side, Spot,
    };

    include!(concat!(env!("OUT_DIR"), "/map.rs"));
}

#[cfg(feature = "ssr")]
mod records {
    // A story need not have measures.
    #[allow(unused_imports)]
    use explainer_model::facts::MeasureKind;
    use explainer_model::records::*;
    use explainer_model::story::*;
    use explainer_model::{Count, Date};

    include!(concat!(env!("OUT_DIR"), "/records.rs"));
}

pub use facts::FACTS;
pub use map::{LAYOUTS, MAP};
#[cfg(feature = "ssr")]
pub use records::RECORDS;
