package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.HitFormat;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the owner says so, the ledger tells of each search, and of none of its words.
class SearchLogTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void keepAStatement() {
        open = new OpenArchive(temp);
        open.sealedStatement("Amina Yusuf was asked her blood group.");
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private List<CustodyEvent> lines(String action) {
        return open.archive.custody().events(Optional.empty(), 0, 1_000).stream()
                .filter(event -> event.action().equals(action))
                .toList();
    }

    private void search(String query) {
        open.archive.searches().search(SearchRequest.of(query));
    }

    @Test
    void tellsOfNoSearchUntilTheOwnerSaysSo() {
        search("blood");
        assertThat(lines("SEARCHED")).isEmpty();

        open.archive.policies().putSearchesInLedger(true);
        open.archive.policies().putSearchesInLedger(true);
        search("blood");
        assertThat(lines("SEARCHED")).hasSize(1);
        assertThat(lines("POLICY_CHANGED"))
                .singleElement()
                .satisfies(line -> assertThat(line.details()).containsEntry("value", "on"));

        open.archive.policies().putSearchesInLedger(false);
        search("group");
        assertThat(lines("SEARCHED")).hasSize(1);
        assertThat(lines("POLICY_CHANGED")).hasSize(2);
    }

    @Test
    void tellsOfNothingThatNobodyAsked() {
        open.archive.policies().putSearchesInLedger(true);
        assertThat(open.archive.searches().warm()).isTrue();
        assertThat(lines("SEARCHED")).isEmpty();
    }

