//! What the command-line tools share: a connection to a node, finalised blocks, questions to the
//! runtime, transactions, files of lines, progress on long work, and reports.

mod blocks;
mod call;
mod connection;
mod error;
mod input;
mod progress;
mod report;
mod submit;
mod view;

pub use blocks::{Blocks, transactions};
pub use call::{Encoded, call, submit_all};
pub use connection::{Connection, keys, keys_of_file};
pub use error::{Error, lost};
pub use input::{BadLine, OnError, go_on_without, open};
pub use progress::Progress;
pub use report::{Report, print};
pub use submit::{Submitted, explained, submit};
pub use view::{decoded, view, view_as};

/// A view of the chain at one block.
pub type At = subxt::OnlineClientAtBlock<subxt::SubstrateConfig>;
