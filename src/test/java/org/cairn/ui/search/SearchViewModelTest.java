package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.ui.common.PassedOn;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class SearchViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private SearchViewModel model;
    private Reference statement;

    @BeforeEach
    void keepSomething() {
        on = new OnADesk(temp);
        statement = on.open.sealedStatement("I was asked my blood group.", "Nobody spoke.", "Again the blood group.");
        on.open.sealedStatement("The road to the clinic was long.");
        model = new SearchViewModel(on.desk);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void findsTheStatementAndSaysWhatItDidNotSee() {
        ask("blood");
        assertThat(Objects.requireNonNull(model.answerProperty().get()).total()).isEqualTo(1);
        assertThat(first().reference()).isEqualTo(statement);
        String line = UnseenLine.of(on.desk.words().of("search"), new SearchAnswer.Unseen(1, 0, 2, 0, 0));
        assertThat(line).contains("one file").contains("2 records above your clearance");
    }

    @Test
    void saysHowManyHaveNoDateWhereAYearIsAskedFor() {
        model.fromProperty().set(java.util.Optional.of(org.cairn.domain.FuzzyDate.parse("2014")));
        ask("blood");
        SearchAnswer.Unseen unseen =
                Objects.requireNonNull(model.answerProperty().get()).unseen();
        assertThat(unseen.undated()).isEqualTo(1);
        assertThat(UnseenLine.of(on.desk.words().of("search"), unseen)).contains("one item that nobody has dated");
    }

    @Test
    void saysHowManyRecordsWaitForTheIndex() {
        String line = UnseenLine.of(on.desk.words().of("search"), new SearchAnswer.Unseen(0, 0, 0, 0, 7));
        assertThat(line).contains("7 records").contains("index");
    }

    @Test
    void asksAgainOnceTheIndexHasFollowedWhereNothingWasFound() throws Exception {
        for (int i = 0; i < 420; i++) { // a suggestion and a search follow two hundred each
            on.open.witness();
        }
        Reference last = on.open.sealedStatement("A zebra crossed the yard.");
        on.open.close();
        FileUtils.deleteDirectory(on.open.folder.resolve("index").toFile());
        on.open.reopen();
        model = new SearchViewModel(on.with(on.direct));

        ask("zebra");

        assertThat(first().reference()).isEqualTo(last);
        assertThat(model.askedProperty().get()).isEqualTo(2);
    }

    @Test
    void ofAQuestionOfWhichNothingHasAllWordsItAsksForAnyOfThemAndSaysSo() {
        String question = "Who was asked about the blood group in the yard?";

        ask(question);

        SearchViewModel.Instead instead =
                Objects.requireNonNull(model.insteadProperty().get());
        assertThat(instead.typed()).isEqualTo(question);
        assertThat(instead.found()).contains(0L);
        assertThat(model.queryProperty().get()).startsWith("Who OR was OR asked");
        assertThat(first().reference()).isEqualTo(statement);

        model.sortProperty().set(org.cairn.domain.search.SearchRequest.Sort.REFERENCE);
        assertThat(model.insteadProperty().get()).isEqualTo(instead);

        model.runAsTyped();
        model.sortProperty().set(org.cairn.domain.search.SearchRequest.Sort.RELEVANCE);
        model.run();
        assertThat(model.queryProperty().get()).isEqualTo(question);
        assertThat(model.insteadProperty().get()).isNull();
        assertThat(model.hits()).isEmpty();
    }

    @Test
    void asksForTheWordsOfASentenceThatIsNoQuery() {
        ask("I was asked 1) my blood group and 2) my age");

        assertThat(Objects.requireNonNull(model.insteadProperty().get()).found())
                .isEmpty();
        assertThat(model.misunderstoodProperty().get()).isNull();
        assertThat(first().reference()).isEqualTo(statement);

        model.runAsTyped();
        assertThat(Objects.requireNonNull(model.misunderstoodProperty().get()).reason())
                .isEqualTo("unexpectedBracket");
    }

    @Test
    void whatIsNarrowedIsNotLoosened() {
        model.tick("language", "fr", true);
        String question = "Who was asked about the blood group in the yard?";

        ask(question);

        assertThat(model.hits()).isEmpty();
        assertThat(model.queryProperty().get()).isEqualTo(question);
        assertThat(model.offeredProperty().get()).isPresent();
    }

    @Test
    void offersAnyOfTwoWordsAndAsksForThemOnlyWhereItIsTold() {
        ask("blood zebra");

        assertThat(model.hits()).isEmpty();
        assertThat(model.insteadProperty().get()).isNull();
        assertThat(model.offeredProperty().get()).contains("blood OR zebra");

        ask("blood");
        assertThat(model.offeredProperty().get()).isEmpty();
    }

    @Test
    void aLateGuessIsNotShownAboveWhatWasFoundMeanwhile() {
        on.open.sealedStatement("A zebra crossed the yard.");
        LateLists late = new LateLists(on.direct);
        model = new SearchViewModel(on.with(late));
        ask("zebro");
        assertThat(model.hits()).isEmpty();

        on.open.sealedStatement("The guard called Zebro came.");
        model.run();
        late.arrive();

        assertThat(model.hits()).isNotEmpty();
        assertThat(model.meant()).isEmpty();
    }

    /// Lists, as of words that may have been meant, come when all else is done.
    private static final class LateLists extends PassedOn {

        private final List<Runnable> waiting = new ArrayList<>();

        LateLists(Tasks direct) {
            super(direct);
        }

        @Override
        public <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
            direct.fetch(
                    work,
                    result -> {
                        if (result instanceof List<?>) {
                            waiting.add(() -> then.accept(result));
                        } else {
                            then.accept(result);
                        }
                    },
                    otherwise);
        }

        void arrive() {
            waiting.forEach(Runnable::run);
        }
    }

    @Test
    void pointsAtThePlaceThatIsNotUnderstood() {
        ask("blood AND (group");
        SearchViewModel.Misunderstood fault =
                Objects.requireNonNull(model.misunderstoodProperty().get());
        assertThat(fault.position()).isEqualTo(10);
        assertThat(fault.end()).isEqualTo(11);
        assertThat(fault.reason()).isEqualTo("unclosedBracket");
        ask("blood");
        assertThat(model.misunderstoodProperty().get()).isNull();
    }

    @Test
    void offersWhatMayHaveBeenMeantWhereANameOnlySoundsLikeIt() {
        on.open.sealedStatement("Then Mr Plud came.");
        ask("bloot");
        assertThat(model.hits()).isNotEmpty();
        assertThat(model.meant()).containsExactly("blood");
    }

    @Test
    void offersWhatChangesAWordThatIsNotShownBesideOneThatIs() {
        on.open.sealedStatement("Then Yusuf and Mr Plud came.");
        ask("Yousef bloot");
        assertThat(model.hits()).isNotEmpty();
        assertThat(model.meant()).containsExactly("yusuf blood");
    }

    @Test
    void offersNothingForAWordThatStandsBesideAnotherSpelling() {
        on.open.sealedStatement("Then Mr Plud and Mr Bloot came.");
        ask("bloot");
        assertThat(model.hits()).isNotEmpty();
        assertThat(model.meant()).isEmpty();
    }

    @Test
    void offersWhatMayHaveBeenMeantWhereNothingIsFound() {
        ask("bloot AND clinik");
        assertThat(model.meant()).containsExactly("blood AND clinic");
        ask("blood");
        assertThat(model.meant()).isEmpty();
    }

    @Test
    void narrowsByWhatIsTickedAndWidensAgain() {
        ask("");
        long all = Objects.requireNonNull(model.answerProperty().get()).total();
        model.tick("kind", "testimony", true);
        assertThat(Objects.requireNonNull(model.answerProperty().get()).total())
                .isEqualTo(2)
                .isLessThan(all);
        model.widen();
        assertThat(Objects.requireNonNull(model.answerProperty().get()).total()).isEqualTo(all);
    }

    @Test
    void suggestsWordsThatAreThereAndCompletesTheLastOne() {
        ask("blood");
        model.queryProperty().set("group OR clin");
        assertThat(model.suggestions()).contains("clinic");
        model.take("clinic");
        assertThat(model.queryProperty().get()).isEqualTo("group OR clinic ");
    }

    @Test
    void opensAtThePassageAndGoesFromPlaceToPlace() {
        ask("blood");
        PreviewViewModel preview = new PreviewViewModel(on.desk, failure -> {
            throw new AssertionError(failure);
        });
        preview.show(first(), model.request());
        assertThat(Objects.requireNonNull(preview.shownProperty().get()).places())
                .hasSize(2);
        preview.atProperty().set(0);
        preview.next();
        assertThat(preview.place().orElseThrow().pinpoint()).hasToString(statement + " ¶3");
        preview.next();
        assertThat(preview.place().orElseThrow().pinpoint()).hasToString(statement + " ¶1");
    }

    private void ask(String query) {
        model.queryProperty().set(query);
        model.run();
    }

    private Hit first() {
        return Objects.requireNonNull(model.hits().get(0));
    }
}
