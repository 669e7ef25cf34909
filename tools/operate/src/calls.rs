//! Calls by the names of pallets and calls, encoded as the chain's metadata describes them.

use crate::{cli::Motion, hash::Hash, share::Share};
use hanse_types::{CountryCode, LegalEntityId, NodeId, Role};
use subxt::{
	Metadata,
	dynamic::Value,
	ext::scale_value::{Composite, scale},
	transactions::DynamicPayload,
	utils::AccountId32,
};

/// A call. It can be submitted, and put into another call.
pub type Call = DynamicPayload<Composite<()>>;

/// Why a call cannot be made.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
pub enum Error {
	/// The chain has no such call, or it takes other arguments.
	#[error(
		"the chain does not know {call} as this tool does ({reason}): it runs another version of the \
		 runtime. Use the tools of that version"
	)]
	Unknown {
		/// Which call.
		call: String,
		/// What the metadata says.
		reason: String,
	},
	/// Bytes that are no call.
	#[error("these bytes are no call of this chain: {0}")]
	Bytes(String),
}

/// A call with its arguments in order.
fn call(pallet: &str, name: &str, arguments: impl IntoIterator<Item = Value>) -> Call {
	Call::new(pallet, name, Composite::unnamed(arguments))
}

fn account(account: &AccountId32) -> Value {
	Value::from_bytes(account.0)
}

fn hash(hash: &Hash) -> Value {
	Value::from_bytes(hash.0)
}

fn number(number: u32) -> Value {
	Value::u128(number.into())
}

fn variant(name: impl ToString) -> Value {
	Value::unnamed_variant(name.to_string(), [])
}

fn none() -> Value {
	variant("None")
}

/// The call as the runtime reads it, from the index of its pallet on.
///
/// # Errors
///
/// [`Error::Unknown`].
pub fn encoded(metadata: &Metadata, call: &Call) -> Result<Vec<u8>, Error> {
	let mut bytes = Vec::new();
	let (value, id) = (call.clone().into_value(), metadata.outer_enums().call_enum_ty());
	scale::encode_as_type(&value, id, metadata.types(), &mut bytes).map_err(|error| {
		Error::Unknown {
			call: format!("{}.{}", call.pallet_name(), call.call_name()),
			reason: error.to_string(),
		}
	})?;
	Ok(bytes)
}

/// The call that bytes are.
///
/// # Errors
///
/// [`Error::Bytes`] if they are none, or more than one.
pub fn decoded(metadata: &Metadata, bytes: &[u8]) -> Result<Call, Error> {
	let mut rest = bytes;
	let id = metadata.outer_enums().call_enum_ty();
	let value = scale::decode_as_type(&mut rest, id, metadata.types())
		.map_err(|error| Error::Bytes(error.to_string()))?
		.remove_context();
	if !rest.is_empty() {
		return Err(Error::Bytes(format!("{} bytes are left over", rest.len())));
	}
	let call = from_value(value).ok_or_else(|| Error::Bytes("no pallet and call".to_owned()))?;
	// What is proposed must be what was given, to the last bit.
	match encoded(metadata, &call)? == bytes {
		true => Ok(call),
		false => Err(Error::Bytes("they can be written in another way, too".to_owned())),
	}
}

/// A call out of the variant of a variant that it decodes to.
fn from_value(value: Value) -> Option<Call> {
	use subxt::ext::scale_value::ValueDef::Variant;
	let Variant(pallet) = value.value else { return None };
	let inner = pallet.values.into_values().next()?;
	let Variant(inner) = inner.value else { return None };
	Some(Call::new(pallet.name, inner.name, inner.values))
}

/// All of the calls or none of them.
pub fn batch_all(calls: impl IntoIterator<Item = Call>) -> Call {
	let calls = Value::unnamed_composite(calls.into_iter().map(Call::into_value));
	call("Utility", "batch_all", [calls])
}

/// A call that two thirds of the council make as root. If the call fails, the batch around it does not:
/// the whitelist pallet tells of the failure in an event.
///
/// # Errors
///
/// [`Error::Unknown`].
pub fn as_root(metadata: &Metadata, root: Call) -> Result<[Call; 2], Error> {
	Ok([whitelist(metadata, &root)?, dispatch_whitelisted(root)])
}

