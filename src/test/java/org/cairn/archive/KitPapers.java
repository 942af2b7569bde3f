package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// What somebody types who has the papers of a kit before them.
///
/// @param words the words of the phrase
/// @param shares each share, its lines one below the other
public record KitPapers(List<String> words, List<String> shares) {

    private static final Pattern WORD = Pattern.compile("(?m)^\\d (\\w+)\\s*$");
    private static final Pattern LINE = Pattern.compile("(?m)^((?:[0-9A-Z]{4} ){3}[0-9A-Z]{4})\\s*$");

    public static KitPapers read(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> shares = new ArrayList<>();
            List<String> words = all(WORD, page(stripper, document, 2)).toList();
            for (int page = 3; page <= document.getNumberOfPages(); page++) {
                shares.add(String.join(
                        "\n", all(LINE, page(stripper, document, page)).toList()));
            }
            return new KitPapers(words, shares);
        }
    }

    public String phrase() {
        return String.join(" ", words);
    }

    /// The last four letters of a share.
    public String letters(int number) {
        String share = shares.get(number - 1);
        return share.substring(share.length() - 4);
    }

    private static String page(PDFTextStripper stripper, PDDocument document, int page) throws IOException {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}
