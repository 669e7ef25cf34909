//! How every pallet is set up, one file a concern.

mod consensus;
mod credit;
mod governance;
mod money;
mod network;
mod system;

pub use consensus::{HISTORY_DEPTH, PrunedHistory};
pub use governance::{Bond, CouncilInstance, ProxyType, ReporterReward, RootOrCouncil};
pub use money::ToAuthor;
pub use system::{CallFilter, RuntimeBlockWeights};
