//! Documents that are sealed for those who may see them, and what stands for them on the chain.
//!
//! The chain holds commitments only: one to each document that is disclosed, and one to the keys of
//! the documents, wrapped for whoever was granted access. `docs/data-protection.md` describes both
//! byte by byte and says what they hide and what they do not.
//!
//! ```text
//! use hanse_documents::{Key, commitment, header, keys_commitment, open, seal};
//! use hanse_identity::Salt;
//!
//! let bank = Key::random();
//! let salt = Salt::random()?;
//! let document = b"Invoice 17: 4,000 bags of salt";
//!
//! // What goes to the bank, and what goes on the chain.
//! let sealed = seal(document, &salt, &[bank.recipient()])?;
//! let of_document = commitment(&salt, document);
//! let of_keys = keys_commitment([header(&sealed)?]);
//!
//! let opened = open(&sealed, &[bank])?;
//! assert_eq!(opened.document, document);
//! assert_eq!(commitment(&opened.salt, &opened.document), of_document);
//! # assert_ne!(of_document, of_keys);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod commitments;
mod keys;
mod log;
mod salts;
mod sealed;

pub use commitments::{commitment, keys_commitment};
pub use keys::{InvalidKeys, InvalidRecipient, Key, Recipient, keys};
pub use log::{Logged, NotWhole, check_whole, next_head};
pub use salts::{OtherScheme, SaltFile};
pub use sealed::{Error, Opened, header, open, seal};
