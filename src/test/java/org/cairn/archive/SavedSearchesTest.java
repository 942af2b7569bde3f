package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.SearchRerun.Fresh;
import org.cairn.archive.SearchRerun.Gone;
import org.cairn.archive.SearchRerun.Since;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FrozenList.Line;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.SavedList;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search that is asked again tells what is new and gone, to each person as far as they may see; what is frozen stays
/// as it was.
class SavedSearchesTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference first;
    private Reference second;
    private Reference closed;

    @BeforeEach
    void takeThemIn() throws IOException {
        open = new OpenArchive(temp);
        first = take("one.txt", "The clinic paid for a kidney.", Protection.PUBLIC);
        second = take("two.txt", "A kidney, and the blood group.", Protection.PUBLIC);
        take("three.txt", "Only the hangar.", Protection.PUBLIC);
        closed = take("closed.txt", "The kidney that nobody sees.", Protection.SEALED);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private Reference take(String name, String text, Protection protection) throws IOException {
        return open.archive
                .evidence()
                .take(
                        List.of(Files.writeString(temp.resolve(name), text + "\n")),
                        OpenArchive.terms(protection),
                        Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private SavedSearches searches() {
        return open.archive.savedSearches();
    }

    private Reference save(String query, Protection protection) {
        return searches()
                .save("Kidneys", SearchRequest.of(query), protection, Progress.none())
                .reference();
    }

    private SearchRerun again(Reference search) {
        return searches().run(search, Progress.none());
    }

    private void describe(Reference item, Set<String> tags, Protection protection) {
        Revision revision = open.archive.records().open(item);
        EvidenceDescription before = EvidenceDescription.of((EvidenceItem) revision.record());
        open.archive
                .evidence()
                .describe(
                        item,
                        new EvidenceDescription(
                                before.title(),
                                before.type(),
                                before.date(),
                                before.language(),
                                before.author(),
                                before.recipient(),
                                before.copyStatus(),
                                protection,
                                tags,
                                before.graphic()),
                        revision.number());
    }

    private static List<Reference> references(SavedSearches.Opened opened) {
        return opened.found().lines().stream().map(Line::reference).toList();
    }

    @Test
    void keepsWhatWasAskedWithWhichAnalyserOfWhichStateAndWhatWasFound() {
        Reference search = save("kidney", Protection.RESTRICTED);
        SavedSearches.Opened opened = searches().open(search);

        assertThat(references(opened)).containsExactly(first, second, closed);
        SavedSearch.Run run = opened.search().run();
        assertThat(run.analyser()).isEqualTo(org.cairn.search.PassageIndex.analyser());
        assertThat(run.headLine())
                .isEqualTo(open.archive
                                .custody()
                                .events(Optional.of(search), 0, 10)
                                .getFirst()
                                .sequence()
                        - 1);
        assertThat(run.followed()).isPositive();
        assertThat(run.clearance()).isEqualTo(Protection.SEALED);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void tellsNothingNewWhereNothingHappened() {
        SearchRerun rerun = again(save("kidney", Protection.SEALED));

        assertThat(rerun.fresh()).isEmpty();
        assertThat(rerun.gone()).isEmpty();
        assertThat(rerun.changed()).isEmpty();
        assertThat(rerun.same()).isEqualTo(3);
        assertThat(rerun.otherAnalyser()).isFalse();
    }

    @Test
    void tellsWhatIsNewGoneAndChangedAndWhy() throws IOException {
        describe(first, Set.of("flights"), Protection.PUBLIC);
        describe(second, Set.of("flights"), Protection.PUBLIC);
        Reference search = save("tag:flights", Protection.SEALED);

        describe(first, Set.of("planes"), Protection.PUBLIC);
        describe(second, Set.of("flights", "planes"), Protection.PUBLIC);
        describe(closed, Set.of("flights"), Protection.SEALED);
        Reference later = take("later.txt", "Later.", Protection.PUBLIC);
        describe(later, Set.of("flights"), Protection.PUBLIC);
        SearchRerun rerun = again(search);

        assertThat(rerun.fresh()).containsExactly(new Fresh(closed, Since.CHANGED), new Fresh(later, Since.KEPT));
        assertThat(rerun.gone()).containsExactly(new Gone(first, true, false));
        assertThat(rerun.changed()).containsExactly(second);
        assertThat(rerun.same()).isZero();
        assertThat(rerun.items()).isEqualTo(3);
    }

    @Test
    void tellsThatWhatIsGoneWasWithdrawn() {
        Reference witness = open.witness();
        open.mayBeKept(witness);
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        Reference statement = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(witness, "A zebra in the yard."))
                .reference();
        Reference search = save("zebra", Protection.SEALED);
        open.archive.records().revise(statement, OpenArchive.testimony(witness, "A horse in the yard."), 1);
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);

        assertThat(again(search).gone()).containsExactly(new Gone(statement, true, true));
    }

    @Test
    void comparesWithTheAnswerThatWasKeptLast() throws IOException {
        Reference search = save("kidney", Protection.SEALED);
        take("later.txt", "Another kidney.", Protection.PUBLIC);
        SearchRerun rerun = again(search);
        assertThat(rerun.fresh()).hasSize(1);
        Kept kept = searches().keep(rerun);

        assertThat(kept.revision()).isEqualTo(2);
        assertThat(again(search).fresh()).isEmpty();
        assertThat(again(search).same()).isEqualTo(4);
        assertThatThrownBy(() -> searches().keep(rerun)).isInstanceOf(ArchiveException.ChangedMeanwhile.class);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void saysWhenWordsAreMadeOtherwiseThanThen() {
        Reference search = save("kidney", Protection.SEALED);
        SavedSearch saved = searches().open(search).search();
        SavedSearch.Run run = saved.run();
        SavedSearch older = saved.answered(new SavedSearch.Run(
                run.asOf(),
                run.on(),
                run.program(),
                "1",
                run.headLine(),
                run.head(),
                run.followed(),
                run.clearance(),
                run.result(),
                run.synonyms()));
        Session session = open.archive.session();
        session.store().inTransaction(tx -> session.keep(tx, search, older, 1, "REVISED"));

        assertThat(again(search).otherAnalyser()).isTrue();
        assertThat(again(search).saved().run().analyser()).isEqualTo("1");
    }

    @Test
    void givesEachPersonTheNumbersOfWhatTheyMaySee() {
        Reference search = save("kidney", Protection.CONFIDENTIAL);
        assertThat(searches().open(search).found().count()).isEqualTo(3);
        Reference list =
                searches().freeze(search, "All", Protection.CONFIDENTIAL).reference();
        String whole = searches().openList(list).lines().hash().hex();

        open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(references(searches().open(search))).containsExactly(first, second);
        SearchRerun rerun = again(search);
        assertThat(rerun.items()).isEqualTo(2);
        assertThat(rerun.same()).isEqualTo(2);
        assertThat(rerun.gone()).isEmpty();
        assertThat(rerun.lessVisible()).isFalse();
        assertThat(searches().openList(list).lines().count()).isEqualTo(2);
        assertThat(searches().openList(list).lines().hash().hex()).isNotEqualTo(whole);
    }

    @Test
    void isTheSameForWhoMaySeeNothingMoreWhetherOrNotThereIsMore() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        Reference search = save("kidney", Protection.CONFIDENTIAL);
        assertThat(again(search).same()).isEqualTo(2);

        open.reopen();
        SearchRerun more = again(search);
        assertThat(more.fresh()).containsExactly(new Fresh(closed, Since.ABOVE_THEN));
        searches().keep(more);

        openAs("layla");
        SearchRerun rerun = again(search);
        assertThat(rerun.items()).isEqualTo(2);
        assertThat(rerun.fresh()).isEmpty();
        assertThat(rerun.gone()).isEmpty();
        assertThat(rerun.same()).isEqualTo(2);
        assertThat(rerun.lessVisible()).isFalse();
    }

    @Test
    void letsNobodyWhoSeesLessPutTheirAnswerInThePlaceOfOne() {
        Reference search = save("kidney", Protection.CONFIDENTIAL);
        open.reopenAs("layla", Set.of(Role.ANALYST));
        SearchRerun rerun = again(search);

        assertThat(searches().mayKeep(rerun.saved())).isFalse();
        assertThatThrownBy(() -> searches().keep(rerun)).isInstanceOf(ArchiveException.NotPermitted.class);
        assertThat(searches()
                        .save("Hers", SavedSearches.request(rerun.saved()), Protection.CONFIDENTIAL, Progress.none()))
                .isNotNull();
    }

    private void openAs(String name) {
        open.archive.close();
        open.archive = Archives.open(open.folder, name, OpenArchive.passphrase(), open.environment);
    }

    @Test
    void neitherNamesNorCountsWhatIsNoLongerVisibleAndSaysSoOnlyToWhoHadFoundIt() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        Reference search = save("kidney", Protection.CONFIDENTIAL);
        open.reopen();
        describe(second, Set.of(), Protection.SEALED);

        openAs("layla");
        SearchRerun hers = again(search);
        assertThat(hers.items()).isEqualTo(1);
        assertThat(hers.gone()).isEmpty();
        assertThat(hers.same()).isEqualTo(1);
        assertThat(hers.lessVisible()).isTrue();

        open.reopen();
        open.reopenAs("idris", Set.of(Role.RECORDER));
        SearchRerun his = again(search);
        assertThat(his.lessVisible()).isFalse();
        assertThat(his.gone()).isEmpty();
    }

    @Test
    void hidesASearchFromWhoSeesLessUnlessItIsShared() {
        Reference search = save("Amina Yusuf", searches().usual());
        open.reopenAs("layla", Set.of(Role.ANALYST));

        assertThatThrownBy(() -> searches().open(search)).isInstanceOf(ArchiveException.NotFound.class);
        assertThat(searches().list(0, 10).total()).isZero();
        assertThatThrownBy(() -> save("kidney", Protection.SEALED)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void freezesExactlyTheseForGood() throws IOException {
        Reference search = save("kidney", Protection.SEALED);
        Reference list =
                searches().freeze(search, "For the hearing", Protection.SEALED).reference();
        SavedSearches.OpenedList frozen = searches().openList(list);
        take("later.txt", "Another kidney.", Protection.PUBLIC);
        describe(first, Set.of("flights"), Protection.PUBLIC);
        searches().keep(again(search));

        SavedSearches.OpenedList later = searches().openList(list);
        assertThat(later).isEqualTo(frozen);
        assertThat(later.lines().lines()).extracting(Line::reference).containsExactly(first, second, closed);
        assertThat(later.list().search()).isEqualTo(search);
        assertThat(later.list().revision()).isEqualTo(1);
        assertThatThrownBy(() -> open.archive.records().revise(list, frozen.list(), 1))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        Session session = open.archive.session();
        assertThatThrownBy(
                        () -> session.store().inTransaction(tx -> session.keep(tx, list, frozen.list(), 1, "REVISED")))
                .isInstanceOf(ArchiveException.RecordSealed.class);
    }

    @Test
    void changesExactlyWhatIsOnAFrozenListAndTouchesNothingThatChangedSince() {
        Reference list = searches()
                .freeze(save("kidney", Protection.SEALED), "All", Protection.SEALED)
                .reference();
        describe(first, Set.of("flights"), Protection.PUBLIC);
        List<Batches.Outcome> outcomes = open.archive
                .batches()
                .run(
                        searches().openList(list).lines(),
                        BatchChange.Describe.tagged(Set.of("hearing"), Set.of()),
                        Progress.none());

        assertThat(outcomes)
                .extracting(Batches.Outcome::fate)
                .containsExactly(Batches.Fate.CHANGED_MEANWHILE, Batches.Fate.CHANGED, Batches.Fate.CHANGED);
    }

    @Test
    void keepsNothingHalfWhereAListHasNoName() {
        Reference search = save("kidney", Protection.SEALED);
        assertThatThrownBy(() -> searches().freeze(search, " ", Protection.SEALED))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThatThrownBy(() -> searches().save("", SearchRequest.of("kidney"), Protection.SEALED, Progress.none()))
                .isInstanceOf(ArchiveException.InvalidInput.class);

        assertThat(searches().lists(0, 10).total()).isZero();
        assertThat(open.archive.session().store().check()).isEmpty();
    }

    @Test
    void givesASearchAnotherNameAndChangesNothingElse() {
        Reference search = save("kidney", Protection.SEALED);
        SavedSearches.Opened before = searches().open(search);
        Kept named = searches().rename(search, " Organs ");

        SavedSearches.Opened after = searches().open(search);
        assertThat(named.revision()).isEqualTo(2);
        assertThat(after.search()).isEqualTo(before.search().named("Organs"));
        assertThat(after.found()).isEqualTo(before.found());
        assertThat(searches().list(0, 10).items().getFirst().title()).isEqualTo("Organs");
        assertThat(again(search).same()).isEqualTo(3);
        assertThat(open.archive.custody().events(Optional.of(search), 0, 10))
                .extracting(org.cairn.domain.custody.CustodyEvent::action)
                .containsExactly("KEPT", "VIEWED", "REVISED");
        assertThat(searches().rename(search, "Organs").revision()).isEqualTo(2);
        assertThatThrownBy(() -> searches().rename(search, " ")).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void takesNobodyForWhoseAnswerItIsBecauseTheyNamedIt() {
        Reference search = save("kidney", Protection.CONFIDENTIAL);
        open.reopenAs("layla", Set.of(Role.ANALYST, Role.RECORDER));
        searches().rename(search, "Hers");

        SavedSearches.Opened opened = searches().open(search);
        assertThat(opened.revision().author()).isEqualTo("layla");
        assertThat(opened.keptBy()).isNotEqualTo("layla");
        SearchRerun rerun = again(search);
        assertThat(rerun.savedBy()).isEqualTo(opened.keptBy());
        // that there is something more in it is nothing that she had found
        assertThat(rerun.lessVisible()).isFalse();
    }

    @Test
    void givesAFrozenListAnotherNameAndNothingElse() {
        Reference search = save("kidney", Protection.SEALED);
        Reference list = searches().freeze(search, "Hearing", Protection.SEALED).reference();
        SavedSearches.OpenedList before = searches().openList(list);
        searches().rename(list, "Second hearing");

        SavedSearches.OpenedList after = searches().openList(list);
        assertThat(after.list()).isEqualTo(before.list().named("Second hearing"));
        assertThat(after.lines()).isEqualTo(before.lines());
        assertThat(after.frozenAt()).isEqualTo(before.frozenAt());
        SavedList fuller = new SavedList(
                "Third hearing",
                search,
                1,
                before.list().headLine(),
                before.list().head(),
                before.list().analyser(),
                Protection.PUBLIC,
                before.list().lines());
        Session session = open.archive.session();
        assertThatThrownBy(() -> session.store().inTransaction(tx -> session.keep(tx, list, fuller, 2, "REVISED")))
                .isInstanceOf(ArchiveException.RecordSealed.class);
    }

    @Test
    void letsOnlyWhoMaySaveGiveNamesAndOnlyToWhatTheySee() {
        Reference search = save("kidney", Protection.CONFIDENTIAL);
        Reference closely = save("kidney", Protection.SEALED);
        assertThatThrownBy(() -> searches().rename(first, "Paper")).isInstanceOf(ArchiveException.NotFound.class);
        open.reopenAs("layla", Set.of(Role.RECORDER));
        assertThatThrownBy(() -> searches().rename(closely, "Hers")).isInstanceOf(ArchiveException.NotFound.class);
        open.reopen();
        open.reopenAs("noor", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> searches().rename(search, "Noor's")).isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void refusesToKeepASearchWithoutItsResult() {
        SavedSearch saved = searches().open(save("kidney", Protection.SEALED)).search();
        assertThatThrownBy(() -> open.archive.records().keep(saved)).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(Indexer.SEARCHED).doesNotContain(RecordKind.SEARCH, RecordKind.LIST);
    }

    @Test
    void leavesNoNameThatWasSearchedForInClear() throws IOException {
        open.archive.policies().putSearchesInLedger(true);
        Reference search = save("plantedname kidney", Protection.SEALED);
        searches().freeze(search, "plantedname list", Protection.SEALED);
        open.archive.searches().search(SearchRequest.of("plantedname"));
        open.archive.close();

        try (var files = Files.walk(open.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.getFileName().toString())
                        .doesNotContainIgnoringCase("plantedname");
            }
        }
    }
}
