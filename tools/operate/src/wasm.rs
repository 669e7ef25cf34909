//! What the code of a runtime says of itself.

use codec::Decode;
use sp_maybe_compressed_blob::{CODE_BLOB_BOMB_LIMIT, decompress};

/// What every module of WebAssembly begins with: a magic number, and the version of the format.
const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";

/// The name of the section that holds the version.
const SECTION: &[u8] = b"runtime_version";

/// Which runtime it is. What follows the versions is of no interest here.
#[derive(Decode, Clone, PartialEq, Eq, Debug)]
pub struct Version {
	/// What the chain is called.
	pub spec_name: String,
	/// Who made it.
	pub impl_name: String,
	/// Which authors can author with it.
	pub authoring_version: u32,
	/// Rises with every release.
	pub spec_version: u32,
}

/// Reads the version of a runtime, compressed or not.
///
/// # Errors
///
/// Says what is wrong with the file.
pub fn version(code: &[u8]) -> Result<Version, String> {
	let code = decompress(code, CODE_BLOB_BOMB_LIMIT)
		.map_err(|error| format!("it cannot be decompressed: {error}"))?;
	let mut rest =
		code.strip_prefix(&HEADER[..]).ok_or("it is no WebAssembly, compressed or not")?;
	while let Some((id, after)) = rest.split_first() {
		let (length, after) = leb128(after).ok_or("a section has no length")?;
		let (section, after) = after.split_at_checked(length).ok_or("it ends within a section")?;
		rest = after;
		if *id != 0 {
			continue;
		}
		let (length, named) = leb128(section).ok_or("a section has no name")?;
		let (name, mut content) = named.split_at_checked(length).ok_or("a name is too long")?;
		if name == SECTION {
			return Version::decode(&mut content)
				.map_err(|error| format!("its version cannot be read: {error}"));
		}
	}
	Err("it does not say which version it is: is it the runtime of a chain?".to_owned())
}

/// A number as WebAssembly writes it, and what follows.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
	let mut number = 0u32;
	for (position, byte) in (0u32..5).zip(bytes) {
		let bits = u32::from(byte & 0x7f);
		number |= bits.checked_shl(position.checked_mul(7)?)?;
		if byte & 0x80 == 0 {
			let rest = bytes.get(usize::try_from(position).ok()?.checked_add(1)?..)?;
			return Some((usize::try_from(number).ok()?, rest));
		}
	}
	None
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	/// A module with nothing but sections of our own.
	fn module(sections: &[(&[u8], &[u8])]) -> Vec<u8> {
		let mut module = HEADER.to_vec();
		// A section that is none of ours, long enough for two bytes of length.
		module.extend([1, 0x80, 0x01]);
		module.extend([0u8; 128]);
		for (name, content) in sections {
			let length = 1 + name.len() + content.len();
			module.extend([0, u8::try_from(length).unwrap(), u8::try_from(name.len()).unwrap()]);
			module.extend(*name);
			module.extend(*content);
		}
		module
	}

	fn encoded() -> Vec<u8> {
		("hanse", "hanse", 1u32, 7u32, 1u32, Vec::<u8>::new(), 1u32, 1u8).encode()
	}

	#[test]
	fn the_version_is_found_among_the_sections() {
		let code = module(&[(b"name", b"x"), (SECTION, &encoded())]);
		let found = version(&code).unwrap();
		assert_eq!((found.spec_name.as_str(), found.spec_version), ("hanse", 7));
	}

	#[test]
	fn a_file_that_is_no_runtime_is_refused() {
		let whole = module(&[(SECTION, &encoded())]);
		for wrong in [
			&b""[..],
			b"no module",
			&HEADER,
			&module(&[(b"name", b"x")]),
			&whole[..whole.len() - 1],
			&module(&[(SECTION, b"")]),
		] {
			assert!(version(wrong).is_err());
		}
		// Says that it is compressed, and is not.
		assert!(version(&[82, 188, 83, 118, 70, 219, 142, 5, 1, 2, 3]).is_err());
	}

	#[test]
	fn numbers_take_as_many_bytes_as_they_need() {
		assert_eq!(leb128(&[0x05, 9]), Some((5, &[9u8][..])));
		assert_eq!(leb128(&[0xe5, 0x8e, 0x26]), Some((624_485, &[][..])));
		assert_eq!(leb128(&[0x80]), None);
		assert_eq!(leb128(&[0x80; 6]), None);
	}
}
