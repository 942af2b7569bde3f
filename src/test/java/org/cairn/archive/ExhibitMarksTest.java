package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ExhibitMark;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.store.RecordJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a witness was shown is marked with their pseudonym and a number that runs on.
class ExhibitMarksTest {

    @TempDir
    private Path temp;

    private OpenArchive open;
    private Reference witness;
    private Reference map;
    private Reference paper;

    @BeforeEach
    void takeTwoThingsIn() throws IOException {
        open = new OpenArchive(temp);
        witness = open.witness();
        map = taken("map.txt");
        paper = taken("paper.txt");
    }

    private Reference taken(String name) throws IOException {
        return open.take(OpenArchive.file(temp, name, name))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void runsOnAcrossTheStatementsOfAWitnessAndKeepsTheMarkOfWhatIsShownAgain() {
        open.archive.testimonies().keep(showing(witness, paper));
        Testimony second = kept(showing(witness, map, paper));
        assertThat(second.mark(map)).contains("W-0001/2");
        assertThat(second.mark(paper)).contains("W-0001/1");
        assertThat(kept(showing(open.witness(), map)).mark(map)).contains("W-0002/1");
    }

    @Test
    void countsWhatIsShownInAStatementThatIsStillBeingTaken() {
        Testimony elsewhere = showing(witness, map).marking(List.of(new ExhibitMark(map, 1)));
        open.archive.drafts().save("testimony/T-0009/1", Drafts.write(elsewhere));
        assertThat(open.archive.testimonies().marks(showing(witness, paper), Optional.empty()))
                .containsExactly(new ExhibitMark(paper, 2));
    }

    @Test
    void takesNoNumberFromItsOwnDraft() {
        Testimony mistyped = showing(witness, map).marking(List.of(new ExhibitMark(map, 1)));
        open.archive.drafts().save("testimony/W-0001/new", Drafts.write(mistyped));
        assertThat(open.archive.testimonies().marks(showing(witness, paper), Optional.empty()))
                .containsExactly(new ExhibitMark(paper, 1));
    }

    @Test
    void marksNothingThatIsNotThere() {
        Testimony statement = showing(witness, Reference.parse("E-0099"));
        assertThat(open.archive.testimonies().marks(statement, Optional.empty()))
                .isEmpty();
    }

    @Test
    void refusesAMarkThatSomethingElseHasAlready() {
        open.archive.testimonies().keep(showing(witness, paper));
        Testimony same = showing(witness, map).marking(List.of(new ExhibitMark(map, 1)));
        assertThatThrownBy(() -> open.archive.testimonies().keep(same))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void leavesStatementsWithoutMarksAsTheyWere() {
        Testimony before = OpenArchive.testimony(witness, "Nothing was shown.");
        assertThat(RecordJson.canonical(before)).doesNotContain("marks", "account", "readOut");
        assertThat(kept(before)).isEqualTo(before);
    }

    @Test
    void isPrintedWithTheStatement() throws IOException {
        Testimony statement = kept(showing(witness, paper));
        byte[] pdf = open.archive.testimonies().preview(statement, witness, java.util.Locale.ENGLISH);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Exhibits: W-0001/1")
                    .contains("marked “W-0001/1” (" + paper + ")");
        }
    }

    private Testimony kept(Testimony statement) {
        Kept kept = open.archive.testimonies().keep(statement);
        return (Testimony) open.archive.records().open(kept.reference()).record();
    }

    private static Testimony showing(Reference witness, Reference... exhibits) {
        Paragraph paragraph =
                new Paragraph("I know this.", Optional.empty(), Optional.empty(), List.of(exhibits), Optional.empty());
        return new Testimony(
                witness,
                "Shown",
                InterviewKind.FULL_STATEMENT,
                new LanguageTag("en"),
                Interview.blank(),
                List.of(paragraph),
                Optional.empty(),
                java.util.Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Protection.RESTRICTED,
                false,
                Optional.empty());
    }
}
