//! Plain transfers between many accounts: what everybody knows of a chain's speed.

use crate::{
	error::Error,
	evidence::{Signing, account},
	load::Transaction,
};
use codec::{Compact, Encode, Output};
use hanse_client::{At, Connection, Encoded, Progress, call, lost, submit_all};
use subxt::tx::DynamicPayload;
use subxt_signer::sr25519::Keypair;

/// What each account begins with, in the smallest unit: twenty tokens, enough for thousands of fees.
const ENDOWMENT: u128 = 20_000_000_000_000;

/// What is sent, in the smallest unit.
const AMOUNT: u128 = 1;

/// How many accounts are endowed by one transaction.
const TOGETHER: usize = 250;

/// An address by account, as the runtime decodes it.
type Address = (u8, [u8; 32]);

/// Calls that are encoded already.
struct Calls(Vec<Vec<u8>>);

impl Encode for Calls {
	fn encode_to<T: Output + ?Sized>(&self, to: &mut T) {
		Compact(self.0.len() as u32).encode_to(to);
		self.0.iter().for_each(|call| to.write(call));
	}
}

fn transfer(to: [u8; 32], amount: u128) -> DynamicPayload<Encoded> {
	let address: Address = (0, to);
	call("Balances", "transfer_keep_alive", &(address, Compact(amount)))
}

/// The keys of so many accounts that only this program knows.
///
/// # Errors
///
/// Never, for any number is a secret.
pub fn keys(accounts: u32) -> Result<Vec<Keypair>, Error> {
	let secrets = (0..accounts).map(|number| account("transfers", number.into()));
	let keys = secrets.map(|secret| {
		let signer = |error: subxt_signer::sr25519::Error| {
			hanse_client::Error::Signer(error.to_string()).into()
		};
		Keypair::from_secret_key(secret).map_err(signer)
	});
	keys.collect()
}

/// Gives every account money of the signer's, and waits until that is final.
///
/// # Errors
///
/// If the signer has too little of it.
pub async fn endow(
	connection: &Connection,
	signer: &Keypair,
	keys: &[Keypair],
) -> Result<(), Error> {
	let at = connection.client.at_current_block().await.map_err(lost)?;
	let transactions = at.transactions();
	let mut calls = Vec::new();
	for some in keys.chunks(TOGETHER) {
		let each = some.iter().map(|key| {
			let data = transactions.call_data(&transfer(key.public_key().0, ENDOWMENT));
			data.map_err(|error| hanse_client::Error::OtherVersion {
				what: "Balances.transfer_keep_alive".to_owned(),
				reason: error.to_string(),
			})
		});
		let each = each.collect::<Result<Vec<_>, _>>()?;
		calls.push(call("Utility", "batch_all", &(Calls(each),)));
	}
	Ok(submit_all(connection, signer, calls, 8, |_| {}).await?)
}

/// Signs so many transfers, of each account to the next in turn.
///
/// # Errors
///
/// If the chain has no such call.
pub fn sign(at: &At, keys: &[Keypair], count: u64) -> Result<Vec<Transaction>, Error> {
	let mut progress = Progress::new("transfers signed", count);
	let mut signed = Vec::new();
	let pairs = (0u64..).flat_map(|nonce| {
		let next = keys.iter().cycle().skip(1);
		keys.iter().zip(next).map(move |(from, to)| (nonce, from, to))
	});
	for (nonce, from, to) in pairs.take(usize::try_from(count).unwrap_or(usize::MAX)) {
		let mut signing = Signing { at, keys: from, nonce };
		signed.push(signing.sign(&transfer(to.public_key().0, AMOUNT), 1)?);
		progress.set(signed.len() as u64);
	}
	Ok(signed)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn calls_are_a_list_as_the_runtime_decodes_it() {
		let calls = Calls(vec![vec![1, 2], vec![3]]);
		assert_eq!(calls.encode(), [8, 1, 2, 3]);
	}

	#[test]
	fn every_account_has_keys_of_its_own() {
		let keys = keys(5).unwrap();
		let accounts = keys.iter().map(|key| key.public_key().0);
		assert_eq!(accounts.collect::<std::collections::BTreeSet<_>>().len(), 5);
	}
}
