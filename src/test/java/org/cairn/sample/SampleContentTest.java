package org.cairn.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.FormRecord;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.junit.jupiter.api.Test;

/// What the sample archive promises to hold.
class SampleContentTest {
    private static final LocalDate A_DAY = LocalDate.of(2026, 6, 1);
    private final Sample sample = Sample.read(Path.of("resources/sample"));

    @Test
    void holdsStatementsInManyLanguages() {
        Set<LanguageTag> languages = new TreeSet<>();
        sample.statements().values().forEach(statement -> languages.add(statement.language()));
        assertThat(sample.statements()).hasSizeGreaterThanOrEqualTo(26);
        assertThat(languages)
                .extracting(LanguageTag::tag)
                .contains("en", "ar", "zh-Hans", "ru", "ug", "bo", "tr", "es", "fr", "fa");
    }

    @Test
    void translatesEveryParagraphThatIsNotEnglish() {
        assertThat(sample.statements()).allSatisfy((key, statement) -> {
            if (!statement.language().tag().equals("en")) {
                assertThat(statement.translations()).as(key).hasSize(1);
                assertThat(statement.translations().getFirst().paragraphs())
                        .as(key)
                        .hasSameSizeAs(statement.paragraphs())
                        .noneMatch(String::isBlank);
            }
        });
    }

    @Test
    void saysInEveryStatementThatItIsInvented() {
        assertThat(sample.statements()).allSatisfy((key, statement) -> {
            assertThat(statement.title()).as(key).startsWith("SYNTHETIC");
            assertThat(statement.paragraphs().getFirst().text()).as(key).contains(Paper.MARKING);
        });
    }

    @Test
    void numbersBetweenFiveAndFourteenParagraphsEachWithItsBasis() {
        assertThat(sample.statements()).allSatisfy((key, statement) -> {
            assertThat(statement.paragraphs()).as(key).hasSizeBetween(5, 14);
            assertThat(statement.paragraphs())
                    .as(key)
                    .allMatch(paragraph -> paragraph.basis().isPresent());
        });
    }

