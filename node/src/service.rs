//! The parts of a node, and how they are put together.

use crate::{cli::Options, equivocation, members_only, network, rpc};
use futures::FutureExt;
use hanse_runtime::{apis::RuntimeApi, opaque::Block};
use sc_client_api::{Backend, BlockBackend};
use sc_consensus::DefaultImportQueue;
use sc_consensus_aura::{CheckForEquivocation, ImportQueueParams, SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{
	BeforeBestBlockBy, FinalityProofProvider, GrandpaPruningFilter, SharedVoterState,
	ThreeQuartersOfTheUnfinalizedChain, VotingRulesBuilder,
};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_executor::WasmExecutor;
use sc_service::{Configuration, TaskManager, WarpSyncConfig, error::Error as ServiceError};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use std::{sync::Arc, time::Duration};

/// Executes the runtime, with the standard host functions and no others.
pub type Executor = WasmExecutor<sp_io::SubstrateHostFunctions>;
/// Reads and imports blocks.
pub type Client = sc_service::TFullClient<Block, RuntimeApi, Executor>;
/// The database.
pub type FullBackend = sc_service::TFullBackend<Block>;
/// What the runtime may write beside the chain.
pub type OffchainStorage = <FullBackend as Backend<Block>>::OffchainStorage;
/// The pool of transactions.
pub type Pool = TransactionPoolHandle<Block, Client>;

/// Picks the block to build on.
pub type SelectChain = sc_consensus::LongestChain<FullBackend, Block>;
/// Imports blocks, and lets GRANDPA know.
pub type GrandpaBlockImport =
	sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, Client, SelectChain>;
type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, Client, SelectChain>;

/// How many blocks may pass without a justification in the database. A justification lets a node
/// that joins skip what came before it: after 512 blocks, or about every quarter of an hour.
const JUSTIFICATION_PERIOD: u32 = 512;

/// How long a vote takes to reach everybody. Rounds of GRANDPA last about four times as long, so
/// this bounds finality from below; a third of a second is generous for organisations of one
/// continent.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// How much of the slot the author may spend on building a block. Everybody else has to execute the
/// block in the rest of the slot, on machines no faster than the author's: so no more than half,
/// whatever the weights promise.
const PROPOSAL_PORTION: f32 = 1.0 / 2.0;

/// The same after slots without a block. A chain that fell behind is allowed somewhat more, but
/// never so much that the next author begins before it has seen the block.
const MAX_PROPOSAL_PORTION: f32 = 2.0 / 3.0;

/// When finality lags, authors slow down: fewer blocks to vote on, and fewer to lose.
///
/// Up to fifty blocks, 100 seconds, are what a restart of some validators takes. With a third of
/// them gone for longer, members still want to record: never less than a block a minute. An operator
/// can switch it off, to get over the sessions that the way back after a lost quorum takes.
const BACKOFF: BackoffAuthoringOnFinalizedHeadLagging<u32> =
	BackoffAuthoringOnFinalizedHeadLagging {
		max_interval: 30,
		unfinalized_slack: 50,
		authoring_bias: 2,
	};

/// What a node that runs needs beside the parts that every command needs.
pub struct Extra {
	block_import: GrandpaBlockImport,
	grandpa_link: GrandpaLink,
	telemetry: Option<Telemetry>,
}

/// The parts that every command needs.
pub type PartialComponents = sc_service::PartialComponents<
	Client,
	FullBackend,
	SelectChain,
	DefaultImportQueue<Block>,
	Pool,
	Extra,
>;

/// Puts together what every command needs.
pub fn new_partial(config: &Configuration) -> Result<PartialComponents, ServiceError> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let executor = sc_service::new_wasm_executor(&config.executor);
	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts::<Block, RuntimeApi, _>(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			executor,
			// A node that prunes still keeps the blocks that carry a justification: it can then lead
			// a node that joins to the present.
			vec![Arc::new(GrandpaPruningFilter)],
		)?;
	let client = Arc::new(client);

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});

	let select_chain = SelectChain::new(backend.clone());

	let transaction_pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let (block_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry.as_ref().map(Telemetry::handle),
	)?;

	let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
	let import_queue =
		sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
			block_import: block_import.clone(),
			justification_import: Some(Box::new(block_import.clone())),
			client: client.clone(),
			create_inherent_data_providers: move |_, ()| async move { Ok(inherent_data(slot_duration)) },
			spawner: &task_manager.spawn_essential_handle(),
			registry: config.prometheus_registry(),
			// The SDK's check only logs, and remembers headers without their seals, which prove nothing.
			// The task of `equivocation` does it with the whole header.
			check_for_equivocation: CheckForEquivocation::No,
			telemetry: telemetry.as_ref().map(Telemetry::handle),
			compatibility_mode: Default::default(),
		})?;

	Ok(sc_service::PartialComponents {
		client,
		backend,
		task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: Extra { block_import, grandpa_link, telemetry },
	})
}

