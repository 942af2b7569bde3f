package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cairn.bundle.sign.TestAuthority;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing, asking for the time and filing what was checked, as somebody types it.
@SuppressWarnings("NullAway.Init") // made before each test
class SignedBundleCommandsTest {

    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    Path temp;

    private CommandLineProcess cairn;
    private Path pdf;
    private String manifest;

    @BeforeEach
    void serve() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path paper = Files.writeString(temp.resolve("paper.txt"), "The lantern went out.");
        cairn.unlocked("import", paper.toString(), "--source", "the registry");
    }

    private Ran bundle(String... more) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("bundle", "--query", "lantern", "--title", "Lantern"));
        all.addAll(List.of("--out", temp.resolve("out").toString(), "--json"));
        all.addAll(List.of(more));
        Ran ran = cairn.unlocked(all.toArray(String[]::new));
        if (ran.exit() == 0) {
            pdf = Path.of(ran.json().get("pdf").asText());
            manifest = ran.json().get("manifest").asText();
        }
        return ran;
    }

    private Ran check(String... more) throws Exception {
        List<String> all = new java.util.ArrayList<>(
                List.of("check-bundle", pdf.toString(), "--manifest", manifest, "--lang", "en"));
        all.addAll(List.of(more));
        return cairn.run(all);
    }

    @Test
    void signsWithTheKeyOfTheArchiveWhoseCertificateAnybodyCanCompare() throws Exception {
        Path file = temp.resolve("archive.crt");
        Ran certificate = cairn.unlocked("signing-certificate", "--out", file.toString(), "--json");
        Ran again = cairn.unlocked("signing-certificate", "--out", file.toString());
        Ran both = bundle("--sign-archive", "--sign", "key.p12");
        bundle("--sign-archive");
        JsonNode checked = check("--json").json();

        assertThat(certificate.exit()).as(certificate.err()).isZero();
        assertThat(file).content().startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(both.exit()).isEqualTo(2);
        assertThat(checked.at("/signatures/0/certificate").asText())
                .isEqualTo(certificate.json().get("sha256").asText());
        assertThat(checked.at("/signatures/0/sound").asBoolean()).isTrue();
        assertThat(checked.at("/signatures/0/wholeFile").asBoolean()).isTrue();
        assertThat(checked.at("/signatures/0/selfIssued").asBoolean()).isTrue();
        assertThat(checked.get("met")).isEqualTo(checked.get("of"));
    }

    @Test
    void asksForTheTimeAndTakesItWithoutAnArchive() throws Exception {
        bundle("--sign-archive");
        Path request = temp.resolve("lantern.tsq");
        Path reply = temp.resolve("lantern.tsr");
        Ran asked = cairn.run(List.of("time-request", pdf.toString(), "--out", request.toString(), "--json"));
        Files.write(reply, AUTHORITY.reply(Files.readAllBytes(request), LATER));
        List<String> attach = List.of(
                "time-attach", pdf.toString(), "--request", request.toString(), "--reply", reply.toString(), "--json");
        Ran attached = cairn.run(attach);
        Ran noted = cairn.unlocked(attach.toArray(String[]::new));

        assertThat(asked.json().get("of").asText()).isEqualTo("SIGNATURE");
        assertThat(attached.exit()).as(attached.err()).isZero();
        assertThat(attached.json().get("inLedger").asBoolean()).isFalse();
        assertThat(noted.json().get("inLedger").asBoolean()).isTrue();
        assertThat(cairn.unlocked("custody").out()).contains("time of a bundle attested", "CN=Test Time");
        Ran checked = check();
        assertThat(checked.exit()).isZero();
        assertThat(checked.out()).contains("time attested: " + LATER, "CN=Test Time");
    }

    @Test
    void saysClearlyWhyAReplyIsNotTaken() throws Exception {
        bundle("--sign-archive");
        Path request = temp.resolve("lantern.tsq");
        cairn.run(List.of("time-request", pdf.toString(), "--out", request.toString()));
        Path refusal = Files.write(temp.resolve("no.tsr"), TestAuthority.refusal());
        Ran refused = cairn.run(List.of(
                "time-attach",
                pdf.toString(),
                "--request",
                request.toString(),
                "--reply",
                refusal.toString(),
                "--lang",
                "en"));

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("the reply (the time authority refused the request)");
        assertThat(check().exit()).isZero();
    }

    @Test
    void saysWhichVersionOfABundleMayNotBeWritten() throws Exception {
        Path draft = Files.writeString(temp.resolve("draft.json"), """
                {"title": "Lantern", "language": "en", "confidentiality": "CONFIDENTIAL",
                 "making": {"versions": [{"kind": "CONFIDENTIAL", "recipient": "The court"}, {"kind": "PUBLIC"}]},
                 "sections": [{"title": "Papers", "exhibits": ["E-0001"]}]}
                """);
        String[] asked = {"bundle", draft.toString(), "--preflight-only"};
        Ran said = cairn.unlocked(asked);
        JsonNode rules = cairn.unlocked("bundle", draft.toString(), "--preflight-only", "--json")
                .json()
                .get("rules");
        Ran refused = cairn.unlocked(
                "bundle", draft.toString(), "--out", temp.resolve("out").toString(), "--json");

        assertThat(said.exit()).as(said.err()).isEqualTo(1);
        assertThat(said.out().lines())
                .anyMatch(line -> line.contains("protection") && line.endsWith("(only in: public)"));
        assertThat(rules)
                .anySatisfy(rule -> assertThat(rule.path("versions").toString()).isEqualTo("[\"public\"]"));
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.json().at("/error/version").asText()).isEqualTo("public");
        assertThat(refused.err()).contains("That is the version: public.");
    }

    @Test
    void filesWhatWasChecked() throws Exception {
        bundle();
        Path text = temp.resolve("check.txt");
        Path paper = temp.resolve("check.pdf");
        Ran filed = check("--report", text.toString());
        check("--report", paper.toString(), "--json");
        Ran again = check("--report", text.toString());
        Files.writeString(pdf, "%", java.nio.file.StandardOpenOption.APPEND);
        Path broken = temp.resolve("broken.txt");
        Ran failed = check("--report", broken.toString());

        assertThat(filed.exit()).as(filed.err()).isZero();
        assertThat(filed.out()).contains("No signature: nobody signed the file.");
        assertThat(text).content().contains(pdf.getFileName().toString(), "All ", "Nobody signed the file.");
        assertThat(Files.readAllBytes(paper)).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(again.exit()).isEqualTo(2);
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(broken).content().contains("[NOT MET]");
    }
}