    @Test
    void letsNobodyButTheOwnerChangeThePolicy() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(open.archive.policies().mayChange()).isFalse();
        assertThatThrownBy(() -> open.archive.policies().putSearchesInLedger(true))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThat(open.archive.policies().searchesInLedger()).isFalse();
    }

    @Test
    void tellsTheLedgerNoWordAndNoNumberAndNotTheSameHashTwice() {
        open.archive.policies().putSearchesInLedger(true);
        search("Yusuf");
        search("blood");
        search("Yusuf");

        assertThat(lines("SEARCHED")).hasSize(3).allSatisfy(line -> {
            assertThat(line.details()).containsOnlyKeys("hash");
            assertThat(line.toString()).doesNotContain("Yusuf");
        });
        assertThat(lines("SEARCHED").stream().map(line -> line.details().get("hash")))
                .doesNotHaveDuplicates();
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void tellsOfWhatIsWrittenOut() {
        open.archive.policies().putSearchesInLedger(true);
        open.archive
                .hitReports()
                .write(
                        SearchRequest.of("blood"),
                        Set.of(HitFormat.CSV),
                        temp.resolve("lists"),
                        Handover.TO_A_TRIBUNAL,
                        Locale.ENGLISH,
                        Progress.none());
        assertThat(lines("SEARCHED")).hasSize(1);
        assertThat(open.archive.searches().asked(0, 10))
                .singleElement()
                .satisfies(asked -> assertThat(asked.queries()).containsExactly("blood"));
    }

    @Test
    void countsPagesOfOneAnswerAndSuggestionsAsNoSearch() {
        open.archive.policies().putSearchesInLedger(true);
        SearchRequest request = SearchRequest.of("blood");
        open.archive.searches().search(request);
        open.archive.searches().search(request.part(20, 20));
        open.archive.searches().search(request.part(0, 5));
        open.archive.searches().suggest("bl", 5);
        open.archive.searches().unseen();
        open.archive.searches().meant("blod");
        open.archive.searches().whileTyping(SearchRequest.of("blo*"));
        assertThat(lines("SEARCHED")).hasSize(1);

        open.archive.searches().search(SearchRequest.of("group").part(20, 20));
        assertThat(lines("SEARCHED")).hasSize(2);
    }

    private void inside(Reference record, String query) {
        open.archive.searches().inside(record, query, Locale.ENGLISH, 10);
    }

    private List<String> told() {
        return open.archive.searches().asked(0, 100).stream()
                .map(asked -> String.join(",", asked.queries())
                        + asked.filter().within().map(record -> " in " + record).orElse(""))
                .toList();
    }

    @Test
    void tellsOfWhatIsAskedInsideOneRecord() {
        Reference other = open.sealedStatement("A zebra in the yard.");
        open.archive.policies().putSearchesInLedger(true);
        inside(other, "zeb*");
        inside(other, "zeb*");
        inside(other, "yard");
        Filter within = new Filter(
                Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Set.of(), Optional.of(other));
        open.archive.searches().search(new SearchRequest("horse", within, SearchRequest.Sort.RELEVANCE, 1, 0, 1));
        open.archive.searches().search(new SearchRequest("", within, SearchRequest.Sort.RELEVANCE, 1, 0, 1));

        assertThat(told()).containsExactly("zeb* in " + other, "yard in " + other, "horse in " + other);
        assertThat(open.archive.searches().asked(0, 10))
                .extracting(AskedSearch::items)
                .containsExactly(Optional.of(1L), Optional.of(1L), Optional.of(0L));
        assertThatThrownBy(() -> inside(other, "(zebra")).isInstanceOf(ArchiveException.QueryNotUnderstood.class);
        assertThat(told()).hasSize(3);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void tellsNothingOfWhereTheWordsStandInWhatWasFound() {
        Reference found = open.sealedStatement("Amina Yusuf came again.");
        open.archive.policies().putSearchesInLedger(true);
        search("Yusuf");
        inside(found, "Yusuf");
        inside(found, "again");
        inside(found, "Yusuf");
        assertThat(told()).containsExactly("Yusuf", "again in " + found);
    }

    @Test
    void tellsOfTheSameWordsInARecordThatTheSearchHadLeftOut() {
        Reference statement = open.sealedStatement("Amina Yusuf came again.");
        open.archive.policies().putSearchesInLedger(true);
        Filter evidence = new Filter(
                Set.of(org.cairn.domain.RecordKind.EVIDENCE),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
        open.archive.searches().search(new SearchRequest("Yusuf", evidence, SearchRequest.Sort.RELEVANCE, 20, 0, 1));
        inside(statement, "Yusuf");
        assertThat(told()).containsExactly("Yusuf", "Yusuf in " + statement);
    }

    @Test
    void tellsOfListsOfTermsSavedSearchesAndStatementsToo() {
        open.archive.policies().putSearchesInLedger(true);
        open.archive.termReports().report(List.of("one", "two"), Filter.NONE, Locale.ENGLISH, Progress.none());
        open.archive
                .savedSearches()
                .save("s", SearchRequest.of("three"), open.archive.user().clearance(), Progress.none());
        open.archive.searchStatements().state(SearchRequest.of("four"), Optional.empty(), Progress.none());

        assertThat(open.archive.searches().asked(0, 10))
                .extracting(AskedSearch::queries)
                .containsExactly(List.of("one", "two"), List.of("three"), List.of("four"));
    }

    @Test
    void showsTheWordsToWhoAskedTheOwnerAndAuditorsAndNumbersOnlyToWhoSeesAsMuch() {
        open.archive.policies().putSearchesInLedger(true);
        search("blood");
        assertThat(open.archive.searches().asked(0, 10)).singleElement().satisfies(one -> {
            assertThat(one.queries()).containsExactly("blood");
            assertThat(one.items()).contains(1L);
        });

        open.reopenAs("layla", Set.of(Role.ANALYST));
        search("Yusuf");
        assertThat(open.archive.searches().asked(0, 10))
                .extracting(AskedSearch::person)
                .containsExactly("layla");

        open.reopen();
        open.reopenAs("noor", Set.of(Role.AUDITOR));
        assertThat(open.archive.searches().asked(0, 10))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.items()).isEmpty());
    }

    @Test
    void readsBackwardsOfOnePersonOnlyForWhoMayReadAll() {
        open.archive.policies().putSearchesInLedger(true);
        search("blood");
        open.reopenAs("layla", Set.of(Role.ANALYST));
        search("Yusuf");
        Searches hers = open.archive.searches();
        assertThat(hers.mayReadAllAsked()).isFalse();
        assertThat(hers.askedBy()).containsExactly("layla");
        String owner = "amina";
        assertThatThrownBy(() -> hers.askedBefore(Long.MAX_VALUE, Optional.of(owner), 10))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> hers.asked(0, Optional.of(owner), 10))
                .isInstanceOf(ArchiveException.NotPermitted.class);

        open.reopen();
        Searches all = open.archive.searches();
        assertThat(all.askedBefore(Long.MAX_VALUE, Optional.empty(), 10))
                .extracting(AskedSearch::queries)
                .containsExactly(List.of("Yusuf"), List.of("blood"));
        long last =
                all.askedBefore(Long.MAX_VALUE, Optional.empty(), 1).getFirst().line();
        assertThat(all.askedBefore(last, Optional.empty(), 10)).hasSize(1);
        assertThat(all.askedBefore(Long.MAX_VALUE, Optional.of("layla"), 10))
                .extracting(AskedSearch::queries)
                .containsExactly(List.of("Yusuf"));
        assertThat(all.askedBy()).hasSize(2).contains("layla");
    }

    @Test
    void noticesWhenWhatWasAskedIsChangedOrTakenAway() throws Exception {
        open.archive.policies().putSearchesInLedger(true);
        search("blood");
        open.archive.session().store().inTransaction(tx -> {
            tx.putAsked(new org.cairn.store.AskedLine(99_999, "amina", "{}"));
            return tx;
        });
        assertThat(open.archive.custody().verify(Progress.none()).findings())
                .extracting(org.cairn.domain.custody.Finding::code)
                .contains("askedDiffers");
    }
}
