use crate::{Connection, Error, lost};
use codec::Encode;
use futures::{StreamExt, stream};
use subxt::{
	SubstrateConfig,
	config::DefaultExtrinsicParamsBuilder,
	ext::scale_encode::{EncodeAsFields, Error as EncodeError, FieldIter, TypeResolver},
	transactions::DynamicPayload,
	utils::AccountId32,
};
use subxt_signer::sr25519::Keypair;

/// For how many blocks a transaction is good. Long enough to wait in the pool behind a full window,
/// short enough not to come back after everybody has forgotten it.
const MORTALITY: u64 = 128;

/// The arguments of a call, encoded as the runtime's own types.
#[derive(Clone, Debug)]
pub struct Encoded(Vec<u8>);

impl EncodeAsFields for Encoded {
	fn encode_as_fields_to<R: TypeResolver>(
		&self,
		_: &mut dyn FieldIter<'_, R::TypeId>,
		_: &R,
		out: &mut Vec<u8>,
	) -> Result<(), EncodeError> {
		out.extend_from_slice(&self.0);
		Ok(())
	}
}

/// A call of a pallet, with its arguments as a tuple of the types that the runtime decodes. Pallet
/// and call go by their names, whatever place the chain's metadata gives them.
pub fn call(pallet: &str, name: &str, arguments: &impl Encode) -> DynamicPayload<Encoded> {
	DynamicPayload::new(pallet, name, Encoded(arguments.encode()))
}

/// Submits calls in order, `window` of them on their way at a time, and waits until all are in
/// finalised blocks. `done` hears how many are.
///
/// # Errors
///
/// [`Error::Refused`] if one is refused, by the node or in its block; those before it stand, and some
/// of those behind it may. [`Error::Lost`] if the connection breaks.
pub async fn submit_all(
	connection: &Connection,
	keys: &Keypair,
	calls: Vec<DynamicPayload<Encoded>>,
	window: usize,
	mut done: impl FnMut(u64),
) -> Result<(), Error> {
	let account = AccountId32::from(keys.public_key());
	let first = connection
		.rpc
		.system_account_next_index(&account)
		.await
		.map_err(|error| Error::Lost(error.to_string()))?;
	let numbered = calls.into_iter().zip(first..);
	let mut submitted = stream::iter(numbered)
		.map(|(call, nonce)| submit(connection, keys, call, nonce))
		.buffered(window.max(1));
	let mut finalised = 0;
	while let Some(result) = submitted.next().await {
		result?;
		finalised += 1;
		done(finalised);
	}
	Ok(())
}

/// Submits a call, and waits until it is in a finalised block and has succeeded there.
async fn submit(
	connection: &Connection,
	keys: &Keypair,
	call: DynamicPayload<Encoded>,
	nonce: u64,
) -> Result<(), Error> {
	let refused = |reason: String| Error::Refused {
		what: format!("{}.{}", call.pallet_name(), call.call_name()),
		reason,
	};
	let at = connection.client.at_current_block().await.map_err(lost)?;
	let parameters = DefaultExtrinsicParamsBuilder::<SubstrateConfig>::new()
		.nonce(nonce)
		.mortal_from_unchecked(MORTALITY, at.block_number(), at.block_hash())
		.build();
	let transactions = at.transactions();
	let signed = transactions
		.create_signable_offline(&call, parameters)
		.and_then(|mut signable| signable.sign(keys))
		.map_err(|error| Error::OtherVersion {
			what: format!("{}.{}", call.pallet_name(), call.call_name()),
			reason: error.to_string(),
		})?;
	let progress = signed.submit_and_watch().await.map_err(|error| refused(error.to_string()))?;
	progress.wait_for_finalized_success().await.map_err(|error| refused(error.to_string()))?;
	Ok(())
}
