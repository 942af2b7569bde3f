package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.search.CourtUse;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a search says of whether something that is found may be used.
class CourtUseTest {

    private static final String COURT = "SUBMIT_TRIBUNAL";

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;

    @BeforeEach
    void takeAStatement() {
        open = new OpenArchive(temp);
        witness = open.witness();
        open.mayBeKept(witness);
        open.archive.testimonies().keep(OpenArchive.testimony(witness, "They spoke of a lantern."));
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void saysThatNobodyAsked() {
        assertThat(found()).contains(CourtUse.NOT_ASKED);
    }

    @Test
    void saysWhatTheWitnessDecidedLast() {
        open.decided(witness, COURT, ConsentDecision.GRANTED);
        assertThat(found()).contains(CourtUse.ALLOWED);

        open.decided(witness, COURT, ConsentDecision.CONDITIONAL, "VOICE_ALTERED");
        assertThat(found()).contains(CourtUse.CONDITIONAL);

        open.decided(witness, COURT, ConsentDecision.WITHDRAWN);
        assertThat(found()).contains(CourtUse.WITHDRAWN);
    }

    @Test
    void saysThatAPermissionHasRunOut() {
        LocalDate today = LocalDate.ofInstant(OpenArchive.NOON, ZoneOffset.UTC);
        Consent all = OpenArchive.consent(witness, COURT, ConsentDecision.GRANTED);
        open.archive
                .witnesses()
                .decide(new Consent(
                        witness,
                        Optional.empty(),
                        COURT,
                        ConsentDecision.GRANTED,
                        Optional.empty(),
                        all.conditions(),
                        Optional.of(today.minusDays(20)),
                        Optional.of(today.minusDays(10)),
                        all.language(),
                        all.explainedBy(),
                        all.interpreter(),
                        all.capacityNote(),
                        all.mode(),
                        all.proof()));

        assertThat(found()).contains(CourtUse.EXPIRED);
    }

    @Test
    void saysNothingOfWhatBelongsToNoWitness() throws Exception {
        Path letter = temp.resolve("letter.txt");
        Files.writeString(letter, "An orchard behind the clinic.");
        open.take(letter);

        assertThat(hit("orchard").court()).isEmpty();
    }

    private Optional<CourtUse> found() {
        return hit("lantern").court();
    }

    private Hit hit(String words) {
        return open.archive.searches().search(SearchRequest.of(words)).hits().getFirst();
    }
}
