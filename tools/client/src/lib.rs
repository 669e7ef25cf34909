//! What the command-line tools share: a connection to a node, finalised blocks, questions to the
//! runtime, and progress on long work.

mod blocks;
mod call;
mod connection;
mod error;
mod progress;
mod view;

pub use blocks::{Blocks, transactions};
pub use call::{Encoded, call, submit_all};
pub use connection::{Connection, keys};
pub use error::{Error, lost};
pub use progress::Progress;
pub use view::{decoded, view};

/// A view of the chain at one block.
pub type At = subxt::OnlineClientAtBlock<subxt::SubstrateConfig>;
