package org.cairn.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;

/// Load files of a bundle for review programs: a Concordance DAT, a line a document, and an Opticon OPT, a line a page.
///
/// A page is called by the number that is printed on it, so that the same page has the same identifier in both files
/// and in every version. They say no more of an exhibit than its separator does; of one that is withheld, only its
/// pages.
final class LoadFiles {

    /// Between the fields, as Concordance has it.
    private static final char SEPARATOR = '\u0014';

    private static final char QUOTE = '\u00FE';
    private static final char NEW_LINE = '\u00AE';
    private static final String UTF_8_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final int LONGEST_PREFIX = 24;

    private final BundlePlan plan;
    private final Words words;
    private final FolderNames names;
    private final List<Listed> exhibits;
    private final String prefix;
    private final Map<String, Integer> familyBegins = new HashMap<>();
    private final Map<String, Integer> familyEnds = new HashMap<>();
    private final Map<String, Long> familySizes;

    LoadFiles(BundlePlan plan, Words words, FolderNames names, List<Listed> exhibits) {
        this.plan = plan;
        this.words = words;
        this.names = names;
        this.exhibits = List.copyOf(exhibits);
        this.prefix = prefix(plan);
        exhibits.forEach(one -> familyBegins.merge(one.family(), one.page(), Math::min));
        exhibits.forEach(one -> familyEnds.merge(one.family(), one.lastPage(), Math::max));
        this.familySizes = exhibits.stream().collect(Collectors.groupingBy(Listed::family, Collectors.counting()));
    }

    /// Plain letters, since not every review program takes others in an identifier.
    private static String prefix(BundlePlan plan) {
        String plain = plan.draft().caseReference().replaceAll("[^A-Za-z0-9]+", "-");
        String bare = plain.replaceAll("^-+|-+$", "");
        return bare.isEmpty() ? "BUNDLE" : bare.substring(0, Math.min(bare.length(), LONGEST_PREFIX));
    }

    /// What a page is called.
    private String id(int page) {
        return String.format(Locale.ROOT, "%s-%06d", prefix, page);
    }

    /// The DAT: a head, then a line for each exhibit.
    byte[] documents() {
        StringBuilder lines = new StringBuilder(UTF_8_MARK);
        List<Map<String, String>> all = exhibits.stream().map(this::fields).toList();
        if (!all.isEmpty()) {
            line(lines, all.getFirst().keySet().stream());
        }
        all.forEach(fields -> line(lines, fields.values().stream()));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder lines, Stream<String> fields) {
        lines.append(fields.map(field -> QUOTE + plain(field) + QUOTE)
                        .collect(Collectors.joining(String.valueOf(SEPARATOR))))
                .append(LINE_END);
    }

    /// The format has no way to say its own signs in a field.
    private static String plain(String field) {
        return field.replace(String.valueOf(QUOTE), "th")
                .replace(String.valueOf(NEW_LINE), "(R)")
                .replace(SEPARATOR, ' ')
                .replaceAll("\\R", String.valueOf(NEW_LINE));
    }

