package org.cairn.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.domain.FuzzyDate;

/// The index of a bundle as a table for spreadsheets, in the folder beside it.
final class IndexFile {

    private final Words words;
    private final FolderNames names;

    IndexFile(Words words, FolderNames names) {
        this.words = words;
        this.names = names;
    }

    byte[] of(List<Listed> exhibits) {
        Csv table = new Csv();
        table.row(Stream.of(
                        "index.mark",
                        "index.document",
                        "index.reference",
                        "separator.section",
                        "index.date",
                        "table.edtf",
                        "table.volume",
                        "table.first",
                        "table.pages",
                        "fact.hash",
                        "manifest.file")
                .map(words::text));
        exhibits.forEach(exhibit -> table.row(row(exhibit)));
        return table.text().getBytes(StandardCharsets.UTF_8);
    }

    private Stream<String> row(Listed listed) {
        PlannedExhibit exhibit = listed.exhibit();
        Content content = exhibit.content();
        boolean withheld = listed.withheld();
        return Stream.of(
                exhibit.mark(),
                withheld ? words.text("withheld.title") : Titles.of(exhibit.title()),
                withheld ? "" : exhibit.reference().toString(),
                listed.section().letter() + "  " + Titles.of(listed.section().title()),
                withheld ? "" : words.date(content.date()),
                withheld ? "" : content.date().map(FuzzyDate::edtf).orElse(""),
                String.valueOf(listed.volume()),
                String.valueOf(listed.page()),
                String.valueOf(listed.pages()),
                withheld ? "" : content.hash().hex(),
                withheld ? words.text("withheld.title") : names.whereabouts(exhibit, words));
    }
}
