package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cairn.archive.Linked;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.ElementLink;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Handling;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.evidence.WorkViewModel.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The work on an item is shown as it stands after every change, and what goes wrong is told in its place.
class WorkViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private OpenArchive open;
    private final List<Reference> items = new ArrayList<>();
    private int revised;

    @BeforeEach
    void takeTwoIn() throws Exception {
        on = new OnADesk(temp);
        open = on.open;
        for (String name : List.of("a.txt", "b.txt")) {
            items.add(open.take(OpenArchive.file(temp, name, "Text of " + name))
                    .files()
                    .getFirst()
                    .reference()
                    .orElseThrow());
        }
    }

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void marksAndTakesTheMarkBack() {
        WorkViewModel model = model();
        assertThat(model.reviewedByMe()).isFalse();
        model.toggleReview();
        assertThat(model.reviewedByMe()).isTrue();
        assertThat(work(model).glance().reviewers()).containsExactly(OpenArchive.USER);
        model.toggleReview();
        assertThat(model.reviewedByMe()).isFalse();
    }

    @Test
    void showsNotesJudgementsAndRelationsAsSoonAsTheyAreKept() {
        WorkViewModel model = model();
        Pinpoint place = new Pinpoint.OfParagraph(items.getFirst(), 1);
        model.note(Optional.of(place), "another year", Protection.RESTRICTED, () -> {});
        model.assess(Aspect.GRADING, "B2", "", "two papers", () -> {});
        model.relate(Way.COPY_OF, false, items.getLast().toString(), () -> {});
        Work work = work(model);
        assertThat(((Note) work.notes().getFirst().record()).place()).contains(place);
        assertThat(work.glance().grade()).isEqualTo("B2");
        assertThat(work.relatives()).hasSize(1);
        assertThat(revised).isEqualTo(1);
        model.unrelate(work.relatives().getFirst());
        assertThat(work(model).relatives()).isEmpty();
    }

    @Test
    void showsLinksToElementsAndHowTheyStandAndWithdrawsThem() {
        Reference link = open.archive
                .elementLinks()
                .add(new ElementLink(items.getFirst(), Optional.empty(), "PAL.PURP", ElementLink.Bearing.SUPPORTS))
                .reference();
        WorkViewModel model = model();
        assertThat(work(model).rights().withdrawable()).containsExactly(link);
        assertThat(work(model).rights().reviewable()).isEmpty();
        model.stand(link, ElementLink.Standing.DISPUTED);
        assertThat(work(model).links().getFirst().link().orElseThrow().standing())
                .isEqualTo(ElementLink.Standing.DISPUTED);
        model.withdrawLink(link, " ");
        assertThat(work(model).links()).noneMatch(Linked::withdrawn);
        model.withdrawLink(link, "of another hospital");
        assertThat(work(model).links()).allMatch(Linked::withdrawn);
    }

    @Test
    void tellsWhatIsMissingAndKeepsNothing() {
        WorkViewModel model = model();
        model.assess(Aspect.GRADING, "B2", "", " ", () -> {});
        assertThat(model.toldProperty().get()).isNotNull();
        assertThat(work(model).gradings()).isEmpty();
        model.relate(Way.COPY_OF, false, "nothing", () -> {});
        assertThat(model.toldProperty().get()).isNotNull();
    }

    @Test
    void writesTheReceiptOfAHandover() {
        WorkViewModel model = model();
        Path paper = temp.resolve("receipt.pdf");
        model.handle(
                () -> new Handling("TRANSFERRED_OUT", Optional.empty(), "", "a", "b", "", "", "", "", Optional.empty()),
                Optional.of(paper),
                () -> {});
        assertThat(paper).isNotEmptyFile();
        assertThat(work(model).whereabouts().holder()).isEqualTo("b");
    }

    @Test
    void knowsTheGradeThatStands() {
        WorkViewModel model = model();
        assertThat(model.grade()).isEmpty();
        model.assess(Aspect.GRADING, "B2", "", "two papers", () -> {});
        model.assess(Aspect.GRADING, "C3", "", "one of them was forged", () -> {});
        assertThat(model.grade()).contains("C3");
        assertThat(model.authenticity()).isEmpty();
    }

    @Test
    void tellsAnewWhatAPersonToldWronglyAndOnlyThat() {
        WorkViewModel model = model();
        model.handle(() -> moved("shelf 1", Optional.empty()), Optional.empty(), () -> {});
        List<CustodyEvent> lines = open.archive.custody().events(Optional.of(items.getFirst()), 0, 100);
        CustodyEvent wrong = lines.getLast();
        assertThat(model.mayCorrect(wrong)).isTrue();
        assertThat(model.mayCorrect(lines.getFirst())).isFalse();
        model.correctingProperty().set(wrong);
        model.handle(() -> moved("shelf 2", Optional.of(wrong.sequence())), Optional.empty(), () -> {});
        assertThat(model.correctingProperty().get()).isNull();
        assertThat(work(model).whereabouts().place()).isEqualTo("shelf 2");
    }

    private static Handling moved(String place, Optional<Long> corrects) {
        return new Handling("MOVED", Optional.empty(), "", "", "", place, "", "", "", corrects);
    }

    private WorkViewModel model() {
        return new WorkViewModel(on.desk, items.getFirst(), () -> {}, () -> revised++);
    }

    private static Work work(WorkViewModel model) {
        return Objects.requireNonNull(model.workProperty().get());
    }
}
