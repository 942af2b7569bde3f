package org.cairn.ui.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.cairn.archive.Differences;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Role;
import org.cairn.ui.alike.PairViewModel.Pair;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs that look alike are listed, laid side by side, and settled by whoever may.
class PairViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private Reference first;
    private Reference second;

    @BeforeEach
    void takeTwoIn() throws Exception {
        on = new OnADesk(temp);
        String text = IntStream.range(0, 60)
                .mapToObj(i -> "Guard number " + i + " came in.")
                .collect(Collectors.joining(" "));
        first = taken(OpenArchive.file(temp, "a.txt", text + " He left at noon."));
        second = taken(OpenArchive.file(temp, "b.txt", text + " He left at dusk."));
    }

    @AfterEach
    void close() {
        on.close();
    }

    private Reference taken(Path file) {
        return on.open.take(file).files().getFirst().reference().orElseThrow();
    }

    private PairViewModel beside(Reference one, Reference other) {
        PairViewModel model = new PairViewModel(on.desk, one, other);
        model.load();
        return model;
    }

    private static Pair pair(PairViewModel model) {
        return Objects.requireNonNull(model.pairProperty().get());
    }

    @Test
    void laysTheOneThatCameFirstBeforeTheOtherWhicheverWasOpened() {
        Pair pair = pair(beside(second, first));
        assertThat(pair.earlier().item().reference()).isEqualTo(first);
        assertThat(pair.alike())
                .hasValueSatisfying(alike -> assertThat(alike.percent()).isGreaterThan(80));
        assertThat(pair.texts().pairs()).filteredOn(two -> !two.same()).hasSize(1);
        assertThat(pair.look()).isFalse();
    }

    @Test
    void showsTheLooksOfPictures() throws Exception {
        BufferedImage white = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(white, "png", temp.resolve("a.png").toFile());
        white.setRGB(3, 3, 0xffffff);
        ImageIO.write(white, "png", temp.resolve("b.png").toFile());
        Pair pair = pair(beside(taken(temp.resolve("a.png")), taken(temp.resolve("b.png"))));
        assertThat(pair.look()).isTrue();
        assertThat(pair.texts().pairs()).isEmpty();
        assertThat(pair.graphic()).isFalse();
    }

    @Test
    void keepsWhatTheLaterIsToTheEarlierAndSuggestsItNoMore() {
        PairViewModel model = beside(first, second);
        model.relate(Way.REDACTION_OF, false);
        assertThat(on.open.archive.relatives().of(second)).singleElement().satisfies(relative -> {
            assertThat(relative.way()).isEqualTo(Way.REDACTION_OF);
            assertThat(relative.other().reference()).isEqualTo(first);
            assertThat(relative.inverse()).isFalse();
        });
        assertThat(pair(model).alike()).isEmpty();
        assertThat(Objects.requireNonNull(model.toldProperty().get()).kind()).isEqualTo(Told.Kind.SUCCESS);
    }

    @Test
    void keepsWhatTheEarlierIsToTheLater() {
        beside(first, second).relate(Way.COPY_OF, true);
        assertThat(on.open.archive.relatives().of(first))
                .singleElement()
                .satisfies(relative -> assertThat(relative.inverse()).isFalse());
    }

    @Test
    void keepsThatTheyAreNotTheSame() {
        PairViewModel model = beside(first, second);
        model.notTheSame();
        assertThat(pair(model).alike()).isEmpty();
        assertThat(on.open.archive.lookalikes().of(first)).isEmpty();
    }

    @Test
    void tellsWhyAPairCannotBeShown() {
        PairViewModel model = beside(first, Reference.parse("E-0999"));
        assertThat(model.pairProperty().get()).isNull();
        assertThat(Objects.requireNonNull(model.toldProperty().get()).kind()).isNotEqualTo(Told.Kind.SUCCESS);
    }

    @Test
    void letsNobodyJudgeWhoMayOnlyRead() {
        on.open.reopenAs("reader", Set.of(Role.IDENTITY_CUSTODIAN));
        Desk desk = on.with(on.direct);
        PairViewModel model = new PairViewModel(desk, first, second);
        assertThat(model.mayJudge()).isFalse();
    }

    @Test
    void listsThePairsOfTheArchiveAndGoesOnWhereItStood() {
        AlikeListViewModel list = new AlikeListViewModel(on.desk);
        list.more();
        assertThat(list.pairs()).extracting(found -> found.item().reference()).containsExactly(second);
        assertThat(list.furtherProperty().get()).isFalse();
        assertThat(list.lookingProperty().get()).isFalse();
        list.more();
        assertThat(list.pairs()).hasSize(1);
    }

    @Test
    void looksNoFurtherOnceThePersonWentElsewhere() {
        AlikeListViewModel list = new AlikeListViewModel(on.desk);
        list.close();
        list.more();
        assertThat(list.pairs()).isEmpty();
        assertThat(list.toldProperty().get()).isNull();
    }

    @Test
    void knowsItsPlacesAndNoOther() {
        assertThat(AlikeScreen.isHere(AlikeScreen.all())).isTrue();
        assertThat(AlikeScreen.isHere(AlikeScreen.of(first, second))).isTrue();
        assertThat(AlikeScreen.isHere(Place.of("evidence"))).isFalse();
        assertThat(AlikeScreen.isHere(Place.to(first))).isFalse();
    }

    @Test
    void foldsAwayWhatIsTheSameFarFromAnyDifference() {
        var rows = TextsBeside.rows(
                on.open.archive.lookalikes().compare(first, second).pairs());
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst())
                .isInstanceOfSatisfying(
                        TextsBeside.Row.Folded.class,
                        folded -> assertThat(folded.pairs()).hasSize(59).allMatch(Differences.Pair::same));
        assertThat(rows.getLast())
                .isInstanceOfSatisfying(
                        TextsBeside.Row.Sentences.class,
                        two -> assertThat(two.pair().same()).isFalse());
    }
}