    @Test
    void sendsEveryCorrectionAndSupplementAfterWhatItFollows() {
        List<String> order = List.copyOf(sample.statements().keySet());
        assertThat(sample.statements())
                .allSatisfy((key, statement) -> statement
                        .follows()
                        .ifPresent(earlier -> assertThat(order.indexOf(sample.keyOf(earlier)))
                                .as(key)
                                .isBetween(0, order.indexOf(key) - 1)));
        assertThat(sample.statements().values().stream()
                        .filter(statement -> statement.follows().isPresent()))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void holdsConsentsOfEveryDecision() {
        Set<ConsentDecision> decisions = EnumSet.noneOf(ConsentDecision.class);
        sample.consents().forEach(consent -> decisions.add(consent.decision()));
        assertThat(decisions).containsExactlyInAnyOrder(ConsentDecision.values());
        assertThat(sample.consents()).anyMatch(consent -> consent.expires().isPresent() && !consent.holdsOn(A_DAY));
    }

    @Test
    void letsNoStatementIntoTheBundleWithoutItsWitnessesLeave() {
        List<Testimony> chosen = sample.bundle().references().stream()
                .filter(reference -> reference.kind() == RecordKind.TESTIMONY)
                .map(reference -> sample.statement(reference))
                .toList();
        assertThat(chosen).hasSizeGreaterThanOrEqualTo(12).allMatch(statement -> permitted(statement.witness()));
        assertThat(sample.bundle().references())
                .filteredOn(reference -> reference.kind() == RecordKind.EVIDENCE)
                .hasSizeGreaterThanOrEqualTo(20);
    }

    private boolean permitted(Reference witness) {
        Consent last = sample.consents().stream()
                .filter(consent -> consent.witness().equals(witness))
                .filter(consent -> consent.scope().equals(sample.bundle().scope()))
                .filter(consent -> consent.statement().isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return last.decision() == ConsentDecision.GRANTED && last.holdsOn(A_DAY);
    }

    @Test
    void bindsAllScriptsInTheBundle() {
        Set<LanguageTag> languages = new TreeSet<>();
        sample.bundle().references().stream()
                .filter(reference -> reference.kind() == RecordKind.TESTIMONY)
                .forEach(reference -> languages.add(sample.statement(reference).language()));
        assertThat(languages)
                .extracting(LanguageTag::tag)
                .contains("en", "ar", "zh-Hans", "ru", "ug", "bo", "tr", "es", "fr", "fa");
    }

    @Test
    void keepsAPromiseOfTenThousandBesideAReceiptOfOneThousand() {
        assertThat(sample.records())
                .extracting(record -> record.fields().get("amount"))
                .contains("10000.00", "1000.00");
        assertThat(sample.records())
                .extracting(FormRecord::kind)
                .contains(
                        RecordKind.PLACE, RecordKind.PERSON, RecordKind.EVENT, RecordKind.PAYMENT, RecordKind.MEDICAL);
    }

    @Test
    void understandsEveryDateOfTheEvidence() {
        assertThat(sample.evidence()).allSatisfy(item -> {
            assertThat(SpokenDates.understand(Said.in("en", item.get("date").asText())))
                    .as(item.get("date").asText())
                    .isPresent();
            String acquired = item.get("acquisition").get("at").asText();
            assertThat(SpokenDates.understand(Said.in("en", acquired)))
                    .as(acquired)
                    .isPresent();
        });
    }

    @Test
    void resolvesEveryKey() {
        assertThat(sample.unresolved()).isEmpty();
    }

    @Test
    void namesParentsAndOriginalsBeforeWhatNamesThem() {
        List<String> seen = new ArrayList<>();
        assertThat(sample.evidence()).allSatisfy(item -> {
            for (String link : List.of("parent", "translationOf")) {
                if (item.has(link)) {
                    assertThat(seen).contains(item.get(link).asText());
                }
            }
            seen.add(item.get("key").asText());
        });
    }

    @Test
    void holdsManyFilesInManyFormatsAndNoOther() throws IOException {
        Set<String> formats = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        sample.evidence().forEach(item -> {
            String file = item.get("file").asText();
            named.add(file);
            formats.add(file.substring(file.lastIndexOf('.') + 1));
        });
        Set<String> there = new TreeSet<>();
        long size = 0;
        for (Path file : files()) {
            there.add(file.getFileName().toString());
            size += Files.size(file);
        }
        assertThat(named).hasSizeGreaterThanOrEqualTo(62).isEqualTo(there);
        assertThat(formats).hasSizeGreaterThanOrEqualTo(12);
        assertThat(size).isLessThan(12_000_000);
    }

    @Test
    void saysInEveryTextFileThatItIsInvented() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.matches(".*\\.(txt|csv|html|json|xml|svg|ics|vcf)")) {
                assertThat(new String(Files.readAllBytes(file), charset(name)))
                        .as(name)
                        .contains("SYNTHETIC");
            }
        }
    }

    private static Charset charset(String name) {
        return name.contains("utf16")
                ? StandardCharsets.UTF_16
                : name.contains("windows-1251")
                        ? Charset.forName("windows-1251")
                        : name.contains("gb18030") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("resources/sample/files"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void makesTheSameBytesEachTime() throws IOException {
        SampleGenerator once = new SampleGenerator(Path.of("."));
        SampleGenerator again = new SampleGenerator(Path.of("."));
        for (String file : List.of(
                "contract-ar.docx",
                "waiting-times.xlsx",
                "training-slides.pptx",
                "nurse-notes-es.odt",
                "quotation.eml",
                "death-notice-fa.pdf",
                "hospital-consent-owner-password.pdf",
                "border-stamp.png")) {
            assertThat(again.make(file)).as(file).isEqualTo(once.make(file));
        }
    }

    /// Files that pass through no compression, which differs between machines.
    @Test
    void keepsWhatItMakes() throws IOException {
        SampleGenerator generator = new SampleGenerator(Path.of("."));
        for (String file : List.of(
                "telephone-call.wav", "memo-windows-1251.txt", "forwarded-consideration.eml", "interpreter-oath.rtf")) {
            assertThat(generator.make(file))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(Path.of("resources/sample/files", file)));
        }
    }

    @Test
    void offersQueriesWorthShowing() throws IOException {
        JsonNode queries = Sample.json(Path.of("resources/sample/search.json"));
        assertThat(queries).hasSizeGreaterThanOrEqualTo(3);
    }
}
