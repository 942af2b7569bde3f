package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.search.CourtUse;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// Whatever several witnesses decided, a search says as much as the judge at the door.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void promisesNoMoreThanTheJudgeOfWhatLeaves(long seed) throws Exception {
        Random random = new Random(seed);
        List<Reference> asked = new ArrayList<>(List.of(witness));
        Reference item = open.takeOf(witness, OpenArchive.file(temp, "a.txt", "A harbour at dawn."));
        for (int i = random.nextInt(3); i > 0; i--) {
            Reference another = open.witness();
            asked.add(another);
            EvidenceItem now = (EvidenceItem) open.archive.records().open(item).record();
            open.archive.evidence().describe(item, Redescribed.belonging(now, another), asked.size() - 1);
        }
        for (int i = 0; i < 6; i++) {
            Reference who = asked.get(random.nextInt(asked.size()));
            ConsentDecision decision = ConsentDecision.values()[random.nextInt(ConsentDecision.values().length)];
            open.decided(who, random.nextInt(4) == 0 ? "STORE" : COURT, decision);
            CourtUse said = open.archive.searches().courtUse(item).orElseThrow();
            assertThat(said == CourtUse.ALLOWED || said == CourtUse.CONDITIONAL).isEqualTo(leaves(item, true));
            assertThat(said == CourtUse.ALLOWED).isEqualTo(leaves(item, false));
        }
    }

    private boolean leaves(Reference item, boolean conditionsMet) throws Exception {
        try {
            Path folder = Files.createTempDirectory(temp, "out");
            open.archive.evidence().export(item, folder, new Handover(COURT, Optional.empty(), conditionsMet));
            return true;
        } catch (ArchiveException.ConsentMissing e) {
            return false;
        }
    }

    @Test
    void saysThatKeepingWasTakenBack() {
        open.decided(witness, COURT, ConsentDecision.GRANTED);
        open.decided(witness, "STORE", ConsentDecision.WITHDRAWN);
        assertThat(found()).contains(CourtUse.WITHDRAWN);
    }

    private Optional<CourtUse> found() {
        return hit("lantern").court();
    }

    private Hit hit(String words) {
        return open.archive.searches().search(SearchRequest.of(words)).hits().getFirst();
    }
}