    private Map<String, String> fields(Listed listed) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean family = familySizes.getOrDefault(listed.family(), 0L) > 1;
        fields.put("BEGDOC", id(listed.page()));
        fields.put("ENDDOC", id(listed.lastPage()));
        fields.put("BEGATTACH", family ? id(familyBegins.getOrDefault(listed.family(), listed.page())) : "");
        fields.put("ENDATTACH", family ? id(familyEnds.getOrDefault(listed.family(), listed.lastPage())) : "");
        fields.put("MARK", listed.exhibit().mark());
        Optional<PlannedExhibit> shown = Optional.of(listed.exhibit()).filter(one -> !listed.withheld());
        Optional<Content> content = shown.map(PlannedExhibit::content);
        Optional<EvidenceItem> item = content.flatMap(LoadFiles::item);
        fields.put("TITLE", shown.map(one -> Titles.of(one.title())).orElseGet(() -> words.text("withheld.title")));
        fields.put("DOCTYPE", content.map(LoadFiles::type).orElse(""));
        date(fields, content.flatMap(Content::date));
        fields.put("AUTHOR", item.map(EvidenceItem::author).map(Titles::of).orElse(""));
        fields.put(
                "RECIPIENT", item.map(EvidenceItem::recipient).map(Titles::of).orElse(""));
        fields.put("WITNESS", content.map(LoadFiles::witness).orElse(""));
        fields.put("LANGUAGE", content.flatMap(LoadFiles::language).orElse(""));
        fields.put(
                "TRANSLATION_OF",
                item.flatMap(EvidenceItem::translationOf).flatMap(this::shown).orElse(""));
        fields.put("PAGES", String.valueOf(listed.pages()));
        fields.put("SHA256", content.map(one -> one.hash().hex()).orElse(""));
        fields.put(
                "NATIVEPATH",
                shown.filter(FolderNames::beside)
                        .map(one -> names.original(one)
                                .substring(FolderNames.PAYLOAD.length())
                                .replace('/', '\\'))
                        .map(path -> ".\\" + path)
                        .orElse(""));
        fields.put(
                "CONFIDENTIALITY",
                shown.map(one -> plan.draft().confidentiality().name()).orElse(""));
        return fields;
    }

    /// The main date: a day, and whether it is only the first that it can be.
    private static void date(Map<String, String> fields, Optional<FuzzyDate> date) {
        Optional<String> day = date.flatMap(FuzzyDate::earliest).map(Object::toString);
        boolean known = date.flatMap(FuzzyDate::day).isPresent()
                && date.map(FuzzyDate::edtf).equals(day);
        fields.put("DOCDATE", day.orElse(""));
        fields.put("DOCDATE_ESTIMATED", day.isEmpty() ? "" : known ? "N" : "Y");
        fields.put("DOCDATE_EDTF", date.map(FuzzyDate::edtf).orElse(""));
    }

    /// The document that another is in this bundle, where it is in it and shown.
    private Optional<String> shown(Reference reference) {
        return exhibits.stream()
                .filter(one -> !one.withheld() && one.exhibit().reference().equals(reference))
                .findFirst()
                .map(one -> id(one.page()));
    }

    private static Optional<EvidenceItem> item(Content content) {
        return switch (content) {
            case Content.Document document -> Optional.of(document.item());
            case Content.Thing thing -> Optional.of(thing.item());
            case Content.Statement none -> Optional.empty();
            case Content.MedicalReport none -> Optional.empty();
            case Content.FreeRecord none -> Optional.empty();
        };
    }

    private static String type(Content content) {
        return switch (content) {
            case Content.Document document -> document.item().type();
            case Content.Thing thing -> thing.item().type();
            case Content.Statement none -> "STATEMENT";
            case Content.MedicalReport none -> "MEDICAL_RECORD";
            case Content.FreeRecord none -> "MEDICAL_RECORD";
        };
    }

    /// Only where the exhibit's own pages say it.
    private static String witness(Content content) {
        return switch (content) {
            case Content.Statement statement -> statement.pseudonym();
            case Content.MedicalReport report -> report.pseudonym();
            case Content.FreeRecord free -> free.pseudonym();
            case Content.Thing thing -> thing.pseudonym();
            case Content.Document none -> "";
        };
    }

    private static Optional<String> language(Content content) {
        return switch (content) {
            case Content.Statement statement ->
                Optional.of(statement.testimony().language()).map(LanguageTag::tag);
            case Content.MedicalReport report ->
                Optional.of(report.examination().language()).map(LanguageTag::tag);
            case Content.FreeRecord none -> Optional.empty();
            case Content.Thing thing -> thing.item().language().map(LanguageTag::tag);
            case Content.Document document -> document.item().language().map(LanguageTag::tag);
        };
    }

    /// The OPT: of each page its identifier, its volume, where it is, and whether a document begins with it; with the
    /// first, how many pages that has. No folder and no box begins anywhere.
    byte[] pages() {
        List<String> lines = new ArrayList<>();
        for (Listed listed : exhibits) {
            String volume = String.format(Locale.ROOT, "VOL%03d", listed.volume());
            // from the folder that the load files lie in
            String path = "..\\..\\" + names.pdf(listed.file());
            for (int page = listed.page(); page <= listed.lastPage(); page++) {
                boolean first = page == listed.page();
                lines.add(String.join(
                        ",",
                        id(page),
                        volume,
                        path,
                        first ? "Y" : "",
                        "",
                        "",
                        first ? String.valueOf(listed.pages()) : ""));
            }
        }
        return lines.stream()
                .map(line -> line + LINE_END)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
