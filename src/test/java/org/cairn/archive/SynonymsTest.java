package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.Synonyms.Group;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.SynonymFile;
import org.cairn.domain.SynonymGroup;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words that mean the same are records of the archive: kept, changed, shared and held back as others are.
class SynonymsTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference english;
    private Reference russian;

    @BeforeEach
    void takeThemIn() throws IOException {
        open = new OpenArchive(temp);
        english = take("one.txt", "The clinic paid for a kidney.");
        russian = take("two.txt", "Он продал почку, одна почка осталась.");
        take("three.txt", "Only the hangar.");
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private Reference take(String name, String text) throws IOException {
        return open.archive
                .evidence()
                .take(
                        List.of(Files.writeString(temp.resolve(name), text + "\n")),
                        OpenArchive.terms(Protection.PUBLIC),
                        Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private Synonyms synonyms() {
        return open.archive.synonyms();
    }

    private Reference add(Protection protection, String... words) {
        return synonyms().add(List.of(words), protection).reference();
    }

    private List<Reference> find(String query) {
        return answer(query).hits().stream().map(hit -> hit.reference()).toList();
    }

    private SearchAnswer answer(String query) {
        return open.archive.searches().search(SearchRequest.of(query));
    }

    private static SynonymFile.Read file(String text) {
        return SynonymFile.read(text);
    }

    @Test
    void beginsWithNoneAndFindsByAGroupFromTheMomentItIsKept() {
        assertThat(synonyms().list()).isEmpty();
        assertThat(find("kidney")).containsExactly(english);
        Reference group = add(Protection.PUBLIC, "kidney", "почка");

        assertThat(group).hasToString("G-0001");
        assertThat(find("kidney")).containsExactly(english, russian);
        assertThat(answer("kidney").hits().getLast().snippets().getFirst().alsoAs())
                .contains("почка");
        synonyms().change(group, List.of("kidney", "hangar"), Protection.PUBLIC, 1);
        assertThat(find("kidney")).hasSize(2).doesNotContain(russian);
        synonyms().remove(group);
        assertThat(find("kidney")).containsExactly(english);
        assertThat(synonyms().list()).isEmpty();
    }

    @Test
    void keepsEveryRevisionAndALineOfTheLedgerForEach() {
        Reference group = add(Protection.PUBLIC, "kidney", "почка");
        synonyms().change(group, List.of("kidney", "почка", "肾"), Protection.PUBLIC, 1);
        synonyms().remove(group);

        assertThat(open.archive.records().history(group))
                .extracting(
                        revision -> ((SynonymGroup) revision.record()).words().size())
                .containsExactly(2, 3, 3);
        assertThat(open.archive.custody().events(Optional.of(group), 0, 10))
                .extracting(CustodyEvent::action)
                .containsExactly("KEPT", "REVISED", "REVISED");
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
        assertThat(synonyms().open(group).group().retired()).isTrue();
    }

    @Test
    void isStillThereAfterALock() {
        add(Protection.PUBLIC, "kidney", "почка");
        open.reopen();
        assertThat(find("kidney")).containsExactly(english, russian);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChangedMeanwhile() {
        Reference group = add(Protection.PUBLIC, "kidney", "почка");
        synonyms().change(group, List.of("kidney", "肾"), Protection.PUBLIC, 1);
        assertThatThrownBy(() -> synonyms().change(group, List.of("kidney", "rein"), Protection.PUBLIC, 1))
                .isInstanceOf(ArchiveException.ChangedMeanwhile.class);
        synonyms().remove(group);
        assertThatThrownBy(() -> synonyms().remove(group)).isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void moveNothingForWhoeverMayNotKnowThem() {
        add(Protection.PUBLIC, "clinic", "hangar");
        add(Protection.SEALED, "hangar", "lighthouse");
        Reference hidden = add(Protection.SEALED, "kidney", "почка");
        assertThat(find("kidney")).containsExactly(english, russian);
        assertThat(find("hangar")).hasSize(2);

        open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(synonyms().list())
                .extracting(Group::group)
                .extracting(SynonymGroup::words)
                .containsExactly(List.of("clinic", "hangar"));
        SearchAnswer among = answer("kidney");
        assertThat(find("kidney")).containsExactly(english);
        assertThat(find("почка")).containsExactly(russian);
        assertThat(find("clinic")).hasSize(2);
        assertThatThrownBy(() -> synonyms().remove(hidden)).isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> synonyms().open(hidden)).isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> synonyms().add(List.of("a", "b"), Protection.SEALED))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(synonyms().take(file("kidney, почка"), Protection.PUBLIC)).isEqualTo(new Synonyms.Taken(1, 0, 0));
        synonyms().remove(synonyms().list().getLast().reference());
        assertThat(answer("kidney")).isEqualTo(among);
    }

    @Test
    void answersThatOthersMaySeeGoByWordsThatTheyMayKnow() {
        add(Protection.SEALED, "kidney", "почка");
        Reference shared = save(Protection.PUBLIC);
        Reference own = save(Protection.SEALED);
        int set = open.archive
                .reviewSets()
                .make("Kidneys", SearchRequest.of("kidney"), List.of(), Progress.none())
                .number();
        assertThat(open.archive.savedSearches().open(own).found().count()).isEqualTo(2);

        open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(open.archive.savedSearches().open(shared).found().count()).isEqualTo(1);
        SearchRerun rerun = open.archive.savedSearches().run(shared, Progress.none());
        assertThat(rerun.gone()).isEmpty();
        assertThat(rerun.otherSynonyms()).isFalse();
        assertThat(open.archive.reviewSets().items(set)).containsExactly(english);
    }

    private Reference save(Protection protection) {
        return save("kidney", protection);
    }

    private Reference save(String query, Protection protection) {
        return open.archive
                .savedSearches()
                .save("Kidneys", SearchRequest.of(query), protection, Progress.none())
                .reference();
    }

    @Test
    void aSavedSearchTellsThatOtherWordsMeanTheSameThanThen() {
        Reference search = save(Protection.SEALED);
        Reference alone = save("kidney synonyms:none", Protection.SEALED);
        add(Protection.PUBLIC, "kidney", "почка");
        SearchRerun rerun = open.archive.savedSearches().run(search, Progress.none());

        assertThat(rerun.otherSynonyms()).isTrue();
        assertThat(rerun.fresh()).containsExactly(new SearchRerun.Fresh(russian, SearchRerun.Since.OTHERWISE));
        open.archive.savedSearches().keep(rerun);
        assertThat(open.archive.savedSearches().run(search, Progress.none()).otherSynonyms())
                .isFalse();
        SearchRerun same = open.archive.savedSearches().run(alone, Progress.none());
        assertThat(same.otherSynonyms()).isFalse();
        assertThat(same.fresh()).isEmpty();
    }

    @Test
    void letsNobodyChangeThemWhoOnlyReads() {
        open.reopenAs("karim", Set.of(Role.IDENTITY_CUSTODIAN));
        assertThat(synonyms().mayChange()).isFalse();
        assertThatThrownBy(() -> add(Protection.PUBLIC, "kidney", "почка"))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> synonyms().take(file("kidney, почка"), Protection.PUBLIC))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void takesAFileOnceAndWidensAGroupThatALineHoldsWhole() {
        assertThat(synonyms().take(file("kidney, почка\nliver, печень\n"), Protection.PUBLIC))
                .isEqualTo(new Synonyms.Taken(2, 0, 0));
        assertThat(synonyms().take(file("почка, kidney, 肾\nliver, печень\n"), Protection.PUBLIC))
                .isEqualTo(new Synonyms.Taken(0, 1, 1));
        assertThat(synonyms().list())
                .extracting(group -> group.group().title())
                .containsExactly("почка, kidney, 肾", "liver, печень");
    }

    @Test
    void takesNothingOfAFileOfWhichALineCannotBeRead() {
        assertThatThrownBy(() -> synonyms().take(file("kidney, почка\nalone\n"), Protection.PUBLIC))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        e -> assertThat(e.arguments().getLast()).isEqualTo("fewWords"));
        assertThat(synonyms().list()).isEmpty();
    }

    @Test
    void writesAFileThatIsReadAsTheSameAndTellsTheLedgerNoWord() {
        synonyms().take(file(Synonyms.starter()), Protection.PUBLIC);
        List<List<String>> before =
                synonyms().list().stream().map(group -> group.group().words()).toList();
        String written = synonyms().export();
        assertThat(file(written).groups()).isEqualTo(before).hasSize(12);
        CustodyEvent line =
                open.archive.custody().events(Optional.empty(), 0, 1_000).getLast();
        assertThat(line.action()).isEqualTo("EXPORTED");
        assertThat(line.details()).containsOnlyKeys("purpose");
        assertThat(synonyms().take(file(written), Protection.PUBLIC)).isEqualTo(new Synonyms.Taken(0, 0, 12));
    }

    @Test
    void cannotBeKeptAsARecordWithoutItsRules() {
        assertThatThrownBy(() -> open.archive.records().keep(new SynonymGroup(List.of("a", "b"), Protection.PUBLIC)))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(Indexer.SEARCHED).doesNotContain(org.cairn.domain.RecordKind.SYNONYMS);
    }

    @Test
    void wordsThatAreKeptLessCloselyLeaveThoseBeforeAsTheyWere() {
        Reference closely = add(Protection.SEALED, "the gardener", "Dr Wei");
        Reference open = synonyms()
                .change(closely, List.of("the gardener", "grower"), Protection.PUBLIC, 1)
                .reference();

        assertThat(open).isNotEqualTo(closely);
        assertThat(synonyms().list()).extracting(Group::reference).containsExactly(open);
        this.open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(this.open.archive.records().history(open)).hasSize(1);
        assertThatThrownBy(() -> this.open.archive.records().history(closely)).isInstanceOf(ArchiveException.class);
    }

    @Test
    void theHashOfAStatementTellsNobodyWhichWordsThereAre() {
        add(Protection.PUBLIC, "clinic", "hangar");
        add(Protection.SEALED, "the gardener", "Dr Wei");
        Optional<Fingerprint> before = hash();

        Reference third = add(Protection.SEALED, "surgeon", "the baker");
        assertThat(hash()).isPresent().isNotEqualTo(before);
        synonyms().remove(third);
        assertThat(hash()).isEqualTo(before);
        assertThat(before.orElseThrow())
                .isNotEqualTo(Fingerprint.of(
                        "clinic, hangar\nthe gardener, Dr Wei\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private Optional<Fingerprint> hash() {
        return open.archive
                .searchStatements()
                .state(SearchRequest.of("kidney"), Optional.empty(), Progress.none())
                .synonyms();
    }

    @Test
    void takesALineForTheSameHoweverItIsWritten() {
        add(Protection.PUBLIC, "kidney", "rein");
        assertThat(synonyms().take(file("Kidney, REIN"), Protection.PUBLIC)).isEqualTo(new Synonyms.Taken(0, 0, 1));
        assertThat(synonyms().take(file("Kidney, rein, 肾"), Protection.PUBLIC)).isEqualTo(new Synonyms.Taken(0, 1, 0));
        assertThat(synonyms().list()).hasSize(1);
    }
}
