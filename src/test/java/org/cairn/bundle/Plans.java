package org.cairn.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.cairn.bundle.insert.Memory;
import org.cairn.dates.Spoken;
import org.cairn.domain.Acquisition;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.ReadBack;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Signature;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;

/// Plans of bundles for tests, with invented content.
final class Plans {

    private static final LanguageTag ENGLISH = new LanguageTag("en");

    private Plans() {}

    static BundlePlan of(Locale language, PlannedExhibit... exhibits) {
        BundleDraft draft = new BundleDraft(
                "Hearing bundle",
                "Dolun Plain Inquiry",
                "ST-2026/017",
                "peoples-tribunal",
                Protection.CONFIDENTIAL,
                ENGLISH,
                "SUBMIT_TRIBUNAL",
                Optional.of("Sample Tribunal"),
                1,
                "SYNTHETIC",
                List.of(),
                List.of());
        List<ConsentLine> consents = new ArrayList<>();
        for (PlannedExhibit exhibit : exhibits) {
            if (exhibit.content() instanceof Content.Statement statement) {
                consents.add(new ConsentLine(
                        exhibit.reference(),
                        statement.pseudonym(),
                        "SUBMIT_TRIBUNAL",
                        ConsentDecision.GRANTED,
                        ConsentMode.SIGNED,
                        LocalDate.of(2025, 1, 2),
                        Optional.empty(),
                        List.of()));
            }
        }
        return new BundlePlan(
                draft,
                LocalDate.of(2026, 3, 2),
                language,
                "Cairn test",
                List.of(new PlannedSection("A", "Evidence", List.of(exhibits))),
                consents,
                List.of());
    }

    /// The same plan, for archives.
    static BundlePlan forArchives(BundlePlan plan) {
        BundleMaking how = plan.draft().how();
        return new BundlePlan(
                plan.draft()
                        .made(new BundleMaking(how.schedules(), how.versions(), true, how.loadFiles(), how.after())),
                plan.date(),
                plan.language(),
                plan.version(),
                plan.sections(),
                plan.consents(),
                plan.preflight(),
                plan.edition(),
                plan.particulars());
    }

    /// One statement and one document, for some court.
    static BundlePlan forCourt(String profile) {
        BundlePlan plan = of(
                Locale.ENGLISH,
                statement("A/1", 1, "en", "They took me there at night.", 12),
                document("A/2", 12, "Report", "report.pdf", "application/pdf", pdf(2)));
        return new BundlePlan(
                plan.draft().withProfile(profile),
                plan.date(),
                plan.language(),
                plan.version(),
                plan.sections(),
                plan.consents(),
                plan.preflight());
    }

    /// Everything that can be in a bundle, once.
    static BundlePlan ofEverything(Locale language) {
        return of(
                language,
                statement("A/1", 1, "ug", "مېنى كېچىدە دوختۇرخانىغا ئېلىپ باردى.", 12),
                document(
                        "A/2", 12, "Report <b>bold</b> " + "long ".repeat(60), "report.pdf", "application/pdf", pdf(3)),
                document(
                        "A/3",
                        13,
                        "رسالة من المستشفى",
                        "letter.eml",
                        "message/rfc822",
                        bytes("From: x"),
                        "The operation is on the 14th."),
                document("A/4", 14, "损坏的文件", "broken.pdf", "application/pdf", bytes("not a pdf")),
                document("A/5", 15, "A call", "call.flac", "audio/flac", bytes("sound")));
    }

    static PlannedExhibit statement(String mark, int number, String language, String words, int exhibit) {
        Reference reference = new Reference(RecordKind.TESTIMONY, number);
        Fingerprint hash = Fingerprint.of(words.getBytes(StandardCharsets.UTF_8));
        Content.Statement statement = new Content.Statement(testimony(language, words, exhibit), "W-0007", 1, hash);
        return new PlannedExhibit(reference, mark, "Taken at night", statement, custody(reference, hash), "T-0001");
    }

