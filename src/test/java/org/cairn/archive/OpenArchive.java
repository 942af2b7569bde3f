package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.Identity;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.intake.Limits;
import org.cairn.intake.Workers;
import org.cairn.progress.Progress;

/// A real archive in a temporary folder, and short ways to put things into it.
public final class OpenArchive implements AutoCloseable {

    public static final String USER = "amina";
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    /// Starting a worker costs more than all it reads for a test.
    private static final Workers WORKERS = new Workers(Limits.DEFAULT);

    private static final String PASSPHRASE = "a long sentence nobody guesses";

    public final Path folder;
    public final Environment environment;
    public Archive archive;

    public OpenArchive(Path parent) {
        this(parent, Optional.of(WORKERS));
    }

    private OpenArchive(Path parent, Optional<Workers> workers) {
        this.folder = parent.resolve("study.cairn");
        // the cheapest stretch that the format allows: the tests are about everything else
        this.environment = new Environment(
                Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom(), new Argon2Cost(64, 1, 1), workers);
        this.archive = Archives.create(folder, "Study", USER, passphrase(), environment);
    }

    /// An archive that starts readers of its own, as the program does.
    public static OpenArchive withReadersOfItsOwn(Path parent) {
        return new OpenArchive(parent, Optional.empty());
    }

    public static char[] passphrase() {
        return PASSPHRASE.toCharArray();
    }

    public Archive reopen() {
        archive.close();
        archive = Archives.open(folder, USER, passphrase(), environment);
        return archive;
    }

    /// Lets somebody in and unlocks the archive as them.
    public Archive reopenAs(String name, Set<org.cairn.domain.Role> roles) {
        archive.users().add(name, roles, passphrase());
        archive.close();
        archive = Archives.open(folder, name, passphrase(), environment);
        return archive;
    }

    public Reference witness() {
        return witness(Protection.RESTRICTED);
    }

    public Reference witness(Protection protection) {
        Witness witness = new Witness("victim-survivor", new LanguageTag("en"), protection, false, "");
        return archive.witnesses().keep(witness, Optional.empty()).reference();
    }

    public Reference witnessCalled(String name) {
        Witness witness = new Witness("victim-survivor", new LanguageTag("en"), Protection.RESTRICTED, false, "");
        Identity identity = new Identity(name, List.of(), Optional.empty(), "", List.of(), "");
        return archive.witnesses().keep(witness, Optional.of(identity)).reference();
    }

    public Reference decided(Reference witness, String scope, ConsentDecision decision, String... conditions) {
        return archive.witnesses()
                .decide(consent(witness, scope, decision, conditions))
                .reference();
    }

    /// Lets a witness allow that notes are taken and kept: without it nothing of theirs can be sealed.
    public void mayBeKept(Reference witness) {
        decided(witness, "REC_NOTES", ConsentDecision.GRANTED);
        decided(witness, "STORE", ConsentDecision.GRANTED);
    }

    /// A decision on one statement only.
    public Reference decidedOn(Reference witness, Reference statement, String scope, ConsentDecision decision) {
        return decided(consent(witness, scope, decision), Optional.of(statement), Optional.empty());
    }

    /// A decision for one recipient only.
    public Reference decidedFor(String recipient, Reference witness, String scope, ConsentDecision decision) {
        return decided(consent(witness, scope, decision), Optional.empty(), Optional.of(recipient));
    }

    private Reference decided(Consent all, Optional<Reference> statement, Optional<String> recipient) {
        return archive.witnesses()
                .decide(new Consent(
                        all.witness(),
                        statement,
                        all.scope(),
                        all.decision(),
                        recipient,
                        all.conditions(),
                        all.validFrom(),
                        all.expires(),
                        all.language(),
                        all.explainedBy(),
                        all.interpreter(),
                        all.capacityNote(),
                        all.mode(),
                        all.proof()))
                .reference();
    }

    public static Consent consent(Reference witness, String scope, ConsentDecision decision, String... conditions) {
        return new Consent(
                witness,
                Optional.empty(),
                scope,
                decision,
                Optional.empty(),
                List.of(conditions),
                Optional.empty(),
                Optional.empty(),
                new LanguageTag("en"),
                "interviewer 1",
                Optional.empty(),
                "",
                ConsentMode.SIGNED,
                Optional.empty());
    }

    public static Testimony testimony(Reference witness, String... paragraphs) {
        return new Testimony(
                witness,
                "What was promised",
                InterviewKind.FULL_STATEMENT,
                new LanguageTag("en"),
                Interview.blank(),
                java.util.Arrays.stream(paragraphs).map(Paragraph::of).toList(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Protection.RESTRICTED,
                false,
                Optional.empty());
    }

    /// A sealed statement of a witness who allowed it to be stored and submitted.
    public Reference sealedStatement(String... paragraphs) {
        Reference witness = witness();
        mayBeKept(witness);
        decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        Kept kept = archive.testimonies().keep(testimony(witness, paragraphs));
        return archive.testimonies().seal(kept.reference(), kept.revision()).reference();
    }

    public IntakeReport take(Path... files) {
        return archive.evidence().take(List.of(files), terms(Protection.RESTRICTED), Progress.none());
    }

    /// Takes in a file that belongs to a witness.
    public Reference takeOf(Reference witness, Path file) {
        IntakeTerms terms = new IntakeTerms(
                "the registry",
                "HANDED_OVER",
                USER,
                Optional.empty(),
                Protection.RESTRICTED,
                Optional.of(witness),
                Set.of(),
                false);
        return archive.evidence()
                .take(List.of(file), terms, Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    public static IntakeTerms terms(Protection protection) {
        return new IntakeTerms(
                "the registry", "HANDED_OVER", USER, Optional.empty(), protection, Optional.empty(), Set.of(), false);
    }

    public static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Override
    public void close() {
        archive.close();
    }
}
