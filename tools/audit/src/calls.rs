//! What calls of a block say, wherever in other calls they stand: in a batch, behind a proxy or several
//! signatures, in a motion, in a plan or in the preimage of one.

use crate::Account;
use codec::{Decode, Encode};
use pallet_credit_records::{AppliedRecord, Mode, Record, RecordProof};
use scale_info::PortableRegistry;
use subxt::ext::scale_decode::visitor::{
	DecodeError, TypeIdFor, Unexpected, Visitor, decode_with_visitor,
	types::{Array, Composite, Sequence, Tuple, Variant},
};

/// A call, as far as it matters.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub enum Call {
	/// Registers sources.
	Register(Vec<Account>),
	/// Submits records.
	Submit {
		/// The number of the first.
		first: u64,
		/// The records.
		records: Vec<Record<Account>>,
	},
	/// Proves that a record counted.
	Show(Box<AppliedRecord<Account>>),
}

impl Call {
	/// The calls of the pallet for records that matter, by the order of their arguments. `bytes` begin
	/// with those.
	fn read(name: &str, mut bytes: &[u8]) -> Result<Vec<Self>, codec::Error> {
		let input = &mut bytes;
		Ok(match name {
			"register_sources" => vec![Self::Register(Decode::decode(input)?)],
			"submit_record" => {
				let (first, record) = Decode::decode(input)?;
				vec![Self::Submit { first, records: vec![record] }]
			},
			"submit_batch" | "submit_confirmed" => {
				let (first, _, records): (_, Mode, _) = Decode::decode(input)?;
				vec![Self::Submit { first, records }]
			},
			"confirm_record" | "object" | "withdraw_record" => vec![Self::shown(input)?],
			"report_contradiction" => vec![Self::shown(input)?, Self::shown(input)?],
			_ => Vec::new(),
		})
	}

	fn shown(input: &mut &[u8]) -> Result<Self, codec::Error> {
		let RecordProof { applied, .. } = Decode::decode(input)?;
		Ok(Self::Show(Box::new(applied)))
	}
}

/// The calls that matter in a call of the runtime, itself included, in the order in which they stand there.
/// `bytes` are the call, `root` is the type of all calls among `types`.
///
/// # Errors
///
/// If it is no call of that runtime, or if a call that matters has other arguments than this tool knows.
pub fn calls(
	mut bytes: &[u8],
	root: u32,
	types: &PortableRegistry,
) -> Result<Vec<Call>, DecodeError> {
	let mut found = Vec::new();
	decode_with_visitor(&mut bytes, root, types, Search { root, types, found: &mut found })?;
	Ok(found)
}

/// Looks for calls everywhere in a value.
struct Search<'a> {
	root: u32,
	types: &'a PortableRegistry,
	found: &'a mut Vec<Call>,
}

impl Search<'_> {
	/// The same search for a part of the value.
	fn again(&mut self) -> Search<'_> {
		Search { root: self.root, types: self.types, found: &mut *self.found }
	}
}

