package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cairn.bundle.insert.MadeBundle;
import org.cairn.bundle.sign.ArchiveKey;
import org.cairn.bundle.sign.FinishedBundle;
import org.cairn.bundle.sign.ForeignTime;
import org.cairn.bundle.sign.SignedBy;
import org.cairn.bundle.sign.SignedFile;
import org.cairn.bundle.sign.Signer;
import org.cairn.bundle.sign.SigningException;
import org.cairn.bundle.sign.TestAuthority;
import org.cairn.bundle.sign.TimeRequest;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the check of a finished bundle says of its signatures.
class SignatureRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");

    @TempDir
    Path folder;

    private Path plain;
    private Path signed;

    @BeforeEach
    void sign() throws IOException, SigningException {
        plain = folder.resolve("plain.pdf");
        signed = folder.resolve("signed.pdf");
        MadeBundle.write(plain, 1, document -> {});
        byte[] secret = new byte[ArchiveKey.SECRET];
        Arrays.fill(secret, (byte) 7);
        Signer signer = ArchiveKey.signer(secret, "Archive 7f3a", TestAuthority.FROM, TestAuthority.UNTIL);
        FinishedBundle.sign(plain, signed, new SignedBy(signer, NOON), "Signature");
    }

    private static List<RuleResult> of(Path pdf) {
        return BundleChecker.check(pdf, Optional.empty()).stream()
                .filter(result -> result.rule().equals("SIGNATURE"))
                .toList();
    }

    private static List<String> codes(Outcome outcome, Path pdf) {
        return of(pdf).stream()
                .filter(result -> result.outcome() == outcome)
                .map(RuleResult::code)
                .toList();
    }

    @Test
    void saysThatASignatureHoldsAndCoversTheWholeFile() {
        CheckedBundle checked = BundleChecker.readBack(signed, Optional.empty());

        assertThat(codes(Outcome.MET, signed)).containsExactly("check.signature.met", "check.signatureWhole.met");
        assertThat(checked.broken()).isZero();
        assertThat(checked.signatures()).singleElement().satisfies(said -> {
            assertThat(said.subject()).contains("Archive 7f3a");
            assertThat(said.claimed()).contains(NOON);
        });
        assertThat(of(signed).getFirst().arguments())
                .contains(checked.signatures().getFirst().certificate().hex());
    }

    @Test
    void findsNothingWrongWhereNobodySigned() {
        CheckedBundle checked = BundleChecker.readBack(plain, Optional.empty());

        assertThat(of(plain)).isEmpty();
        assertThat(checked.broken()).isZero();
        assertThat(checked.signatures()).isEmpty();
    }

    @Test
    void breaksTheRuleWhereTheFileIsNotWhatWasSigned() throws IOException {
        try (FileChannel file = FileChannel.open(signed, StandardOpenOption.WRITE)) {
            // in the remark of four bytes that stands after the first line
            file.write(java.nio.ByteBuffer.wrap(new byte[] {(byte) 0xC1}), 11);
        }

        assertThat(codes(Outcome.BROKEN, signed)).containsExactly("check.signature.broken");
    }

    @Test
    void breaksTheRuleWhereSomethingWasAddedBehindASignature() throws IOException {
        Files.writeString(signed, "\n% added later", StandardOpenOption.APPEND);

        assertThat(codes(Outcome.BROKEN, signed)).containsExactly("check.signatureWhole.broken");
    }

    @Test
    void saysWhoAttestsTheTime() throws Exception {
        SignedFile file = new SignedFile(signed);
        TimeRequest request = file.request(new Random(7));
        file.attach(request, new TestAuthority().reply(request.encoded(), LATER));

        assertThat(of(signed).getLast().code()).isEqualTo("check.signatureTime.met");
        assertThat(of(signed).getLast().arguments()).containsExactly("1", LATER.toString(), "CN=Test Time");
    }

    @Test
    void breaksTheRuleWhereTheAttestedTimeIsThatOfSomethingElse() throws Exception {
        ForeignTime.put(signed, LATER);

        assertThat(codes(Outcome.BROKEN, signed)).containsExactly("check.signatureTime.broken");
    }

    @Test
    void hasASentenceForEachInEveryLanguage() {
        for (Locale locale : Messages.LANGUAGES) {
            Messages words = Messages.of("bundle", locale);
            for (String rule : List.of("signature", "signatureWhole", "signatureTime")) {
                assertThat(words.has("check." + rule + ".met")).isTrue();
                assertThat(words.has("check." + rule + ".broken")).isTrue();
            }
        }
    }
}
