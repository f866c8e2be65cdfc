//! A published script never changes.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha384};

#[test]
fn embed_1_is_what_hosts_have_the_hash_of() {
    let script = include_bytes!("../../public/embed-1.js");
    let hash = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(script)));
    assert_eq!(
        hash, "sha384-CdkTLy1VV0H6pBldzj8XB9qTDnui+NK4Tman0dIgQZ3bwSzg2LuC6KSI2QdRKp4R",
        "public/embed-1.js has changed. Pages of others name it with its hash, so their browsers would \
         refuse it. Put it back, and publish what is new as embed-2.js."
    );
    assert!(script.len() < 1500, "it is {} bytes", script.len());
}
