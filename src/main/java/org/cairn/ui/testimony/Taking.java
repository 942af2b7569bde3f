package org.cairn.ui.testimony;

import java.util.Optional;
import java.util.function.Consumer;
import org.cairn.domain.Reference;

/// The statement that is being taken, as the forms beside it see it.
interface Taking {

    /// What it is being written into.
    StatementDraft draft();

    /// Its reference, once it was kept.
    Optional<Reference> reference();

    /// Keeps it where it was never kept, since something is to be said of it.
    ///
    /// @param then told its reference
    /// @param otherwise called when it could not be kept, which the person was told
    void kept(Consumer<Reference> then, Runnable otherwise);
}
