package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// Who a witness is: sealed to the identity custodians' key, never in a list, an index, a bundle or a log.
///
/// @param name the full name as the witness writes it
/// @param aliases other names, spellings and scripts of them
/// @param born when, as far as known
/// @param contact how to reach them safely
/// @param family names of family members that must be protected with theirs
/// @param note anything else only a custodian may know
public record Identity(
        String name, List<String> aliases, Optional<FuzzyDate> born, String contact, List<String> family, String note) {

    public Identity {
        Texts.requireGiven("name", name);
        aliases = List.copyOf(aliases);
        family = List.copyOf(family);
    }

    @Override
    public String toString() {
        return "Identity";
    }
}
