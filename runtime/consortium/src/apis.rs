//! What a node, and through it a client, can ask the runtime.

// The macro below documents what it generates in its own way.
#![allow(missing_docs)]

use crate::{
	AccountId, Aura, AuraEquivocation, Balance, Block, Consortium, CreditRecords, CreditScore,
	Executive, Grandpa, Historical, InherentDataExt, Nonce, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, SessionKeys, System, TradeNetwork, TransactionPayment, VERSION, presets,
};
use alloc::vec::Vec;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	traits::KeyOwnerProofSystem,
	view_functions::{ViewFunctionDispatchError, ViewFunctionId},
	weights::Weight,
};
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{OpaqueMetadata, crypto::KeyTypeId};
use sp_genesis_builder::PresetId;
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
	ApplyExtrinsicResult, ExtrinsicInclusionMode,
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: InherentData,
		) -> CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			transaction: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, transaction, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(Aura::slot_duration())
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			let key_owner_proof = key_owner_proof.decode()?;
			Grandpa::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof)
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			authority_id: GrandpaId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			use codec::Encode;
			Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority_id))
				.map(|proof| sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(proof.encode()))
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
		for Runtime
	{
		fn query_info(
			extrinsic: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(extrinsic, len)
		}

		fn query_fee_details(
			extrinsic: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> FeeDetails<Balance> {
			TransactionPayment::query_fee_details(extrinsic, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
		Block,
		Balance,
		RuntimeCall,
	> for Runtime
	{
		fn query_call_info(call: RuntimeCall, len: u32) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(call: RuntimeCall, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl hanse_api::ConsortiumApi<Block> for Runtime {
		fn nodes() -> Vec<hanse_types::NodeId> {
			Consortium::nodes().into_iter().flat_map(|(_, nodes)| nodes).collect()
		}
	}

	impl hanse_api::AuraEquivocationApi<Block> for Runtime {
		fn generate_key_ownership_proof(
			authority: AuraId,
		) -> Option<sp_session::MembershipProof> {
			Historical::prove((sp_core::crypto::key_types::AURA, authority))
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_slots::EquivocationProof<
				<Block as BlockT>::Header,
				AuraId,
			>,
			key_owner_proof: sp_session::MembershipProof,
		) -> Option<()> {
			AuraEquivocation::submit_unsigned_equivocation_report(
				equivocation_proof,
				key_owner_proof,
			)
		}
	}

	impl hanse_api::CreditRecordsApi<Block, AccountId, Balance> for Runtime {
		fn next_sequence(provider: AccountId) -> u64 {
			CreditRecords::next_sequence(provider)
		}

		fn batch_of(
			provider: AccountId,
			sequence: u64,
		) -> Option<(u32, pallet_credit_records::Batch)> {
			CreditRecords::batch_of(provider, sequence)
		}

		fn record_status(
			provider: AccountId,
			sequence: u64,
		) -> Option<pallet_credit_records::RecordStatus> {
			CreditRecords::record_status(provider, sequence)
		}

		fn proven_status(
			proof: pallet_credit_records::RecordProof<AccountId>,
		) -> Option<pallet_credit_records::RecordStatus> {
			CreditRecords::proven_status(proof)
		}

		fn objection(
			provider: AccountId,
			sequence: u64,
		) -> Option<pallet_credit_records::ObjectionStatus> {
			CreditRecords::objection(provider, sequence)
		}

		fn decision(
			provider: AccountId,
			sequence: u64,
		) -> Option<pallet_credit_records::Decision> {
			CreditRecords::decision(provider, sequence)
		}

		fn objection_rights(
			account: AccountId,
		) -> pallet_credit_records::ObjectionRights<Balance> {
			CreditRecords::objection_rights(account)
		}

		fn schemas() -> Vec<(hanse_credit_model::Indicator, pallet_credit_records::Schema)> {
			CreditRecords::schemas()
		}
	}

	impl hanse_api::CreditScoreApi<Block, AccountId> for Runtime {
		fn score(subject: AccountId) -> Option<hanse_credit_model::ScoreReport> {
			CreditScore::score(subject)
		}

		fn explain(
			subject: AccountId,
		) -> Option<pallet_credit_score::ScoreExplanation<AccountId>> {
			CreditScore::explain(subject)
		}

		fn history(subject: AccountId) -> Option<Vec<pallet_credit_score::Change<AccountId>>> {
			CreditScore::history(subject)
		}

		fn warning(subject: AccountId) -> Option<pallet_credit_score::WarningReport> {
			CreditScore::warning(subject)
		}

		fn announcements() -> Vec<pallet_credit_score::Announcement<AccountId>> {
			announcements()
		}
	}

	impl hanse_api::TradeNetworkApi<Block, AccountId> for Runtime {
		fn enterprise(account: AccountId) -> Option<hanse_types::EnterpriseReport<AccountId>> {
			TradeNetwork::enterprise(account)
		}

		fn relationships(
			account: AccountId,
			after: Option<AccountId>,
			limit: u32,
		) -> Vec<hanse_types::RelationshipReport<AccountId>> {
			TradeNetwork::relationships(account, after, limit)
		}

		fn network_figures() -> hanse_network_model::NetworkFigures {
			TradeNetwork::network()
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, presets::get)
		}

		fn preset_names() -> Vec<PresetId> {
			presets::names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(extra: bool) -> (
			Vec<frame_benchmarking::BenchmarkList>,
			Vec<frame_support::traits::StorageInfo>,
		) {
			crate::benchmarks::metadata(extra)
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			crate::benchmarks::dispatch(config)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			// A failure must stop the dry run, and a panic is how a runtime says so.
			#[allow(clippy::unwrap_used)]
			let weight = Executive::try_runtime_upgrade(checks).unwrap();
			(weight, hanse_runtime_common::limits::MAXIMUM_BLOCK_WEIGHT)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			#[allow(clippy::unwrap_used)]
			Executive::try_execute_block(block, state_root_check, signature_check, select).unwrap()
		}
	}
}

/// What was announced about scores in this block.
pub(crate) fn announcements() -> Vec<pallet_credit_score::Announcement<AccountId>> {
	System::read_events_no_consensus()
		.filter_map(|record| match record.event {
			RuntimeEvent::CreditScore(pallet_credit_score::Event::ScoreChanged {
				subject,
				old,
				new,
				cause,
			}) => Some(pallet_credit_score::Announcement { subject, old, new, cause }),
			_ => None,
		})
		.collect()
}
