//! What is looked at before a submission costs anybody anything.

use super::*;
use core::marker::PhantomData;
use frame::{
	deps::sp_runtime::traits::{
		DispatchOriginOf, Implication, PostDispatchInfoOf, TransactionExtensionMetadata,
	},
	traits::OriginTrait,
};
use scale_info::StaticTypeInfo;

/// Keeps submissions within their quota, around the extension `S` that charges for transactions.
///
/// To clients it is `S`: name, encoding and metadata are the same, so that every wallet knows how to
/// sign. A submission is one of the calls `submit_record`, `submit_batch` and `submit_confirmed` itself,
/// not one through a proxy or within a batch of calls: those pay.
///
/// * In the pool, a submission must come from a provider ([`InvalidTransaction::BadSigner`]) and must
///   not reach further beyond its stream than the rules allow
///   ([`UnknownTransaction::Custom`] with [`CheckEvidence::BEYOND_WINDOW`], which nodes do not remember
///   against it: it may be sent again when there is room). Two submissions with the same first
///   number do not wait side by side.
/// * In a block, one that is within the quota but not within what is left of it for the block stays
///   in the pool for the next one ([`InvalidTransaction::ExhaustsResources`]).
/// * One that fails uses up the quota all the same, since it may have cost no fee.
///
/// During an import there is no window, and nothing is counted but what fails: whoever has failed in a
/// block has what is left of its quota until the next one.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq)]
pub struct CheckEvidence<T, S>(pub S, PhantomData<T>);

impl<T, S> CheckEvidence<T, S> {
	/// The submission reaches further beyond its stream than the rules allow.
	pub const BEYOND_WINDOW: u8 = 1;
}

impl<T, S> From<S> for CheckEvidence<T, S> {
	fn from(inner: S) -> Self {
		Self(inner, PhantomData)
	}
}

// From the outside it is the extension within.
impl<T, S: StaticTypeInfo> TypeInfo for CheckEvidence<T, S> {
	type Identity = S;

	fn type_info() -> scale_info::Type {
		S::type_info()
	}
}

impl<T, S: Debug> Debug for CheckEvidence<T, S> {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.debug_tuple("CheckEvidence").field(&self.0).finish()
	}
}

/// A submission, as far as it matters here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Submission<AccountId> {
	provider: AccountId,
	first: u64,
	records: usize,
}

impl<T: Config, S> CheckEvidence<T, S>
where
	T::RuntimeCall: IsSubType<Call<T>>,
{
	/// The number of the first record of a submission, and how many there are.
	fn extent(call: &T::RuntimeCall) -> Option<(u64, usize)> {
		match call.is_sub_type()? {
			Call::submit_record { sequence, .. } => Some((*sequence, 1)),
			Call::submit_batch { first, records, .. }
			| Call::submit_confirmed { first, records, .. } => Some((*first, records.len())),
			_ => None,
		}
	}

	fn submission(
		origin: &T::RuntimeOrigin,
		call: &T::RuntimeCall,
	) -> Option<Submission<T::AccountId>> {
		let (first, records) = Self::extent(call)?;
		Some(Submission { provider: origin.as_signer()?.clone(), first, records })
	}

	/// Whether a submission may wait in the pool, and what of it must be there once only.
	fn admit(
		submission: &Submission<T::AccountId>,
	) -> Result<ValidTransaction, TransactionValidityError> {
		let Submission { provider, first, records } = submission;
		ensure!(Pallet::<T>::is_provider(provider), InvalidTransaction::BadSigner);
		if !Importing::<T>::get() {
			let end = first.saturating_add(*records as u64);
			let window = u64::from(Rules::<T>::get().window);
			let reach = Streams::<T>::get(provider).next.saturating_add(window);
			ensure!(end <= reach, UnknownTransaction::Custom(Self::BEYOND_WINDOW));
		}
		let tag = (*b"hanse-evidence", provider, first).encode();
		Ok(ValidTransaction { provides: alloc::vec![tag], ..Default::default() })
	}

	/// How many records a submission will have counted on its quota, unless it has to wait for the
	/// next block.
	fn within_quota(
		submission: &Submission<T::AccountId>,
	) -> Result<u32, TransactionValidityError> {
		let Submission { provider, first, records } = submission;
		let fresh = Pallet::<T>::fresh(provider, *first, *records);
		// One that is too large for any block does not wait: it fails, and has paid for that.
		let waits =
			fresh <= Rules::<T>::get().quota && fresh > Pallet::<T>::left_of_quota(provider);
		ensure!(!waits, InvalidTransaction::ExhaustsResources);
		Ok(fresh)
	}
}

impl<T, S> TransactionExtension<T::RuntimeCall> for CheckEvidence<T, S>
where
	T: Config + Send + Sync,
	S: TransactionExtension<T::RuntimeCall>,
	T::RuntimeCall: IsSubType<Call<T>>,
{
	const IDENTIFIER: &'static str = S::IDENTIFIER;
	type Implicit = S::Implicit;
	type Val = (Option<Submission<T::AccountId>>, S::Val);
	type Pre = (Option<(T::AccountId, u32)>, S::Pre);

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		S::metadata()
	}

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		let own = match Self::extent(call) {
			Some(_) => T::WeightInfo::check_evidence(),
			None => Weight::zero(),
		};
		self.0.weight(call).saturating_add(own)
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
		self_implicit: S::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let submission = Self::submission(&origin, call);
		let own = match &submission {
			Some(submission) => Self::admit(submission)?,
			None => ValidTransaction::default(),
		};
		let (valid, val, origin) = self.0.validate(
			origin,
			call,
			info,
			len,
			self_implicit,
			inherited_implication,
			source,
		)?;
		Ok((own.combine_with(valid), (submission, val), origin))
	}

	fn prepare(
		self,
		(submission, val): Self::Val,
		origin: &DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		let counted = match submission {
			Some(submission) => {
				let fresh = Self::within_quota(&submission)?;
				Some((submission.provider, fresh))
			},
			None => None,
		};
		Ok((counted, self.0.prepare(val, origin, call, info, len)?))
	}

	fn post_dispatch_details(
		(counted, pre): Self::Pre,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		// What the call counted was undone with all else that it did.
		if let (Some((provider, records)), Err(_)) = (counted, result) {
			Pallet::<T>::book_on_quota(&provider, records);
		}
		S::post_dispatch_details(pre, info, post_info, len, result)
	}
}
