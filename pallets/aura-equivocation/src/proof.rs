//! What makes a proof of an equivocation valid.

use frame::{
	deps::sp_runtime::{RuntimeAppPublic, generic::DigestItem},
	traits::Header,
};
use sp_consensus_aura::{Slot, digests::CompatibleDigestItem};
use sp_consensus_slots::EquivocationProof;

/// Whether both headers are different blocks for the slot of the proof, signed by the offender.
pub(crate) fn is_valid<H: Header, Author: RuntimeAppPublic>(
	proof: &EquivocationProof<H, Author>,
) -> bool {
	let EquivocationProof { offender, slot, first_header, second_header } = proof;
	slot_of(first_header) == Some(*slot)
		&& slot_of(second_header) == Some(*slot)
		// Seals included: an author that seals one block twice makes two of it.
		&& first_header.hash() != second_header.hash()
		&& is_sealed_by(first_header, offender)
		&& is_sealed_by(second_header, offender)
}

/// The slot that a header says it is for. It must say so once.
fn slot_of(header: &impl Header) -> Option<Slot> {
	// The type of the seal does not matter for the slot.
	let slot = <DigestItem as CompatibleDigestItem<()>>::as_aura_pre_digest;
	let mut slots = header.digest().logs().iter().filter_map(slot);
	let first = slots.next()?;
	slots.next().is_none().then_some(first)
}

/// Whether the last item of the header's digest is the author's signature over all the rest.
fn is_sealed_by<Author: RuntimeAppPublic>(header: &impl Header, author: &Author) -> bool {
	let mut unsealed = header.clone();
	let Some(seal) = unsealed.digest_mut().pop() else { return false };
	// Nothing may follow the signature in it; otherwise anybody could make two headers of one.
	let seal = CompatibleDigestItem::<Author::Signature>::as_aura_seal(&seal);
	seal.is_some_and(|signature| author.verify(&unsealed.hash(), &signature))
}
