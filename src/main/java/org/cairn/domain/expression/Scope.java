package org.cairn.domain.expression;

import java.time.LocalDate;
import java.util.Optional;

/// The answers that an expression may ask for.
public interface Scope {

    /// The answer of a question by its name: text, number, truth value, list or map; nothing where there is none.
    Optional<Object> answer(String name);

    /// The answer that is being judged.
    Optional<Object> self();

    /// The day on which it is judged.
    LocalDate today();
}
