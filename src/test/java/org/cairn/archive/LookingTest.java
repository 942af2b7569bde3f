package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever looks at something closely kept is written down, whichever way they look.
class LookingTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference item;

    @BeforeEach
    void takeSomethingConfidential() throws Exception {
        open = new OpenArchive(temp);
        item = take(Protection.CONFIDENTIAL, "closed.txt");
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void writesDownThatTheTextWasRead() {
        open.archive.evidence().passage(item, 1);
        assertThat(looksAt(item)).containsExactly("text");
    }

    @Test
    void writesDownThatTheHistoryWasRead() {
        open.archive.records().history(item);
        assertThat(looksAt(item)).containsExactly("history");
    }

    @Test
    void doesNotFillTheLedgerWhileOneLeafsThroughAFile() {
        for (int page = 0; page < 5; page++) {
            open.archive.evidence().passages(item, page, 1);
            open.archive.evidence().passage(item, page);
            open.archive.records().history(item);
        }
        assertThat(looksAt(item)).containsExactlyInAnyOrder("text", "history");
    }

    @Test
    void writesItDownAgainWhenTheArchiveWasLockedInBetween() {
        open.archive.evidence().passage(item, 1);
        open.reopen();
        open.archive.evidence().passage(item, 1);
        assertThat(looksAt(item)).containsExactly("text", "text");
    }

    @Test
    void writesDownThatNotesAndLinksWereLookedForWhereThereAreNone() {
        open.archive.notes().of(item);
        open.archive.elementLinks().of(item);
        open.archive.elementLinks().of(item);
        assertThat(looksAt(item)).containsExactly("notes", "links");
    }

    @Test
    void writesNothingDownOfWhatEverybodyMayRead() throws Exception {
        Reference free = take(Protection.RESTRICTED, "free.txt");
        open.archive.evidence().passages(free, 0, 10);
        open.archive.records().history(free);
        assertThat(looksAt(free)).isEmpty();
    }

    private List<String> looksAt(Reference reference) {
        return open.archive.custody().events(Optional.of(reference), 0, 100).stream()
                .filter(event -> event.action().equals("VIEWED"))
                .map(event -> event.details().getOrDefault("what", ""))
                .toList();
    }

    private Reference take(Protection protection, String name) throws Exception {
        Path file = OpenArchive.file(temp, name, "Words of " + name);
        return open.archive
                .evidence()
                .take(List.of(file), OpenArchive.terms(protection), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }
}