/// What an author tells the runtime: the time, and the slot that follows from it.
fn inherent_data(
	slot_duration: sc_consensus_aura::SlotDuration,
) -> (sp_consensus_aura::inherents::InherentDataProvider, sp_timestamp::InherentDataProvider) {
	let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
	let slot = sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
		*timestamp,
		slot_duration,
	);
	(slot, timestamp)
}

/// Puts together a node, and starts it.
pub fn new_full<Network>(
	mut config: Configuration,
	options: &Options,
) -> Result<TaskManager, ServiceError>
where
	Network: members_only::GuardedBackend,
{
	#[cfg(feature = "byzantine")]
	crate::byzantine::refuse(&config, options)?;

	let sc_service::PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: Extra { block_import, grandpa_link, mut telemetry },
	} = new_partial(&config)?;

	let prometheus_registry = config.prometheus_registry().cloned();
	let slot_duration = sc_consensus_aura::slot_duration(&*client)?;

	// Before the first block can be imported.
	task_manager.spawn_handle().spawn_blocking(
		"equivocation-watch",
		None,
		equivocation::watch(equivocation::Params {
			client: client.clone(),
			keystore: keystore_container.keystore(),
			transactions: OffchainTransactionPoolFactory::new(transaction_pool.clone()),
			authoring: config.role.is_authority(),
			slot_duration,
			registry: prometheus_registry.clone(),
		}),
	);

	let members_only = options
		.members_only
		.then(|| members_only::MembersOnly::start(client.clone(), &mut config.network));
	let mut net_config = sc_network::config::FullNetworkConfiguration::<_, _, Network>::new(
		&config.network,
		prometheus_registry.clone(),
	);
	let metrics = Network::register_notification_metrics(prometheus_registry.as_ref());

	let genesis_hash = client
		.block_hash(0)?
		.ok_or_else(|| ServiceError::Other("the database has no genesis block".into()))?;
	let grandpa_protocol_name =
		sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let (grandpa_protocol_config, grandpa_notification_service) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, Network>(
			grandpa_protocol_name.clone(),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(grandpa_protocol_config);

	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	));

	let network::Parts {
		network,
		sync: sync_service,
		system_rpc: system_rpc_tx,
		transactions: tx_handler_controller,
	} = network::build(
		network::Params {
			config: &config,
			net_config,
			client: client.clone(),
			pool: transaction_pool.clone(),
			spawn: task_manager.spawn_handle(),
			spawn_essential: task_manager.spawn_essential_handle(),
			import_queue,
			warp_sync: WarpSyncConfig::WithProvider(warp_sync),
			metrics,
		},
		members_only.as_ref(),
	)?;
	if let Some(members_only) = members_only {
		// Who must not be a peer any more would stay one without this task.
		task_manager.spawn_essential_handle().spawn_blocking(
			"members-only",
			Some("networking"),
			members_only.follow(
				network.clone(),
				sync_service.clone(),
				prometheus_registry.as_ref(),
			),
		);
	}

	if config.offchain_worker.enabled {
		let offchain_workers =
			sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
				runtime_api_provider: client.clone(),
				keystore: Some(keystore_container.keystore()),
				offchain_db: backend.offchain_storage(),
				transaction_pool: Some(OffchainTransactionPoolFactory::new(
					transaction_pool.clone(),
				)),
				network_provider: Arc::new(network.clone()),
				is_validator: config.role.is_authority(),
				// The runtime has no business on the web.
				enable_http_requests: false,
				custom_extensions: |_| Vec::new(),
			})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers-runner",
			"offchain-worker",
			offchain_workers.run(client.clone(), task_manager.spawn_handle()).boxed(),
		);
	}

	let role = config.role;
	let force_authoring = config.force_authoring;
	let name = config.network.node_name.clone();
	let enable_grandpa = !config.disable_grandpa;

	let records = rpc::Index {
		storage: backend.offchain_storage(),
		kept: config.offchain_worker.indexing_enabled,
	};

	let voter_state = SharedVoterState::empty();
	let rpc_builder = {
		let client = client.clone();
		let pool = transaction_pool.clone();
		let grandpa = rpc::GrandpaDependencies {
			voter_state: voter_state.clone(),
			authorities: grandpa_link.shared_authority_set().clone(),
			justifications: grandpa_link.justification_stream(),
			proofs: FinalityProofProvider::new_for_service(
				backend.clone(),
				Some(grandpa_link.shared_authority_set().clone()),
			),
		};
		Box::new(move |executor| {
			rpc::create(rpc::Dependencies {
				client: client.clone(),
				pool: pool.clone(),
				records: records.clone(),
				executor,
				grandpa: grandpa.clone(),
			})
			.map_err(Into::into)
		})
	};

	let _rpc = sc_service::spawn_tasks(sc_service::SpawnTasksParams {
		network: network.clone(),
		client: client.clone(),
		keystore: keystore_container.keystore(),
		task_manager: &mut task_manager,
		transaction_pool: transaction_pool.clone(),
		rpc_builder,
		backend,
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		config,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	if role.is_authority() {
		let proposer_factory = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			transaction_pool.clone(),
			prometheus_registry.as_ref(),
			telemetry.as_ref().map(Telemetry::handle),
		);

		#[cfg(feature = "byzantine")]
		if options.misbehave == Some(crate::byzantine::Misbehaviour::Authoring) {
			let twin = crate::byzantine::author(crate::byzantine::AuthorParams {
				client: client.clone(),
				select_chain: select_chain.clone(),
				block_import: block_import.clone(),
				proposer_factory: proposer_factory.clone(),
				sync: sync_service.clone(),
				keystore: keystore_container.keystore(),
				slot_duration,
				inherent_data,
			})?;
			task_manager.spawn_handle().spawn_blocking("twin", Some("block-authoring"), twin);
		}

		let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(
			StartAuraParams {
				slot_duration,
				client: client.clone(),
				select_chain,
				block_import,
				proposer_factory,
				sync_oracle: sync_service.clone(),
				justification_sync_link: sync_service.clone(),
				create_inherent_data_providers: move |_, ()| async move {
					Ok(inherent_data(slot_duration))
				},
				force_authoring,
				backoff_authoring_blocks: (!options.no_backoff).then_some(BACKOFF),
				keystore: keystore_container.keystore(),
				block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
				max_block_proposal_slot_portion: Some(SlotProportion::new(MAX_PROPOSAL_PORTION)),
				telemetry: telemetry.as_ref().map(Telemetry::handle),
				compatibility_mode: Default::default(),
			},
		)?;

		// Without its author a validator is of no use: the node stops if the task does.
		task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
	}

	if enable_grandpa {
		#[cfg(feature = "byzantine")]
		let grandpa_notification_service =
			if options.misbehave == Some(crate::byzantine::Misbehaviour::Voting) {
				crate::byzantine::vote(
					grandpa_notification_service,
					client.clone(),
					keystore_container.keystore(),
				)
			} else {
				grandpa_notification_service
			};

		let grandpa =
			sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
				config: sc_consensus_grandpa::Config {
					gossip_duration: GOSSIP_DURATION,
					justification_generation_period: JUSTIFICATION_PERIOD,
					name: Some(name),
					observer_enabled: false,
					// A node that does not validate has no key to vote with, and only follows.
					keystore: role.is_authority().then(|| keystore_container.keystore()),
					local_role: role,
					telemetry: telemetry.as_ref().map(Telemetry::handle),
					protocol_name: grandpa_protocol_name,
				},
				link: grandpa_link,
				network,
				sync: sync_service,
				notification_service: grandpa_notification_service,
				// One block behind the best: authors take turns, so a block that has a successor has
				// hardly ever a rival. And never more than three quarters of what is not final at once, so
				// that votes meet after an outage.
				voting_rule: VotingRulesBuilder::new()
					.add(BeforeBestBlockBy(1))
					.add(ThreeQuartersOfTheUnfinalizedChain)
					.build(),
				prometheus_registry,
				shared_voter_state: voter_state,
				telemetry: telemetry.as_ref().map(Telemetry::handle),
				offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(transaction_pool),
			})?;

		// Nor is a node that follows finality of use without following it.
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, grandpa);
	}

	Ok(task_manager)
}
