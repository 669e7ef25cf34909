use crate::Account;
use codec::{Decode, Encode};
use hanse_credit_model::Risk;
use sp_core::{H256, crypto::AccountId32};

/// Something that the chain says and that does not follow from its blocks.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, thiserror::Error)]
pub enum Finding {
	/// A record has another weight, or another place in the clocks of its subject, or other ones counted.
	#[error(
		"the records of {provider} from number {first} on lead to the root {ours:?}, and the chain says \
		 {theirs:?}: a weight, a place or a refusal is another",
		provider = name(provider)
	)]
	Root {
		/// Who submitted them.
		provider: Account,
		/// The number of the first.
		first: u64,
		/// What follows from the blocks.
		ours: H256,
		/// What the chain says.
		theirs: H256,
	},
	/// The risk before a record was another.
	#[error(
		"before record {sequence} of {provider} the risk of its subject was {} bp, and the chain says {} bp",
		ours.0,
		theirs.0,
		provider = name(provider)
	)]
	Risk {
		/// Who submitted the record.
		provider: Account,
		/// Its number.
		sequence: u64,
		/// What follows from the blocks.
		ours: Risk,
		/// What the chain says.
		theirs: Risk,
	},
	/// A record was told before, or was not.
	#[error("record {sequence} of {provider} {}", wrongly(*told), provider = name(provider))]
	Told {
		/// Who submitted the record.
		provider: Account,
		/// Its number.
		sequence: u64,
		/// Whether it was, as far as the blocks tell.
		told: bool,
	},
	/// A record was settled before its time.
	#[error(
		"a record by {account} was settled on day {today}, and is due on day {due}",
		account = name(account)
	)]
	NotDue {
		/// Its source.
		account: Account,
		/// The day on which it is due, since the UNIX epoch.
		due: u32,
		/// The day, since the UNIX epoch.
		today: u32,
	},
	/// Somebody proved a record that is not the one that counted.
	#[error(
		"the chain took a proof of record {sequence} of {provider} that says something else than the record \
		 that counted",
		provider = name(provider)
	)]
	Leaf {
		/// Who submitted the record.
		provider: Account,
		/// Its number.
		sequence: u64,
	},
}

/// Why the engine cannot go on: something happened that cannot have happened after what the blocks before
/// say, or that no block tells in full.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Stuck {
	/// A record of somebody who never was a source.
	#[error(
		"a record by {account} counted, and no block says that this is a source",
		account = name(account)
	)]
	UnknownSource {
		/// Who.
		account: Account,
	},
	/// A record that never counted.
	#[error(
		"something happened to record {sequence} of {provider}, and no block says that it counted",
		provider = name(provider)
	)]
	UnknownRecord {
		/// Who would have submitted it.
		provider: Account,
		/// Its number.
		sequence: u64,
	},
	/// Records that are in no block.
	#[error(
		"the records of {provider} from number {first} on are in no call that a block shows",
		provider = name(provider)
	)]
	NoRecords {
		/// Who submitted them.
		provider: Account,
		/// The number of the first.
		first: u64,
	},
	/// Sources that are in no block.
	#[error(
		"the sources that {provider} registered are in no call that a block shows",
		provider = name(provider)
	)]
	NoSources {
		/// Who registered them.
		provider: Account,
	},
	/// More records were settled than there were.
	#[error("a record was settled, and none was pending")]
	NothingPending,
	/// More evidence left than there was.
	#[error("evidence left, and nobody had any that was to leave")]
	NobodyLeaves,
	/// Other parameters came into force, and nobody decided on any.
	#[error("other parameters came into force, and no block says which")]
	NothingScheduled,
}

/// What the chain made of a record that was told before, or that was not.
const fn wrongly(told: bool) -> &'static str {
	if told {
		"was told before, and the chain counted it"
	} else {
		"was not told before, and the chain refused it as if it had been"
	}
}

/// An account as people know it.
fn name(account: &Account) -> String {
	AccountId32::from(*account).to_string()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn accounts_are_told_as_people_know_them() {
		let finding = Finding::Leaf { provider: [0; 32], sequence: 7 };
		let text = finding.to_string();
		assert!(text.contains("5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM"), "{text}");
		let told = |told| Finding::Told { provider: [0; 32], sequence: 7, told }.to_string();
		assert!(told(true).ends_with("the chain counted it"));
		assert!(told(false).ends_with("the chain refused it as if it had been"));
	}
}
