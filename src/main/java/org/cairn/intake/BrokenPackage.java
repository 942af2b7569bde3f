package org.cairn.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.xml.sax.SAXException;

/// A document that is a zip of parts (Word, Excel, PowerPoint, OpenDocument, EPUB) of which something is broken or cut
/// off: put together anew from the parts that are left, each as far as it can be read.
///
/// A parser of such documents gives up at the first part that is not whole, or reads changed words without a word of
/// it; so every part with words is summed before.
final class BrokenPackage {

    private static final String ZIP = "application/zip";
    /// Of a larger one, what its parser makes of it.
    private static final int LARGEST = 32 << 20;

    private static final int LONGEST_END = 65_557;

    /// So much is unpacked to sum it.
    private static final long MOST_SUMMED = 256L << 20;

    private static final List<String> KINDS = List.of(
            "application/vnd.openxmlformats-officedocument",
            "application/vnd.oasis.opendocument.",
            "application/epub+zip",
            "application/x-tika-ooxml");

    /// Names of parts that no other zip has at its top.
    private static final List<String> TELLING = List.of(
            "[Content_Types].xml",
            "word/document.xml",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "ppt/presentation.xml",
            "ppt/slides/slide1.xml",
            "mimetype",
            "content.xml",
            "META-INF/container.xml");

    /// How the first member of a document is called.
    private static final Pattern FIRST = Pattern.compile("(?:_rels|docProps|word|xl|ppt)/.*");

    private static final Set<String> WORDLESS = Set.of(
            "png", "jpg", "jpeg", "gif", "emf", "wmf", "tif", "tiff", "bmp", "svm", "mp3", "mp4", "wav", "avi", "m4a",
            "mov", "ttf", "otf", "odttf", "fntdata", "woff", "woff2", "wdp");

    private static final String SHEETS = "xl/worksheets/";
    private static final String SHEET_LINKS = "xl/_rels/workbook.xml.rels";
    private static final int LONGEST_TARGET = 2_000;
    /// A sheet that is written for words without cells.
    private static final String LEFT = SHEETS + "sheet999999.xml";

    /// What leads to the words, and can be written anew from what there is.
    private static final Set<String> WRITTEN_ANEW =
            Set.of("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", SHEET_LINKS);

