//! How every pallet is set up, one file a concern.

mod access;
mod consensus;
mod credit;
mod governance;
mod lines;
mod money;
mod network;
mod system;

pub use consensus::{HISTORY_DEPTH, PrunedHistory};
pub use credit::MINIMUM_BOND;
pub use governance::{Bond, CouncilInstance, ProxyType, ReporterReward, RootOrCouncil};
pub use money::ToAuthor;
pub use system::{CallFilter, RuntimeBlockWeights};