/// A call that two thirds of the council make as root in a later block. Unlike with [`as_root`], a
/// batch around it fails if that block is past.
///
/// # Errors
///
/// [`Error::Unknown`].
pub fn as_root_later(metadata: &Metadata, when: u32, root: Call) -> Result<[Call; 2], Error> {
	Ok([whitelist(metadata, &root)?, schedule(when, dispatch_whitelisted(root))])
}

fn whitelist(metadata: &Metadata, root: &Call) -> Result<Call, Error> {
	let root = Hash::of(&encoded(metadata, root)?);
	Ok(call("Whitelist", "whitelist_call", [hash(&root)]))
}

fn dispatch_whitelisted(root: Call) -> Call {
	call("Whitelist", "dispatch_whitelisted_call_with_preimage", [root.into_value()])
}

/// What a delegate makes for the account it acts for.
pub fn on_behalf_of(real: &AccountId32, call_: Call) -> Call {
	let real = Value::unnamed_variant("Id", [account(real)]);
	call("Proxy", "proxy", [real, none(), call_.into_value()])
}

/// `council.propose`, with the length that the collective asks for.
///
/// # Errors
///
/// [`Error::Unknown`].
pub fn propose(metadata: &Metadata, threshold: u32, motion: Call) -> Result<Call, Error> {
	let length = u32::try_from(encoded(metadata, &motion)?.len()).unwrap_or(u32::MAX);
	let arguments = [number(threshold), motion.into_value(), number(length)];
	Ok(call("Council", "propose", arguments))
}

/// `council.vote`
pub fn vote(motion: &Hash, index: u32, approve: bool) -> Call {
	call("Council", "vote", [hash(motion), number(index), Value::bool(approve)])
}

/// `council.close`, for a motion of no more than this weight and length.
pub fn close(motion: &Hash, index: u32, weight: (u64, u64), length: u32) -> Call {
	let (time, proof) = weight;
	let weight = Value::named_composite([
		("ref_time", Value::u128(time.into())),
		("proof_size", Value::u128(proof.into())),
	]);
	call("Council", "close", [hash(motion), number(index), weight, number(length)])
}

/// `consortium.apply`
pub fn apply(
	name: &str,
	country: &CountryCode,
	legal_entity: &LegalEntityId,
	roles: &[Role],
	documents: &Hash,
) -> Call {
	let arguments = [
		Value::from_bytes(name),
		Value::from_bytes(country.to_string()),
		Value::from_bytes(legal_entity.as_bytes()),
		Value::unnamed_composite(roles.iter().map(variant)),
		hash(documents),
	];
	call("Consortium", "apply", arguments)
}

/// A call of the consortium that only the account that signs it matters to.
pub fn consortium(name: &str) -> Call {
	call("Consortium", name, [])
}

/// A call of the consortium about an account.
pub fn consortium_about(name: &str, who: &AccountId32) -> Call {
	call("Consortium", name, [account(who)])
}

/// A call of the consortium about an account and a hash: an application, or evidence.
pub fn consortium_with_hash(name: &str, who: &AccountId32, what: &Hash) -> Call {
	call("Consortium", name, [account(who), hash(what)])
}

/// `consortium.register_nodes`
pub fn register_nodes(nodes: &[NodeId]) -> Call {
	let nodes = nodes.iter().map(|node| Value::from_bytes(node.as_bytes()));
	call("Consortium", "register_nodes", [Value::unnamed_composite(nodes)])
}

/// `consortium.withdraw_role` of a validator.
pub fn withdraw_validator(who: &AccountId32) -> Call {
	call("Consortium", "withdraw_role", [account(who), variant(Role::Validator)])
}

/// `consortium.set_min_validators`
pub fn set_min_validators(validators: u32) -> Call {
	call("Consortium", "set_min_validators", [number(validators)])
}

/// `attendance.return_to_service`
pub fn return_to_service() -> Call {
	call("Attendance", "return_to_service", [])
}

