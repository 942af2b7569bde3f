package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.sign.ArchiveKey;
import org.cairn.bundle.sign.SignedBy;
import org.cairn.bundle.sign.SignedFile;
import org.cairn.bundle.sign.Signer;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is set here is fit for archives and can be read aloud; veraPDF says so.
class ConformanceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | en | They took me there at night; “nobody” explained 为什么 or لماذا.
            en | ar | أُخِذْتُ إلى العِيادة ليلا ولم يخبرني أحد بالسبب، في ٢٠١٧ وفي 2018. قال لي Dr. Brown: «لا إله إلا الله».
            ar | ug | مېنى كېچىدە دوختۇرخانىغا ئېلىپ باردى، ھېچكىم سەۋەبىنى ئېيتمىدى.
            zh | zh | 夜里我被带到诊所，没有人告诉我原因。2014年，他们抽了三次血（ABO型）。
            ru | ru | Меня привезли в клинику ночью, и никто ничего не объяснил.
            fr | bo | མཚན་མོར་ང་སྨན་ཁང་ལ་ཁྲིད། བསྒྲུབས་པ་དང་རྒྱུ་མཚན་གང་ཡང་མ་བཤད།
            es | he | לקחו אותי למרפאה בלילה. בְּרֵאשִׁית 2014
            en | hi | मुझे रात में क्लिनिक ले जाया गया; द्धि, क्ष, श्री।
            en | my | ညမှာ ကျွန်တော့်ကို ဆေးခန်းခေါ်သွားပြီး ဘယ်သူမှ
            en | am | በሌሊት ወደ ክሊኒኩ ወሰዱኝ፤ ማንም ምክንያቱን አልነገረኝም።
            en | th | letters that no font here has: ภาษาไทย 😀 and on.
            """)
    void writesABundleOfStatementsAsArchivesWantIt(String language, String spoken, String words) throws IOException {
        BundlePlan plan = Plans.of(
                Locale.forLanguageTag(language),
                Plans.statement("A/1", 1, spoken, words, 12),
                Plans.statement("A/2", 2, spoken, words.repeat(30), 12));

        byte[] pdf = written(plan);
        assertThat(Vera.againstArchival(pdf)).isEmpty();
        assertThat(Vera.againstAccessible(pdf)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void setsAStatementForReadingThrough(String language) {
        byte[] pdf = StatementPreview.pdf(
                Plans.testimony("ug", "مېنى كېچىدە دوختۇرخانىغا", 12), "W-0007", 1, Locale.forLanguageTag(language));

        assertThat(Vera.againstArchival(pdf)).isEmpty();
        assertThat(Vera.againstAccessible(pdf)).isEmpty();
    }

    @Test
    void writesWhatStandsInForFilesAsArchivesWantIt() throws IOException {
        BundlePlan plan = Plans.of(
                Locale.ENGLISH,
                Plans.document(
                        "A/1",
                        13,
                        "رسالة من المستشفى",
                        "letter.eml",
                        "message/rfc822",
                        Plans.bytes("From: x"),
                        "The operation is on the 14th. 手术"),
                Plans.document("A/2", 14, "损坏的文件", "broken.pdf", "application/pdf", Plans.bytes("not a pdf")),
                Plans.document("A/3", 15, "A call", "call.flac", "audio/flac", Plans.bytes("sound")));

        byte[] pdf = written(plan);
        assertThat(Vera.againstArchival(pdf)).isEmpty();
        assertThat(Vera.againstAccessible(pdf)).isEmpty();
    }

    @Test
    void promisesNothingForPagesOfOthersButTellsThem() throws IOException {
        byte[] pdf = written(Plans.ofEverything(Locale.ENGLISH));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            try (InputStream in = document.getDocumentCatalog().getMetadata().createInputStream()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("Hearing bundle")
                        .doesNotContain("pdfaid", "pdfuaid");
            }
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getOutputIntents()).isEmpty();
        }
        // what is not embedded in a page of others is its own affair
        assertThat(Vera.againstAccessible(pdf))
                .allMatch(broken -> broken.startsWith("5-1 ") || broken.startsWith("7.21"));
    }

    private byte[] written(BundlePlan plan) throws IOException {
        return Vera.bytes(new BundleWriter()
                .write(plan, folder, Progress.none(), done -> {})
                .pdf());
    }

    @Test
    void signsABundleInItsOneRevisionAndStillKeepsToBoth() throws Exception {
        byte[] secret = new byte[ArchiveKey.SECRET];
        Signer signer = ArchiveKey.signer(
                secret, "Archive", Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
        BundlePlan plan = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "ug", "مېنى كېچىدە", 12));
        ServedBundle served = new BundleWriter()
                .write(
                        plan,
                        folder,
                        Optional.of(new SignedBy(signer, Instant.parse("2026-03-04T12:00:00Z"))),
                        Progress.none(),
                        done -> {});

        byte[] pdf = Vera.bytes(served.pdf());
        assertThat(served.fingerprint()).isEqualTo(Fingerprint.of(pdf));
        assertThat(new SignedFile(served.pdf()).signatures())
                .singleElement()
                .matches(said -> said.sound() && said.wholeFile());
        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        assertThat(Vera.againstArchival(pdf)).isEmpty();
        assertThat(Vera.againstAccessible(pdf)).isEmpty();
    }
}
