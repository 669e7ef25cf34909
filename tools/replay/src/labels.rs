//! What is known of traders from elsewhere.

use crate::ratings::{self, BadLine, Reason};
use std::{
	collections::HashMap,
	io::{self, BufRead},
};

/// For each trader of whom it is known, whether it is fraudulent.
pub type Labels = HashMap<u64, bool>;

/// Reads labels: in each line a trader, and 1 for a benign or −1 for a fraudulent one.
pub fn read(input: impl BufRead) -> io::Result<(Labels, Vec<BadLine>)> {
	let mut labels = Labels::new();
	let (_, bad) = ratings::lines(input, |_, text| {
		let [trader, label] = ratings::fields(text)?;
		let trader = ratings::trader("trader", trader)?;
		let fraudulent = match label {
			"1" | "+1" => false,
			"-1" => true,
			_ => return Err(Reason::Label(ratings::shown(label))),
		};
		match labels.insert(trader, fraudulent) {
			Some(before) if before != fraudulent => {
				labels.insert(trader, before);
				Err(Reason::Contradiction(trader))
			},
			_ => Ok(()),
		}
	})?;
	Ok((labels, bad))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn labels_are_read_and_checked() {
		let (labels, bad) = read(&b"4,1\n5,-1\n6,0\n4,-1\n5,-1\nx,1\n7\n"[..]).unwrap();
		assert_eq!(labels, Labels::from([(4, false), (5, true)]));
		assert_eq!(
			bad,
			[
				BadLine { number: 3, reason: Reason::Label("0".into()) },
				BadLine { number: 4, reason: Reason::Contradiction(4) },
				BadLine { number: 6, reason: Reason::Trader { role: "trader", text: "x".into() } },
				BadLine { number: 7, reason: Reason::Fields { found: 1, wanted: 2 } },
			]
		);
	}
}
