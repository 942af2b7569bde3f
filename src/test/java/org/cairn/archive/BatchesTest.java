package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.Batches.Fate;
import org.cairn.archive.Batches.Outcome;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done to many is stated first, done to exactly those, and told of each.
class BatchesTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void make() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static final BatchChange TAG = BatchChange.Describe.tagged(Set.of("flights"), Set.of());

    @Test
    void statesWhatWouldBecomeOfEachAndChangesNothing() throws IOException {
        List<Reference> three = files(3);
        long lines = open.archive.custody().count();
        FrozenList list = open.archive.batches().freeze(three);
        assertThat(fates(open.archive.batches().foresee(list, TAG, Progress.none())))
                .containsOnly(Fate.CHANGED)
                .hasSize(3);
        assertThat(open.archive.custody().count()).isEqualTo(lines);
        assertThat(open.archive.records().history(three.getFirst())).hasSize(1);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void doesItToEachAndSaysSoInOneLineForAllAndOneForEach() throws IOException {
        List<Reference> three = files(3);
        FrozenList list = open.archive.batches().freeze(three);
        open.archive.batches().run(list, TAG, Progress.none());
        assertThat(Evidence.item(open.archive.records().open(three.get(2))).tags())
                .containsExactly("flights");
        List<CustodyEvent> all = open.archive.custody().events(Optional.empty(), 0, 1000);
        CustodyEvent whole = all.stream()
                .filter(event -> event.action().equals("BATCH"))
                .findFirst()
                .orElseThrow();
        assertThat(whole.details())
                .containsEntry("count", "3")
                .containsEntry("list", list.hash().hex());
        assertThat(all.stream()
                        .filter(event -> String.valueOf(whole.sequence())
                                .equals(event.details().get("batch")))
                        .map(event -> event.subject().orElseThrow()))
                .containsExactlyElementsOf(three);
        FrozenList again = open.archive.batches().freeze(three);
        assertThat(fates(open.archive.batches().foresee(again, TAG, Progress.none())))
                .containsOnly(Fate.ALREADY_SO);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void touchesNothingThatChangedSinceTheListWasFrozen() throws IOException {
        List<Reference> two = files(2);
        FrozenList list = open.archive.batches().freeze(two);
        open.archive.batches().run(open.archive.batches().freeze(List.of(two.getFirst())), TAG, Progress.none());
        BatchChange other = BatchChange.Describe.tagged(Set.of("other"), Set.of());
        assertThat(fates(open.archive.batches().foresee(list, other, Progress.none())))
                .containsExactly(Fate.CHANGED_MEANWHILE, Fate.CHANGED);
        assertThat(fates(open.archive.batches().run(list, other, Progress.none())))
                .containsExactly(Fate.CHANGED_MEANWHILE, Fate.CHANGED);
        assertThat(Evidence.item(open.archive.records().open(two.getFirst())).tags())
                .containsExactly("flights");
    }

    @Test
    void saysOfWhichItemsThePersonMayNotChangeOrAreNone() throws IOException {
        List<Reference> all = new ArrayList<>(files(1));
        all.add(open.archive
                .evidence()
                .take(List.of(OpenArchive.file(temp, "s", "s")), OpenArchive.terms(Protection.SEALED), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow());
        all.add(open.witness());
        all.add(new Reference(RecordKind.EVIDENCE, 99));
        open.reopenAs("layla", Set.of(Role.RECORDER));
        FrozenList list = open.archive.batches().freeze(all);
        assertThat(fates(open.archive.batches().run(list, new BatchChange.Review(false), Progress.none())))
                .containsExactly(Fate.CHANGED, Fate.NOT_FOUND, Fate.REFUSED, Fate.NOT_FOUND);
        open.archive.close();
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
        open.reopenAs("omar", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> open.archive.batches().run(list, TAG, Progress.none()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void stopsBetweenTwoAndSaysWhichWereNotReached() throws IOException {
        FrozenList list = open.archive.batches().freeze(files(3));
        Progress afterOne = new Progress() {
            private long reached;

            @Override
            public void step(String stage, long done, long total) {
                reached = done;
            }

            @Override
            public boolean cancelled() {
                return reached >= 1;
            }
        };
        assertThat(fates(open.archive.batches().run(list, TAG, afterOne)))
                .containsExactly(Fate.CHANGED, Fate.NOT_REACHED, Fate.NOT_REACHED);
    }

    @Test
    void judgesAndMarksManyAtOnce() throws IOException {
        List<Reference> two = files(2);
        FrozenList list = open.archive.batches().freeze(two);
        BatchChange grade =
                new BatchChange.Assess(Aspect.GRADING, "C3", "", Optional.empty(), "of one and the same source");
        assertThat(fates(open.archive.batches().run(list, grade, Progress.none())))
                .containsOnly(Fate.CHANGED);
        assertThat(fates(open.archive.batches().run(list, grade, Progress.none())))
                .containsOnly(Fate.ALREADY_SO);
        assertThat(open.archive.assessments().of(two.getLast(), Aspect.GRADING)).hasSize(1);
    }

    @Test
    void hasAnotherHashForAnotherList() throws IOException {
        List<Reference> two = files(2);
        assertThat(open.archive.batches().freeze(two).hash())
                .isEqualTo(open.archive.batches().freeze(two).hash())
                .isNotEqualTo(open.archive.batches().freeze(two.reversed()).hash());
    }

    private List<Reference> files(int count) throws IOException {
        List<Reference> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(open.take(OpenArchive.file(temp, "f" + i, "Text " + i))
                    .files()
                    .getFirst()
                    .reference()
                    .orElseThrow());
        }
        return made;
    }

    private static List<Fate> fates(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::fate).toList();
    }
}
