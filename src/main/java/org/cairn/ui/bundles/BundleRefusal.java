package org.cairn.ui.bundles;

import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;

/// Why something about a finished file was not done: what happened, that nothing was changed, and what to do.
final class BundleRefusal {

    private BundleRefusal() {}

    static Told told(Desk desk, Throwable failure) {
        Messages own = desk.words().of("bundles");
        return reason(failure)
                .filter(code -> own.has("refusal." + code))
                .map(code -> new Told(
                        Told.Kind.DANGER,
                        own.text("refusal." + code),
                        own.text("refusal.kept") + " " + own.text("refusal." + code + ".do")))
                .orElseGet(() -> desk.errors().tell(failure));
    }

    /// The code of what was wrong with what was given.
    static Optional<String> reason(Throwable failure) {
        if (failure instanceof ArchiveException.InvalidInput wrong) {
            return Optional.of(String.valueOf(wrong.arguments().getLast()));
        }
        return Optional.empty();
    }
}
