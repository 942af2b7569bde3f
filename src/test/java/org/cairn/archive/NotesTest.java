package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.ArchiveException.RecordSealed;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Glance;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A note stands at its place, is kept as closely as what it is about, and never goes anywhere.
class NotesTest {

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
    void listsWhatIsNotedPlaceByPlaceWithTheWholeFirst() {
        noted(Optional.of(new Pinpoint.OfParagraph(item, 7)), "later");
        noted(Optional.of(new Pinpoint.OfParagraph(item, 2)), "earlier");
        noted(Optional.empty(), "all of it");
        assertThat(texts()).containsExactly("all of it", "earlier", "later");
        assertThat(glance().notes()).isEqualTo(3);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void keepsEveryWordingAndWithdrawsRatherThanTakesAway() {
        Reference note = noted(Optional.empty(), "forged?");
        open.archive.notes().revise(note, new Note(item, Optional.empty(), "copied?", Protection.RESTRICTED), 1);
        open.archive.notes().withdraw(note, "it is the original");
        assertThat(open.archive.records().history(note))
                .extracting(revision -> Notes.note(revision).text())
                .containsExactly("forged?", "copied?", "copied?");
        assertThat(Notes.note(open.archive.notes().of(item).getFirst()).withdrawn())
                .contains("it is the original");
        assertThat(glance().notes()).isZero();
        assertThat(found("copied")).isEmpty();
        assertThatThrownBy(() -> open.archive.notes().withdraw(note, "again")).isInstanceOf(RecordSealed.class);
    }

    @Test
    void isFoundByItsWordsAndByItsKind() {
        Reference note = noted(Optional.empty(), "The stamp is of another year");
        assertThat(found("stamp")).containsExactly(note);
        assertThat(found("kind:note")).containsExactly(note);
    }

    @Test
    void isKeptNoLessCloselyThanItsSubjectAlsoWhenThatIsKeptMoreClosely() {
        Reference note = open.archive
                .notes()
                .add(new Note(item, Optional.empty(), "quiet stamp", Protection.PUBLIC))
                .reference();
        assertThat(open.archive.records().summary(note).orElseThrow().protection())
                .isEqualTo(Protection.RESTRICTED);
        EvidenceItem before = Evidence.item(open.archive.records().open(item));
        open.archive.evidence().describe(item, Redescribed.kept(before, Protection.SEALED), 1);
        assertThat(open.archive.records().summary(note).orElseThrow().protection())
                .isEqualTo(Protection.SEALED);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
        open.reopenAs("layla", Set.of(Role.RECORDER));
        assertThat(open.archive.records().summary(note)).isEmpty();
        assertThat(found("stamp")).isEmpty();
    }

    @Test
    void followsTheWitnessOfItsSubject() throws IOException {
        Reference witness = open.witness(Protection.RESTRICTED);
        Reference theirs = open.takeOf(witness, OpenArchive.file(temp, "w.txt", "Theirs."));
        Reference note = open.archive
                .notes()
                .add(new Note(theirs, Optional.empty(), "ask them", Protection.PUBLIC))
                .reference();
        open.archive
                .records()
                .revise(
                        witness,
                        new org.cairn.domain.Witness("insider", new LanguageTag("en"), Protection.EX_PARTE, false, ""),
                        1);
        assertThat(open.archive.records().summary(note).orElseThrow().protection())
                .isEqualTo(Protection.EX_PARTE);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void letsOnlyWhoWroteItOrTheOwnerChangeIt() {
        Reference note = noted(Optional.empty(), "mine");
        open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThatThrownBy(() -> open.archive.notes().withdraw(note, "I think not"))
                .isInstanceOf(NotPermitted.class);
        assertThat(open.archive.notes().mayChange(note)).isFalse();
        Reference own = noted(Optional.empty(), "hers");
        open.archive.close();
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
        assertThat(open.archive.notes().mayChange(own)).isTrue();
    }

    @Test
    void refusesAPlaceElsewhereAnotherSubjectAndANoteOnANote() {
        Reference note = noted(Optional.empty(), "here");
        Reference other = new Reference(RecordKind.EVIDENCE, 9);
        assertThatThrownBy(() ->
                        new Note(item, Optional.of(new Pinpoint.OfPage(other, 1)), "elsewhere", Protection.PUBLIC))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Note(note, Optional.empty(), "on a note", Protection.PUBLIC))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        open.archive.notes().add(new Note(other, Optional.empty(), "not there", Protection.PUBLIC)))
                .isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void isInNoBundle() {
        Reference note = noted(Optional.empty(), "for us");
        BundleDraft draft = new BundleDraft(
                "Study",
                "",
                "",
                "peoples-tribunal",
                Protection.RESTRICTED,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                1,
                "",
                List.of(new BundleDraft.Section("A", List.of(new BundleDraft.Exhibit(note, "")))),
                List.of());
        assertThatThrownBy(() -> open.archive.bundles().preflight(draft, Choices.NONE))
                .isInstanceOf(InvalidInput.class);
    }

    private Reference noted(Optional<Pinpoint> place, String text) {
        return open.archive
                .notes()
                .add(new Note(item, place, text, Protection.RESTRICTED))
                .reference();
    }

    private Glance glance() {
        return Objects.requireNonNull(
                open.archive.reviews().glances(List.of(item)).get(item));
    }

    private List<String> texts() {
        return open.archive.notes().of(item).stream()
                .map((Revision revision) -> Notes.note(revision).text())
                .toList();
    }

    private List<Reference> found(String query) {
        return open.archive.searches().search(SearchRequest.of(query)).hits().stream()
                .map(Hit::reference)
                .toList();
    }
}