impl Visitor for Search<'_> {
	type Value<'scale, 'resolver> = ();
	type Error = DecodeError;
	type TypeResolver = PortableRegistry;

	fn visit_variant<'scale, 'resolver>(
		mut self,
		value: &mut Variant<'scale, 'resolver, PortableRegistry>,
		type_id: TypeIdFor<Self>,
	) -> Result<(), DecodeError> {
		let pallet = (type_id == self.root).then_some(value.name());
		let fields = value.fields();
		match pallet {
			Some("CreditRecords") => {
				let call = fields.decode_item(Arguments);
				let Some((name, bytes)) = call.transpose()? else { return Ok(()) };
				self.found.extend(Call::read(name, bytes)?);
			},
			Some("Preimage") => {
				let call = fields.decode_item(Arguments);
				let Some((name, mut bytes)) = call.transpose()? else { return Ok(()) };
				if name == "note_preimage" {
					let preimage = Vec::<u8>::decode(&mut bytes)?;
					let before = self.found.len();
					let (root, types) = (self.root, self.types);
					let found = decode_with_visitor(&mut &preimage[..], root, types, self.again());
					// It need not be one of a call.
					if found.is_err() {
						self.found.truncate(before);
					}
				}
			},
			_ => {
				while let Some(part) = fields.decode_item(self.again()) {
					part?;
				}
			},
		}
		Ok(())
	}

	fn visit_composite<'scale, 'resolver>(
		mut self,
		value: &mut Composite<'scale, 'resolver, PortableRegistry>,
		_: TypeIdFor<Self>,
	) -> Result<(), DecodeError> {
		while let Some(part) = value.decode_item(self.again()) {
			part?;
		}
		Ok(())
	}

	fn visit_sequence<'scale, 'resolver>(
		mut self,
		value: &mut Sequence<'scale, 'resolver, PortableRegistry>,
		_: TypeIdFor<Self>,
	) -> Result<(), DecodeError> {
		while let Some(part) = value.decode_item(self.again()) {
			part?;
		}
		Ok(())
	}

	fn visit_tuple<'scale, 'resolver>(
		mut self,
		value: &mut Tuple<'scale, 'resolver, PortableRegistry>,
		_: TypeIdFor<Self>,
	) -> Result<(), DecodeError> {
		while let Some(part) = value.decode_item(self.again()) {
			part?;
		}
		Ok(())
	}

	fn visit_array<'scale, 'resolver>(
		mut self,
		value: &mut Array<'scale, 'resolver, PortableRegistry>,
		_: TypeIdFor<Self>,
	) -> Result<(), DecodeError> {
		while let Some(part) = value.decode_item(self.again()) {
			part?;
		}
		Ok(())
	}

	/// Numbers and texts have no calls in them.
	fn visit_unexpected<'scale, 'resolver>(
		self,
		_: Unexpected,
	) -> Result<Self::Value<'scale, 'resolver>, DecodeError> {
		Ok(())
	}
}

/// The name of a call, and the bytes that its arguments begin with.
struct Arguments;

impl Visitor for Arguments {
	type Value<'scale, 'resolver> = (&'resolver str, &'scale [u8]);
	type Error = DecodeError;
	type TypeResolver = PortableRegistry;

