use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What was told last, so that it is not taken a second time.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub(crate) struct Recent {
	/// The last tags, the oldest of which stands at `next` when all places are taken.
	tags: BoundedVec<u64, ConstU32<{ Recent::LENGTH }>>,
	next: u8,
}

impl Recent {
	/// How many tags are kept. A quarter's business of most traders; what is told again after more
	/// than that is found by whoever holds proofs of both records.
	pub const LENGTH: u32 = 64;

	/// Notes a tag, and whether it is new.
	pub fn tell(&mut self, tag: u64) -> bool {
		if self.tags.contains(&tag) {
			return false;
		}
		if self.tags.try_push(tag).is_err()
			&& let Some(oldest) = self.tags.get_mut(usize::from(self.next))
		{
			*oldest = tag;
			let next = self.next.saturating_add(1);
			self.next = if u32::from(next) < Self::LENGTH { next } else { 0 };
		}
		true
	}

	/// Drops a tag, so that it can be told anew.
	pub fn forget(&mut self, tag: u64) {
		// The list begins with the oldest again, for new ones come to its end while there is room.
		let next = usize::from(self.next).min(self.tags.len());
		self.tags.as_mut().rotate_left(next);
		self.next = 0;
		self.tags.retain(|told| *told != tag);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_last_ones_are_known_and_older_ones_forgotten() {
		let mut recent = Recent::default();
		for tag in 0..200 {
			assert!(recent.tell(tag));
			assert!(!recent.tell(tag));
		}
		assert!((136..200).all(|tag| !recent.clone().tell(tag)));
		let mut without = recent.clone();
		for tag in [140, 199, 136, 170] {
			without.forget(tag);
			assert!(without.tell(tag));
			assert!(!without.tell(tag));
		}
		// The others are all still known, and the oldest of them are the first to go.
		assert!((136..200).all(|tag| !without.clone().tell(tag)));
		assert!(without.tell(1_000) && without.clone().tell(137) && !without.clone().tell(138));
		without.forget(5_000);
		assert!(!without.clone().tell(1_000));
		assert!(recent.tell(135));
		assert!(recent.encoded_size() <= Recent::max_encoded_len());
	}
}
