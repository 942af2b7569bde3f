package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewProgress;
import org.cairn.domain.ReviewSet;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A set stays what it was made of, counts the marks that people made, and is only ever what one may see of it.
class ReviewSetsTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference one;
    private Reference two;
    private Reference closed;

    @BeforeEach
    void begin() throws IOException {
        open = new OpenArchive(temp);
        one = take("one.txt", "A kidney.\n", Protection.PUBLIC);
        two = take("two.txt", "A kidney, and another kidney.\n", Protection.PUBLIC);
        closed = take("closed.txt", "The kidney that nobody sees.\n", Protection.SEALED);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private Reference take(String name, String text, Protection protection) throws IOException {
        return open.archive
                .evidence()
                .take(List.of(OpenArchive.file(temp, name, text)), OpenArchive.terms(protection), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private ReviewSet make(String... persons) {
        return sets().make("kidneys", SearchRequest.of("kidney"), List.of(persons), Progress.none());
    }

    private ReviewSets sets() {
        return open.archive.reviewSets();
    }

    private ReviewProgress progress(ReviewSet set) {
        return sets().progress(set.number());
    }

    @Test
    void staysWhatItWasMadeOf() throws IOException {
        ReviewSet set = make();
        take("later.txt", "A kidney, later.\n", Protection.PUBLIC);
        open.archive.searches().catchUp(Progress.none());
        assertThat(sets().items(set.number())).containsExactlyInAnyOrder(one, two, closed);
        assertThat(progress(set).set().items()).isEqualTo(3);
    }

    @Test
    void countsWhatOneOfEverybodyReviewedAndGivesTheNext() {
        ReviewSet set = make();
        List<Reference> items = sets().items(set.number());
        assertThat(sets().next(set.number(), Optional.empty())).contains(items.getFirst());
        open.archive.reviews().mark(items.getFirst());
        assertThat(progress(set).reviewed()).isEqualTo(1);
        assertThat(progress(set).left()).isEqualTo(2);
        assertThat(progress(set).by()).containsOnly(java.util.Map.entry("amina", 1));
        assertThat(sets().next(set.number(), Optional.of(items.getFirst()))).contains(items.get(1));
        assertThat(sets().next(set.number(), Optional.of(items.getLast()))).contains(items.get(1));
        items.forEach(open.archive.reviews()::mark);
        assertThat(sets().next(set.number(), Optional.empty())).isEmpty();
        assertThat(progress(set).left()).isZero();
    }

    @Test
    void leavesAllOfItToEachItIsGivenTo() {
        open.archive.users().add("ben", Set.of(Role.OWNER), OpenArchive.passphrase());
        ReviewSet set = make("amina", "ben");
        open.archive.reviews().mark(one);
        assertThat(progress(set).left()).isEqualTo(2);
        reopenAs("ben");
        assertThat(progress(set).left()).isEqualTo(3);
        assertThat(progress(set).by()).containsOnly(java.util.Map.entry("amina", 1));
        sets().assign(set.number(), List.of("amina"));
        assertThat(progress(set).left()).isZero();
    }

    private void reopenAs(String name) {
        open.archive.close();
        open.archive = Archives.open(open.folder, name, OpenArchive.passphrase(), open.environment);
    }

    @Test
    void countsNoMarkOfWhatHasChangedSince() {
        ReviewSet set = make();
        open.archive.reviews().mark(one);
        Revision now = open.archive.records().open(one);
        EvidenceItem item = (EvidenceItem) now.record();
        EvidenceDescription before = EvidenceDescription.of(item);
        open.archive
                .evidence()
                .describe(
                        one,
                        new EvidenceDescription(
                                "Another title",
                                before.type(),
                                before.date(),
                                before.language(),
                                before.author(),
                                before.recipient(),
                                before.copyStatus(),
                                before.protection(),
                                before.tags(),
                                before.graphic()),
                        now.number());
        assertThat(progress(set).reviewed()).isZero();
    }

    @Test
    void neitherShowsNorCountsWhatAPersonMayNotSee() {
        ReviewSet all = make();
        ReviewSet hidden = sets().make("hidden", "", List.of(closed), List.of());
        open.archive.reviews().mark(closed);
        open.reopenAs("ben", Set.of(Role.ANALYST));
        assertThat(sets().all()).extracting(ReviewSet::number).containsExactly(all.number());
        assertThat(progress(all).set().items()).isEqualTo(2);
        assertThat(progress(all).reviewed()).isZero();
        assertThat(progress(all).by()).isEmpty();
        assertThat(sets().items(all.number())).containsExactlyInAnyOrder(one, two);
        assertThatThrownBy(() -> sets().items(hidden.number())).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void knowsNobodyWhoWasNeverLetIn() {
        assertThatThrownBy(() -> make("a stranger")).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(sets().all()).isEmpty();
    }

    @Test
    void isMadeOfNothingByNobody() {
        assertThatThrownBy(() -> sets().make("none", SearchRequest.of("liver"), List.of(), Progress.none()))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThatThrownBy(() -> sets().make(" ", SearchRequest.of("kidney"), List.of(), Progress.none()))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void leavesNothingToAnybodyOnceItIsClosed() {
        ReviewSet set = make();
        sets().close(set.number());
        assertThat(progress(set).left()).isZero();
        assertThat(sets().next(set.number(), Optional.empty())).isEmpty();
    }

    @Test
    void isChangedByWhoeverMadeItOrOwnsTheArchive() {
        ReviewSet set = make();
        open.reopenAs("ben", Set.of(Role.RECORDER));
        assertThatThrownBy(() -> sets().close(set.number())).isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void doesNotTellWhatWasAskedToWhoeverSeesLess() {
        ReviewSet set = make();
        assertThat(sets().set(set.number()).query()).isEqualTo("kidney");
        open.reopenAs("ben", Set.of(Role.ANALYST));
        assertThat(sets().set(set.number()).query()).isEmpty();
        assertThat(sets().items(set.number())).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void isToldByTheLedgerAndProvenByIt() throws Exception {
        ReviewSet set = make();
        assertThat(open.archive.custody().events(Optional.empty(), 0, 100))
                .filteredOn(event -> event.action().equals(ReviewSet.MADE))
                .singleElement()
                .extracting(CustodyEvent::details)
                .satisfies(details -> assertThat(details).containsOnlyKeys("set", "list"));
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
        open.archive
                .session()
                .store()
                .inTransaction(tx -> tx.putReviewSet(
                        new ReviewSet(0, "slipped in", "", "amina", OpenArchive.NOON, List.of(), false, 0),
                        Protection.PUBLIC,
                        new org.cairn.domain.FrozenList(List.of()),
                        new byte[16]));
        assertThat(open.archive.custody().verify(Progress.none()).findings())
                .extracting(Finding::code)
                .contains("reviewSetDiffers");
        assertThat(set.number()).isEqualTo(1);
    }
}