	fn visit_variant<'scale, 'resolver>(
		self,
		value: &mut Variant<'scale, 'resolver, PortableRegistry>,
		_: TypeIdFor<Self>,
	) -> Result<(&'resolver str, &'scale [u8]), DecodeError> {
		Ok((value.name(), value.bytes_from_undecoded()))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{AmountClass, Fixed, Indicator, Level, Outcome, Placed};
	use hanse_types::Reference;
	use scale_info::{MetaType, Registry, TypeInfo};

	/// A runtime of which only names and arguments matter.
	#[derive(Encode, TypeInfo)]
	#[allow(clippy::large_enum_variant)]
	enum Runtime {
		System(System),
		Utility(Utility),
		Proxy(Proxy),
		Preimage(Preimage),
		CreditRecords(CreditRecords),
	}

	#[derive(Encode, TypeInfo)]
	#[allow(non_camel_case_types)]
	enum System {
		remark(Vec<u8>),
	}

	#[derive(Encode, TypeInfo)]
	#[allow(non_camel_case_types)]
	enum Utility {
		batch(Vec<Runtime>),
	}

	#[derive(Encode, TypeInfo)]
	#[allow(non_camel_case_types)]
	enum Proxy {
		proxy { real: Account, delegate: Option<u8>, call: Box<Runtime> },
	}

	#[derive(Encode, TypeInfo)]
	#[allow(non_camel_case_types)]
	enum Preimage {
		note_preimage { bytes: Vec<u8> },
	}

	#[derive(Encode, TypeInfo)]
	#[allow(non_camel_case_types, clippy::large_enum_variant)]
	enum CreditRecords {
		register_sources { sources: Vec<Account> },
		submit_record { sequence: u64, record: Record<Account> },
		submit_batch { first: u64, mode: Mode, records: Vec<Record<Account>> },
		submit_confirmed { first: u64, mode: Mode, records: Vec<Record<Account>>, rest: [u8; 5] },
		end_import,
		withdraw_record { proof: RecordProof<Account> },
		report_contradiction { first: RecordProof<Account>, second: RecordProof<Account> },
	}

	fn record(points: u16) -> Record<Account> {
		Record {
			source: [1; 32],
			subject: [2; 32],
			indicator: Indicator::Rating,
			outcome: Outcome::new(points).unwrap(),
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: 5,
			reference: Reference::NONE,
			commitment: [3; 32],
		}
	}

	fn proof(sequence: u64) -> RecordProof<Account> {
		let applied = AppliedRecord {
			provider: [9; 32],
			sequence,
			record: record(1),
			weight: Fixed::ONE,
			mass: Fixed::ONE,
			expires: 7,
			placed: Placed::default(),
			imported: false,
		};
		RecordProof { batch: 0, index: 0, applied, siblings: Default::default() }
	}

	fn found(call: &Runtime) -> Vec<Call> {
		let mut registry = Registry::new();
		let root = registry.register_type(&MetaType::new::<Runtime>()).id;
		calls(&call.encode(), root, &registry.into()).unwrap()
	}

	fn submitted(first: u64, points: &[u16]) -> Call {
		Call::Submit { first, records: points.iter().copied().map(record).collect() }
	}

	#[test]
	fn calls_by_themselves() {
		use CreditRecords::*;
		let found = |call| found(&Runtime::CreditRecords(call));
		let sources = vec![[4; 32], [5; 32]];
		assert_eq!(found(register_sources { sources: sources.clone() }), [Call::Register(sources)]);
		let one = submit_record { sequence: 3, record: record(1) };
		assert_eq!(found(one), [submitted(3, &[1])]);
		let records = || vec![record(1), record(2)];
		let batch = submit_batch { first: 4, mode: Mode::EachForItself, records: records() };
		assert_eq!(found(batch), [submitted(4, &[1, 2])]);
		let (mode, rest) = (Mode::AllOrNothing, [7; 5]);
		let confirmed = submit_confirmed { first: 5, mode, records: records(), rest };
		assert_eq!(found(confirmed), [submitted(5, &[1, 2])]);
		let show = |sequence| Call::Show(Box::new(proof(sequence).applied));
		assert_eq!(found(withdraw_record { proof: proof(6) }), [show(6)]);
		let both = report_contradiction { first: proof(6), second: proof(8) };
		assert_eq!(found(both), [show(6), show(8)]);
		assert_eq!(found(end_import), []);
	}

	#[test]
	fn calls_within_others() {
		let one = |sequence: u64, points| {
			let record = record(points);
			Runtime::CreditRecords(CreditRecords::submit_record { sequence, record })
		};
		let proxied = |call| {
			let call = Box::new(call);
			Runtime::Proxy(Proxy::proxy { real: [0; 32], delegate: Some(1), call })
		};
		let remark = || Runtime::System(System::remark(vec![1, 2, 3]));
		let inner =
			Runtime::Utility(Utility::batch(vec![one(1, 10), proxied(one(2, 20)), remark()]));
		let call = Runtime::Utility(Utility::batch(vec![remark(), proxied(inner), one(3, 30)]));
		let expected = [(1, 10), (2, 20), (3, 30)];
		assert_eq!(found(&call), expected.map(|(first, points)| submitted(first, &[points])));
		assert_eq!(found(&remark()), []);
	}

	#[test]
	fn calls_that_are_noted_for_later() {
		let preimage = |bytes| Runtime::Preimage(Preimage::note_preimage { bytes });
		let call = Runtime::CreditRecords(CreditRecords::submit_record {
			sequence: 1,
			record: record(10),
		});
		assert_eq!(found(&preimage(call.encode())), [submitted(1, &[10])]);
		// What is no call is none.
		assert_eq!(found(&preimage(vec![255, 0, 1])), []);
		let cut = preimage(call.encode()[..40].to_vec());
		let both = Runtime::Utility(Utility::batch(vec![cut, preimage(call.encode())]));
		assert_eq!(found(&both), [submitted(1, &[10])]);
	}
}
