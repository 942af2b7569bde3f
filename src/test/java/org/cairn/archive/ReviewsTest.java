package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException.NotFound;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.Glance;
import org.cairn.domain.ListQuery;
import org.cairn.domain.ListQuery.Marked;
import org.cairn.domain.ListQuery.Review;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations;
import org.cairn.domain.Role;
import org.cairn.domain.Summary;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who has looked an item through is said by a signed line, stands until it is taken back, and tells of which revision.
class ReviewsTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference item;

    @BeforeEach
    void takeAFileIn() throws IOException {
        open = new OpenArchive(temp);
        item = open.take(OpenArchive.file(temp, "a.txt", "The lantern went out."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void saysWhoLookedAtWhichRevisionUntilItIsTakenBack() {
        assertThat(open.archive.reviews().mark(item)).isTrue();
        assertThat(open.archive.reviews().mark(item)).isFalse();
        Reviews.Standing one = open.archive.reviews().of(item).getFirst();
        assertThat(one.mark().person()).isEqualTo(OpenArchive.USER);
        assertThat(one.mark().revision()).isEqualTo(1);
        assertThat(one.mark().reading()).hasSize(64);
        assertThat(one.outdated()).isFalse();
        assertThat(open.archive.reviews().takeBack(item)).isTrue();
        assertThat(open.archive.reviews().takeBack(item)).isFalse();
        assertThat(open.archive.reviews().of(item)).isEmpty();
        assertThat(actions()).containsSubsequence("REVIEWED", "REVIEW_TAKEN_BACK");
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void tellsThatTheItemWasDescribedOtherwiseSince() {
        open.archive.reviews().mark(item);
        retitle("Lantern");
        assertThat(open.archive.reviews().of(item).getFirst().changed()).isTrue();
        assertThat(glance().outdated()).isTrue();
        assertThat(open.archive.reviews().mark(item)).isTrue();
        assertThat(glance().outdated()).isFalse();
        assertThat(glance().reviewers()).containsExactly(OpenArchive.USER);
    }

    @Test
    void standsWhereTheItemWasOnlyRelatedToAnotherSince() throws IOException {
        Reference other = open.take(OpenArchive.file(temp, "b.txt", "The lantern went out again."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        open.archive.reviews().mark(item);

        open.archive.relatives().relate(item, Relations.Way.COPY_OF, other);
        open.archive.relatives().relate(item, Relations.Way.TRANSLATION_OF, other);

        assertThat(open.archive.reviews().of(item).getFirst().outdated()).isFalse();
        assertThat(glance().outdated()).isFalse();
        assertThat(glance().relations()).isPositive();
        retitle("Lantern");
        assertThat(open.archive.reviews().of(item).getFirst().changed()).isTrue();
        assertThat(glance().outdated()).isTrue();
    }

    @Test
    void keepsTheMarksOfEachPersonApart() {
        open.archive.reviews().mark(item);
        open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(listed(new Marked(Review.NOT_BY_PERSON, "layla", Optional.empty())))
                .containsExactly(item);
        open.archive.reviews().mark(item);
        assertThat(glance().reviewers()).containsExactly(OpenArchive.USER, "layla");
        open.archive.reviews().takeBack(item);
        assertThat(glance().reviewers()).containsExactly(OpenArchive.USER);
        assertThat(listed(new Marked(Review.BY_ANYBODY, "", Optional.empty()))).containsExactly(item);
        assertThat(listed(new Marked(Review.BY_NOBODY, "", Optional.empty()))).isEmpty();
        assertThat(listed(new Marked(Review.BY_PERSON, "layla", Optional.empty())))
                .isEmpty();
    }

    @Test
    void isFoundByTheFieldOfTheSearchAsSoonAsItIsMarked() {
        assertThat(found("lantern reviewed:yes")).isEmpty();
        assertThat(found("lantern reviewed:no")).containsExactly(item);
        open.archive.reviews().mark(item);
        assertThat(found("lantern reviewed:yes")).containsExactly(item);
        assertThat(found("lantern reviewed:Amina")).containsExactly(item);
        assertThat(found("lantern reviewed:layla")).isEmpty();
        assertThat(found("lantern reviewed:no")).isEmpty();
        open.archive.reviews().takeBack(item);
        assertThat(found("lantern reviewed:yes")).isEmpty();
    }

    @Test
    void refusesWhoMayNotRecordAndWhatTheyMayNotSee() throws IOException {
        Path secret = OpenArchive.file(temp, "b.txt", "Sealed.");
        Reference hidden = open.archive
                .evidence()
                .take(List.of(secret), OpenArchive.terms(Protection.SEALED), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        open.reopenAs("layla", Set.of(Role.RECORDER));
        assertThatThrownBy(() -> open.archive.reviews().mark(hidden)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> open.archive.reviews().of(hidden)).isInstanceOf(NotFound.class);
        open.archive.close();
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
        open.reopenAs("omar", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> open.archive.reviews().mark(item)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void leavesWithNoExhibit() throws IOException {
        open.archive.reviews().mark(item);
        Path out = temp.resolve("out");
        open.archive.evidence().export(item, out);
        assertThat(out.resolve(item + "_custody.json"))
                .content()
                .doesNotContain("REVIEWED")
                .contains("INGESTED");
    }

    private Glance glance() {
        return Objects.requireNonNull(
                open.archive.reviews().glances(List.of(item)).get(item));
    }

    private List<String> actions() {
        return open.archive.custody().events(Optional.of(item), 0, 100).stream()
                .map(CustodyEvent::action)
                .toList();
    }

    private void retitle(String title) {
        EvidenceDescription before =
                EvidenceDescription.of(Evidence.item(open.archive.records().open(item)));
        open.archive
                .evidence()
                .describe(
                        item,
                        new EvidenceDescription(
                                title,
                                before.type(),
                                before.date(),
                                before.language(),
                                before.author(),
                                before.recipient(),
                                before.copyStatus(),
                                before.protection(),
                                before.tags(),
                                before.graphic()),
                        open.archive.records().open(item).number());
    }

    private List<Reference> listed(Marked marked) {
        return open.archive.evidence().list(ListQuery.first(10).only(marked)).items().stream()
                .map(Summary::reference)
                .toList();
    }

    private List<Reference> found(String query) {
        return open.archive.searches().search(SearchRequest.of(query)).hits().stream()
                .map(Hit::reference)
                .toList();
    }
}
