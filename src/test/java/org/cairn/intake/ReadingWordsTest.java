package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.i18n.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// People are told in their language how far a file was read and what to do: for every ending there is.
class ReadingWordsTest {

    static final java.util.List<Locale> LANGUAGES = Messages.LANGUAGES;

    private static final Set<String> REASONS = Set.of(
            "empty",
            "noWords",
            "noText",
            "pagesWithoutText",
            "timeLimit",
            "memoryLimit",
            "crashed",
            "damaged",
            "lockLost",
            "password",
            "unknownFormat",
            "tooLarge",
            "textLimit",
            "childrenMissing",
            "tooManyChildren",
            "tooMuchInside",
            "tooDeep",
            "notAvailable",
            "needsFile",
            "unsupported",
            "rar5",
            "tooLongInside",
            "openedBefore",
            "needsArchiver",
            "moreFollows",
            // what came of recognising its pages
            "nothingRecognised",
            "pagesNotRecognised",
            // what the archive says of a file that it did not take in, or not yet
            "waiting",
            "duplicate",
            "duplicateJoined",
            "link",
            "missing",
            "notReadable",
            "notAFile",
            "archive",
            "cancelled",
            "storageFull",
            "stopped",
            "keptUnread",
            "interrupted");

    /// Why a page could not be recognised.
    private static final Set<String> PAGES = Set.of("timeLimit", "outputLimit", "crashed", "notStarted", "notDrawable");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasWordsForEveryEndingAndNoOthers(Locale language) {
        Set<String> expected = new TreeSet<>();
        Arrays.stream(ReadingStatus.values()).forEach(status -> expected.add("status." + status));
        expected.add("status.WAITING");
        REASONS.forEach(reason -> expected.add("reason." + reason));
        PAGES.forEach(reason -> expected.add("page." + reason));
        assertThat(Messages.of("reading", language).keys()).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void saysItInTheLanguageItself(Locale language) {
        if (!language.equals(Locale.ENGLISH)) {
            Messages english = Messages.of("reading", Locale.ENGLISH);
            Messages own = Messages.of("reading", language);
            assertThat(own.keys()).allSatisfy(key -> assertThat(own.text(key)).isNotEqualTo(english.text(key)));
        }
    }
}
