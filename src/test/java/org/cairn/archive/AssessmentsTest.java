package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.Assessment;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.Glance;
import org.cairn.domain.ListQuery;
import org.cairn.domain.ListQuery.Marked;
import org.cairn.domain.ListQuery.Review;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A judgement of an item never takes the place of the one before, and its two aspects are judged apart.
class AssessmentsTest {

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
    void keepsEveryJudgementAndPointsBackAtTheOneBefore() {
        judge(Aspect.GRADING, "F6");
        judge(Aspect.AUTHENTICITY, "CLAIMED");
        judge(Aspect.GRADING, "B2");
        List<Revision> gradings = open.archive.assessments().of(item, Aspect.GRADING);
        assertThat(gradings)
                .extracting(revision -> Assessments.assessment(revision).value())
                .containsExactly("B2", "F6");
        assertThat(gradings.getFirst().previous()).contains(gradings.getLast().hash());
        assertThat(open.archive.assessments().standing(item, Aspect.AUTHENTICITY))
                .hasValueSatisfying(revision ->
                        assertThat(Assessments.assessment(revision).value()).isEqualTo("CLAIMED"));
        Glance glance = Objects.requireNonNull(
                open.archive.reviews().glances(List.of(item)).get(item));
        assertThat(glance.grade()).isEqualTo("B2");
        assertThat(glance.authenticity()).isEqualTo("CLAIMED");
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void narrowsTheListAndTheSearch() {
        judge(Aspect.GRADING, "B2");
        judge(Aspect.AUTHENTICITY, "DISPUTED");
        assertThat(listed("B2")).isEqualTo(1);
        assertThat(listed("DISPUTED")).isEqualTo(1);
        assertThat(listed("B3")).isZero();
        assertThat(found("lantern grade:b2")).isEqualTo(1);
        assertThat(found("lantern grade:B*")).isEqualTo(1);
        assertThat(found("lantern grade:A1")).isZero();
        assertThat(found("lantern authenticity:disputed")).isEqualTo(1);
    }

    @Test
    void refusesAJudgementWithoutAReasonOrOfNoKnownValue() {
        assertThatThrownBy(() -> judged(Aspect.GRADING, "B2", " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> judged(Aspect.GRADING, "G2", "why")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> judge(Aspect.AUTHENTICITY, "PERHAPS")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesWhoMayNotRecord() {
        open.reopenAs("omar", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> judge(Aspect.GRADING, "B2")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void isKeptAsCloselyAsItsSubject() {
        judge(Aspect.GRADING, "B2");
        Reference judgement =
                open.archive.assessments().of(item, Aspect.GRADING).getFirst().reference();
        open.archive
                .evidence()
                .describe(
                        item,
                        Redescribed.kept(Evidence.item(open.archive.records().open(item)), Protection.EX_PARTE),
                        1);
        assertThat(open.archive.records().summary(judgement).orElseThrow().protection())
                .isEqualTo(Protection.EX_PARTE);
    }

    private void judge(Aspect aspect, String value) {
        open.archive.assessments().keep(judged(aspect, value, "known from two other papers"));
    }

    private Assessment judged(Aspect aspect, String value, String reason) {
        return new Assessment(item, aspect, value, "", Optional.empty(), reason);
    }

    private long listed(String assessment) {
        return open.archive
                .evidence()
                .list(ListQuery.first(10).only(new Marked(Review.ANY, "", Optional.of(assessment))))
                .total();
    }

    private int found(String query) {
        return open.archive.searches().search(SearchRequest.of(query)).hits().size();
    }
}