/// `session.set_keys`, with keys and proof as the node made them.
///
/// # Errors
///
/// [`Error::Bytes`] if the keys are not those that the chain's validators have.
pub fn set_keys(metadata: &Metadata, keys: &[u8], proof: &[u8]) -> Result<Call, Error> {
	let unknown = || Error::Bytes("the chain has no session.set_keys".to_owned());
	let id = metadata
		.pallet_by_name("Session")
		.and_then(|pallet| pallet.call_variant_by_name("set_keys"))
		.and_then(|call| call.fields.first())
		.map(|field| field.ty.id)
		.ok_or_else(unknown)?;
	let mut rest = keys;
	let value = scale::decode_as_type(&mut rest, id, metadata.types())
		.map_err(|error| Error::Bytes(format!("the node's session keys: {error}")))?;
	if !rest.is_empty() {
		return Err(Error::Bytes("the node's session keys are too long".to_owned()));
	}
	Ok(call("Session", "set_keys", [value.remove_context(), Value::from_bytes(proof)]))
}

/// `system.authorize_upgrade`
pub fn authorize_upgrade(code: &Hash) -> Call {
	call("System", "authorize_upgrade", [hash(code)])
}

/// `system.set_storage` of one entry.
pub fn set_storage(key: &[u8], value: &[u8]) -> Call {
	let entry = Value::unnamed_composite([Value::from_bytes(key), Value::from_bytes(value)]);
	call("System", "set_storage", [Value::unnamed_composite([entry])])
}

/// `grandpa.note_stalled`
pub fn note_stalled(delay: u32, best_finalized: u32) -> Call {
	call("Grandpa", "note_stalled", [number(delay), number(best_finalized)])
}

/// `scheduler.schedule` for one time, before everything else of that block.
pub fn schedule(when: u32, call_: Call) -> Call {
	call("Scheduler", "schedule", [number(when), none(), number(0), call_.into_value()])
}

/// What a motion of the command line would do and how many votes it takes. `application` is the hash of
/// the application as it stands, where that is needed; `file` that of evidence.
///
/// # Errors
///
/// [`Error::Bytes`] if a given call is none of this chain.
pub fn motion(
	metadata: &Metadata,
	motion: &Motion,
	application: &Hash,
	file: &Hash,
) -> Result<(Call, Share), Error> {
	let two_thirds = |call| Ok((call, Share::TwoThirds));
	match motion {
		Motion::Admit(who) => {
			two_thirds(consortium_with_hash("admit_member", &who.account, application))
		},
		Motion::Reject(who) => two_thirds(call(
			"Consortium",
			"reject_application",
			[account(&who.account), Value::bool(who.forfeit)],
		)),
		Motion::Remove(who) => two_thirds(consortium_about("remove_member", &who.account)),
		Motion::Suspend(who) => {
			two_thirds(consortium_with_hash("suspend_member", &who.account, file))
		},
		Motion::SuspendProvisionally(who) => {
			Ok((consortium_with_hash("suspend_provisionally", &who.account, file), Share::OneThird))
		},
		Motion::Reinstate(who) => two_thirds(consortium_about("reinstate_member", &who.account)),
		Motion::GrantRole(one) => {
			two_thirds(call("Consortium", "grant_role", [account(&one.account), variant(one.role)]))
		},
		Motion::WithdrawRole(one) => two_thirds(call(
			"Consortium",
			"withdraw_role",
			[account(&one.account), variant(one.role)],
		)),
		Motion::SetMinValidators(count) => two_thirds(set_min_validators(count.validators)),
		Motion::SetTolerance(share) => {
			let billionths = u32::from(share.percent).saturating_mul(10_000_000);
			two_thirds(call("Attendance", "set_tolerance", [number(billionths)]))
		},
		Motion::Call(any) => Ok((decoded(metadata, &any.call.0)?, any.share)),
		Motion::AsRoot(root) => {
			two_thirds(batch_all(as_root(metadata, decoded(metadata, &root.call.0)?)?))
		},
	}
}
