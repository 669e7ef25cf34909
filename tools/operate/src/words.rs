//! Calls and events in words, as far as the chain's metadata goes.

use crate::hash::Hash;
use std::{collections::BTreeMap, fmt::Write as _};
use subxt::{
	Metadata,
	dynamic::Value,
	ext::scale_value::{Composite, Primitive, ValueDef, scale},
	utils::AccountId32,
};

/// A value with the number of its type.
type Typed = Value<u32>;

/// How many bytes are written out; of more, the hash.
const BYTES_SHOWN: usize = 64;

/// Names of accounts.
pub type Names = BTreeMap<[u8; 32], String>;

/// Puts what the chain encodes into words.
pub struct Words<'a> {
	metadata: &'a Metadata,
	names: &'a Names,
}

impl<'a> Words<'a> {
	/// By this metadata; accounts get their names.
	pub fn new(metadata: &'a Metadata, names: &'a Names) -> Self {
		Self { metadata, names }
	}

	/// A call. What cannot be decoded is shown as bytes.
	pub fn call(&self, bytes: &[u8]) -> String {
		self.outer(bytes, self.metadata.outer_enums().call_enum_ty())
	}

	/// An event, from the index of its pallet on.
	pub fn event(&self, bytes: &[u8]) -> String {
		self.outer(bytes, self.metadata.outer_enums().event_enum_ty())
	}

	/// An account with its name.
	pub fn account(&self, account: &AccountId32) -> String {
		match self.names.get(&account.0) {
			Some(name) => format!("{account} ({name})"),
			None => account.to_string(),
		}
	}

	fn outer(&self, bytes: &[u8], id: u32) -> String {
		let mut rest = bytes;
		match scale::decode_as_type(&mut rest, id, self.metadata.types()) {
			Ok(value) if rest.is_empty() => self.value(&value, 0),
			_ => shown(bytes),
		}
	}

	/// The last part of a type's name.
	fn type_name(&self, id: u32) -> &str {
		let name = self.metadata.types().resolve(id).and_then(|ty| ty.path.segments.last());
		name.map_or("", String::as_str)
	}

	fn value(&self, value: &Typed, depth: usize) -> String {
		let name = self.type_name(value.context);
		if let Some(bytes) = self.bytes_of(value) {
			return self.bytes(name, &bytes);
		}
		match &value.value {
			ValueDef::Primitive(primitive) => written(primitive),
			ValueDef::BitSequence(bits) => format!("{bits:?}"),
			ValueDef::Composite(fields) if name == "Perbill" => match single(fields) {
				Some(parts) => percent(parts.as_u128().unwrap_or_default()),
				None => self.fields(fields, depth, ["(", ")"]),
			},
			ValueDef::Composite(fields) => match (fields, single(fields)) {
				// A type around another says no more than the other.
				(Composite::Unnamed(_), Some(inner)) if !self.is_list(value.context) => {
					self.value(inner, depth)
				},
				(Composite::Unnamed(_), _) => self.fields(fields, depth, ["[", "]"]),
				(Composite::Named(_), _) => self.fields(fields, depth, ["{", "}"]),
			},
			ValueDef::Variant(variant) => {
				// The outer enums of calls, events and errors: the pallet, then what it is.
				if name.starts_with("Runtime")
					&& let Some(inner) = single(&variant.values)
				{
					let inner_words = match &inner.value {
						ValueDef::Variant(inner) => self.variant(inner, depth),
						_ => self.value(inner, depth),
					};
					return format!("{}.{inner_words}", uncapitalised(&variant.name));
				}
				match (variant.name.as_str(), single(&variant.values)) {
					("None", None) => "none".to_owned(),
					("Some" | "Id", Some(inner)) => self.value(inner, depth),
					_ => self.variant(variant, depth),
				}
			},
		}
	}

	fn variant(&self, variant: &subxt::ext::scale_value::Variant<u32>, depth: usize) -> String {
		match variant.values.is_empty() {
			true => variant.name.clone(),
			false => format!("{}{}", variant.name, self.fields(&variant.values, depth, ["(", ")"])),
		}
	}

