package org.cairn.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes `resources/sample/files` from the papers under `src/test/resources/sample`, the same bytes each time.
///
/// Run it after changing a paper: `java … org.cairn.sample.SampleGenerator [PROJECT] [OUT]`.
public final class SampleGenerator {
    private final Path papers;
    private final Path raw;
    private final Faces faces;
    private final Drawings drawings;
    private final MedicalDrawings medical;

    SampleGenerator(Path project) {
        this.papers = project.resolve("src/test/resources/sample/papers");
        this.raw = project.resolve("src/test/resources/sample/raw");
        this.faces = new Faces(project);
        this.drawings = new Drawings(faces);
        this.medical = new MedicalDrawings(faces);
    }

    /// @param arguments the project's folder and the folder to write to, both optional
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path project = Path.of(arguments.length > 0 ? arguments[0] : ".");
        Path out = arguments.length > 1 ? Path.of(arguments[1]) : project.resolve("resources/sample/files");
        SampleGenerator generator = new SampleGenerator(project);
        Files.createDirectories(out);
        for (String file : files(project)) {
            Files.write(out.resolve(file), generator.make(file));
        }
    }

    /// The files that the sample's list of evidence names.
    static List<String> files(Path project) throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(project.resolve("resources/sample/evidence.json").toFile());
        List<String> files = new ArrayList<>();
        list.forEach(item -> files.add(item.get("file").asText()));
        return files;
    }

    byte[] make(String file) throws IOException {
        if (Files.exists(raw.resolve(file))) {
            return encoded(file, Files.readString(raw.resolve(file)));
        }
        if (Files.exists(papers.resolve(file + ".txt"))) {
            return set(Paper.read(papers, file));
        }
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "wav" -> sound(file);
            case "eml" -> letter(file);
            case "zip" -> telephone();
            default -> drawn(file);
        };
    }

    private static byte[] encoded(String file, String text) {
        if (file.contains("gb18030")) {
            return text.getBytes(Charset.forName("GB18030"));
        }
        if (file.contains("windows-1251")) {
            return text.getBytes(Charset.forName("windows-1251"));
        }
        if (file.contains("utf16")) {
            return text.getBytes(StandardCharsets.UTF_16);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] set(Paper paper) throws IOException {
        return switch (paper.name().substring(paper.name().lastIndexOf('.') + 1)) {
            case "pdf" -> PdfPages.write(paper, faces);
            case "docx" -> OfficeFiles.docx(paper);
            case "xlsx" -> OfficeFiles.xlsx(paper);
            case "pptx" -> OfficeFiles.pptx(paper);
            case "odt" -> TextFiles.odt(paper);
            case "rtf" -> TextFiles.rtf(paper);
            case "tiff" -> Pictures.fax(PicturePages.clean(paper, faces, 150));
            default -> photographed(paper);
        };
    }

    private byte[] photographed(Paper paper) throws IOException {
        BufferedImage sheet = PicturePages.clean(paper, faces, 150).getFirst();
        return switch (paper.name()) {
            case "receipt-1000.png" -> Pictures.file(sheet, "png");
            case "hawala-note.jpg" ->
                Exif.into(Pictures.jpeg(drawings.onATable(sheet, -0.05, 0.03, 21), 0.75f), 1, "2025:04:15 11:02:10");
            default ->
                Exif.into(Pictures.jpeg(drawings.onATable(sheet, 0.07, -0.1, 22), 0.75f), 1, "2018:06:12 18:20:31");
        };
    }

    private byte[] drawn(String file) throws IOException {
        return switch (file) {
            case "passport-page.jpg" ->
                Exif.into(Pictures.jpeg(drawings.passportPage(), 0.85f), 1, "2025:03:14 12:10:00");
            case "detention-card.jpg" -> Exif.into(Pictures.jpeg(drawings.card(), 0.8f), 1, "2024:12:03 15:31:44");
            case "vehicle-photo.jpg" -> Exif.into(Pictures.jpeg(drawings.vehicle(), 0.7f), 1, "2019:11:14 00:44:09");
            case "meridian-hospital.jpg" -> turnedPhoto();
            case "border-stamp.png" -> Pictures.file(drawings.stamp(), "png");
            case "cell-sketch.png" -> Pictures.file(drawings.cell(), "png");
            case "site-change.gif" -> Pictures.file(drawings.ground(), "gif");
            case "transplant-building.png" ->
                Pictures.file(drawings.building("雁麓总医院 移植楼", new Color(205, 196, 182), 6, 11), "png");
            case "body-diagram-flank.png" -> Pictures.file(medical.body(false), "png");
            case "body-diagram-iliac.png" -> Pictures.file(medical.body(true), "png");
            case "ultrasound-left.png" -> Pictures.file(medical.ultrasound(), "png");
            case "agenesis-ct.png" -> Pictures.file(medical.section(), "png");
            default -> throw new IOException("nothing says how to make " + file);
        };
    }

    /// Stored lying on its side, with the note that says so.
    private byte[] turnedPhoto() throws IOException {
        BufferedImage upright = drawings.building("SENNA MERIDIAN HOSPITAL", new Color(222, 226, 230), 5, 9);
        Pictures.grain(upright, 6, 23);
        return Exif.into(Pictures.jpeg(Pictures.quarterTurn(upright), 0.75f), 6, "2025:01:20 14:05:22");
    }

    private static byte[] sound(String file) {
        return file.startsWith("consent") ? Sounds.murmur(8, 118, 31) : Sounds.murmur(6, 96, 32);
    }

    private byte[] letter(String file) throws IOException {
        return file.startsWith("quotation")
                ? Letters.quotation(PdfPages.write(Paper.read(papers, "quotation-attachment.pdf"), faces))
                : Letters.forwarded();
    }

    private byte[] telephone() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("README.txt", utf8("SYNTHETIC – SAMPLE DATA\nCopied from a telephone by IV-1, 30 August 2025.\n"));
        members.put("notes/what-he-said.txt", utf8("""
                SYNTHETIC – SAMPLE DATA
                on bin dolar dedi. böbrek geri büyür dedi. üç gün sürer dedi.
                (ten thousand dollars, he said. the kidney grows back, he said. it takes three days, he said.)
                """));
        members.put("notes/questions.txt", utf8("""
                SYNTHETIC – SAMPLE DATA
                - neden yeğenim yazıyor? (why does it say I am a nephew?)
                - geri dönmek istersem? (and if I want to turn back?)
                """));
        members.put("pictures/ticket.png", picture("air-ticket.pdf"));
        members.put("pictures/letter.png", picture("visa-letter.docx"));
        return FixedZip.of(members);
    }

    private byte[] picture(String paper) throws IOException {
        return Pictures.file(
                PicturePages.clean(Paper.read(papers, paper), faces, 72).getFirst(), "png");
    }

    private static byte[] utf8(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
