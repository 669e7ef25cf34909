//! What the node answers beyond the standard: nonces and fees, proofs of finality.
//!
//! A namespace of our own is a file here with a `module` function, and one line in [`create`].

mod credit;
mod network;
mod question;
mod records;

pub use records::Index;

use crate::service::{Client, FullBackend, OffchainStorage};
use hanse_runtime::{BlockNumber, Hash, opaque::Block};
use jsonrpsee::RpcModule;
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_transaction_pool_api::TransactionPool;
use sp_core::traits::SpawnNamed;
use std::{error::Error, sync::Arc};

/// What the namespaces are made of.
pub struct Dependencies<Pool> {
	/// Reads blocks and states, and calls the runtime.
	pub client: Arc<Client>,
	/// Holds the transactions that wait for a block.
	pub pool: Arc<Pool>,
	/// Where the runtime keeps the records themselves.
	pub records: Index<OffchainStorage>,
	/// Where the tasks of subscriptions run.
	pub executor: Arc<dyn SpawnNamed>,
	/// Tells about finality.
	pub grandpa: GrandpaDependencies,
}

/// What the namespace of GRANDPA is made of.
#[derive(Clone)]
pub struct GrandpaDependencies {
	/// How the vote stands.
	pub voter_state: SharedVoterState,
	/// Who votes.
	pub authorities: SharedAuthoritySet<Hash, BlockNumber>,
	/// What was proved final.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proves that a block is final.
	pub proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// Every namespace in one module.
pub fn create<Pool>(
	Dependencies { client, pool, records, executor, grandpa }: Dependencies<Pool>,
) -> Result<RpcModule<()>, Box<dyn Error + Send + Sync>>
where
	Pool: TransactionPool<Block = Block> + 'static,
{
	use credit::{Credit, CreditApiServer};
	use network::{Network, NetworkApiServer};
	use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
	use records::{Records, RecordsApiServer};
	use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
	use substrate_frame_rpc_system::{System, SystemApiServer};

	let mut module = RpcModule::new(());
	module.merge(System::new(client.clone(), pool).into_rpc())?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
	module.merge(Credit::new(client.clone(), executor.clone()).into_rpc())?;
	module.merge(Records::new(client.clone(), records).into_rpc())?;
	module.merge(Network::new(client).into_rpc())?;
	module.merge(
		Grandpa::new(
			executor,
			grandpa.authorities,
			grandpa.voter_state,
			grandpa.justifications,
			grandpa.proofs,
		)
		.into_rpc(),
	)?;
	Ok(module)
}
