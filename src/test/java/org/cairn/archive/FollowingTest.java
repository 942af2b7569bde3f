package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.Witness;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The index follows the records: soon, in the background where it is much, and never shows what is closed since.
@Timeout(120)
class FollowingTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void findsAtOnceWhatWasKeptJustNow() {
        keep("lantern", Protection.RESTRICTED);
        SearchAnswer answer = find("lantern");
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.unseen().waiting()).isZero();
    }

    @Test
    void answersFromWhatThereIsWhileALostIndexIsMadeAnew() throws Exception {
        for (int i = 0; i < 230; i++) {
            keep("lantern", Protection.RESTRICTED);
        }
        loseIndex();

        SearchAnswer part = find("lantern");

        assertThat(part.total()).isEqualTo(200);
        assertThat(part.unseen().waiting()).isEqualTo(30);
        List<String> told = new ArrayList<>();
        open.archive.searches().catchUp(new Telling(told));
        assertThat(told).containsExactly("index 30/30");
        assertThat(find("lantern").total()).isEqualTo(230);
        assertThat(find("lantern").unseen().waiting()).isZero();
    }

    @Test
    void searchesWhileSomebodyElseBringsTheIndexUpToDate() throws Exception {
        keep("lantern", Protection.RESTRICTED);
        loseIndex();
        try (Busy busy = new Busy(open.archive)) {
            SearchAnswer answer = find("lantern");
            assertThat(answer.total()).isZero();
            assertThat(answer.unseen().waiting()).isEqualTo(1);
            assertThat(open.archive.searches().suggest("lan", 5)).isEmpty();
        }
        assertThat(find("lantern").total()).isEqualTo(1);
    }

    @Test
    void takesFilesInWhileSomebodyElseBringsTheIndexUpToDate() throws Exception {
        keep("lantern", Protection.RESTRICTED);
        loseIndex();
        try (Busy busy = new Busy(open.archive)) {
            assertThat(open.take(OpenArchive.file(temp, "note.txt", "an orchard"))
                            .files())
                    .hasSize(1);
        }
        assertThat(find("orchard").total()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasCancelled() throws Exception {
        for (int i = 0; i < 12; i++) {
            keep("lantern", Protection.RESTRICTED);
        }
        loseIndex();
        assertThatThrownBy(() -> open.archive.searches().catchUp(new StoppedAfter(5)))
                .isInstanceOf(CancelledException.class);
        assertThat(open.archive.searches().waiting()).isEqualTo(7);
        open.reopen();
        assertThat(open.archive.searches().waiting()).isEqualTo(7);
        assertThat(find("lantern").total()).isEqualTo(12);
    }

    @Test
    void mayBeCancelledWhileItWaitsForItsTurn() throws Exception {
        keep("lantern", Protection.RESTRICTED);
        loseIndex();
        try (Busy busy = new Busy(open.archive)) {
            assertThatThrownBy(() -> open.archive.searches().catchUp(new StoppedAfter(0)))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void neitherSuggestsNorFindsWhatWasClosedSinceTheIndexSawIt() throws Exception {
        Reference raised = keep("lanternmaker", Protection.RESTRICTED);
        keep("lanternlight", Protection.RESTRICTED);
        open.archive.searches().catchUp(Progress.none());
        open.archive.records().revise(raised, witness("lanternmaker", Protection.SEALED), 1);
        Archive analyst = open.reopenAs("layla", Set.of(Role.ANALYST));
        try (Busy busy = new Busy(analyst)) {
            assertThat(analyst.searches().suggest("lantern", 5)).containsExactly("lanternlight");
            SearchAnswer answer = find("lantern*");
            assertThat(answer.total()).isEqualTo(1);
            assertThat(answer.hits()).extracting("reference").doesNotContain(raised);
            assertThat(answer.facets().getOrDefault("type", Map.of()).values()).containsExactly(1L);
        }
        assertThat(analyst.searches().suggest("lantern", 5)).containsExactly("lanternlight");
    }

    @Test
    void suggestsWhatIsOpenStillThoughItChanged() throws Exception {
        Reference changed = keep("lanternmaker", Protection.RESTRICTED);
        open.archive.searches().catchUp(Progress.none());
        open.archive.records().revise(changed, witness("lanternmaker again", Protection.CONFIDENTIAL), 1);
        Archive analyst = open.reopenAs("layla", Set.of(Role.ANALYST));
        try (Busy busy = new Busy(analyst)) {
            assertThat(analyst.searches().suggest("lantern", 5)).containsExactly("lanternmaker");
        }
    }

    @Test
    void namesAnIndexThatKnowsMoreThanTheRecordsAndMakesItAnew() throws Exception {
        keep("lantern", Protection.RESTRICTED);
        open.close();
        Path before = Files.copy(open.folder.resolve("records.db"), temp.resolve("before"));
        open.reopen();
        keep("orchard", Protection.RESTRICTED);
        open.archive.searches().catchUp(Progress.none());
        open.close();
        Files.copy(before, open.folder.resolve("records.db"), StandardCopyOption.REPLACE_EXISTING);

        open.reopen();

        assertThat(find("orchard").total()).isZero();
        assertThat(find("lantern").total()).isEqualTo(1);
        assertThat(verdict()).containsExactly(Finding.of("indexAhead", 2, 1));
        assertThat(open.archive.custody().events(Optional.empty(), 0, 100))
                .extracting(CustodyEvent::action)
                .contains("INDEX_AHEAD");
        open.reopen();
        assertThat(verdict()).isEmpty();
    }

    private List<Finding> verdict() {
        return open.archive.custody().verify(Progress.none()).findings();
    }

    private SearchAnswer find(String query) {
        return open.archive.searches().search(SearchRequest.of(query));
    }

    private Reference keep(String note, Protection protection) {
        return open.archive
                .witnesses()
                .keep(witness(note, protection), Optional.empty())
                .reference();
    }

    private static Witness witness(String note, Protection protection) {
        return new Witness("victim-survivor", new LanguageTag("en"), protection, false, note);
    }

    private void loseIndex() throws IOException {
        open.close();
        try (Stream<Path> files = Files.walk(open.folder.resolve("index"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        open.reopen();
    }

    /// Somebody who is in the midst of bringing the index up to date, until it is closed.
    private static final class Busy implements AutoCloseable {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final Thread work;

        Busy(Archive archive) throws InterruptedException {
            work = Thread.ofPlatform().start(() -> archive.searches().catchUp(new Waiting(this)));
            begun.await();
        }

        @Override
        public void close() throws InterruptedException {
            goOn.countDown();
            work.join();
        }
    }

    private record Waiting(Busy busy) implements Progress {
        @Override
        public void step(String stage, long done, long total) {
            busy.begun.countDown();
            try {
                busy.goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    private record Telling(List<String> told) implements Progress {
        @Override
        public void step(String stage, long done, long total) {
            told.add(stage + " " + done + "/" + total);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /// Cancelled when it was asked a number of times.
    private static final class StoppedAfter implements Progress {

        private int left;

        StoppedAfter(int questions) {
            this.left = questions;
        }

        @Override
        public void step(String stage, long done, long total) {
            // only how often it is asked matters
        }

        @Override
        public boolean cancelled() {
            return left-- <= 0;
        }
    }
}