    static Testimony testimony(String language, String words, int exhibit) {
        LanguageTag tag = new LanguageTag(language);
        Interview interview = new Interview(
                Optional.of(Spoken.date("4 December 2024")),
                "an office, city withheld",
                "IV-3",
                List.of(new Interview.Interpreter("INT-07", tag, ENGLISH, true, true)),
                List.of(new Interview.Presence("SUP-2", "psychologist")),
                Interview.Recording.AUDIO,
                true,
                List.of(new Interview.Break("BREAK", Instant.parse("2024-12-04T10:00:00Z"), "")));
        return new Testimony(
                new Reference(RecordKind.WITNESS, 7),
                "Taken at night",
                InterviewKind.FULL_STATEMENT,
                tag,
                interview,
                List.of(
                        new Paragraph(
                                words,
                                Optional.of(Paragraph.Basis.SEEN),
                                Optional.of(new Paragraph.Question("What happened?", Paragraph.Question.Type.OPEN)),
                                List.of(new Reference(RecordKind.EVIDENCE, exhibit)),
                                Optional.empty()),
                        new Paragraph(
                                words,
                                Optional.of(Paragraph.Basis.INFERRED),
                                Optional.empty(),
                                List.of(),
                                Optional.empty())),
                Optional.of(new ReadBack(tag, "INT-07", Optional.of(Spoken.date("2024-12-05")), "")),
                Set.of("TRUTH", "VOLUNTARY"),
                Optional.of(new Signature(Signature.Mode.SIGNED, Optional.empty(), Optional.empty())),
                Optional.of("I interpreted faithfully."),
                List.of(new Translation(
                        ENGLISH,
                        "TR-1",
                        Translation.Status.CERTIFIED,
                        Optional.of("TR-2"),
                        List.of("They took me to the hospital at night.", ""))),
                Protection.CONFIDENTIAL,
                true,
                Optional.empty());
    }

    static PlannedExhibit document(
            String mark, int number, String title, String file, String type, byte[] content, String... passages) {
        Reference reference = new Reference(RecordKind.EVIDENCE, number);
        Fingerprint hash = Fingerprint.of(content);
        EvidenceItem item = new EvidenceItem(
                title,
                "OFFICIAL_DOCUMENT",
                Optional.of(Spoken.date("2019")),
                Optional.of(ENGLISH),
                "Laboratory",
                "",
                new Acquisition("a secret source", "LEAK", "IV-3", Optional.empty()),
                "COPY",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                file,
                hash,
                content.length,
                type,
                Protection.CONFIDENTIAL,
                Set.of(),
                false);
        List<Passage> read = new ArrayList<>();
        for (String passage : passages) {
            read.add(new Passage(Passage.Unit.PARAGRAPH, read.size() + 1, passage, Optional.empty()));
        }
        Reading reading = new Reading(
                ReadingStatus.COMPLETE, "", type, 0, read.size(), Optional.empty(), 0, 0, Map.of("subject", "Rooms"));
        return new PlannedExhibit(
                reference,
                mark,
                title,
                new Content.Document(item, reading, () -> read, new Memory(content)),
                custody(reference, hash),
                reference.toString());
    }

    private static List<CustodyEvent> custody(Reference reference, Fingerprint hash) {
        return List.of(new CustodyEvent(
                3,
                Instant.parse("2024-12-04T09:10:22Z"),
                "recorder \"one\"",
                "INGESTED",
                Optional.of(reference),
                Map.of("hash", hash.hex()),
                CustodyEvent.BEGINNING,
                hash,
                new byte[64],
                new byte[32]));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(new PDRectangle(842, 595));
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                    content.newLineAtOffset(80, 400);
                    content.showText("Laboratory report, sheet " + i);
                    content.endText();
                }
            }
            document.setDocumentId(1L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
