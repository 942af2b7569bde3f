package org.cairn.bundle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.Reference;

/// One line of the consent and protection statement: what a witness allowed, without the witness.
///
/// @param statement the statement it is about
/// @param pseudonym what its witness is called
/// @param scope the use, a code of the vocabulary `consent-scope`
/// @param decision what was decided
/// @param mode how it was expressed
/// @param givenOn when
/// @param expires the last day it holds
/// @param conditions what must hold
public record ConsentLine(
        Reference statement,
        String pseudonym,
        String scope,
        ConsentDecision decision,
        ConsentMode mode,
        LocalDate givenOn,
        Optional<LocalDate> expires,
        List<String> conditions) {
    public ConsentLine {
        conditions = List.copyOf(conditions);
    }

    @Override
    public String toString() {
        return "ConsentLine " + statement;
    }
}
