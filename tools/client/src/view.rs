use crate::{At, Error, lost};
use codec::{Decode, DecodeAll, Encode};
use subxt::{dynamic, dynamic::Value, ext::scale_decode::DecodeAsType};

/// The bytes that name a view function: hashes of its pallet and of its signature.
const VIEW_ID: usize = 32;

/// Asks a view function of the runtime at a block. The answer is decoded as `Answer`, which must be
/// the type that the runtime encodes.
///
/// # Errors
///
/// [`Error::Lost`] if the node does not answer, [`Error::OtherVersion`] if the chain has no such
/// function or answers something else.
pub async fn view<Arguments, Answer: Decode>(
	at: &At,
	pallet: &str,
	name: &str,
	arguments: Arguments,
) -> Result<Answer, Error>
where
	Arguments: subxt::ext::frame_decode::view_functions::IntoEncodableValues,
{
	let answer = answer(at, pallet, name, arguments).await?;
	decoded(&format!("{pallet}.{name}"), &answer)
}

/// Asks a view function of the runtime at a block, and reads the answer by the chain's own description
/// of it: fields go by their names, and further ones are passed over.
///
/// # Errors
///
/// As [`view`].
pub async fn view_as<Arguments, Answer: DecodeAsType>(
	at: &At,
	pallet: &str,
	name: &str,
	arguments: Arguments,
) -> Result<Answer, Error>
where
	Arguments: subxt::ext::frame_decode::view_functions::IntoEncodableValues,
{
	let other = |reason: String| Error::OtherVersion { what: format!("{pallet}.{name}"), reason };
	let answer = answer(at, pallet, name, arguments).await?;
	let metadata = at.metadata_ref();
	let function = metadata
		.pallet_by_name(pallet)
		.and_then(|pallet| pallet.view_function_by_name(name))
		.ok_or_else(|| other("there is no such function".to_owned()))?;
	let types = metadata.types();
	Answer::decode_as_type(&mut &answer[..], function.output_ty(), types)
		.map_err(|error| other(error.to_string()))
}

/// What a view function answers, as bytes.
async fn answer<Arguments>(
	at: &At,
	pallet: &str,
	name: &str,
	arguments: Arguments,
) -> Result<Vec<u8>, Error>
where
	Arguments: subxt::ext::frame_decode::view_functions::IntoEncodableValues,
{
	let what = format!("{pallet}.{name}");
	let views = at.view_functions();
	let payload = dynamic::view_function_call::<Arguments, Value>(pallet, name, arguments);
	// subxt leaves out the length that the runtime expects before the arguments.
	let call = views.encode_args(payload).map_err(lost)?;
	let (id, arguments) = call.split_at_checked(VIEW_ID).unwrap_or((&call, &[]));
	let call = [id, &arguments.to_vec().encode()].concat();
	let bytes = views.call_raw(Some(&call)).await.map_err(lost)?;
	match decoded::<Result<Vec<u8>, u8>>(&what, &bytes)? {
		Ok(answer) => Ok(answer),
		Err(code) => Err(Error::OtherVersion { what, reason: format!("refused with code {code}") }),
	}
}

/// Decodes a value of which nothing may be left over.
///
/// # Errors
///
/// [`Error::OtherVersion`], which names `what` was to be decoded.
pub fn decoded<T: Decode>(what: &str, mut bytes: &[u8]) -> Result<T, Error> {
	T::decode_all(&mut bytes)
		.map_err(|error| Error::OtherVersion { what: what.to_owned(), reason: error.to_string() })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn leftovers_are_an_error() {
		assert!(decoded::<u8>("a byte", &[1, 2]).is_err());
		assert!(matches!(decoded::<u8>("a byte", &[]), Err(Error::OtherVersion { .. })));
	}
}