	/// The fields one after the other; each on a line of its own if there are calls among them.
	fn fields(&self, fields: &Composite<u32>, depth: usize, [open, shut]: [&str; 2]) -> String {
		let deeper = depth.saturating_add(1);
		let parts: Vec<String> = match fields {
			Composite::Named(fields) => fields
				.iter()
				.map(|(name, value)| format!("{name}: {}", self.value(value, deeper)))
				.collect(),
			Composite::Unnamed(values) => {
				values.iter().map(|value| self.value(value, deeper)).collect()
			},
		};
		let has_calls = fields.values().any(|value| self.type_name(value.context) == "RuntimeCall");
		if !has_calls {
			return format!("{open}{}{shut}", parts.join(", "));
		}
		let mut out = format!("{open}\n");
		for part in parts {
			// Writing to a string does not fail.
			let _ = writeln!(out, "{}{part},", "  ".repeat(deeper));
		}
		let _ = write!(out, "{}{shut}", "  ".repeat(depth));
		out
	}

	fn bytes(&self, type_name: &str, bytes: &[u8]) -> String {
		match (type_name, <[u8; 32]>::try_from(bytes)) {
			("AccountId32", Ok(account)) => self.account(&AccountId32(account)),
			(_, Ok(_)) => format!("0x{}", hex::encode(bytes)),
			_ => match std::str::from_utf8(bytes) {
				Ok(text) if !text.is_empty() && !text.chars().any(char::is_control) => {
					format!("“{text}”")
				},
				_ => shown(bytes),
			},
		}
	}

	/// The bytes that a value is, within however many types; nothing if it is something else or empty.
	fn bytes_of(&self, value: &Typed) -> Option<Vec<u8>> {
		let ValueDef::Composite(Composite::Unnamed(values)) = &value.value else { return None };
		if let [inner] = &values[..]
			&& !matches!(inner.value, ValueDef::Primitive(_))
		{
			// A list of one is a list.
			return if self.is_list(value.context) { None } else { self.bytes_of(inner) };
		}
		if values.len() < 2 {
			return None;
		}
		values
			.iter()
			.map(|value| match (&value.value, value.as_u128()) {
				(ValueDef::Primitive(Primitive::U128(_)), Some(byte)) => u8::try_from(byte).ok(),
				_ => None,
			})
			.collect()
	}

	fn is_list(&self, id: u32) -> bool {
		// A type with a path is a struct; sequences, arrays and tuples have none.
		self.type_name(id).is_empty()
	}
}

/// Bytes in hexadecimal, or what they are if they are many.
fn shown(bytes: &[u8]) -> String {
	if bytes.len() <= BYTES_SHOWN {
		format!("0x{}", hex::encode(bytes))
	} else {
		format!("{} bytes with the hash {}", bytes.len(), Hash::of(bytes))
	}
}

/// The only one of the values.
fn single(values: &Composite<u32>) -> Option<&Typed> {
	let mut values = values.values();
	match (values.next(), values.next()) {
		(Some(value), None) => Some(value),
		_ => None,
	}
}

fn written(primitive: &Primitive) -> String {
	match primitive {
		Primitive::Bool(true) => "yes".to_owned(),
		Primitive::Bool(false) => "no".to_owned(),
		Primitive::Char(char) => char.to_string(),
		Primitive::String(text) => format!("“{text}”"),
		Primitive::U128(number) => number.to_string(),
		Primitive::I128(number) => number.to_string(),
		Primitive::U256(bytes) | Primitive::I256(bytes) => shown(bytes),
	}
}

/// Billionths.
fn percent(parts: u128) -> String {
	let whole = parts / 10_000_000;
	let fraction = format!("{:07}", parts % 10_000_000);
	match fraction.trim_end_matches('0') {
		"" => format!("{whole} %"),
		fraction => format!("{whole}.{fraction} %"),
	}
}

/// Pallets are written small in front of a call.
pub fn uncapitalised(name: &str) -> String {
	let mut characters = name.chars();
	match characters.next() {
		Some(first) => first.to_lowercase().chain(characters).collect(),
		None => String::new(),
	}
}
