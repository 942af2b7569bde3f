package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.AccountAsRead;
import org.cairn.domain.AccountAsRead.Change;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ReadBack;
import org.cairn.domain.Testimony;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a witness has changed while their statement is read back shows by itself.
class ReadingBackTest {

    private static final LanguageTag ENGLISH = new LanguageTag("en");

    @Test
    void namesTheParagraphsThatWereChangedAddedAndTakenOut() {
        List<String> read = List.of("I was held in Camp 4.", "It was cold.", "They took blood in May.", "I left.");
        List<String> now = List.of("I was held in Camp 5.", "They took blood in May.", "Twice.", "I left.");
        assertThat(changes(read, now))
                .containsExactly(
                        change(1, 1, "I was held in Camp 4.", "I was held in Camp 5."),
                        new Change(Optional.of(2), Optional.empty(), "It was cold.", "", ""),
                        new Change(Optional.empty(), Optional.of(3), "", "Twice.", ""));
    }

    @Test
    void knowsAParagraphAgainThatMovedDownAsAnotherCameBeforeIt() {
        List<String> read = List.of("They took blood from my arm in May.");
        List<String> now = List.of("Nobody asked me.", "They took blood from my left arm in May.");
        assertThat(changes(read, now))
                .containsExactly(
                        new Change(Optional.empty(), Optional.of(1), "", "Nobody asked me.", ""),
                        change(1, 2, read.getFirst(), now.getLast()));
    }

    @Test
    void saysNothingWhereNothingWasChanged() {
        assertThat(changes(List.of("One.", "Two."), List.of("One.", "Two."))).isEmpty();
    }

    @Test
    void keepsTheChangesAsTheyAreWhateverWasWrittenDown(@TempDir Path temp) {
        try (OpenArchive open = new OpenArchive(temp)) {
            Change invented = new Change(Optional.of(1), Optional.of(1), "x", "y", "misheard");
            AccountAsRead read =
                    new AccountAsRead(OpenArchive.NOON, Optional.empty(), List.of("In May."), List.of(invented));
            Testimony statement = OpenArchive.testimony(open.witness(), "In June.")
                    .readBack(Optional.of(new ReadBack(ENGLISH, "INT-1", Optional.empty(), "", Optional.of(read))));
            Kept kept = open.archive.testimonies().keep(statement);
            open.reopen();
            Testimony again =
                    (Testimony) open.archive.records().open(kept.reference()).record();
            assertThat(again.readBack().flatMap(ReadBack::account).orElseThrow().changes())
                    .containsExactly(change(1, 1, "In May.", "In June.").because("misheard"));
            assertThat(open.archive.testimonies().missingBeforeSealing(again, Optional.of(kept.reference())))
                    .as("the reading goes on")
                    .contains("readBack");
        }
    }

    private static Change change(int before, int after, String was, String now) {
        return new Change(Optional.of(before), Optional.of(after), was, now, "");
    }

    private static List<Change> changes(List<String> read, List<String> now) {
        return ReadingBack.changes(read, now, ENGLISH, change -> "");
    }
}
