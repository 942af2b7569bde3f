package org.cairn.ui.bundles;

import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Words;

/// What parts and versions of a bundle are called where a person chooses them: as the bundle itself calls them.
final class BundleWords {

    private BundleWords() {}

    /// The heading of a schedule, in the messages of `bundle`.
    static String heading(Schedule schedule) {
        return switch (schedule) {
            case ELEMENTS -> "elements.title";
            case CHRONOLOGY -> "chronology.title";
            case PERSONS -> "persons.title";
        };
    }

    /// What a version is called as a heading.
    static String heading(Words words, BundleVersion version) {
        return words.of("bundle").text("edition." + version.name());
    }

    /// For whom it is, and what its witnesses have to have allowed.
    static String forWhom(Words words, BundleDraft draft) {
        Messages own = words.of("bundles");
        return own.text(
                "choose.for",
                draft.recipient().orElse(own.text("choose.nobody")),
                words.vocabulary("consent-scope", draft.scope()));
    }
}