    private static final Pattern SHEET = Pattern.compile("<(?:\\w++:)?+sheet(\\s[^<>]*+)>");
    private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]*+)\"");
    private static final Pattern LEADS = Pattern.compile("\\s\\w{1,40}+:id=\"([^\"]*+)\"");
    private static final Pattern STRING = Pattern.compile("<si[ >/]");
    private static final Pattern LINK = Pattern.compile("<Relationship(\\s[^<>]*+)>");
    private static final Pattern ID = Pattern.compile("\\sId=\"([^\"]*+)\"");
    private static final Pattern TARGET = Pattern.compile("\\sTarget=\"([^\"]*+)\"");
    private static final Pattern WORDS = Pattern.compile("(<c [^<>]*+>\\s*+<v>)(\\d++)");
    private static final Pattern PICTURE = Pattern.compile("(?:word/media|xl/media|ppt/media|Pictures)/[^/]+");
    private static final Pattern PARENT = Pattern.compile("[^/]++/\\.\\./|(?<=^|/)\\./");

    private final byte[] all;
    private final Set<String> parts = new LinkedHashSet<>();
    private final Set<String> promised = new LinkedHashSet<>();
    /// The titles of sheets by the links to them, and where these lead.
    private final Map<String, String> titles = new HashMap<>();

    private final Map<String, String> leading = new HashMap<>();
    private final BitSet used = new BitSet();
    private boolean allThere;
    private boolean sheetBroken;
    private int strings;

    private BrokenPackage(byte[] all) {
        this.all = all;
    }

    /// Whether such a document is read from its parts.
    static boolean reads(String mediaType) {
        return !mediaType.contains(".flat.")
                && (KINDS.stream().anyMatch(mediaType::startsWith) || mediaType.contains(".macroenabled."));
    }

    /// The document anew; nothing where nothing is broken, or it is none.
    static Optional<IncomingBytes> mended(String mediaType, IncomingBytes bytes) throws IOException {
        boolean zip = mediaType.equals(ZIP);
        if (!zip && !reads(mediaType) || !bytes.whole() || bytes.size() > LARGEST || sound(bytes, zip)) {
            return Optional.empty();
        }
        byte[] all;
        try (InputStream in = bytes.open()) {
            all = in.readAllBytes();
        }
        return new BrokenPackage(all).mended();
    }

    private Optional<IncomingBytes> mended() throws IOException {
        LocalMembers.walk(all, this::see);
        if (TELLING.stream().noneMatch(parts::contains)) {
            return Optional.empty();
        }
        boolean ordered = allThere && !sheetBroken;
        if (!ordered && strings > 0) {
            parts.add(LEFT);
        }
        Map<String, byte[]> anew = MissingParts.of(parts, ordered, sheets());
        ByteArrayOutputStream made = new ByteArrayOutputStream(all.length + 4096);
        try (ZipOutputStream out = new ZipOutputStream(made)) {
            out.setLevel(Deflater.BEST_SPEED);
            LocalMembers.walk(all, (name, content, whole) -> {
                Optional<byte[]> part = anew.containsKey(name) ? Optional.empty() : left(name, content, whole);
                if (part.isPresent()) {
                    put(out, name, name.startsWith(SHEETS) ? indexed(part.get()) : linked(name, part.get()));
                }
            });
            for (Map.Entry<String, byte[]> part : anew.entrySet()) {
                put(out, part.getKey(), part.getValue());
            }
            if (parts.contains(LEFT)) {
                put(out, LEFT, unused().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Optional.of(IncomingBytes.of(made.toByteArray()));
    }

    private void see(String name, byte[] content, boolean whole) throws IOException {
        Optional<byte[]> part = left(name, content, whole);
        if (part.isEmpty() || !whole && WRITTEN_ANEW.contains(name)) {
            return;
        }
        parts.add(name);
        sheetBroken |= name.startsWith(SHEETS) && !whole;
        if (name.equals("xl/workbook.xml")) {
            SHEET.matcher(new String(part.get(), StandardCharsets.UTF_8))
                    .results()
                    .map(sheet -> sheet.group(1))
                    .forEach(sheet -> titles.putIfAbsent(first(LEADS, sheet), first(NAME, sheet)));
        } else if (name.equals("xl/sharedStrings.xml")) {
            STRING.matcher(latin(part.get())).results().forEach(one -> strings++);
        } else if (name.equals(SHEET_LINKS)) {
            LINK.matcher(latin(part.get())).results().map(link -> link.group(1)).forEach(link -> {
                String target = target(name, first(TARGET, link));
                promised.add(target);
                leading.put(first(ID, link), target);
            });
        }
        allThere = parts.contains(SHEET_LINKS)
                && promised.stream().filter(sheet -> sheet.startsWith(SHEETS)).allMatch(parts::contains);
    }

    /// The titles by the parts that they are of.
    private Map<String, String> sheets() {
        Map<String, String> sheets = new HashMap<>();
        titles.forEach((id, title) -> {
            String part = leading.get(id);
            if (part != null && !title.isEmpty()) {
                sheets.put(part, title);
            }
        });
        return sheets;
    }

    private static String first(Pattern pattern, String attributes) {
        Matcher found = pattern.matcher(attributes);
        return found.find() ? found.group(1) : "";
    }

    /// What can be read of a part; nothing where nothing can.
    private static Optional<byte[]> left(String name, byte[] content, boolean whole) throws IOException {
        if (whole || content.length == 0) {
            return Optional.of(content).filter(part -> part.length > 0);
        }
        if (MendedXml.begins(content)) {
            return MendedXml.of(content);
        }
        return name.endsWith(".xml") || name.endsWith(".rels") ? Optional.empty() : Optional.of(content);
    }

    /// Links to parts that are lost are taken out: nobody would read on.
    private byte[] linked(String name, byte[] part) {
        if (!name.endsWith(".rels")) {
            return part;
        }
        String links = LINK.matcher(latin(part)).replaceAll(link -> {
            boolean outside = link.group().contains("\"External\"");
            boolean kept = outside || parts.contains(target(name, first(TARGET, link.group(1))));
            return Matcher.quoteReplacement(kept ? link.group() : "");
        });
        return links.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A cell names its words by a number: one that leads nowhere says nothing.
    private byte[] indexed(byte[] part) {
        String sheet = WORDS.matcher(latin(part)).replaceAll(cell -> {
            if (!cell.group(1).contains("t=\"s\"")) {
                return Matcher.quoteReplacement(cell.group());
            }
            boolean known = cell.group(2).length() < 8 && Integer.parseInt(cell.group(2)) < strings;
            if (known) {
                used.set(Integer.parseInt(cell.group(2)));
            }
            return Matcher.quoteReplacement(known ? cell.group() : cell.group(1) + "lost");
        });
        return sheet.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A sheet of the words whose cells are lost.
    private String unused() {
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        int row = 0;
        for (int i = used.nextClearBit(0); i < strings; i = used.nextClearBit(i + 1)) {
            row++;
            sheet.append("<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>" + i + "</v></c></row>");
        }
        return sheet + "</sheetData></worksheet>";
    }

    /// The part that a link leads to, by the part that it stands in.
    private static String target(String links, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        if (target.length() > LONGEST_TARGET) {
            return target;
        }
        String folder = links.substring(0, links.indexOf("_rels/"));
        String path = folder + target;
        String before = "";
        while (!path.equals(before)) {
            before = path;
            path = PARENT.matcher(path).replaceFirst("");
        }
        return path;
    }

    /// Byte for byte: only what is ASCII is looked at.
    private static String latin(byte[] part) {
        return new String(part, StandardCharsets.ISO_8859_1);
    }

    /// Takes the pictures out of what is left of a document: no program draws it any more.
    static void pictures(IncomingBytes left, Children children) throws IOException, SAXException {
        try (SeekableByteChannel channel = left.channel();
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (PICTURE.matcher(entry.getName()).matches()) {
                    children.take(
                            entry.getName(),
                            new WholeMember(() -> zip.getInputStream(entry), entry.getSize(), entry.getCrc()));
                }
            }
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (name.equals("mimetype")) {
            CRC32 sum = new CRC32();
            sum.update(part);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(part.length);
            entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        out.write(part);
        out.closeEntry();
    }

    /// Whether every part with words is what the table of contents says. No program that writes documents locks a part
    /// as a zip does, or packs it otherwise.
    private static boolean sound(IncomingBytes bytes, boolean unknown) throws IOException {
        if (unknown && !ZipReading.withoutContents(bytes) && !telling(bytes)) {
            return true;
        }
        try (SeekableByteChannel channel = bytes.channel();
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            long summed = 0;
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (!counted(bytes, entries.size())) {
                return false;
            }
            for (ZipArchiveEntry entry : entries) {
                if (wordless(entry)) {
                    continue;
                }
                if (!zip.canReadEntryData(entry)) {
                    return false;
                }
                summed += summed(zip, entry, MOST_SUMMED - summed);
                if (summed >= MOST_SUMMED) {
                    return true;
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean telling(IncomingBytes bytes) throws IOException {
        String first = LocalMembers.first(bytes.head(1024));
        if (TELLING.contains(first) || FIRST.matcher(first).matches()) {
            return true;
        }
        try (SeekableByteChannel channel = bytes.channel();
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            return TELLING.stream().anyMatch(name -> zip.getEntry(name) != null);
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /// Whether so many members are listed as the end of the list says (APPNOTE 4.3.16).
    private static boolean counted(IncomingBytes bytes, int listed) throws IOException {
        long from = Math.max(0, bytes.size() - LONGEST_END);
        byte[] end;
        try (InputStream in = bytes.open(from, LONGEST_END)) {
            end = in.readAllBytes();
        }
        int at = end.length - 22;
        while (at >= 0 && !(end[at] == 'P' && end[at + 1] == 'K' && end[at + 2] == 5 && end[at + 3] == 6)) {
            at--;
        }
        int said = at < 0 ? listed : (end[at + 10] & 0xFF) + ((end[at + 11] & 0xFF) << 8);
        return said == 0xFFFF || said == (listed & 0xFFFF);
    }

    private static boolean wordless(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return entry.isDirectory() || WORDLESS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static long summed(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        CRC32 sum = new CRC32();
        long count = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] piece = new byte[32_768];
            int some = in.read(piece);
            while (some >= 0) {
                sum.update(piece, 0, some);
                count += some;
                if (count > most) {
                    return count;
                }
                some = in.read(piece);
            }
        }
        // some programs write no sum at all
        boolean summed = entry.getCrc() > 0;
        if (count != entry.getSize() || summed && entry.getCrc() != sum.getValue()) {
            throw new IOException("not what the table of contents says");
        }
        return count;
    }
}
