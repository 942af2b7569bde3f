package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestimoniesTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void neverChangesASealedStatement() {
        Reference sealed = open.sealedStatement("They said it would grow back.");
        Testimony changed = OpenArchive.testimony(Reference.parse("W-0001"), "Something else.");
        assertThatThrownBy(() -> open.archive.testimonies().revise(sealed, changed, 2))
                .isInstanceOf(ArchiveException.RecordSealed.class);
        assertThatThrownBy(() -> open.archive.records().revise(sealed, changed, 2))
                .isInstanceOf(ArchiveException.RecordSealed.class);
    }

    @Test
    void followsASealedStatementWithACorrection() {
        Reference sealed = open.sealedStatement("It was in May.");
        Testimony first = (Testimony) open.archive.records().open(sealed).record();
        Testimony correction = new Testimony(
                first.witness(),
                "Correction",
                org.cairn.domain.InterviewKind.CORRECTION,
                first.language(),
                first.interview(),
                List.of(org.cairn.domain.Paragraph.of("It was in June.")),
                Optional.empty(),
                java.util.Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                first.protection(),
                false,
                Optional.of(sealed));
        Reference kept = open.archive.testimonies().keep(correction).reference();
        assertThat(((Testimony) open.archive.records().open(kept).record()).follows())
                .contains(sealed);
    }

    @Test
    void refusesToSealWhatTheWitnessHasNotAllowedToBeStored() {
        Reference witness = open.witness();
        Kept kept = open.archive.testimonies().keep(OpenArchive.testimony(witness, "Words."));
        assertThatThrownBy(() -> open.archive.testimonies().seal(kept.reference(), kept.revision()))
                .isInstanceOf(ArchiveException.NotReady.class)
                .extracting(e -> ((ArchiveException) e).arguments())
                .isEqualTo(List.of(2, "consentStore, consentRecorded"));
    }

    @Test
    void refusesToSealWhatTheWitnessAllowedToBeStoredButNotToBeWrittenDown() {
        Reference witness = open.witness();
        open.decided(witness, "STORE", ConsentDecision.GRANTED);
        Kept kept = open.archive.testimonies().keep(OpenArchive.testimony(witness, "Words."));
        assertThatThrownBy(() -> open.archive.testimonies().seal(kept.reference(), kept.revision()))
                .isInstanceOf(ArchiveException.NotReady.class)
                .extracting(e -> ((ArchiveException) e).arguments())
                .isEqualTo(List.of(1, "consentRecorded"));
        open.decided(witness, "REC_AUDIO", ConsentDecision.GRANTED);
        assertThat(open.archive
                        .testimonies()
                        .seal(kept.reference(), kept.revision())
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void refusesToSealTheOneStatementThatMayNoLongerBeStored() {
        Reference witness = open.witness();
        open.mayBeKept(witness);
        Kept withdrawn = open.archive.testimonies().keep(OpenArchive.testimony(witness, "Not this."));
        Kept other = open.archive.testimonies().keep(OpenArchive.testimony(witness, "But this."));
        open.decidedOn(witness, withdrawn.reference(), "STORE", ConsentDecision.WITHDRAWN);
        assertThatThrownBy(() -> open.archive.testimonies().seal(withdrawn.reference(), withdrawn.revision()))
                .isInstanceOf(ArchiveException.NotReady.class);
        assertThat(open.archive
                        .testimonies()
                        .seal(other.reference(), other.revision())
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void sealsTheOneStatementThatMayBeStoredAndNoOther() {
        Reference witness = open.witness();
        open.decided(witness, "REC_NOTES", ConsentDecision.GRANTED);
        Kept allowed = open.archive.testimonies().keep(OpenArchive.testimony(witness, "Keep this."));
        Kept other = open.archive.testimonies().keep(OpenArchive.testimony(witness, "Not this."));
        open.decidedOn(witness, allowed.reference(), "STORE", ConsentDecision.GRANTED);
        assertThat(open.archive
                        .testimonies()
                        .seal(allowed.reference(), allowed.revision())
                        .revision())
                .isEqualTo(2);
        assertThatThrownBy(() -> open.archive.testimonies().seal(other.reference(), other.revision()))
                .isInstanceOf(ArchiveException.NotReady.class);
    }

    @Test
    void refusesToSealAStatementWithoutWords() {
        Reference witness = open.witness();
        open.mayBeKept(witness);
        Kept kept = open.archive.testimonies().keep(OpenArchive.testimony(witness, "  "));
        assertThatThrownBy(() -> open.archive.testimonies().seal(kept.reference(), kept.revision()))
                .isInstanceOf(ArchiveException.NotReady.class);
    }

    @Test
    void sealsAnIncompleteStatementButWritesDownWhatIsMissing() {
        Reference sealed = open.sealedStatement("He had to leave before it was read back.");
        assertThat(open.archive.custody().events(Optional.of(sealed), 0, 100))
                .filteredOn(event -> event.action().equals("SEALED_INCOMPLETE"))
                .singleElement()
                .satisfies(event -> assertThat(event.details().get("missing")).contains("readBack", "signature"));
    }

    @Test
    void tellsTwoWritersApart() {
        Reference witness = open.witness();
        Kept kept = open.archive.testimonies().keep(OpenArchive.testimony(witness, "One."));
        open.archive.testimonies().revise(kept.reference(), OpenArchive.testimony(witness, "Two."), kept.revision());
        assertThatThrownBy(() -> open.archive
                        .testimonies()
                        .revise(kept.reference(), OpenArchive.testimony(witness, "Three."), kept.revision()))
                .isInstanceOf(ArchiveException.ChangedMeanwhile.class);
    }

    @Test
    void refusesAStatementOfNobody() {
        Testimony orphan = OpenArchive.testimony(Reference.parse("W-0404"), "Words.");
        assertThatThrownBy(() -> open.archive.testimonies().keep(orphan)).isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void findsADraftAgain() {
        open.archive.drafts().save("testimony-1", "{\"half\":\"a sentence\"}");
        assertThat(open.reopen().drafts().load("testimony-1").orElseThrow().json())
                .contains("half");
        open.archive.drafts().discard("testimony-1");
        assertThat(open.archive.drafts().list()).isEmpty();
    }
}
