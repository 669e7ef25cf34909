//! Why records are refused, and what to do about it.

use pallet_credit_records::Cause;

/// What to do about it.
pub const fn advice(cause: Cause) -> &'static str {
	match cause {
		Cause::CategoryNotGranted => {
			"the provider has no role for the category of the indicator: the consortium grants it by vote"
		},
		Cause::UnknownSource => {
			"nobody registered the source: submit with --register-sources, or register it first"
		},
		Cause::SourceOfAnother => {
			"another provider registered the source, and alone may submit what it says"
		},
		Cause::OutcomeOutOfRange => "outcomes go from 0 to 10000: correct it",
		Cause::AmountOutOfRange => "classes of amounts go from 0 to 63: correct it",
		Cause::EventInFuture => {
			"the event lies in the future, as the chain's clock has it: `at` is in seconds since 1970"
		},
		Cause::LevelNotOfSource => {
			"who speaks about itself declares (selfDeclared), and nobody else does: correct the level"
		},
		Cause::LevelNotEarned => {
			"`confirmed` and `source` are for what the provider attests in its own name, in a role that \
			 `hanse-records schemas` names: take counterparty, or have the subject confirm it"
		},
		Cause::QueueFull => {
			"as many records wait for their settlement as the chain keeps: submit it again later"
		},
		Cause::BondMissing => {
			"there is no bond for the category of the indicator, too small a one, or one that was asked \
			 back: `hanse-records post-bond`"
		},
		Cause::OutcomeOffScale => {
			"the outcome is not one that the indicator can have: `hanse-records schemas` tells the scale"
		},
		Cause::ReferenceMissing => {
			"records of the indicator name the business object that they are about: add a reference"
		},
		Cause::ReferenceForbidden => {
			"records of the indicator are about the enterprise as such: leave the reference out"
		},
		Cause::LevelNotAllowed => {
			"there are no records of the indicator at this level: `hanse-records schemas` tells which"
		},
		Cause::Expired => "the event is older than records of the indicator are kept: leave it out",
		Cause::ToldBefore => {
			"the source told this about the subject before: the same indicator and reference. Leave it \
			 out; if the first was wrong, withdraw that one first"
		},
		Cause::WrongConfirmation => {
			"the signature is not one of the subject's over this record: have it signed again"
		},
		Cause::TooHeavy => {
			"more is known of the subjects of its batch than one batch may look at: submit it again with \
			 fewer others (`--batch`)"
		},
	}
}
