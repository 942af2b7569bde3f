package org.cairn.domain;

import java.util.Optional;

/// How a statement was read back to the witness before they signed it.
///
/// @param language in which language
/// @param by who read it
/// @param date when
/// @param changes what the witness had changed, in words; empty where nothing, or where the changes themselves say it
/// @param account the account as it was read and each change since; absent in those that were kept before this was
/// noted
public record ReadBack(
        LanguageTag language, String by, Optional<FuzzyDate> date, String changes, Optional<AccountAsRead> account) {

    /// A read-back of which only words are known.
    public ReadBack(LanguageTag language, String by, Optional<FuzzyDate> date, String changes) {
        this(language, by, date, changes, Optional.empty());
    }

    /// Whether it is over: it is where nobody noted when it began.
    public boolean over() {
        return account.map(read -> read.ended().isPresent()).orElse(true);
    }

    /// Whether it is over and it is known who read.
    public boolean told() {
        return over() && !by.isBlank();
    }

    /// The same with other changes noted.
    public ReadBack noting(AccountAsRead read) {
        return new ReadBack(language, by, date, changes, Optional.of(read));
    }

    @Override
    public String toString() {
        return "ReadBack";
    }
}
